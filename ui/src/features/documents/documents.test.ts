import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import { blanks, type DocumentView, type FileView, type StoredFile } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient, type FakeRecord } from '../../test/fakeRecord';
import { renderInWindow } from '../../test/renderInWindow';
import EntryScreen from '../entries/page/EntryScreen.svelte';

vi.setConfig({ testTimeout: 30_000 });

const stored: StoredFile = { name: 'mri.pdf', media: 'pdf', bytes: 1_200_000, sha256: 'ab'.repeat(32) };
const fits: FileView = {
  line: 'mri.pdf, PDF, 1.2 MB',
  stored,
  refused: '',
  already: null,
  says: [],
  differs: [],
  cautions: [],
  title: '',
  when: '',
};
const study: FileView = {
  ...fits,
  line: 'IM1, DICOM, 0.5 MB',
  stored: { ...stored, name: 'IM1', media: 'dicom' },
  says: [{ label: 'Patient', text: 'Beispiel, Bert' }],
  differs: ['The file names Beispiel, Bert, who is not this patient by name.'],
  title: 'MR, Lumbar spine',
  when: '3 May 2026',
};
const refused: FileView = {
  ...fits,
  line: 'a.exe',
  stored: null,
  refused: 'By its content this is no PDF, PNG, JPEG or DICOM file, whatever its name says.',
};

const drawn: DocumentView = { pages: 3, width: 300, height: 400, undrawn: '', says: [], differs: [] };

function open(
  views: FileView[],
  entry: string | undefined,
  more: Handlers = {},
  fill: (record: FakeRecord) => void = () => undefined,
) {
  const record = fakeRecord();
  fill(record);
  const files = views.map(({ line }, at) => ({ file: `f${String(at)}`, name: line.split(',')[0] ?? '' }));
  const transport = fakeTransport({
    ...record.handlers,
    list_evidence: () => [],
    choose_files: () => ({ files, left_out: '' }),
    look_at_file: ({ file }) => views[Number(file.slice(1))] ?? fits,
    look_at_document: () => drawn,
    document_page: ({ page }) => ({ picture: `data:image/png;base64,page${String(page)}` }),
    ...more,
  });
  const client = new Client(transport);
  renderInWindow(EntryScreen, { section: 'documents', client, patient, entry });
  return { record, transport };
}
const kept = (record: FakeRecord) => [...record.entries.values()].map(({ view }) => view.input);

