import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import { blankExamination, type ExaminationInput, type PowerInput } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { renderInWindow } from '../../test/renderInWindow';
import EntryScreen from '../entries/page/EntryScreen.svelte';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const empty: ExaminationInput = { ...blankExamination(), when: '3 May 2026' };
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
    await userEvent.click(screen.getByRole('button', { name: 'Muscle power examined and normal: legs' }));
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
    expect(input.carried).toEqual([{ field: 'power.l5_left', from: 'examination last' }]);
  });

  it('trap 50: a copied finding is marked until it is typed anew or said to be examined now', async () => {
    const record = open({
      last: {
        power: [toe('left', '4-'), toe('right', '5')],
        saddle: { value: 'normal' },
        gait: ['antalgic'],
      },
    });
    await screen.findByRole('button', { name: /^Take the last of Great-toe extensor \(L5\), left/ });
    (await power('Great-toe extensor (L5), left')).focus();
    await userEvent.keyboard('=');
    const marked = 'Great-toe extensor (L5), left is carried forward from 3 May 2026. It was examined now';
    expect(await screen.findByRole('button', { name: marked })).toBeTruthy();
    // Once more: it was examined now.
    await userEvent.keyboard('=');
    expect(screen.queryByRole('button', { name: marked })).toBeNull();
    // Typed anew it is no copy either.
    (await power('Great-toe extensor (L5), right')).focus();
    await userEvent.keyboard('={Backspace}4+');
    await userEvent.click(screen.getByRole('button', { name: /^Gait and balance Gait/ }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Take the last of Gait: last Antalgic, 3 May 2026' }),
    );
    await userEvent.click(screen.getByRole('button', { name: /^Saddle and anal/ }));
    await userEvent.click(screen.getByRole('button', { name: /^Take the last of Sensation in the saddle/ }));
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(2));
    const input = kept(record, 2);
    expect(input.power).toEqual([toe('left', '4-'), toe('right', '4+')]);
    expect(input).toMatchObject({ gait: ['antalgic'], saddle: { value: 'normal' } });
    expect(input.carried.map(({ field }) => field)).toEqual(['gait', 'saddle']);
  });

  it('trap 50: one button says what is in it, fills what is empty of it alone, and leaves what was typed', async () => {
    const record = open();
    const field = await power('Great-toe extensor (L5), left');
    await userEvent.type(field, '3');
    expect(screen.getByText(/^Both sides: power L2 to S1 5; light touch L1 to S2 normal/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Legs examined and normal' }));
    expect(
      await screen.findByText(/^Legs examined and normal: 33 empty fields are set to normal/),
    ).toBeTruthy();
    expect(screen.getByText(/; 1 already held something and stays\.$/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Gait and balance examined and normal' }));
    await userEvent.clear(await power('Hip flexors (L2), right'));
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    const input = kept(record);
    expect(input.power).toHaveLength(9);
    expect(input.power.find(({ muscle, side }) => muscle === 'l5' && side === 'left')?.grade).toBe('3');
    expect(input.power.every(({ muscle }) => muscle.startsWith('l') || muscle === 's1')).toBe(true);
    expect(input.sensation.every(({ light_touch, pinprick }) => light_touch === 'normal' && !pinprick)).toBe(
      true,
    );
    expect(input.sensation).toHaveLength(14);
    expect(input.reflexes.map(({ reflex, grade }) => `${reflex} ${grade}`)).toEqual([
      'knee 2+',
      'knee 2+',
      'ankle 2+',
      'ankle 2+',
    ]);
    expect(input.signs.map(({ sign, found }) => `${sign} ${found}`)).toEqual([
      'plantar_up absent',
      'plantar_up absent',
      'clonus absent',
      'clonus absent',
    ]);
    expect(input.tension.map(({ test, angle, reproduced }) => `${test} ${angle} ${reproduced}`)).toEqual([
      'straight_leg_raise  nothing',
      'straight_leg_raise  nothing',
    ]);
    expect(input).toMatchObject({
      gait: ['normal'],
      aids: [],
      tandem: { value: 'normal' },
      romberg: { value: 'normal' },
      stance: [],
      falls: { missing: 'not_asked' },
      motion: [],
      provocation: [],
      local: [],
      saddle: { missing: 'not_asked' },
      carried: [],
    });
    expect(input.walks).toHaveLength(4);
  });

  it('takes movements with how they were measured, which goes on for the next', async () => {
    const record = open();
    await power('Hip flexors (L2), left');
    await userEvent.click(screen.getByRole('button', { name: /^Movement of the spine/ }));
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Lumbar: Flexion, how it was measured' }),
      'inclinometer (°)',
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Lumbar: Flexion, value' }), '40');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Lumbar: Flexion, Schober (cm), value' }),
      '3.5',
    );
    await userEvent.type(screen.getByRole('textbox', { name: 'Lumbar: Rotation, left, value' }), '30');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Cervical: Extension, pain' }),
      'painful',
    );
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    const rows = kept(record).motion.map((one) =>
      [one.part, one.movement, one.side, one.method, one.value, one.pain].join(' '),
    );
    expect(rows).toEqual([
      'lumbar flexion  inclinometer 40 ',
      'lumbar flexion  schober 3.5 ',
      'lumbar rotation left inclinometer 30 ',
      'cervical extension    painful',
    ]);
  });

  it('counts sacroiliac tests and takes places, aids, beats and falls', async () => {
    const record = open();
    await power('Hip flexors (L2), left');
    await userEvent.click(screen.getByRole('button', { name: /^Provocation tests/ }));
    const provoke = (name: string, found: string) =>
      userEvent.selectOptions(screen.getByRole('combobox', { name }), found);
    await provoke('Distraction (sacroiliac), left', 'positive');
    await provoke('Thigh thrust (sacroiliac), left', 'negative');
    await provoke('Gaenslen (sacroiliac), left', 'not done');
    await provoke('Lumbar facet loading, left', 'positive');
    expect(screen.getByText(/^Sacroiliac tests, left: 1 of 5 positive, 2 done\./)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Places/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Add a place' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Scar' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'quiet' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'red' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'tender' }));
    await userEvent.click(screen.getByRole('button', { name: /^Gait and balance Gait/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Rollator' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'No aid' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Falls in the last 12 months/ }), '2');
    await userEvent.click(screen.getByRole('button', { name: /^Reflexes Tendon/ }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Clonus, beats or sustained, left' }), '4');
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      provocation: [
        { test: 'distraction', side: 'left', found: 'positive' },
        { test: 'thigh_thrust', side: 'left', found: 'negative' },
        { test: 'gaenslen', side: 'left', found: 'not_done' },
        { test: 'lumbar_facet_loading', side: 'left', found: 'positive' },
      ],
      local: [{ what: 'scar', states: ['tender', 'red'] }],
      aids: ['no_aid'],
      falls: { value: '2' },
      signs: [{ sign: 'clonus', side: 'left', found: 'present', beats: '4' }],
    });
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
    await userEvent.click(screen.getByRole('button', { name: /^Gait and balance Gait/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Antalgic' }));
    await userEvent.click(screen.getByRole('button', { name: /^Saddle and anal/ }));
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

  it('has the other dermatomes behind one button, and no set says that they were examined', async () => {
    const record = open();
    await power('Hip flexors (L2), left');
    await userEvent.click(screen.getByRole('button', { name: /^Sensation Light/ }));
    expect(screen.queryByRole('combobox', { name: 'T10, light touch, left' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /^17 more dermatomes/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'T10, pinprick, left' }), 'altered');
    await userEvent.click(screen.getByRole('button', { name: 'The usual dermatomes alone' }));
    // What holds a finding stays in sight.
    expect(screen.getByRole('combobox', { name: 'T10, pinprick, left' })).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'S4, pinprick, left' })).toBeNull();
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      sensation: [{ dermatome: 't10', side: 'left', light_touch: null, pinprick: 'altered' }],
    });
  });

  it('counts behavioural signs of the groups that were examined, and says what they do not', async () => {
    const record = open();
    await power('Hip flexors (L2), left');
    await userEvent.click(screen.getByRole('button', { name: /^Behavioural signs \(Waddell\)/ }));
    const answer = async (group: RegExp, name: string) => {
      const choice = within(screen.getByRole('radiogroup', { name: group }));
      await userEvent.click(choice.getByRole('radio', { name }));
    };
    await answer(/^Tenderness/, 'Yes');
    await answer(/^Simulation/, 'No');
    await answer(/^Regional/, 'Not examined');
    expect(
      screen.getByText(/1 of 2 groups examined, of 5\. They neither prove nor exclude a cause\./),
    ).toBeTruthy();
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      behavioural: [
        { group: 'tenderness', found: 'yes' },
        { group: 'simulation', found: 'no' },
        { group: 'regional', found: 'not_examined' },
      ],
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

  it('opens what is folded where its choice was refused', async () => {
    const record = open();
    await userEvent.type(await power('Great-toe extensor (L5), left'), '4');
    const section = screen.getByRole('button', { name: /^Gait and balance Gait/ });
    expect(section.getAttribute('aria-expanded')).toBe('false');
    record.refuse.push({
      code: 'invalid',
      issues: [{ path: 'aids', problem: { code: 'do_not_go_together' } }],
    });
    await save();
    await waitFor(() => expect(section.getAttribute('aria-expanded')).toBe('true'));
    expect(screen.getByRole('group', { name: 'Walks with', description: /exclude each other/ })).toBeTruthy();
  });
});
