import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { LetterPreview, LetterRequest, Settings } from '../../ipc/generated';
import { prefer, preferred, usual } from '../../preferences.svelte';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { alone, member } from '../../test/people';
import { patient } from '../progress/samples';
import LettersSection from './LettersSection.svelte';
import { renderInWindow } from '../../test/renderInWindow';

const settings: Settings = {
  clinic_name: 'Clinic',
  clinic_lines: [],
  author_name: 'Dr Sample',
  author_role: '',
  author_registration: '',
  author_contact: '',
  patients_call: '',
  emergency_call: '',
  paper: 'a4',
  opioid_table: 'us-cdc-2022',
  payer_limit: false,
  date_order: 'day_first',
  preferred_term: 'psps',
  idle_minutes: 5,
};
const preview = (letter: string): LetterPreview => ({
  letter,
  pages: 2,
  width: 595,
  height: 842,
  bytes: 48_300,
  text: 'Referral letter\nSample, Anna',
  not_recorded: ['Imaging', 'Treatments tried'],
  left_out: ['Left out for its length: scores (1900 of 1912).', 'The whole record has 3012 entries.'],
  too_long: '',
  unprinted: '',
  reading: '',
});
const picture = (of: string) => `data:image/png;base64,${btoa(of)}`;

function handlers(more: Handlers = {}): Handlers {
  let made = 0;
  return {
    get_settings: () => settings,
    staff: () => alone,
    preview_letter: () => preview(`l${++made}`),
    letter_page: ({ letter, page }) => ({ picture: picture(`${letter}/${page}`) }),
    save_letter: () => ({ folder: '/home/me/Letters', name: 'letter-1.pdf' }),
    view_letter: () => ({}) as never,
    save_preferences: () => ({}) as never,
    ...more,
  };
}
function open(more: Handlers = {}) {
  const transport = fakeTransport(handlers(more));
  const client = new Client(transport);
  const calls = (name: string) =>
    transport.calls.filter((call) => call.name === name).map((call) => call.request);
  const shown = renderInWindow(LettersSection, { client, patient });
  return { client, calls, ...shown };
}
const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
async function make() {
  await userEvent.click(button('Make letter'));
  return await screen.findByRole('img', { name: 'Page 1 of 2' });
}

const written: string[] = [];
beforeEach(async () => {
  written.length = 0;
  await prefer(new Client(fakeTransport(handlers())), usual);
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void written.push(text) },
  });
});

