/** Every list of what has a date: the newest first, turned round by one choice, which is kept for that list alone. */
import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../../ipc/client';
import type { ChangeRow, DatedList, EntryRow, Noun, Preferences } from '../../../ipc/generated';
import { fakeTransport } from '../../../ipc/transport.fake';
import { readPreferences, usual } from '../../../preferences.svelte';
import type { Section } from '../../../router';
import { violations } from '../../../test/axe';
import { ready } from '../../../test/record';
import { chart, pastWeeks, running, withPlan } from '../../../test/walking';
import PatientScreen from '../../patients/record/PatientScreen.svelte';
import { nothing, row as score } from '../../progress/samples';
import { renderInWindow } from '../../../test/renderInWindow';

vi.setConfig({ testTimeout: 30_000 });

const names = ['first', 'second', 'undated', 'third'];
const timed = (name: string) => name !== 'undated';

const entries = (noun: Noun): EntryRow[] =>
  names.map((name, at) => ({
    id: name,
    noun,
    number: at + 1,
    timed: timed(name),
    version: 1,
    shown: { when: timed(name) ? `${at + 1} May 2019` : 'unknown', title: name, details: [] },
    amendments: 0,
  }));
const changes: ChangeRow[] = [...names].reverse().map((name) => ({
  entry: name,
  version: 1,
  noun: 'symptom',
  kind: 'record',
  title: name,
  recorded_by: 'Dr Sample',
  recorded_at: '25 Nov 2026, 14:01',
  reason: null,
  stands: true,
}));

interface Place {
  section: Section;
  /** Leads to the list from the section. */
  open?: () => Promise<unknown>;
  /** What has no date is told apart in it. */
  knowsUndated?: boolean;
}
const tab = (name: string) => async () => userEvent.click(await screen.findByRole('radio', { name }));
const unfold = (name: RegExp) => async () => userEvent.click(await screen.findByRole('button', { name }));

/** Where each list stands; a list that is not here is no list of the window. */
const places: Record<DatedList, Place> = {
  surgery: { section: 'surgeries' },
  symptom: { section: 'symptoms', knowsUndated: true },
  imaging: { section: 'imaging', knowsUndated: true },
  treatment: { section: 'treatments', knowsUndated: true },
  score: { section: 'scores', knowsUndated: true },
  progress: { section: 'progress', knowsUndated: true },
  flag: { section: 'flags', knowsUndated: true },
  device: { section: 'safety', knowsUndated: true },
  anticoagulant: { section: 'safety', open: tab('Blood thinners'), knowsUndated: true },
  check: { section: 'safety', open: tab('Checks'), knowsUndated: true },
  walking_row: { section: 'walking', open: unfold(/^Show the numbers/) },
  walking_week: { section: 'walking', open: unfold(/^Earlier weeks/) },
  walking_event: { section: 'walking' },
  reading: { section: 'readings', knowsUndated: true },
  examination: { section: 'examinations', knowsUndated: true },
  diagnosis: { section: 'diagnoses', knowsUndated: true },
  electrodiagnosis: { section: 'electrodiagnosis', knowsUndated: true },
  document: { section: 'documents', knowsUndated: true },
  visit: { section: 'visits', knowsUndated: true },
  history: { section: 'history' },
};
const lists = Object.keys(places) as DatedList[];

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => 900);
});

