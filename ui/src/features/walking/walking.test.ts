import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { FactInput, Issue, WalkingPlanView, WalkingView } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { quiet } from '../../test/flags';
import {
  chart,
  noPlan,
  notStarted,
  pastWeeks,
  paused,
  raise,
  running,
  thisWeek,
  withPlan,
} from '../../test/walking';
import { blankEvent, type Happened } from './blank';
import WalkingSection from './WalkingSection.svelte';
import { lastWritten } from './diary/lastWritten.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole dialogs are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => 900);
  location.hash = '#/patients/p1/walking';
  lastWritten.red = false;
  lastWritten.day = null;
});

function open(
  view: WalkingView | WalkingPlanView,
  check?: (input: FactInput) => Issue[],
  more: Handlers = {},
  record = fakeRecord(check),
) {
  const walking = 'evidence' in view ? view : withPlan(view);
  const handlers: Handlers = {
    ...record.handlers,
    walking: () => walking,
    walking_chart: () => chart,
    red_flags: () => quiet,
    ...more,
  };
  const transport = fakeTransport(handlers);
  const shown = renderInWindow(WalkingSection, { client: new Client(transport), patient });
  return { ...record, transport, ...shown };
}
const kept = (record: { entries: ReturnType<typeof fakeRecord>['entries'] }) =>
  [...record.entries.values()].at(-1)?.view.input;
const cell = (name: RegExp) => screen.findByRole('button', { name });

describe('without a plan', () => {
  it('says what belongs here and what trials say, and begins a plan', async () => {
    open(noPlan);
    expect(await screen.findByText('No walking plan yet')).toBeTruthy();
    expect(screen.getByText(/Similar benefit to usual physiotherapy/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'New walking plan' }));
    expect(location.hash).toBe('#/patients/p1/walking/new-plan');
  });

  it('shows a diary line where it was typed, and says that there is no plan', async () => {
    const line = (entry: string, on: string, text: string, red = false) => ({ entry, on, text, red });
    const many = Array.from({ length: 14 }, (_, at) =>
      line(`row-${String(at)}`, `${String(20 - at)} Oct 2026`, '10 min'),
    );
    open({ ...noPlan, without_plan: [line('row-a', '28 Nov 2026', '12 min', true), ...many] });
    const card = within(await screen.findByRole('region', { name: 'Diary without a plan' }));
    expect(card.getByText(/^There is no walking plan\./)).toBeTruthy();
    const link = card.getByRole('link', { name: /28 Nov 2026\s+12 min/ });
    expect(link.getAttribute('href')).toBe('#/patients/p1/walking/row-a');
    expect(link.closest('li')?.textContent).toContain('Stop');
    expect(card.getAllByRole('link')).toHaveLength(14);
    await userEvent.click(card.getByRole('button', { name: /Earlier lines/ }));
    expect(card.getAllByRole('link')).toHaveLength(15);
    expect(screen.getByText('No walking plan yet')).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(card.getByRole('button', { name: 'Add to the diary' }));
    expect(location.hash).toContain('#/patients/p1/walking/new-row');
  });

  it('shows beside a plan the lines of days on which it did not run', async () => {
    open({
      ...withPlan(notStarted),
      without_plan: [{ entry: 'row-a', on: '28 Nov 2026', text: '12 min', red: false }],
    });
    const card = within(await screen.findByRole('region', { name: 'Diary without a plan' }));
    expect(card.getByText(/^No walking plan ran on these days\./)).toBeTruthy();
    expect(card.getByRole('link', { name: /12 min/ })).toBeTruthy();
  });

  it('keeps nothing old on the screen when it can not be read', async () => {
    open(noPlan, undefined, {
      walking: () => {
        throw { code: 'unavailable' };
      },
    });
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.queryByText('No walking plan yet')).toBeNull();
  });
});