describe('a letter', () => {
  it('is empty at first and accessible', async () => {
    open();
    expect(screen.getByText('No letter yet')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save letter' })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('is made of the record and what is typed, and shown as the very file', async () => {
    const { calls } = open();
    await userEvent.type(field('Recipient'), 'Dr Other{Enter}  {Enter}1 Some Street ');
    await userEvent.type(field('Reason'), 'Pain in the leg');
    await userEvent.type(field('Question'), 'Stimulator?');
    await userEvent.click(screen.getByRole('radio', { name: 'Soon' }));
    await userEvent.type(field('Urgency in words'), 'within two weeks');
    const page = await make();
    const request: LetterRequest = {
      patient: 'p1',
      recipient: ['Dr Other', '1 Some Street'],
      reason: 'Pain in the leg',
      question: 'Stimulator?',
      urgency: 'Soon, within two weeks',
      kind: 'summary',
      length: 'two-pages',
    };
    expect(calls('preview_letter')).toEqual([request]);
    expect(calls('letter_page')).toEqual([{ letter: 'l1', page: 1, scale: 1 }]);
    expect(page.getAttribute('src')).toBe(picture('l1/1'));
    expect(screen.getByText('2 pages, 48 KB')).toBeTruthy();
    const missing = within(screen.getByRole('list', { name: 'Not in the record' })).getAllByRole('listitem');
    expect(missing.map((item) => item.textContent)).toEqual(['Imaging', 'Treatments tried']);
    expect(await violations()).toEqual([]);
  });

  it.each([
    ['', null, ''],
    ['', 'Urgent', 'Urgent'],
    ['when there is room', null, 'when there is room'],
  ])('words the urgency: %j with %j', async (words, choice, urgency) => {
    const { calls } = open();
    if (words) await userEvent.type(field('Urgency in words'), words);
    if (choice) await userEvent.click(screen.getByRole('radio', { name: choice }));
    await make();
    expect(calls('preview_letter')).toMatchObject([{ urgency }]);
  });

  it('says beside the preview what is not in it, and why it is longer than it may be', async () => {
    const too_long = 'This letter has 3 pages and not 2.';
    open({ preview_letter: () => ({ ...preview('l1'), too_long }) });
    expect(screen.queryByText(too_long)).toBeNull();
    await make();
    const left = within(screen.getByRole('list', { name: 'Not in this letter' })).getAllByRole('listitem');
    expect(left.map((item) => item.textContent)).toEqual(preview('l1').left_out);
    expect(screen.getByText(too_long)).toBeTruthy();
  });

  it('is chosen by its reader and its length, made again at once, and so the next time', async () => {
    const { calls, client, unmount } = open();
    const kind = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Letter' });
    await userEvent.selectOptions(kind(), 'To a spinal surgeon');
    expect(calls('preview_letter')).toEqual([]);
    await make();
    await userEvent.click(screen.getByRole('radio', { name: 'One page' }));
    await waitFor(() => expect(calls('preview_letter')).toHaveLength(2));
    expect(calls('preview_letter')).toMatchObject([
      { kind: 'surgeon', length: 'two-pages' },
      { kind: 'surgeon', length: 'one-page' },
    ]);
    expect(screen.queryByText('Changed since this preview')).toBeNull();
    await userEvent.selectOptions(kind(), 'To a physiotherapist');
    await waitFor(() => expect(calls('preview_letter')).toHaveLength(3));
    expect(calls('preview_letter').at(-1)).toMatchObject({ kind: 'physiotherapist', length: 'two-pages' });
    await userEvent.selectOptions(kind(), 'To a spinal surgeon');
    expect(preferred().letters).toEqual({ kind: 'surgeon', lengths: { surgeon: 'one-page' } });
    unmount();
    renderInWindow(LettersSection, { client, patient: { ...patient, id: 'p2' } });
    expect(kind().value).toBe('surgeon');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'One page' }).checked).toBe(true);
    expect(await violations()).toEqual([]);
  });

  it.each(['Implant card', 'Neuromodulation trial'])('is a page by its nature: %s', async (name) => {
    const { calls } = open();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Letter' }), name);
    expect(screen.queryByRole('radio', { name: 'Two pages' })).toBeNull();
    await make();
    expect(calls('preview_letter')).toMatchObject([{ length: 'one-page' }]);
  });

  it('names the scripts that print as a mark', async () => {
    const unprinted = 'Printed as a mark, because no font at hand has these scripts: Thai.';
    open({ preview_letter: () => ({ ...preview('l1'), unprinted }) });
    expect(screen.queryByText(/Printed as a mark/)).toBeNull();
    await make();
    expect(screen.getByText(unprinted)).toBeTruthy();
  });

  it('turns pages by key and by button, and stays within the letter', async () => {
    const { calls } = open();
    await make();
    await userEvent.keyboard('{PageDown}');
    const second = await screen.findByRole('img', { name: 'Page 2 of 2' });
    expect(second.getAttribute('src')).toBe(picture('l1/2'));
    expect(button('Next page').disabled).toBe(true);
    await userEvent.keyboard('{PageDown}{PageUp}');
    await screen.findByRole('img', { name: 'Page 1 of 2' });
    await userEvent.click(button('Next page'));
    await screen.findByRole('img', { name: 'Page 2 of 2' });
    expect(calls('letter_page').every((request) => [1, 2].includes((request as { page: number }).page))).toBe(
      true,
    );
  });

  it('never shows one page under the name of another', async () => {
    let come: (page: { picture: string }) => void = () => undefined;
    open({
      letter_page: ({ page }) =>
        page === 1 ? { picture: picture('first') } : new Promise((done) => (come = done)),
    });
    await make();
    await userEvent.keyboard('{PageDown}');
    expect(screen.getByText('Page 2 of 2')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
    come({ picture: picture('second') });
    const second = await screen.findByRole('img', { name: 'Page 2 of 2' });
    expect(second.getAttribute('src')).toBe(picture('second'));
  });

  it('asks for as many pixels as the screen has, in steps and up to the limit', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(421);
    vi.stubGlobal('devicePixelRatio', 2);
    const { calls } = open();
    await make();
    expect(calls('letter_page').at(-1)).toEqual({ letter: 'l1', page: 1, scale: 2.75 });
    await userEvent.click(button('Fit page'));
    expect(button('Fit page').getAttribute('aria-pressed')).toBe('true');
    await waitFor(() => expect(calls('letter_page').at(-1)).toEqual({ letter: 'l1', page: 1, scale: 1 }));
    vi.unstubAllGlobals();
  });

  it('is made by Ctrl+Enter from inside a field', async () => {
    const { calls } = open();
    await userEvent.type(field('Reason'), 'Pain{Control>}{Enter}{/Control}');
    await screen.findByRole('img', { name: 'Page 1 of 2' });
    expect(calls('preview_letter')).toMatchObject([{ reason: 'Pain' }]);
    expect(field('Reason').value).toBe('Pain');
  });
});

