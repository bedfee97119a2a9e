import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { EntryView, PlanRow } from '../../ipc/generated';
import { blanks } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { ready, patient as view } from '../../test/record';
import { renderInWindow } from '../../test/renderInWindow';
import EntryScreen from '../entries/page/EntryScreen.svelte';
import PlanCard from './PlanCard.svelte';
import RequestsDue from './RequestsDue.svelte';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const overdue: PlanRow = {
  entry: 'i1',
  title: 'Second opinion: before a revision',
  text: 'Dr Lind; overdue, was due by 3 May 2026',
  is: 'overdue',
};
const item: EntryView = {
  id: 'i1',
  patient: 'p1',
  noun: 'plan_item',
  version: 4,
  stands: true,
  recorded_by: 'Dr A.',
  recorded_at: '25 Nov 2026, 14:03',
  input: {
    ...blanks.plan_item(),
    kind: 'second_opinion',
    what: 'before a revision',
    owner: 'Dr Lind',
    due: '3 May 2026',
  },
  shown: { when: '', title: overdue.title, details: [] },
};

function show(open: PlanRow[], count: number, handlers: Handlers = {}) {
  const transport = fakeTransport({
    ...ready,
    open_plan: () => open,
    get_entry: () => item,
    amend_entry: ({ input }) => ({ value: { ...item, input, version: 5 }, changes: ['patient/p1'] }),
    ...handlers,
  });
  renderInWindow(PlanCard, { client: new Client(transport), patient: view, count });
  return transport;
}

describe('a plan item', () => {
  it('is recorded by keys with who sees to it and by when', async () => {
    const record = fakeRecord();
    const client = new Client(fakeTransport(record.handlers));
    renderInWindow(EntryScreen, { client, patient, section: 'requests', entry: 'new' });
    const kind = await screen.findByRole('combobox', { name: 'Kind' });
    expect(await violations()).toEqual([]);
    await userEvent.selectOptions(kind, 'Referral');
    await userEvent.type(screen.getByRole('textbox', { name: /^What/ }), 'pain clinic');
    await userEvent.type(screen.getByRole('textbox', { name: /^Who sees to it/ }), 'Dr Lind');
    await userEvent.type(screen.getByRole('textbox', { name: /^Due by/ }), 'Jan 2027');
    expect(screen.queryByRole('textbox', { name: /^Outcome/ })).toBeNull();
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      noun: 'plan_item',
      kind: 'referral',
      what: 'pain clinic',
      owner: 'Dr Lind',
      due: 'Jan 2027',
      state: 'open',
    });
  });

  it('of what was told names its subjects by keys, and no words of one’s own are asked for', async () => {
    const record = fakeRecord();
    const client = new Client(fakeTransport(record.handlers));
    renderInWindow(EntryScreen, { client, patient, section: 'requests', entry: 'new' });
    const kind = await screen.findByRole('combobox', { name: 'Kind' });
    await userEvent.selectOptions(kind, 'Referral');
    expect(screen.queryByRole('group', { name: 'Talked through' })).toBeNull();
    await userEvent.selectOptions(kind, 'Information or teaching');
    const subjects = within(screen.getByRole('group', { name: 'Talked through' }));
    subjects.getByRole('checkbox', { name: 'What treatment can reach' }).focus();
    await userEvent.keyboard(' {ArrowRight} ');
    await userEvent.click(subjects.getByRole('checkbox', { name: 'When to walk less or stop' }));
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect([...record.entries.values()][0]?.view.input).toMatchObject({
      kind: 'information',
      topics: ['realistic_goals', 'no_promise', 'walk_less'],
      what: 'Explained to the patient',
      state: 'done',
    });
  });

  it('that was given is done when it is written down', async () => {
    const record = fakeRecord();
    const client = new Client(fakeTransport(record.handlers));
    renderInWindow(EntryScreen, { client, patient, section: 'requests', entry: 'new' });
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Kind' }), 'Advice given');
    const state = within(screen.getByRole('radiogroup', { name: 'Where it stands' }));
    expect(state.getByRole<HTMLInputElement>('radio', { name: 'Done' }).checked).toBe(true);
  });
});

describe('the card of the plan', () => {
  it('records an outcome by two keystrokes: O on the line, and Ctrl+S', async () => {
    const transport = show([overdue], 1);
    const line = await screen.findByRole('link', { name: overdue.title });
    expect(await violations()).toEqual([]);
    line.focus();
    await userEvent.keyboard('o');
    await screen.findByRole('textbox', { name: /^Outcome/ });
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(transport.asked('amend_entry')).toHaveLength(1));
    expect(transport.asked('amend_entry')[0]).toMatchObject({
      entry: 'i1',
      base_version: 4,
      reason: 'Outcome recorded',
      input: {
        noun: 'plan_item',
        what: 'before a revision',
        owner: 'Dr Lind',
        state: 'done',
        settled: 'today',
      },
    });
  });

  it('says that nothing is recorded, or that nothing is open, which are two things', async () => {
    show([], 0);
    await screen.findByText('No plan or request recorded yet.');
  });

  it('leads to what is settled where nothing is open', async () => {
    show([], 3);
    await screen.findByText('Nothing is open.');
    expect(screen.getByRole('link', { name: 'All 3 plan items' })).toBeTruthy();
  });
});

it('lists the open requests of the clinic that are due, with who sees to them', async () => {
  const list_requests = () => ({
    rows: [
      {
        patient: 'p1',
        name: 'Sample, Anna',
        born: '3 May 1961',
        number: null,
        entry: 'i1',
        title: overdue.title,
        owner: '',
        text: 'overdue, was due by 3 May 2026',
        overdue: true,
      },
    ],
    total: 1,
  });
  renderInWindow(RequestsDue, { client: new Client(fakeTransport({ ...ready, list_requests })) });
  await screen.findByText('1 request is due or overdue.');
  const link = screen.getByRole('link', { name: 'Sample, Anna' });
  expect(link.getAttribute('href')).toBe('#/patients/p1/requests/i1');
  expect(screen.getByText('overdue, was due by 3 May 2026')).toBeTruthy();
  expect(await violations()).toEqual([]);
});
