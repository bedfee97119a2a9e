import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { DiagnosisChoice, EvidenceRow, FactInput, Issue } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { renderInWindow } from '../../test/renderInWindow';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { named, shownAs } from './naming';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const choices: DiagnosisChoice[] = [
  { kind: 'persistent_pain', group: 'main', word: 'PSPS type 2', names: ['FBSS', 'PSPS-2'] },
  { kind: 'other_level_or_side', group: 'target', word: 'Operated level differs', names: ['wrong level'] },
  { kind: 'epidural_fibrosis', group: 'nerve', word: 'Epidural fibrosis', names: ['epidural scar'] },
  { kind: 'other', group: 'other', word: 'Other', names: [] },
];
const scan: EvidenceRow = {
  entry: 'imaging 01920000-0000-7000-8000-000000000001',
  id: '01920000-0000-7000-8000-000000000001',
  noun: 'imaging',
  number: 1,
  when: '3 May 2019',
  title: 'MRI, lying',
};

function open(check?: (input: FactInput) => Issue[], evidence: EvidenceRow[] = [scan]) {
  const record = fakeRecord(check);
  const asked: unknown[] = [];
  const handlers = {
    ...record.handlers,
    list_diagnoses: () => choices,
    list_evidence: () => evidence,
    suggest_codes: (about: unknown) => {
      asked.push(about);
      return [{ code: 'G96.12', title: 'meningeal adhesions' }];
    },
  };
  const client = new Client(fakeTransport(handlers));
  renderInWindow(EntryScreen, { section: 'diagnoses', client, patient, entry: 'new' });
  return { record, asked };
}
const kept = (record: ReturnType<typeof fakeRecord>) => [...record.entries.values()][0]?.view.input;
const kind = () => screen.findByRole('combobox', { name: 'Diagnosis or cause' });

describe('a diagnosis', () => {
  it('is recorded by keys: a kind by another of its names, with its evidence and a code that fits', async () => {
    const { record, asked } = open();
    const field = await kind();
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('scar');
    await screen.findByRole('option', { name: /Epidural fibrosis/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect((field as HTMLInputElement).value).toBe('Epidural fibrosis');
    await userEvent.click(screen.getByRole('radio', { name: 'Probable' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Levels' }), 'L5 root');
    await userEvent.click(screen.getByRole('radio', { name: 'Left' }));
    await userEvent.type(screen.getByRole('textbox', { name: /What speaks for it/ }), 'came back slowly');
    await userEvent.click(screen.getByRole('button', { name: /Entries of the record/ }));
    const entry = screen.getByRole('combobox', { name: 'Entry of the record' });
    await userEvent.type(entry, 'mri');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect((entry as HTMLInputElement).value).toBe('MRI, lying, 3 May 2019 (imaging note 1)');
    await userEvent.click(screen.getByRole('radio', { name: 'Against it' }));
    await userEvent.click(screen.getByRole('combobox', { name: /ICD-10-CM code/ }));
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(asked.at(-1)).toEqual({
      kind: 'epidural_fibrosis',
      levels: 'L5 root',
      side: { value: 'left' },
    });
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      noun: 'diagnosis',
      kind: 'epidural_fibrosis',
      words: '',
      certainty: 'probable',
      levels: 'L5 root',
      side: { value: 'left' },
      speaks_for: ['came back slowly'],
      evidence: [{ entry: scan.entry, weighs: 'against' }],
      icd10cm: 'G96.12',
      told_by: 'clinician',
    });
  });

  it('keeps what is none of the list in its words, and says so', async () => {
    const { record } = open();
    await userEvent.type(await kind(), 'leg length difference');
    expect(screen.getByText('Kept in your words')).toBeTruthy();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ kind: 'other', words: 'leg length difference' });
  });

  it('says beforehand that a level that differs is printed neutrally', async () => {
    open();
    await userEvent.type(await kind(), 'wrong level');
    expect(await screen.findByText(/What is written beside it stays in the record/)).toBeTruthy();
  });

  it('loses nothing that said a kind more exactly while another kind is tried', async () => {
    const { record } = open();
    const field = await kind();
    await userEvent.type(field, 'epidural scar');
    await userEvent.type(await screen.findByRole('textbox', { name: /More exactly/ }), 'lateral');
    await userEvent.clear(field);
    await userEvent.type(field, 'something else');
    await userEvent.clear(field);
    await userEvent.type(field, 'fbss');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ kind: 'persistent_pain', words: 'lateral' });
  });

  it('shows what is wrong with a code and with an entry at their fields', async () => {
    open(() => [
      { path: 'icd10cm', problem: { code: 'code_not_whole', typed: 'M54.5', instead: ['M54.50', 'M54.51'] } },
      { path: 'evidence.0.entry', problem: { code: 'not_a_link', text: 'the scan' } },
    ]);
    await userEvent.type(await kind(), 'epidural fibrosis');
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByRole('combobox', { name: /ICD-10-CM code/, description: /M54\.50, M54\.51/ });
    const line = within(screen.getByRole('group', { name: 'Entry 1' }));
    line.getByRole('combobox', { name: 'Entry of the record', description: /Choose an entry/ });
    expect(await violations()).toEqual([]);
  });

  it('says where no entry could be named yet', async () => {
    open(undefined, []);
    await userEvent.click(await screen.findByRole('button', { name: /Entries of the record/ }));
    expect(await screen.findByText('Nothing is recorded yet that could be named here.')).toBeTruthy();
  });
});

describe('what is typed as a diagnosis', () => {
  it('names a kind by any of its names, whatever the case, and is words otherwise', () => {
    expect(named('fbss', choices)).toEqual({ kind: 'persistent_pain', words: '' });
    expect(named(' Epidural Fibrosis ', choices)).toEqual({ kind: 'epidural_fibrosis', words: '' });
    expect(named('epidural', choices)).toEqual({ kind: 'other', words: 'epidural' });
    expect(named('other', choices)).toEqual({ kind: 'other', words: '' });
    expect(named(' ', choices)).toEqual({ kind: null, words: '' });
    expect(shownAs('persistent_pain', '', choices)).toBe('PSPS type 2');
    expect(shownAs('other', 'leg length', choices)).toBe('leg length');
  });
});
