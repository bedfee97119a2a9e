import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { FactInput, Issue, SymptomInput } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { bodyDrawing, fakeRecord, patient } from '../../test/fakeRecord';
import { blankOf } from '../entries/form/formState';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function symptom(over: Partial<SymptomInput> = {}): FactInput {
  return {
    ...blankOf('symptom'),
    site: 'Leg',
    side: { missing: 'unknown' },
    qualities: ['burning', 'like ants, crawling'],
    onset: '2019',
    intensity: { value: '7' },
    intensity_kind: 'now',
    intensity_when: '3 May 2026',
    told_by: 'patient',
    ...over,
  };
}

function open(
  entry?: string,
  check?: (input: FactInput) => Issue[],
  before?: (record: ReturnType<typeof fakeRecord>) => void,
) {
  const record = fakeRecord(check);
  before?.(record);
  renderInWindow(EntryScreen, {
    section: 'symptoms',
    client: new Client(fakeTransport(record.handlers)),
    patient,
    entry,
  });
  return record;
}

describe('a symptom', () => {
  it('is recorded without a mouse', async () => {
    const record = open('new');
    const site = await screen.findByRole('combobox', { name: 'Where it hurts' });
    await waitFor(() => expect(document.activeElement).toBe(site));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('Leg{Escape}{Enter}outer calf{Enter}');
    const side = within(screen.getByRole('radiogroup', { name: 'Side' }));
    expect(document.activeElement).toBe(side.getByLabelText('Left'));
    await userEvent.keyboard(' {Enter}');
    expect(screen.getByRole('radiogroup', { name: 'How strong' }).contains(document.activeElement)).toBe(
      true,
    );
    await userEvent.keyboard('10');
    // What becomes of the rating is said before it is saved.
    await screen.findByText(/Saving also records it in Scores.*Pain in the leg, left, now/);
    screen.getByRole('radio', { name: '10' }).focus();
    await userEvent.keyboard('{Enter}{Enter}{Enter}{Enter}');
    const chips = screen.getByRole('group', { name: 'What it feels like' });
    expect(document.activeElement).toBe(within(chips).getByRole('checkbox', { name: 'dull ache' }));
    await userEvent.keyboard(' {End}{ArrowLeft} {Enter}');
    expect(document.activeElement).toBe(
      screen.getByRole('textbox', { name: 'What it feels like in other words' }),
    );
    await userEvent.keyboard('burning pain{Enter}{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Since when' }));
    await userEvent.keyboard('2 months after operation 1{Enter}gradually');
    await screen.findByText('Read as read 2 months after operation 1');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      site: 'Leg',
      radiation: 'outer calf',
      side: { value: 'left' },
      intensity: { value: '10' },
      intensity_kind: 'now',
      intensity_when: '29 Nov 2026',
      rated_as: 'leg',
      qualities: ['dull ache', 'pressing', 'burning pain'],
      onset: '2 months after operation 1',
      onset_words: 'gradually',
      told_by: 'patient',
    });
  });

  it('asks for the side where the core needs it', async () => {
    const record = open('new', (input) =>
      input.noun === 'symptom' && 'missing' in input.side && input.side.missing === 'not_asked'
        ? [{ path: 'side', problem: { code: 'side_needed' } }]
        : [],
    );
    await userEvent.type(await screen.findByRole('combobox', { name: 'Where it hurts' }), 'Leg');
    await userEvent.keyboard('{Control>}s{/Control}');
    const side = await screen.findByRole('radiogroup', { name: 'Side', description: /Choose a side/ });
    await waitFor(() => expect(side.contains(document.activeElement)).toBe(true));
    expect(await violations()).toEqual([]);
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Side: without an answer' }),
      'Unknown',
    );
    expect(screen.queryByText(/Choose a side/)).toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
  });

  it('comes back into its form as it was, and Delete takes a rating back without making it zero', async () => {
    const record = open('s1', undefined, ({ put }) => void put('s1', symptom()));
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    const chips = within(await screen.findByRole('group', { name: 'What it feels like' }));
    expect(chips.getByRole<HTMLInputElement>('checkbox', { name: 'burning' }).checked).toBe(true);
    expect(screen.getByDisplayValue('like ants, crawling')).toBeTruthy();
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Side: without an answer' }).value).toBe(
      'unknown',
    );
    screen.getByRole('radio', { name: '7' }).focus();
    await userEvent.keyboard('{Delete}');
    expect(
      screen.getByRole<HTMLSelectElement>('combobox', { name: 'How strong: without an answer' }).value,
    ).toBe('not_asked');
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason for the change' }), 'asked again');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.get('s1')?.view.version).toBe(2));
    expect(record.entries.get('s1')?.view.input).toEqual(
      symptom({ intensity: { missing: 'not_asked' }, intensity_kind: null, intensity_when: '' }),
    );
  });

  it('stands in a table whose rows lead to it', async () => {
    open(undefined, undefined, ({ put }) => {
      put('leg', symptom());
      put('back', symptom({ site: 'Низ спины', qualities: ['aching'] }));
    });
    await screen.findByRole('table', { name: 'Symptoms' });
    expect(screen.getByRole('link', { name: 'Низ спины' }).getAttribute('href')).toBe(
      '#/patients/p1/symptoms/back',
    );
    expect(screen.getAllByText('Quality:')).toHaveLength(2);
    expect(await violations()).toEqual([]);
    // The newest comes first; of two from the same time the one that was recorded last.
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Низ спины');
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement?.textContent).toContain('Leg');
  });

  it('asks as which pain a rating is compared where the site does not tell it', async () => {
    const record = open('new');
    await userEvent.type(await screen.findByRole('combobox', { name: 'Where it hurts' }), 'Groin');
    await userEvent.click(screen.getByRole('radio', { name: '4' }));
    await screen.findByText('Say as which pain it is compared, or that it is not.');
    await userEvent.keyboard('{Control>}s{/Control}');
    const chart = await screen.findByRole('radiogroup', { name: /On the chart as pain of the/ });
    await waitFor(() => expect(chart.contains(document.activeElement)).toBe(true));
    expect(record.entries.size).toBe(0);
    expect(await violations()).toEqual([]);
    await userEvent.click(within(chart).getByLabelText('Not on the chart'));
    await screen.findByText('It stays with this symptom; nothing is recorded in Scores.');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      intensity: { value: '4' },
      rated_as: null,
    });
  });

  it('records no second score when it is amended with the rating as it stands', async () => {
    const record = open('s1', undefined, ({ put }) => void put('s1', symptom()));
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    await screen.findByText(/saving without one records none/);
    await userEvent.type(screen.getByRole('textbox', { name: /Note/ }), 'worse at night');
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason for the change' }), 'asked again');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.get('s1')?.view.version).toBe(2));
    expect(record.entries.get('s1')?.view.input).toMatchObject({ note: 'worse at night', rated_as: null });
  });

  it('records a rating of another day as a new one, and says so', async () => {
    const record = open('s1', undefined, ({ put }) => void put('s1', symptom()));
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    await userEvent.click(await screen.findByRole('radio', { name: '5' }));
    // The same day is a mended number and no new rating.
    await screen.findByText(/A rating of this day stands already/);
    const on = screen.getByRole('textbox', { name: 'Rated on' });
    await userEvent.clear(on);
    await userEvent.type(on, '28 Nov 2026');
    await screen.findByText(/Saving also records it in Scores.*Pain in the leg, now/);
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason for the change' }), 'asked again');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.get('s1')?.view.version).toBe(2));
    expect(record.entries.get('s1')?.view.input).toMatchObject({
      intensity: { value: '5' },
      intensity_when: '28 Nov 2026',
      rated_as: 'leg',
    });
  });

  it('counts the words of both patterns and offers what asks on, without a verdict', async () => {
    open('new');
    const chips = within(await screen.findByRole('group', { name: 'What it feels like' }));
    await userEvent.click(chips.getByRole('checkbox', { name: 'dull ache' }));
    await screen.findByText('1 muscular, 0 neuropathic words; a count, not a diagnosis.');
    expect(screen.queryByRole('link', { name: 'Record DN4' })).toBeNull();
    await userEvent.click(chips.getByRole('checkbox', { name: 'touch hurts' }));
    await screen.findByText('1 muscular, 1 neuropathic word; a count, not a diagnosis.');
    expect(screen.getByRole('link', { name: 'Record DN4' }).getAttribute('href')).toBe(
      '#/patients/p1/scores/new-score-dn4',
    );
    expect(await violations()).toEqual([]);
  });

  it('says over the list what the words of all symptoms count to', async () => {
    const record = open(undefined, undefined, ({ put, handlers }) => {
      put('leg', symptom());
      handlers.symptoms_today = () => ({
        present: 2,
        over: 1,
        muscular: 1,
        neuropathic: 3,
        asks_on: [{ instrument: 'dn4', name: 'DN4' }],
      });
    });
    expect(record.entries.size).toBe(1);
    const now = within(await screen.findByRole('region', { name: 'Symptoms now' }));
    expect(now.getByText('2 symptoms that are not over, 1 that is')).toBeTruthy();
    expect(now.getByText('1 muscular, 3 neuropathic words; a count, not a diagnosis.')).toBeTruthy();
    expect(now.getByRole('link', { name: 'Record DN4' })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('asks which operation only with what it has to do with it, and says where the onset does not fit', async () => {
    const record = open(
      'new',
      (input) =>
        input.noun === 'symptom' && 'value' in input.relation && input.onset === '2018'
          ? [{ path: 'onset', problem: { code: 'onset_before_operation', number: 1 } }]
          : [],
      ({ put }) =>
        void put('op', {
          ...blankOf('surgery'),
          procedures: [{ text: 'Microdiscectomy', code: null }],
          levels: 'L5-S1',
          when: '2019',
        }),
    );
    await userEvent.type(await screen.findByRole('combobox', { name: 'Where it hurts' }), 'Low back');
    await userEvent.type(screen.getByRole('textbox', { name: 'Since when' }), '2018');
    expect(screen.queryByRole('combobox', { name: 'Which operation' })).toBeNull();
    await userEvent.click(screen.getByRole('radio', { name: 'New after it' }));
    const which = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Which operation' });
    expect(which.value).toBe('operation 1');
    expect(which.selectedOptions[0]?.textContent).toBe('Operation 1: Microdiscectomy, L5-S1, 2019');
    await userEvent.keyboard('{Control>}s{/Control}');
    await screen.findByText(/This lies before operation 1, so it can't be new after it/);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Since when' })),
    );
    await userEvent.clear(screen.getByRole('textbox', { name: 'Since when' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Since when' }), '2020');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(2));
    expect([...record.entries.values()][1]?.view.input).toMatchObject({
      relation: { value: 'new' },
      operation: 'operation 1',
      onset: '2020',
    });
  });

  it('is over on a day, runs in a pattern and has its limits, all by keyboard', async () => {
    const record = open('new');
    await userEvent.type(await screen.findByRole('combobox', { name: 'Where it hurts' }), 'Low back');
    screen.getByRole('radio', { name: 'Over' }).focus();
    await userEvent.keyboard(' ');
    await userEvent.type(screen.getByRole('textbox', { name: /Over since/ }), 'May 2021');
    for (const name of [/How far it reaches/, /How it runs/, /What it depends on/]) {
      screen.getByRole('button', { name }).focus();
      await userEvent.keyboard('{Enter}');
    }
    await userEvent.type(screen.getByRole('textbox', { name: 'Dermatomes' }), 'L5, S1');
    await userEvent.click(
      within(screen.getByRole('radiogroup', { name: 'Below the knee' })).getByLabelText('Yes'),
    );
    await userEvent.click(screen.getByLabelText('Constant with attacks'));
    await userEvent.click(screen.getByLabelText('Night'));
    await userEvent.type(screen.getByRole('textbox', { name: /^Sitting/ }), '20');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Walking unlimited' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^Walks until it comes/ }), '600 ft');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      over: true,
      resolved: 'May 2021',
      dermatomes: 'L5, S1',
      below_knee: 'yes',
      below_elbow: 'not_asked',
      pattern: { value: 'constant_with_attacks' },
      time_of_day: { value: 'night' },
      sitting: { value: '20' },
      standing: { missing: 'not_asked' },
      walking: { value: 'unlimited' },
      walking_distance: { value: '600 ft' },
    });
  });
});