describe('a plan that runs', () => {
  it('says where it stands, what it asks for, where it leads and what needs care', async () => {
    open(running);
    const plan = within(await screen.findByRole('region', { name: 'Walking plan' }));
    expect(plan.getByText('Running since 9 Nov 2026.')).toBeTruthy();
    expect(plan.getByText('10 min once a day, 4 days a week, easy pace')).toBeTruthy();
    expect(plan.getByText('30 min a day, 5 days a week (150 min a week)')).toBeTruthy();
    expect(plan.getByText(/surgeon’s precautions come first/)).toBeTruthy();
    expect(plan.getByText('No lifting above 5 kg')).toBeTruthy();
    expect(plan.queryByRole('button', { name: 'Reopen…' })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('names what in the record gives cause for a caution that is not ticked, and ticks nothing', async () => {
    const care = [
      {
        caution: 'claudication' as const,
        words: 'Stenosis or claudication: walk in intervals.',
        ticked: false,
        from: [{ text: 'MRI, 3 May 2026: central stenosis, L4-L5', noun: 'imaging' as const, entry: 'scan' }],
      },
      {
        caution: 'recent_fusion' as const,
        words: 'Recent fusion: ticked',
        ticked: true,
        from: [{ text: 'Operation 1', noun: 'surgery' as const, entry: 'op' }],
      },
    ];
    open({ ...withPlan(running), care });
    const plan = within(await screen.findByRole('region', { name: 'Walking plan' }));
    expect(plan.getByText('In the record and not ticked on the plan')).toBeTruthy();
    expect(plan.getByText('Stenosis or claudication: walk in intervals.')).toBeTruthy();
    expect(plan.queryByText('Recent fusion: ticked')).toBeNull();
    const source = plan.getByRole('link', { name: 'MRI, 3 May 2026: central stenosis, L4-L5' });
    expect(source.getAttribute('href')).toContain('/imaging/scan');
    expect(plan.getByText(/A clinician ticks a caution/)).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('tells the days of the week apart in words, and never makes a zero of a day without an entry', async () => {
    open(running);
    const days = within(await screen.findByRole('list', { name: 'This week' }));
    const cells = days.getAllByRole('listitem').filter((one) => one.classList.contains('day-cell'));
    expect(cells).toHaveLength(7);
    expect(cells.map((one) => one.querySelector('.state')?.textContent?.trim())).toEqual([
      '6 min, 10 planned',
      'Missed',
      'Rest day',
      'No entry',
      'To come',
      'To come',
      'To come',
    ]);
    expect(cells[0]?.querySelector('rect')?.getAttribute('width')).toBe('60');
    expect(cells[3]?.textContent).not.toMatch(/\b0\b/);
    // Only what has come can be written down.
    expect(days.getAllByRole('button')).toHaveLength(4);
    expect(
      within(cells[1] as HTMLElement)
        .getByRole('link', { name: 'missed: rain' })
        .getAttribute('href'),
    ).toBe('#/patients/p1/walking/row-tue');
  });

  it('says the colour of the week with its reasons, bouts, minutes and the way of leg pain', async () => {
    open(running);
    const week = within(await screen.findByRole('region', { name: 'This week' }));
    for (const words of [
      'Amber: hold or cut back',
      'Pain rose by more than 2 points on 1 day',
      'Bouts: 1 of 2 (50 %)',
      '6 min walked, 40 planned; the target is 150 a week',
      'Leg pain further down on 1 day',
    ])
      expect(week.getByText(words)).toBeTruthy();
  });

  it('opens the line of the day that is pressed, and today by a key', async () => {
    open(running);
    await userEvent.click(await cell(/^Tue 24 Nov.*Missed.*Add to the diary/));
    expect(decodeURIComponent(location.hash)).toBe('#/patients/p1/walking/new-row-24 Nov 2026');
    await userEvent.keyboard('a');
    expect(decodeURIComponent(location.hash)).toBe('#/patients/p1/walking/new-row-26 Nov 2026');
  });

  it('goes on with the next day after a line was written, and stays on the last that has come', async () => {
    lastWritten.patient = patient.id;
    lastWritten.day = '24 Nov 2026';
    const { unmount } = open(running);
    const wednesday = await cell(/^Wed 25 Nov/);
    await waitFor(() => expect(document.activeElement).toBe(wednesday));
    unmount();
    lastWritten.day = '26 Nov 2026';
    open(running);
    const thursday = await cell(/^Thu 26 Nov/);
    await waitFor(() => expect(document.activeElement).toBe(thursday));
  });

  it('says that a red line stopped walking, until it is dismissed', async () => {
    lastWritten.patient = patient.id;
    lastWritten.red = true;
    open(paused);
    const notice = (await screen.findByText(/the red flag stands on every screen/)).closest(
      '.notice',
    ) as HTMLElement;
    await userEvent.click(within(notice).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/the red flag stands on every screen/)).toBeNull();
  });

  it('shows the drawing with a name, its numbers one click away, and asks for the width of its column', async () => {
    const { transport } = open(running);
    const drawing = await screen.findByRole('img', { name: '3 weeks, 40 min walked' });
    expect(drawing.querySelector('svg')).toBeTruthy();
    expect(transport.asked('walking_chart')[0]).toMatchObject({ patient: 'p1', width: 900, paper: 'light' });
    expect(screen.queryByRole('table')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show the numbers' }));
    const table = within(screen.getByRole('table', { name: 'Walking by day' }));
    expect(table.getByRole('row', { name: '24 Nov 2026 missed' })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('refuses a drawing with a script in it and keeps the numbers', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>';
    open(running, undefined, { walking_chart: () => ({ ...chart, svg }) });
    expect(await screen.findByText(/The drawing could not be shown/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Show the numbers' })).toBeTruthy();
  });

  it('holds long names and many words', async () => {
    const long = 'x'.repeat(60);
    open({
      ...running,
      events: running.events.map((event) => ({ ...event, by: long, reason: long.repeat(5) })),
      week: { ...thisWeek, reasons: [long.repeat(4)] },
    });
    expect(await screen.findByText(new RegExp(long.repeat(5)))).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('draws the days of earlier weeks only when they are opened', async () => {
    const { container } = open({ ...running, weeks: pastWeeks(52) });
    await userEvent.click(await screen.findByRole('button', { name: /Earlier weeks.*52 weeks/ }));
    expect(screen.getAllByRole('button', { name: /^Week \d+, week \d+/ })).toHaveLength(52);
    expect(container.querySelectorAll('.day-cell')).toHaveLength(7);
    await userEvent.click(screen.getByRole('button', { name: /^Week 51, week 51/ }));
    expect(container.querySelectorAll('.day-cell')).toHaveLength(14);
    expect(await violations()).toEqual([]);
  });

  it('names earlier plans and the rules with their sources', async () => {
    open({
      ...withPlan(running),
      earlier: [{ entry: 'plan-0', text: '3 May 2025 to 2 Sep 2025: from 5 min to 12 min' }],
    });
    const earlier = within(await screen.findByRole('region', { name: 'Earlier plans' }));
    expect(earlier.getByRole('link').getAttribute('href')).toBe('#/patients/p1/walking/plan-0');
    await userEvent.click(screen.getByRole('button', { name: 'Rules and sources' }));
    expect(screen.getByText(/walking.clearance, version 1/)).toBeTruthy();
  });
});

describe('a proposal', () => {
  it('changes nothing by itself, can be left, and comes back on request', async () => {
    const record = open(running);
    const card = within(await screen.findByRole('region', { name: 'Proposal' }));
    expect(card.getByText(/Nothing changes by itself/)).toBeTruthy();
    expect(card.getByText('Adherence 100 %')).toBeTruthy();
    await userEvent.click(card.getByRole('button', { name: 'Keep as it is' }));
    expect(card.queryByText(raise.text)).toBeNull();
    expect(record.entries.size).toBe(0);
    await userEvent.click(card.getByRole('button', { name: 'Show the proposal' }));
    expect(card.getByText(raise.text)).toBeTruthy();
  });

  it('is taken over through the dialog, with its quota, its day and whose decision it is', async () => {
    const record = open(running);
    await userEvent.click(await screen.findByRole('button', { name: 'Use this proposal…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Change the quota' }));
    expect((dialog.getByRole('textbox', { name: 'Minutes of a bout' }) as HTMLInputElement).value).toBe('11');
    expect((dialog.getByRole('textbox', { name: 'From' }) as HTMLInputElement).value).toBe('30 Nov 2026');
    expect((dialog.getByRole('textbox', { name: 'Who' }) as HTMLInputElement).value).toBe('Dr Okafor');
    expect(await violations()).toEqual([]);
    // The core answers the next question with what was recorded.
    record.transport.answer('walking', () => {
      const [entry = ''] = [...record.entries.keys()];
      const changed = {
        entry,
        text: 'From then on: 11 min',
        on: '30 Nov 2026',
        by: '',
        reason: '',
        can_be_retracted: true,
      };
      return withPlan({ ...running, proposal: null, events: [changed] });
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Change quota' }));
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      noun: 'walking_event',
      what: { is: 'quota', quota: { minutes: '11', days_a_week: '4' } },
      on: '30 Nov 2026',
      by: 'Dr Okafor',
      role: 'pain consultant',
    });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByText('From then on: 11 min')).toBeTruthy();
    expect(await screen.findByText(/^Saved \d\d:\d\d$/)).toBeTruthy();
  });

  it('without another quota offers nothing to take over', async () => {
    open(paused);
    expect(await screen.findByText('Walking is stopped until a clinician reopens the plan.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Use this proposal…' })).toBeNull();
  });
});

describe('a pause', () => {
  it('is impossible to overlook and says who opens the plan again', async () => {
    open(paused);
    const notice = await screen.findByRole('alert');
    expect(within(notice).getByText('The walking plan is paused')).toBeTruthy();
    expect(
      within(notice).getByText(/Paused since 24 Nov 2026: fall. A clinician has to reopen it/),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Change quota…' })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  it('ends only by a person with a reason, which is asked for before anything is sent', async () => {
    const record = open(paused);
    await userEvent.click(await screen.findByRole('button', { name: 'Reopen…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Reopen the walking plan' }));
    const reason = dialog.getByRole('textbox', { name: 'Reason' });
    await waitFor(() => expect(document.activeElement).toBe(reason));
    await userEvent.keyboard('{Control>}s{/Control}');
    expect(
      await dialog.findByRole('textbox', { name: 'Reason', description: /Enter an answer/ }),
    ).toBeTruthy();
    expect(record.entries.size).toBe(0);
    await userEvent.type(reason, 'Seen today, nothing broken');
    await userEvent.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      what: { is: 'reopened' },
      reason: 'Seen today, nothing broken',
      by: 'Dr Okafor',
      role: 'pain consultant',
    });
  });

  it('keeps what was typed when the dialog is closed, and goes on with it', async () => {
    const record = open(running);
    await userEvent.click(await screen.findByRole('button', { name: 'Pause…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Pause the walking plan' }));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Reason' }), 'A cold');
    await userEvent.keyboard('{Escape}');
    const go = await screen.findByRole('button', { name: /Continue.*Change of the walking plan/ });
    expect([...record.drafts.values()][0]?.input).toMatchObject({ reason: 'A cold' });
    await userEvent.click(go);
    const again = within(await screen.findByRole('dialog', { name: 'Pause the walking plan' }));
    expect((again.getByRole('textbox', { name: 'Reason' }) as HTMLTextAreaElement).value).toBe('A cold');
    await userEvent.click(again.getByRole('button', { name: 'Pause' }));
    await waitFor(() => expect(record.entries.size).toBe(1));
    await waitFor(() => expect(record.drafts.size).toBe(0));
  });
});

describe('a reason', () => {
  it.each([
    ['Pause', 'Pause the walking plan', running],
    ['End', 'End the walking plan', running],
    ['Reopen', 'Reopen the walking plan', paused],
  ])('is asked for before a plan is changed so: %s', async (act, title, view) => {
    const record = open(view);
    await userEvent.click(await screen.findByRole('button', { name: `${act}…` }));
    const dialog = within(await screen.findByRole('dialog', { name: title }));
    expect(dialog.queryByText('optional')).toBeNull();
    await userEvent.click(dialog.getByRole('button', { name: act }));
    const reason = await dialog.findByRole('textbox', { name: 'Reason', description: /Enter an answer/ });
    await waitFor(() => expect(document.activeElement).toBe(reason));
    expect(record.transport.asked('record_entry')).toEqual([]);
  });

  it('may be left out where a plan starts', async () => {
    const record = open(notStarted);
    await userEvent.click(await screen.findByRole('button', { name: 'Start…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Start the walking plan' }));
    expect(dialog.getByText('optional')).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Start' }));
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ what: { is: 'started' }, reason: '' });
  });
});

describe('a plan that ended', () => {
  it('stays to be read, and another can begin', async () => {
    open({ ...running, status: 'ended', status_words: 'Ended on 20 Nov 2026.', week: null, proposal: null });
    const plan = within(await screen.findByRole('region', { name: 'Walking plan' }));
    expect(plan.getByText('Ended on 20 Nov 2026.')).toBeTruthy();
    expect(plan.getByText('Last')).toBeTruthy();
    expect(plan.queryByRole('button', { name: 'End…' })).toBeNull();
    await userEvent.click(plan.getByRole('button', { name: 'New walking plan' }));
    expect(location.hash).toBe('#/patients/p1/walking/new-plan');
  });
});

describe('before the start', () => {
  it('marks in words what is open, and leads to the questions', async () => {
    open(notStarted);
    const list = within(await screen.findByRole('list', { name: 'May it start?' }));
    const marks = list.getAllByRole('listitem').map((one) => one.querySelector('.mark')?.textContent?.trim());
    expect(marks).toEqual(['Not answered', 'Done', 'Done', 'Done', 'Open', 'Done', 'Done']);
    expect(screen.getByText(/Not answered: walking is cleared/)).toBeTruthy();
    expect(await violations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Answer the questions' }));
    expect(location.hash).toBe('#/patients/p1/walking/amend-plan-1');
  });

  it('can be asked for, and a refusal says why in the dialog and keeps what was typed', async () => {
    const why = 'Not answered: walking is cleared by a doctor or surgeon.';
    const record = open(notStarted, () => [{ path: 'what', problem: { code: 'not_clear', why } }]);
    const start = await screen.findByRole('button', { name: 'Start…' });
    expect(start.getAttribute('aria-disabled')).toBeNull();
    expect((start as HTMLButtonElement).disabled).toBe(false);
    await userEvent.click(start);
    const dialog = within(await screen.findByRole('dialog', { name: 'Start the walking plan' }));
    const day = dialog.getByRole('textbox', { name: 'First day' }) as HTMLInputElement;
    expect(day.value).toMatch(/^\d{4}-\d\d-\d\d$/);
    await userEvent.clear(day);
    await userEvent.type(day, '1 Dec 2026');
    await userEvent.click(dialog.getByRole('button', { name: 'Start' }));
    expect(await dialog.findByText(`Walking is not cleared yet. ${why}`)).toBeTruthy();
    expect(day.value).toBe('1 Dec 2026');
    expect(record.entries.size).toBe(0);
  });
});

describe('an entry of the programme', () => {
  function page(is: Happened) {
    const record = fakeRecord();
    record.put('event-2', { ...blankEvent(is, { on: '24 Nov 2026', by: 'Dr Okafor' }), reason: 'fall' });
    renderInWindow(WalkingSection, {
      client: new Client(fakeTransport(record.handlers)),
      patient,
      entry: 'event-2',
    });
  }

  it('that is a pause says why it stays, and offers nothing that would be refused', async () => {
    page('paused');
    expect(await screen.findByText(/Reopen the plan instead/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Mark as entered in error' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Amend' })).toBeNull();
    await userEvent.keyboard('e');
    expect(screen.queryByRole('textbox', { name: 'Reason for the change' })).toBeNull();
    expect(screen.getByRole('button', { name: 'History' })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('that is no pause can be amended and taken back', async () => {
    page('ended');
    expect(await screen.findByRole('button', { name: 'Mark as entered in error' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Amend' })).toBeTruthy();
    expect(screen.queryByText(/Reopen the plan instead/)).toBeNull();
  });
});
