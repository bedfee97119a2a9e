import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { ExaminationInput, PowerInput } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { renderInWindow } from '../../test/renderInWindow';
import EntryScreen from '../entries/page/EntryScreen.svelte';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const empty: ExaminationInput = {
  when: '3 May 2026',
  power: [],
  sensation: [],
  reflexes: [],
  signs: [],
  tension: [],
  gait: [],
  gait_words: '',
  saddle: { missing: 'not_asked' },
  anal_tone: { missing: 'not_asked' },
  told_by: 'clinician',
  note: '',
};
const toe = (side: 'left' | 'right', grade: string): PowerInput => ({
  muscle: 'l5',
  side,
  grade,
  known: false,
});

function open(before: Record<string, Partial<ExaminationInput>> = {}) {
  const record = fakeRecord();
  for (const [id, input] of Object.entries(before)) {
    record.put(id, { noun: 'examination', ...empty, ...input });
  }
  const client = new Client(fakeTransport(record.handlers));
  renderInWindow(EntryScreen, { client, patient, section: 'examinations', entry: 'new' });
  return record;
}
const power = (name: string) => screen.findByRole('textbox', { name });
function kept(record: ReturnType<typeof fakeRecord>, count = 1): ExaminationInput {
  expect(record.entries.size).toBe(count);
  const input = [...record.entries.values()].at(-1)?.view.input;
  if (input?.noun !== 'examination') throw new Error('no examination was kept');
  return input;
}
const save = () => userEvent.keyboard('{Control>}s{/Control}');

describe('an examination', () => {
  it('takes grades down a side by keys, and sets the rest to normal only where one says so', async () => {
    const record = open();
    (await power('Ankle dorsiflexors (L4), left')).focus();
    await userEvent.keyboard('5{Enter}4-');
    await userEvent.click(screen.getByRole('button', { name: 'Normal where empty: legs' }));
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    const { power: given } = kept(record);
    expect(given).toHaveLength(10);
    expect(given.find(({ muscle, side }) => muscle === 'l5' && side === 'left')?.grade).toBe('4-');
    expect(given.filter(({ grade }) => grade === '5')).toHaveLength(9);
    expect(given.some(({ muscle }) => muscle === 'c5')).toBe(false);
  });

  it('shows what was found last beside its field and takes it over field by field alone', async () => {
    const record = open({
      older: { when: '1 Mar 2026', power: [toe('right', '3')] },
      last: { power: [toe('left', '4-')], reflexes: [{ reflex: 'ankle', side: 'left', grade: '0' }] },
    });
    const take = 'Take the last of Great-toe extensor (L5), left: last 4-, 3 May 2026';
    expect(await screen.findByRole('button', { name: take })).toBeTruthy();
    expect(
      screen.getByRole('button', { name: /Great-toe extensor \(L5\), right: last 3, 1 Mar 2026/ }),
    ).toBeTruthy();
    const field = await power('Great-toe extensor (L5), left');
    expect((field as HTMLInputElement).value).toBe('');
    field.focus();
    await userEvent.keyboard('=');
    await save();
    await waitFor(() => expect(record.entries.size).toBe(3));
    const input = kept(record, 3);
    expect(input.power).toEqual([toe('left', '4-')]);
    expect(input.reflexes).toEqual([]);
  });

  it('keeps sensation, reflexes, tension, gait, saddle and tone by side; untouched is not examined', async () => {
    const record = open();
    await power('Hip flexors (L2), left');
    await userEvent.click(screen.getByRole('button', { name: /^Sensation Light/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'S1, light touch, left' }), 'altered');
    await userEvent.click(screen.getByRole('button', { name: /^Reflexes/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Ankle, left' }), '0');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Plantar upgoing, left' }), 'absent');
    await userEvent.click(screen.getByRole('button', { name: /^Nerve tension/ }));
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Straight-leg raise, angle in degrees, left' }),
      '30',
    );
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Straight-leg raise, brought about, left' }),
      'leg pain',
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'Antalgic' }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /Anal tone/ }), 'declined');
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      power: [],
      sensation: [{ dermatome: 's1', side: 'left', light_touch: 'altered', pinprick: null }],
      reflexes: [{ reflex: 'ankle', side: 'left', grade: '0' }],
      signs: [{ sign: 'plantar_up', side: 'left', found: 'absent' }],
      tension: [{ test: 'straight_leg_raise', side: 'left', angle: '30', reproduced: 'leg_pain' }],
      gait: ['antalgic'],
      saddle: { missing: 'not_asked' },
      anal_tone: { missing: 'declined' },
    });
  });

  it('tells what is no grade at its field', async () => {
    const record = open();
    await userEvent.type(await power('Great-toe extensor (L5), left'), '4.5');
    record.refuse.push({
      code: 'invalid',
      issues: [{ path: 'power.l5_left', problem: { code: 'not_a_grade', text: '4.5' } }],
    });
    await save();
    const field = await power('Great-toe extensor (L5), left');
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByText(/“4.5” is not a grade of muscle power/)).toBeTruthy();
  });
});