describe('the body map', () => {
  /** Looked for by their words: whole forms are slow to search by role. */
  async function openMap() {
    const line = (await screen.findByText('Body map')).closest('button');
    // The form gives the focus to its first field once it stands.
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
    line?.focus();
    await userEvent.keyboard('{Enter}');
    const group = (await screen.findByText(/^Regions: /)).closest('[role="group"]');
    if (!(group instanceof HTMLElement)) throw new Error('the regions are no group');
    return within(group);
  }

  it('is marked by keys: arrows and letters lead, Space marks, and each mark has its strength and depth', async () => {
    const record = open('new');
    const regions = await openMap();
    const first = await regions.findByRole('checkbox', { name: 'Front of the knee, left' });
    first.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(regions.getByRole('checkbox', { name: 'Front of the knee, right' }));
    await userEvent.keyboard('low');
    expect(document.activeElement).toBe(regions.getByRole('checkbox', { name: 'Low back, left' }));
    // The figure follows the focus.
    expect(document.querySelector('path.focused')?.getAttribute('data-region')).toBe('back.low_back.left');
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toBe(regions.getByRole('checkbox', { name: 'Low back, right' }));
    await userEvent.keyboard(' ');
    screen.getByLabelText('Numbness').focus();
    await userEvent.keyboard(' ');
    const again = regions.getByRole<HTMLInputElement>('checkbox', { name: 'Low back, right' });
    expect(again.checked).toBe(false);
    again.focus();
    await userEvent.keyboard(' ');
    const marked = within(screen.getByLabelText('Marked regions'));
    await userEvent.selectOptions(marked.getByLabelText('Strength of Low back, right: Pain'), '7/10');
    await userEvent.selectOptions(marked.getByLabelText('Depth of Low back, right: Pain'), 'Deep');
    expect(await violations()).toEqual([]);
    await userEvent.click(marked.getByRole('button', { name: /Low back, right: Numbness/ }));
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      areas: [{ region: 'back.low_back.right', feeling: 'pain', intensity: '7', depth: 'deep' }],
    });
  });

  it('is marked by the pointer: a press turns a region on, another one off, and the picture is told in words', async () => {
    open('new');
    await openMap();
    const region = () => {
      const shape = document.querySelector<SVGPathElement>('path[data-region="front.knee.left"]');
      if (!shape) throw new Error('the region is not drawn');
      return shape;
    };
    await waitFor(() => region());
    expect(screen.getByRole('img', { name: 'Nothing is marked' })).toBeTruthy();
    await userEvent.click(region());
    await screen.findByRole('img', { name: 'pain: front.knee.left' });
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Front of the knee, left' }).checked).toBe(
      true,
    );
    await userEvent.click(region());
    await screen.findByRole('img', { name: 'Nothing is marked' });
    expect(screen.queryByRole('group', { name: 'Marked regions' })).toBeNull();
  });

  it('marks nothing from words (trap 49), and opens where something is marked', async () => {
    const marked = { region: 'front.knee.left', feeling: 'pain', intensity: '', depth: null } as const;
    open('s1', undefined, ({ put }) => {
      put('s1', symptom({ site: 'Knee', qualities: ['burning', 'numbness'], areas: [marked] }));
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    const list = within(await screen.findByRole('group', { name: 'Marked regions' }));
    expect(list.getAllByRole('listitem')).toHaveLength(1);
  });

  it('stands over the list, and two days are compared with what is not known said', async () => {
    const asked: string[][] = [];
    open(undefined, undefined, ({ put, handlers }) => {
      put('leg', symptom());
      handlers.symptoms_today = () => ({ present: 1, over: 0, muscular: 0, neuropathic: 0, asks_on: [] });
      handlers.body_maps = ({ days }) => {
        asked.push(days);
        return days.map((day) => ({
          day: day || '29 Nov 2026',
          drawing: bodyDrawing([{ region: 'front.knee.left', feeling: 'pain', intensity: '7', depth: null }]),
          not_placed: day ? ['Low back: start unknown'] : [],
        }));
      };
    });
    const now = within(await screen.findByRole('region', { name: 'Body map on 29 Nov 2026' }));
    expect(now.getByRole('img', { name: 'pain: front.knee.left 7' })).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: /Compare with an earlier day/ }), '3 May 2021');
    const then = within(await screen.findByRole('region', { name: 'Body map on 3 May 2021' }));
    expect(then.getByText(/not known whether they were there: Low back: start unknown/)).toBeTruthy();
    expect(asked.at(-1)).toEqual(['3 May 2021', '']);
    expect(await violations()).toEqual([]);
  });
});
