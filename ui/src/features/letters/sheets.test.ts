import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import type { LetterPreview, SheetChoice } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { prefer, usual } from '../../preferences.svelte';
import { href } from '../../router';
import { violations } from '../../test/axe';
import { renderInWindow } from '../../test/renderInWindow';
import { patient } from '../progress/samples';
import { isForThePatient, kinds, lengthsOf } from './choice';
import LettersSection from './LettersSection.svelte';
import { sheetsNamed, sheetsOf } from './sheets';

const preview: LetterPreview = {
  letter: 'l1',
  pages: 2,
  width: 595,
  height: 842,
  bytes: 48_300,
  text: 'To fill in',
  not_recorded: [],
  left_out: [],
  too_long: '',
  unprinted: '',
  reading: '',
};
const sheet = (id: string, name: string, not_printed = ''): SheetChoice => ({
  id,
  name,
  full_name: `${name} in full`,
  not_printed,
});
const list = [
  sheet('peg', 'PEG'),
  sheet('phq-9', 'PHQ-9'),
  sheet('odi', 'ODI', 'Only totals are kept: the wording belongs to J. Fairbank.'),
];

function open(entry?: string) {
  const transport = fakeTransport({
    list_sheets: () => list,
    preview_sheets: () => preview,
    preview_letter: () => ({ ...preview, reading: 'Reading grade 4.2.' }),
    letter_page: () => ({ picture: 'data:image/png;base64,AA==' }),
    save_letter: () => ({ folder: '/home/me/Letters', name: 'Sheets to fill in.pdf' }),
    save_preferences: () => ({}) as never,
    get_settings: () => ({ clinic_name: 'Clinic', author_name: 'Dr Sample' }) as never,
  });
  const calls = (name: string) =>
    transport.calls.filter((call) => call.name === name).map((call) => call.request);
  renderInWindow(LettersSection, { client: new Client(transport), patient, entry });
  return { calls };
}

beforeEach(async () => {
  location.hash = '';
  await prefer(new Client(fakeTransport({ save_preferences: () => ({}) as never })), usual);
});

describe('sheets to fill in', () => {
  it('have an address of their own, with a questionnaire or without', () => {
    expect(href(sheetsOf('p1', 'phq-9'))).toBe('#/patients/p1/letters/sheets-phq-9');
    expect(sheetsNamed('sheets')).toEqual([]);
    expect(sheetsNamed('sheets-phq-9')).toEqual(['phq-9']);
    expect(sheetsNamed(undefined)).toBeNull();
    expect(sheetsNamed('other')).toBeNull();
  });

  it('are made of what the address names at once', async () => {
    const { calls } = open('sheets-phq-9');
    await screen.findByRole('img', { name: 'Page 1 of 2' });
    expect(calls('preview_sheets')).toEqual([{ patient: 'p1', instruments: ['phq-9'] }]);
  });

  it('are several in one file in the order of the list, and what has none is named with why', async () => {
    const { calls } = open('sheets');
    const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name });
    await userEvent.click(await box('PHQ-9: PHQ-9 in full'));
    await userEvent.click(await box('PEG: PEG in full'));
    expect(screen.queryByRole('checkbox', { name: /ODI/ })).toBeNull();
    await userEvent.click(screen.getByText(/^Without a sheet/));
    expect(screen.getByText(/the wording belongs to J. Fairbank/)).toBeTruthy();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('img', { name: 'Page 1 of 2' });
    expect(calls('preview_sheets')).toEqual([{ patient: 'p1', instruments: ['peg', 'phq-9'] }]);
    await userEvent.click(await box('PEG: PEG in full'));
    expect(screen.getByText(/Chosen otherwise/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save sheets' }).disabled).toBe(true);
    expect(await violations()).toEqual([]);
  });

  it('are reached from the letters by key and by link', async () => {
    open();
    const link = screen.getByRole('link', { name: 'Sheets to fill in on paper' });
    expect(link.getAttribute('href')).toBe('#/patients/p1/letters/sheets');
    await userEvent.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(location.hash).toBe('#/patients/p1/letters/sheets'));
  });
});

describe('a paper for the patient', () => {
  it('stands behind the letters, in a group of its own', () => {
    expect(kinds.filter(isForThePatient)).toEqual(['patient', 'walking', 'implant-card']);
    expect(kinds.findLastIndex((kind) => !isForThePatient(kind))).toBe(kinds.length - 4);
    expect(lengthsOf('walking')).not.toContain('two-pages');
    expect(lengthsOf('patient')).toContain('two-pages');
    open();
    const papers = within(screen.getByRole('group', { name: 'Papers for the patient' }));
    const names = papers.getAllByRole('option').map((option) => option.textContent.trim());
    expect(names).toEqual(['The patient’s own copy', 'Walking plan and diary', 'Implant card']);
  });

  it('asks for no recipient and no reason, keeps those of a letter, and says how hard it is to read', async () => {
    const { calls } = open();
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'Pain in the leg');
    const kind = screen.getByRole('combobox', { name: 'Letter' });
    await userEvent.selectOptions(kind, 'The patient’s own copy');
    expect(screen.queryByRole('textbox', { name: 'Reason' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Make letter' }));
    await screen.findByText('Reading grade 4.2.');
    expect(calls('preview_letter')).toMatchObject([{ kind: 'patient', reason: '', recipient: [] }]);
    await userEvent.selectOptions(kind, 'Summary of the case');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reason' }).value).toBe(
      'Pain in the leg',
    );
    expect(await violations()).toEqual([]);
  });
});
