import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { EvidenceRow, FactInput, Issue } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function open(check?: (input: FactInput) => Issue[], evidence: EvidenceRow[] = []) {
  const record = fakeRecord(check);
  renderInWindow(EntryScreen, {
    section: 'imaging',
    client: new Client(fakeTransport({ ...record.handlers, list_evidence: () => evidence })),
    patient,
    entry: 'new',
  });
  return record;
}
const kept = (record: ReturnType<typeof fakeRecord>) => [...record.entries.values()][0]?.view.input;

describe('an imaging note', () => {
  it('is recorded without a mouse, with two findings', async () => {
    const record = open();
    const kind = await screen.findByRole('radiogroup', { name: 'Kind of imaging' });
    await waitFor(() => expect(kind.contains(document.activeElement)).toBe(true));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard(' {Enter}may 2019{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Cervical spine' }));
    await userEvent.keyboard('{ArrowRight}{ArrowRight} {Enter}');
    expect(screen.getByRole('radiogroup', { name: 'Position' }).contains(document.activeElement)).toBe(true);
    await userEvent.keyboard(' {Enter}');
    const first = within(screen.getByRole('group', { name: 'Finding 1' }));
    expect(document.activeElement).toBe(first.getByRole('combobox', { name: 'What was seen' }));
    await userEvent.keyboard('scar{Enter}l45{Enter} {Enter}');
    const second = within(await screen.findByRole('group', { name: 'Finding 2' }));
    await waitFor(() =>
      expect(document.activeElement).toBe(second.getByRole('combobox', { name: 'What was seen' })),
    );
    await userEvent.keyboard('solid{ArrowDown}{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: 'Conclusion' }), 'Scar around the left L5 root');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      modality: 'mri',
      when: 'may 2019',
      regions: ['lumbar'],
      position: { value: 'supine' },
      findings: [
        { kind: null, what: 'scar', levels: 'l45', side: { value: 'left' } },
        { kind: 'solid_fusion', what: '', levels: '', side: { missing: 'not_asked' } },
      ],
      conclusion: 'Scar around the left L5 root',
      told_by: 'document',
    });
  });

  it('shows each issue at its field', async () => {
    open(() => [
      { path: 'modality', problem: { code: 'required' } },
      { path: 'findings.0.levels', problem: { code: 'not_a_level', text: 'L7' } },
      { path: 'findings', problem: { code: 'required' } },
    ]);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Levels' }), 'L7');
    await userEvent.keyboard('{Control>}s{/Control}');
    const kind = await screen.findByRole('radiogroup', {
      name: 'Kind of imaging',
      description: /Enter an answer/,
    });
    await waitFor(() => expect(kind.contains(document.activeElement)).toBe(true));
    expect(screen.getByRole('textbox', { name: 'Levels', description: /“L7” is not a level/ })).toBeTruthy();
    expect(
      screen.getByRole('combobox', { name: 'What was seen', description: /Enter an answer/ }),
    ).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('keeps how a finding is stated, how severe it is and what was measured, and words beside its code', async () => {
    const record = open();
    await userEvent.type(await screen.findByRole('combobox', { name: 'What was seen' }), 'Instability');
    const line = within(screen.getByRole('group', { name: 'Finding 1' }));
    await userEvent.click(line.getByRole('button', { name: /^More on this finding/ }));
    await userEvent.click(line.getByRole('radio', { name: 'Possible' }));
    await userEvent.click(line.getByRole('radio', { name: 'Mild to moderate' }));
    await userEvent.type(line.getByRole('textbox', { name: /^In the words of the report/ }), 'on bending');
    await userEvent.type(line.getByRole('textbox', { name: /^Measured/ }), 'translation 4 mm');
    expect(await violations()).toEqual([]);
    const what = line.getByRole('combobox', { name: 'What was seen' });
    await userEvent.type(what, ' of L4');
    await userEvent.type(what, '{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      findings: [
        {
          kind: 'instability',
          what: 'on bending',
          stated: 'possible',
          severity: 'mild_to_moderate',
          measures: 'translation 4 mm',
        },
      ],
    });
  });

  it('keeps contrast, numbering, what it was compared with and who looked at the pictures', async () => {
    const id = '01920000-0000-7000-8000-000000000001';
    const record = open(undefined, [
      { entry: `imaging ${id}`, id, noun: 'imaging', number: 1, when: '2019', title: 'MRI' },
    ]);
    await userEvent.click(await screen.findByRole('radio', { name: 'CT' }));
    await userEvent.click(screen.getByRole('button', { name: /^How it was made/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Contrast/ }), 'None');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Bone scan' }));
    await userEvent.click(screen.getByRole('button', { name: /^How it was read/ }));
    await userEvent.click(screen.getByRole('radio', { name: 'From C2 down' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Pictures seen' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^By whom/ }), 'Dr Lind');
    const compared = screen.getByRole('combobox', { name: /^Compared with/ });
    await userEvent.type(compared, 'mri{ArrowDown}{Enter}');
    await userEvent.type(screen.getByRole('textbox', { name: 'Conclusion' }), 'c');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      modality: 'ct',
      also: ['bone_scan'],
      contrast: { missing: 'absent' },
      numbering: { counted_from: { value: 'c2' } },
      compared_with: `imaging ${id}`,
      review: 'pictures_seen',
      reviewed_by: 'Dr Lind',
    });
  });

  it('takes a finding away again and keeps the others', async () => {
    const record = open();
    const what = await screen.findByRole('combobox', { name: 'What was seen' });
    await userEvent.type(what, 'first');
    await userEvent.click(screen.getByRole('button', { name: 'Add another finding' }));
    await userEvent.type(screen.getAllByRole('combobox', { name: 'What was seen' })[1] ?? what, 'second');
    await userEvent.click(screen.getByRole('button', { name: 'Remove Finding 1' }));
    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'What was seen' }).value).toBe('second');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ findings: [{ what: 'second' }] });
  });
});