describe('a document', () => {
  it('is chosen, said what it is and attached without a mouse', async () => {
    const { record } = open([fits], 'new');
    const choose = await screen.findByRole('button', { name: 'Choose a file' });
    await waitFor(() => expect(document.activeElement).toBe(choose));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('mri.pdf, PDF, 1.2 MB')).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What it is' }), 'Imaging report');
    await userEvent.type(screen.getByRole('textbox', { name: /^Title/ }), 'MRI lumbar spine');
    await userEvent.type(screen.getByRole('textbox', { name: /^Date/ }), 'may 2026');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject([
      {
        file: stored,
        kind: 'imaging_report',
        title: 'MRI lumbar spine',
        when: 'may 2026',
        names_another: false,
      },
    ]);
  });

  it('that is refused says why and is not attached', async () => {
    open([refused], 'new');
    await userEvent.click(await screen.findByRole('button', { name: 'Choose a file' }));
    expect(await screen.findByText(/^By its content this is no PDF/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('that names somebody else says so, and what it says is filled in only when asked', async () => {
    const { record } = open([study], 'new');
    await userEvent.click(await screen.findByRole('button', { name: 'Choose a file' }));
    expect(await screen.findByText(/names Beispiel, Bert, who is not/)).toBeTruthy();
    const title = screen.getByRole<HTMLInputElement>('textbox', { name: /^Title/ });
    expect(title.value).toBe('');
    await userEvent.click(screen.getByRole('button', { name: 'Fill in title and date from it' }));
    expect(title.value).toBe('MR, Lumbar spine');
    await userEvent.click(screen.getByRole('checkbox', { name: 'It belongs to this record all the same' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'What it is' }), 'Imaging picture');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(kept(record)).toMatchObject([{ names_another: true, when: '3 May 2026' }]));
  });

  it('that the record has already leads to its entry', async () => {
    open([{ ...fits, already: 'd7' }], 'new');
    await userEvent.click(await screen.findByRole('button', { name: 'Choose a file' }));
    const link = await screen.findByRole('link', { name: 'Open the document' });
    expect(link.getAttribute('href')).toBe('#/patients/p1/documents/d7');
  });
});

describe('the page of a document', () => {
  async function page(more: Handlers = {}) {
    const document = {
      ...blanks.document(),
      file: stored,
      kind: 'letter' as const,
      title: 'From the surgeon',
    };
    open([], 'd1', more, (record) => record.put('d1', document));
    await screen.findByRole('region', { name: 'Preview' });
  }

  it('saves a copy and opens it elsewhere, by buttons and by key', async () => {
    const save_document = vi.fn(() => ({ folder: '/letters', name: 'Document 2026-11-30 abc.pdf' }));
    const view_document = vi.fn(() => ({}));
    await page({ save_document, view_document });
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Save a copy' }));
    expect(await screen.findByText(/^Saved as Document 2026-11-30 abc.pdf/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Open in another program' }));
    await waitFor(() => expect(view_document).toHaveBeenCalledOnce());
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(save_document).toHaveBeenCalledTimes(2));
  });

  it('turns its pages by key and stops at either end', async () => {
    await page();
    expect(await screen.findByText('Page 1 of 3')).toBeTruthy();
    await userEvent.keyboard('{PageUp}');
    expect(screen.getByText('Page 1 of 3')).toBeTruthy();
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}');
    expect(await screen.findByText('Page 3 of 3')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next page' }).disabled).toBe(true);
  });
});

describe('many files', () => {
  it('are taken in one after the other with a report of what became of each', async () => {
    const { record } = open([fits, refused, { ...fits, already: 'd7' }, study], undefined);
    await userEvent.click(await screen.findByRole('button', { name: 'Take in a folder' }));
    expect(await screen.findByText('4 files were found.')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Take in' }));
    expect(await screen.findByText('1 file was attached.')).toBeTruthy();
    expect(screen.getByText('1 file was in the record already.')).toBeTruthy();
    const card = within(screen.getByRole('region', { name: 'Files to take in' }));
    expect(card.getByText('a.exe')).toBeTruthy();
    expect(card.getByText(/^1 file was not taken in: Names another person/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    expect(kept(record)).toMatchObject([{ title: 'mri.pdf', kind: 'imaging_picture', told_by: 'document' }]);
  });

  it('stop after the file at hand, and what was taken in stays', async () => {
    let go: (view: FileView) => void = () => undefined;
    const waiting = new Promise<FileView>((resolve) => (go = resolve));
    const { record } = open([fits, fits, fits], undefined, { look_at_file: () => waiting });
    await userEvent.click(await screen.findByRole('button', { name: 'Take in several files' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Take in' }));
    expect(await screen.findByRole('progressbar')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    go(fits);
    expect(await screen.findByText('Stopped. What was taken in before stays.')).toBeTruthy();
    expect(record.entries.size).toBe(1);
  });

  it('end with the reason where the disk is full', async () => {
    const { record } = open([fits, fits], undefined);
    record.refuse.push({ code: 'disk_full' });
    await userEvent.click(await screen.findByRole('button', { name: 'Take in a folder' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Take in' }));
    expect(await screen.findByText(/^The disk is full/)).toBeTruthy();
    expect(record.entries.size).toBe(0);
  });
});

describe('files that are dropped', () => {
  it('are offered in the room of documents as those of the dialog, and nowhere else', async () => {
    const take_dropped = vi.fn(() => ({ files: [{ file: 'f1', name: 'a.pdf' }], left_out: '' }));
    const record = fakeRecord();
    const transport = fakeTransport({ ...record.handlers, take_dropped });
    const client = new Client(transport);
    const { unmount } = renderInWindow(EntryScreen, { client, patient, section: 'documents' });
    expect(await screen.findByText('Or drop files or a folder here.')).toBeTruthy();
    transport.drop();
    expect(await screen.findByRole('button', { name: 'Take in' })).toBeTruthy();
    expect(take_dropped).toHaveBeenCalledTimes(1);
    unmount();
    transport.drop();
    expect(take_dropped).toHaveBeenCalledTimes(1);
  });
});
