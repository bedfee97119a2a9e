import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { CompareVisits, VisitDay, VisitsCompared } from '../../ipc/generated';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { renderInWindow } from '../../test/renderInWindow';
import { blankOf } from '../entries/form/formState';
import VisitsSection from './VisitsSection.svelte';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const line = (entry: string, text: string) => ({ entry, text });
const day: VisitDay = {
  day: '10 Nov 2026',
  groups: [
    { noun: 'score', rows: [{ label: 'ODI', lines: [line('s2', '38 %')] }] },
    { noun: 'treatment', rows: [{ label: '', lines: [line('t1', 'Drug: pregabalin: 40 % relief')] }] },
  ],
};
function compared(asked: CompareVisits): VisitsCompared {
  const [one, other] = [asked.one || '2026-08-03', asked.other || '2026-11-10'].sort();
  return {
    choices: [
      { day: '2026-11-10', name: '10 Nov 2026: Follow-up visit' },
      { day: '2026-08-03', name: '3 Aug 2026: First visit' },
      { day: '2026-05-01', name: '1 May 2026: no visit recorded' },
    ],
    one: one ?? '',
    other: other ?? '',
    groups: [
      {
        noun: 'score',
        rows: [
          { label: 'ODI', one: [line('s1', '46 %')], other: [line('s2', '38 %')] },
          { label: 'PHQ-9', one: [], other: [line('s3', '7')] },
        ],
      },
    ],
  };
}

function open(entry?: string, day_?: VisitDay) {
  const record = fakeRecord();
  record.put('v2', { ...blankOf('visit'), kind: 'follow_up', when: '10 Nov 2026' });
  const transport = fakeTransport(record.handlers);
  transport.answer('visit_day', () => day_ ?? day);
  transport.answer('compare_visits', compared);
  renderInWindow(VisitsSection, { client: new Client(transport), patient, section: 'visits', entry });
  return { record, transport };
}

it('a visit is recorded by keyboard, and nobody is said to have come unasked', async () => {
  const { record } = open('new');
  const when = await screen.findByRole('textbox', { name: /^Day/ });
  expect((when as HTMLInputElement).value).toBe('today');
  expect(await violations()).toEqual([]);
  const kinds = within(screen.getByRole('radiogroup', { name: 'Kind of visit' }));
  await userEvent.click(kinds.getByRole('radio', { name: 'Telephone' }));
  const came = within(screen.getByRole('radiogroup', { name: 'Did the patient come?' }));
  expect(came.getAllByRole('radio').filter((one) => (one as HTMLInputElement).checked)).toEqual([]);
  await userEvent.click(came.getByRole('radio', { name: 'Came' }));
  await userEvent.type(screen.getByRole('textbox', { name: /^Seen by/ }), 'Dr Lind');
  await userEvent.type(screen.getByRole('textbox', { name: /^Decided/ }), 'no second injection');
  await userEvent.type(screen.getByRole('textbox', { name: /^Minutes/ }), '10');
  await userEvent.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(record.entries.size).toBe(2));
  expect([...record.entries.values()].at(-1)?.view.input).toMatchObject({
    noun: 'visit',
    kind: 'telephone',
    came: { value: 'came' },
    by: 'Dr Lind',
    decided: 'no second injection',
    minutes: '10',
    next: '',
  });
});

it('shows under a visit what else bears its day, each line with the way to its entry', async () => {
  open('v2');
  const section = within(await screen.findByRole('region', { name: 'Also recorded on 10 Nov 2026' }));
  expect(section.getByText('Scores')).toBeTruthy();
  expect(section.getByRole('link', { name: 'ODI: 38 %' }).getAttribute('href')).toBe(
    '#/patients/p1/scores/s2',
  );
  expect(section.getByRole('link', { name: 'Drug: pregabalin: 40 % relief' })).toBeTruthy();
  expect(await violations()).toEqual([]);
});

it.each([
  [{ day: '10 Nov 2026', groups: [] }, 'Nothing else in the record bears this day.'],
  [{ day: '', groups: [] }, 'This visit has no exact day, so nothing else can be found by it.'],
])('says so where there is nothing to show', async (answer, words) => {
  open('v2', answer);
  expect(await screen.findByText(words)).toBeTruthy();
});

it('sets two days side by side by key, and says what is on one side only', async () => {
  const { transport } = open();
  const views = within(await screen.findByRole('radiogroup', { name: 'What is shown' }));
  views.getByRole('radio', { name: 'List of visits' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  const table = within(await screen.findByRole('table', { name: /^What was recorded on 3 Aug 2026/ }));
  expect(table.getByRole('columnheader', { name: '10 Nov 2026: Follow-up visit' })).toBeTruthy();
  const cells = (row: HTMLElement) =>
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent.trim());
  expect(cells(table.getByRole('row', { name: /ODI/ }))).toEqual(['46 %', '38 %']);
  expect(cells(table.getByRole('row', { name: /PHQ-9/ }))).toEqual(['nothing recorded', '7']);
  expect(await violations()).toEqual([]);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'One day' }), '2026-05-01');
  await waitFor(() =>
    expect(transport.asked('compare_visits').at(-1)).toEqual({
      patient: 'p1',
      one: '2026-05-01',
      other: '2026-11-10',
    }),
  );
  // The day of the other side is taken: the two change sides.
  await screen.findByRole('table', { name: /^What was recorded on 1 May 2026/ });
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'One day' }), '2026-11-10');
  await waitFor(() =>
    expect(transport.asked('compare_visits').at(-1)).toEqual({
      patient: 'p1',
      one: '2026-11-10',
      other: '2026-05-01',
    }),
  );
});

it.each([0, 1])('says so where the patient was seen on no two days, but %i', async (days) => {
  const { transport } = open();
  const choices = [{ day: '2026-11-10', name: '10 Nov 2026: Follow-up visit' }].slice(0, days);
  transport.answer('compare_visits', () => ({ choices, one: '', other: '', groups: [] }));
  await userEvent.click(await screen.findByRole('radio', { name: 'Two side by side' }));
  await screen.findByText(/^Two days can be compared once/);
  expect(screen.queryByRole('table')).toBeNull();
});