async function show(list: DatedList, kept: Preferences = usual) {
  const { section, open } = places[list];
  const transport = fakeTransport({
    ...ready,
    get_preferences: () => kept,
    list_entries: ({ noun }) => entries(noun),
    list_changes: () => changes,
    progress_chart: () => ({
      ...nothing,
      rows: names.map((name) => score(name, name, '5', { timed: timed(name) })),
    }),
    safety_gates: () => ({
      choices: [],
      blocks: false,
      mri: 'not_assessed',
      class: null,
      headline: 'Implants: not assessed.',
      lines: [],
      missing: [],
      checks: [],
      counts: [],
      sources: [],
    }),
    walking: () =>
      withPlan({
        ...running,
        weeks: pastWeeks(3).map((week, at) => ({ ...week, title: ['third', 'second', 'first'][at] ?? '' })),
        events: ['third', 'second', 'first'].map((text) => ({
          entry: text,
          text,
          on: '9 Nov 2026',
          by: '',
          reason: '',
          can_be_retracted: false,
        })),
      }),
    walking_chart: () => ({ ...chart, rows: ['first', 'second', 'third'].map((name) => [name, '6']) }),
  });
  const client = new Client(transport);
  await readPreferences(client);
  location.hash = `#/patients/p1/${section}`;
  const shown = renderInWindow(PatientScreen, { client, id: 'p1', section });
  await open?.();
  return { transport, ...shown };
}
/** The choice that turns the list round. */
async function orderOf(list: DatedList): Promise<HTMLElement> {
  const [first, ...rest] = await screen.findAllByRole('radiogroup', { name: /^Order: / });
  const named: Partial<Record<DatedList, string>> = {
    walking_row: 'Order: Walking by day',
    walking_week: 'Order: Earlier weeks',
    walking_event: 'Order: What happened',
  };
  const wanted = named[list];
  if (wanted) return screen.getByRole('radiogroup', { name: wanted });
  if (!first || rest.length > 0) throw new Error('one list, one order');
  return first;
}
/** The names of the rows of the list that follows `order`, from the top. */
function rows(order: HTMLElement): string[] {
  const all = [...document.querySelectorAll('tbody tr, ol > li, ul > li')].filter(
    (one) => order.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const found = all.map((one) => /first|second|third|undated/.exec(one.textContent ?? '')?.[0]);
  const list = found.filter((name) => name !== undefined);
  // The first of each name is that of the list; others on the screen come after it.
  return list.filter((name, at) => list.indexOf(name) === at);
}

describe('a list of what has a date', () => {
  it.each(lists)('runs as chosen and is so the next time: %s', async (list) => {
    const oldestFirst = list === 'surgery';
    const { transport, unmount } = await show(list);
    const order = await orderOf(list);
    const all = ['walking_row', 'walking_week', 'walking_event'].includes(list)
      ? ['first', 'second', 'third']
      : names;
    const oldest = places[list].knowsUndated
      ? [...all.filter(timed), ...all.filter((one) => !timed(one))]
      : all;
    const newest = places[list].knowsUndated
      ? [...all.filter(timed).reverse(), ...all.filter((one) => !timed(one))]
      : [...all].reverse();
    expect(rows(order)).toEqual(oldestFirst ? oldest : newest);
    const words = screen.queryByText('1 without a date stands at the end');
    expect(words !== null).toBe(places[list].knowsUndated ?? false);
    expect(await violations()).toEqual([]);
    await userEvent.click(
      within(order).getByRole('radio', { name: oldestFirst ? 'Newest first' : 'Oldest first' }),
    );
    await waitFor(() => expect(rows(order)).toEqual(oldestFirst ? newest : oldest));
    const chosen = { [list]: oldestFirst ? 'newest_first' : 'oldest_first' };
    expect(transport.asked('save_preferences')).toEqual([{ ...usual, orders: chosen }]);
    unmount();
    await show(list, { ...usual, orders: chosen });
    const again = await orderOf(list);
    expect(rows(again)).toEqual(oldestFirst ? newest : oldest);
  });

  it('has no place for what has no date where nothing has one', async () => {
    const transport = fakeTransport({
      ...ready,
      list_entries: ({ noun }) => entries(noun).map((row) => ({ ...row, timed: false })),
    });
    const client = new Client(transport);
    await readPreferences(client);
    renderInWindow(PatientScreen, { client, id: 'p1', section: 'symptoms' });
    const order = await screen.findByRole('radiogroup', { name: /^Order: / });
    expect(rows(order)).toEqual([...names].reverse());
    expect(screen.queryByText(/without a date/)).toBeNull();
  });
});