describe('a preview that was overtaken', () => {
  it('is marked when a field changes, can not be saved, and is fresh when made again', async () => {
    const { calls } = open();
    await make();
    await userEvent.type(field('Question'), 'More');
    expect(screen.getByText('Changed since this preview')).toBeTruthy();
    for (const name of ['Save letter', 'Open in viewer', 'Copy as text'])
      expect(button(name).disabled).toBe(true);
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(calls('save_letter')).toEqual([]);
    expect(await violations()).toEqual([]);
    await userEvent.click(button('Make letter'));
    await waitFor(() => expect(screen.queryByText('Changed since this preview')).toBeNull());
    await waitFor(() => expect(screen.getByRole('img').getAttribute('src')).toBe(picture('l2/1')));
    expect(button('Save letter').disabled).toBe(false);
  });

  it('is fresh again when the field is as it was', async () => {
    open();
    await make();
    await userEvent.type(field('Question'), 'x');
    await userEvent.type(field('Question'), '{Backspace}');
    expect(screen.queryByText('Changed since this preview')).toBeNull();
  });

  it.each(['patient/p1', 'settings', 'staff'])(
    'is marked when %s changed, also while it is out of sight',
    async (key) => {
      const { client, unmount } = open({ add_sample: () => ({ value: {} as never, changes: [key] }) });
      await make();
      unmount();
      await client.call('add_sample', {});
      renderInWindow(LettersSection, { client, patient });
      expect(await screen.findByText('Changed since this preview')).toBeTruthy();
    },
  );

  it('stays marked when making it again is refused', async () => {
    let refuse = false;
    const { client } = open({
      add_sample: () => ({ value: {} as never, changes: ['patient/p1'] }),
      preview_letter: () => {
        if (refuse) throw { code: 'unavailable' };
        return preview('l1');
      },
    });
    await make();
    await client.call('add_sample', {});
    refuse = true;
    await userEvent.click(button('Make letter'));
    await screen.findByText(/cannot be reached just now/);
    expect(screen.getByText('Changed since this preview')).toBeTruthy();
  });
});

describe('a letter that is made', () => {
  it('is saved by button and by key, and says where', async () => {
    const { calls } = open();
    await make();
    await userEvent.click(button('Save letter'));
    await screen.findByText('Saved as letter-1.pdf in /home/me/Letters');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(calls('save_letter')).toEqual([{ letter: 'l1' }, { letter: 'l1' }]));
  });

  it('opens in the viewer, where it is printed', async () => {
    const { calls } = open();
    await make();
    await userEvent.click(button('Open in viewer'));
    await screen.findByText(/Printing is done there/);
    expect(calls('view_letter')).toEqual([{ letter: 'l1' }]);
  });

  it('is copied as text', async () => {
    open();
    await make();
    await userEvent.click(button('Copy as text'));
    await screen.findByText(/Copied as text/);
    expect(written).toEqual(['Referral letter\nSample, Anna']);
  });

  it.each([
    ['refused', { writeText: () => Promise.reject(new Error('denied')) }],
    ['not there', undefined],
  ])('is offered for copying by hand when the clipboard is %s', async (_what, clipboard) => {
    open();
    await make();
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    await userEvent.click(button('Copy as text'));
    const dialog = await screen.findByRole('dialog', { name: 'Copy as text' });
    const box = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Letter as text' });
    expect(box.value).toBe('Referral letter\nSample, Anna');
    expect(await violations()).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Select all' }));
    expect(document.activeElement).toBe(box);
    expect([box.selectionStart, box.selectionEnd]).toEqual([0, box.value.length]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('img', { name: 'Page 1 of 2' })).toBeTruthy();
  });
});

describe('nothing typed is lost', () => {
  it.each(['preview_letter', 'save_letter', 'view_letter'] as const)('when %s is refused', async (name) => {
    open({
      [name]: () => {
        throw { code: 'disk_full' };
      },
    });
    await userEvent.type(field('Reason'), 'Pain');
    await userEvent.click(button('Make letter'));
    const after = { preview_letter: null, save_letter: 'Save letter', view_letter: 'Open in viewer' }[name];
    if (after) await userEvent.click(await screen.findByRole('button', { name: after }));
    await screen.findByText(/disk/i);
    expect(field('Reason').value).toBe('Pain');
  });

  it('and what needs another look is said at its field', async () => {
    open({
      preview_letter: () => {
        throw {
          code: 'invalid',
          issues: [
            { path: 'reason', problem: { code: 'too_long', limit: 500 } },
            { path: 'recipient.1', problem: { code: 'too_long', limit: 80 } },
          ],
        };
      },
    });
    await userEvent.type(field('Reason'), 'Pain');
    await userEvent.click(button('Make letter'));
    await waitFor(() => expect(field('Reason').getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByRole('textbox', { name: 'Reason', description: /500/ })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Recipient', description: /80/ })).toBeTruthy();
    expect(field('Question').hasAttribute('aria-invalid')).toBe(false);
    expect(field('Reason').value).toBe('Pain');
  });

  it('when a page is no longer kept: it says so, and the letter can be made again', async () => {
    let gone = true;
    open({
      letter_page: () => {
        if (gone) throw { code: 'not_found' };
        return { picture: picture('x') };
      },
    });
    await userEvent.type(field('Reason'), 'Pain');
    await userEvent.click(button('Make letter'));
    await screen.findByText(/This preview is no longer kept/);
    expect(field('Reason').value).toBe('Pain');
    gone = false;
    await userEvent.click(button('Make letter'));
    await screen.findByRole('img', { name: 'Page 1 of 2' });
    expect(screen.queryByText(/no longer kept/)).toBeNull();
  });

  it('when one looks at another section or another patient and comes back', async () => {
    const { client, unmount } = open();
    await userEvent.type(field('Reason'), 'Pain');
    await userEvent.click(screen.getByRole('radio', { name: 'Urgent' }));
    await make();
    unmount();
    const other = renderInWindow(LettersSection, { client, patient: { ...patient, id: 'p2' } });
    expect(field('Reason').value).toBe('');
    expect(screen.queryByRole('img')).toBeNull();
    await other.rerender({ patient });
    expect(field('Reason').value).toBe('Pain');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Urgent' }).checked).toBe(true);
    await screen.findByRole('img', { name: 'Page 1 of 2' });
    expect(button('Save letter').disabled).toBe(false);
  });

  it('but it is forgotten when Lamina locks', async () => {
    const { client, unmount } = open({
      list_changes: () => {
        throw { code: 'locked' };
      },
    });
    await userEvent.type(field('Reason'), 'Pain');
    await make();
    await client.call('list_changes', { patient: 'p1' }).catch(() => undefined);
    await waitFor(() => expect(field('Reason').value).toBe(''));
    expect(screen.queryByRole('img')).toBeNull();
    unmount();
    renderInWindow(LettersSection, { client, patient });
    expect(field('Reason').value).toBe('');
  });
});

describe('the letterhead', () => {
  it.each([
    [{ clinic_name: '', author_name: ' ' }, 'Letters have no clinic at the top and no author yet.'],
    [{ clinic_name: '' }, 'Letters have no clinic at the top yet.'],
    [{ author_name: '' }, 'Letters have no author yet.'],
  ])('that lacks something leads to Settings: %j', async (lacking, words) => {
    open({ get_settings: () => ({ ...settings, ...lacking }) });
    const link = await screen.findByRole('link', { name: 'Set this once in Settings' });
    expect(link.getAttribute('href')).toBe('#/settings');
    expect(link.parentElement?.textContent).toContain(words);
  });

  it('names its author by itself where people have names of their own', async () => {
    const { calls } = open({
      get_settings: () => ({ ...settings, author_name: '' }),
      staff: () => ({ people: [member('Ada Okafor', 'owner', { me: true })], suggested: '' }),
    });
    await waitFor(() => expect(calls('staff')).toHaveLength(1));
    await screen.findByRole('button', { name: 'Make letter' });
    expect(screen.queryByRole('link', { name: 'Set this once in Settings' })).toBeNull();
  });

  it('that is complete says nothing', async () => {
    const { calls } = open();
    await waitFor(() => expect(calls('get_settings')).toHaveLength(1));
    expect(screen.queryByRole('link', { name: 'Set this once in Settings' })).toBeNull();
  });
});
