import { cleanup, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Client } from '../../ipc/client';
import type { FactInput, Issue, OwnValue } from '../../ipc/generated';
import { fakeTransport, type Handlers } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { fakeRecord, patient } from '../../test/fakeRecord';
import { quiet } from '../../test/flags';
import { chart, running, withPlan } from '../../test/walking';
import { fever, rules } from '../rules/samples';
import { blankEvent, blankPlan, blankRow, freshRowOf } from './blank';
import { minutesOf } from './minutes';
import WalkingSection from './WalkingSection.svelte';
import { lastWritten } from './diary/lastWritten.svelte';
import { renderInWindow } from '../../test/renderInWindow';

// Whole forms are typed key by key, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  location.hash = '#/patients/p1/walking';
  lastWritten.red = false;
  lastWritten.day = null;
});

function open(
  entry: string | undefined,
  check?: (input: FactInput) => Issue[],
  record = fakeRecord(check),
  more: Handlers = {},
) {
  const transport = fakeTransport({
    ...record.handlers,
    walking: () => withPlan(running),
    walking_chart: () => chart,
    red_flags: () => quiet,
    ...more,
  });
  const shown = renderInWindow(WalkingSection, { client: new Client(transport), patient, entry });
  return { ...record, transport, ...shown };
}
const kept = (record: { entries: ReturnType<typeof fakeRecord>['entries'] }) =>
  [...record.entries.values()].at(-1)?.view.input;
const box = (name: string | RegExp) => screen.findByRole('textbox', { name });
const save = () => userEvent.keyboard('{Control>}s{/Control}');
const tuesday = freshRowOf('24 Nov 2026');

describe('a line of the diary', () => {
  it('is written by keys alone, from the day that was pressed', async () => {
    const record = open(tuesday);
    const minutes = await box('Minutes');
    await waitFor(() => expect(document.activeElement).toBe(minutes));
    await waitFor(async () => expect((await box('Minutes')).getAttribute('placeholder')).toBe('10 planned'));
    expect(((await box('Day')) as HTMLInputElement).value).toBe('24 Nov 2026');
    await userEvent.keyboard('12{Enter}{Enter}3{Enter}4{Enter}2{Enter}2');
    await userEvent.click(screen.getByRole('radio', { name: 'Yes' }));
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      noun: 'walking_row',
      on: '24 Nov 2026',
      entry: 'walked',
      minutes: '12',
      back_before: '3',
      back_after: '4',
      leg_before: '2',
      leg_after: '2',
      settled: true,
      symptoms: [],
      number: '',
    });
    expect(location.hash).toBe('#/patients/p1/walking');
    expect([lastWritten.day, lastWritten.red]).toEqual(['24 Nov 2026', false]);
  });

  it('says on what ground, by its kind and in words', async () => {
    const record = open(tuesday);
    await userEvent.type(await box('Minutes'), '12');
    await userEvent.click(screen.getByRole('button', { name: /^More/ }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Ground' }), 'Uneven ground outdoors');
    await userEvent.type(await box('Ground in words'), 'forest path');
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ surface: 'outdoors_uneven', surface_words: 'forest path' });
  });

  it('never fills in what was not said: no minutes, no pain, not asked about the night', async () => {
    const record = open(tuesday);
    await userEvent.type(await box('Minutes'), '5');
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ back_before: '', leg_after: '', settled: null, exertion: '' });
  });

  it('keeps what was typed for another kind, and asks why a walk was missed', async () => {
    const record = open(tuesday);
    await userEvent.type(await box('Minutes'), '12');
    await userEvent.click(screen.getByRole('radio', { name: 'Missed' }));
    expect(screen.queryByRole('textbox', { name: 'Minutes' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Back before' })).toBeNull();
    await userEvent.type(await box('Why it was missed'), 'Rain');
    await userEvent.click(screen.getByRole('radio', { name: 'Walked' }));
    expect(((await box('Minutes')) as HTMLInputElement).value).toBe('12');
    await userEvent.click(screen.getByRole('radio', { name: 'Missed' }));
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ entry: 'missed', reason: 'Rain' });
  });

  it('says before and after saving that a red symptom stops walking', async () => {
    const record = open(tuesday);
    const red = within(await screen.findByRole('group', { name: 'Stop and seek help if any of these' }));
    expect(red.getAllByRole('checkbox')).toHaveLength(6);
    expect(red.getByText('Ticking one pauses the plan and counts as a red flag.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.click(red.getByRole('checkbox', { name: 'Chest pain or breathlessness' }));
    expect(screen.getByRole('alert').textContent).toContain('Saving this pauses the walking plan');
    await userEvent.type(await box('Minutes'), '4');
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ symptoms: ['chest_pain'] });
    expect(lastWritten.red).toBe(true);
  });

  it('tells leg pain further down from further up, and neither is red', async () => {
    const record = open(tuesday);
    const leg = within(await screen.findByRole('group', { name: 'Leg pain' }));
    await userEvent.click(leg.getByRole('checkbox', { name: 'Leg pain further down than before' }));
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.type(await box('Minutes'), '4');
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ symptoms: ['leg_pain_further_down'] });
    expect(lastWritten.red).toBe(false);
  });

  it('keeps a red tick on a rest day too', async () => {
    const record = open(tuesday);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Fall' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Rest day' }));
    expect((screen.getByRole('checkbox', { name: 'Fall' }) as HTMLInputElement).checked).toBe(true);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({ entry: 'rest', symptoms: ['fall'] });
    expect(lastWritten.red).toBe(true);
  });

  it('shows each objection at its field and opens what holds it', async () => {
    open(tuesday, () => [
      { path: 'start', problem: { code: 'not_a_time', text: 'noon' } },
      { path: 'exertion', problem: { code: 'out_of_range', min: 6, max: 20 } },
      { path: 'number', problem: { code: 'same_bout' } },
      { path: 'back_after', problem: { code: 'out_of_range', min: 0, max: 10 } },
    ]);
    await userEvent.type(await box('Minutes'), '12');
    expect(screen.queryByRole('textbox', { name: 'Began at' })).toBeNull();
    await save();
    expect(
      await screen.findByRole('textbox', { name: 'Began at', description: /“noon” is not a time of day/ }),
    ).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Exertion', description: /from 6 to 20/ })).toBeTruthy();
    expect(
      screen.getByRole('textbox', { name: 'Number of the bout', description: /already stands/ }),
    ).toBeTruthy();
    const back = screen.getByRole('textbox', { name: 'Back during or after', description: /from 0 to 10/ });
    await waitFor(() => expect(document.activeElement).toBe(back));
    expect(((await box('Minutes')) as HTMLInputElement).value).toBe('12');
    expect(await violations()).toEqual([]);
  });

  it('says at the kind that the day already has a line', async () => {
    open(tuesday, () => [{ path: 'entry', problem: { code: 'same_bout' } }]);
    await userEvent.click(await screen.findByRole('radio', { name: 'Rest day' }));
    await save();
    expect(
      await screen.findByRole('radiogroup', { name: 'What was it', description: /already stands/ }),
    ).toBeTruthy();
  });

  it('is kept as a draft, named, and goes on where it was', async () => {
    const record = open(tuesday);
    await userEvent.type(await box('Minutes'), '12:30');
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    await waitFor(() => expect(record.drafts.size).toBe(1));
    record.unmount();
    const panel = open(undefined, undefined, record);
    await userEvent.click(await screen.findByRole('button', { name: /Continue.*New diary line/ }));
    await waitFor(() => expect(location.hash).toBe('#/patients/p1/walking/new-row'));
    panel.unmount();
    open('new-row', undefined, record);
    await waitFor(async () => expect(((await box('Minutes')) as HTMLInputElement).value).toBe('12:30'));
    expect(((await box('Day')) as HTMLInputElement).value).toBe('24 Nov 2026');
  });

  it('is amended with its own reason kept apart from the reason for the change', async () => {
    const record = fakeRecord();
    record.put('row-1', { ...blankRow('24 Nov 2026'), entry: 'missed', reason: 'Rain' });
    open('amend-row-1', undefined, record);
    const why = (await box('Why it was missed')) as HTMLInputElement;
    await userEvent.clear(why);
    await userEvent.type(why, 'Storm');
    await save();
    expect(
      await screen.findByRole('textbox', {
        name: 'Reason for the change',
        description: /Say in a few words why/,
      }),
    ).toBeTruthy();
    expect(why.getAttribute('aria-invalid')).toBeNull();
    await userEvent.type(await box('Reason for the change'), 'said so');
    await save();
    await waitFor(() => expect(record.entries.get('row-1')?.view.version).toBe(2));
    expect(kept(record)).toMatchObject({ reason: 'Storm' });
    expect(location.hash).toBe('#/patients/p1/walking');
  });
});

describe('a plan', () => {
  it('is recorded with the answers that were given, a baseline and what needs care', async () => {
    const record = open('new-plan');
    const clearance = within(
      await screen.findByRole('radiogroup', { name: 'Walking is cleared by a doctor or surgeon' }),
    );
    expect(clearance.queryByRole('radio', { name: 'Does not apply' })).toBeNull();
    await userEvent.click(clearance.getByRole('radio', { name: 'Yes' }));
    await userEvent.type(await box('Cleared by'), 'Dr Lind');
    const fracture = within(screen.getByRole('radiogroup', { name: 'A fracture is excluded after trauma' }));
    await userEvent.click(fracture.getByRole('radio', { name: 'Does not apply' }));
    const bouts = screen.getAllByRole('group', { name: /^Bout \d/ });
    expect(bouts).toHaveLength(3);
    for (const [at, minutes] of ['8', '5', '9'].entries()) {
      const bout = within(bouts[at] as HTMLElement);
      await userEvent.type(bout.getByRole('textbox', { name: 'Day' }), `${at + 1} Nov 2026`);
      await userEvent.type(bout.getByRole('textbox', { name: 'Minutes' }), minutes);
    }
    await userEvent.click(within(bouts[1] as HTMLElement).getByRole('checkbox', { name: 'A bad day' }));
    await userEvent.type(await box('Minutes of a bout'), '6');
    await userEvent.click(screen.getByRole('checkbox', { name: /^Recent fusion/ }));
    expect(await violations()).toEqual([]);
    await save();
    await waitFor(() => expect(record.entries.size).toBe(1));
    expect(kept(record)).toMatchObject({
      noun: 'walking_plan',
      bouts: [
        { on: '1 Nov 2026', minutes: '8', bad_day: false },
        { on: '2 Nov 2026', minutes: '5', bad_day: true },
        { on: '3 Nov 2026', minutes: '9', bad_day: false },
      ],
      quota: { minutes: '6', bouts_a_day: '1', days_a_week: '4', pace: 'easy' },
      step: 'duration',
      target_minutes: '30',
      target_days: '5',
      cautions: ['recent_fusion'],
    });
    const input = kept(record);
    const answers = input?.noun === 'walking_plan' ? input.answers : [];
    expect(answers.filter(({ reply }) => reply !== 'not_asked')).toEqual([
      { item: 'medical_clearance', reply: 'yes', on: '', by: 'Dr Lind' },
      { item: 'fracture_excluded', reply: 'does_not_apply', on: '', by: '' },
    ]);
  });

  it('shows each objection at its field and keeps what was typed', async () => {
    open('new-plan', () => [
      { path: 'answers.0.by', problem: { code: 'required' } },
      { path: 'bouts', problem: { code: 'baseline_incomplete' } },
      { path: 'bouts.1.minutes', problem: { code: 'not_a_number', text: 'x' } },
      { path: 'quota.minutes', problem: { code: 'required' } },
      { path: 'prescribed_on', problem: { code: 'plan_not_ended' } },
    ]);
    const clearance = within(
      await screen.findByRole('radiogroup', { name: 'Walking is cleared by a doctor or surgeon' }),
    );
    await userEvent.click(clearance.getByRole('radio', { name: 'Yes' }));
    await save();
    expect(
      await screen.findByRole('textbox', { name: 'Prescribed on', description: /End it before another/ }),
    ).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Cleared by', description: /Enter an answer/ })).toBeTruthy();
    const [first, second] = screen.getAllByRole('textbox', { name: 'Minutes' });
    expect(first?.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/A baseline is at least three bouts/)).toBeTruthy();
    expect(second?.getAttribute('aria-invalid')).toBe('true');
    expect(
      screen.getByRole('textbox', { name: 'Minutes of a bout', description: /Enter an answer/ }),
    ).toBeTruthy();
    expect(clearance.getByRole<HTMLInputElement>('radio', { name: 'Yes' }).checked).toBe(true);
  });

  const own: OwnValue = { value: '25 minutes', who: 'Dr Okafor', on: '3 May 2026', why: 'agreed' };
  const minutes = async () => ((await box('Minutes a day')) as HTMLInputElement).value;
  const limited = (own: OwnValue | null): Handlers => ({
    list_rules: () => rules({ ...fever, id: 'walking.target_day', built_in: '30 minutes', own }),
  });

  it('that is new aims at the minutes of the clinic, else at the built-in ones, and is no draft yet', async () => {
    for (const [set, shown] of [
      [own, '25'],
      [null, '30'],
    ] as const) {
      const record = open('new-plan', undefined, undefined, limited(set));
      expect(await minutes()).toBe(shown);
      location.hash = '#/patients/p1/walking/new-plan';
      await userEvent.keyboard('{Escape}');
      await waitFor(() => expect(location.hash).toBe('#/patients/p1/walking'));
      expect(record.drafts.size).toBe(0);
      record.unmount();
    }
  });

  it('keeps the minutes of a draft, whatever the clinic sets', async () => {
    const record = fakeRecord();
    const first = open('new-plan', undefined, record);
    const target = await box('Minutes a day');
    await userEvent.clear(target);
    await userEvent.type(target, '22');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(record.drafts.size).toBe(1));
    first.unmount();
    open(undefined, undefined, record, limited(own));
    await userEvent.click(await screen.findByRole('button', { name: /Continue.*New walking plan/ }));
    cleanup();
    open('new-plan', undefined, record, limited(own));
    expect(await minutes()).toBe('22');
  });

  it('that is amended gives a new answer its own day and names nobody for it', async () => {
    const record = fakeRecord();
    const answers = [
      { item: 'shoes_and_ground' as const, reply: 'no' as const, on: '9 Nov 2026', by: 'Dr Okafor' },
    ];
    record.put('plan-1', { ...blankPlan(), answers });
    open('amend-plan-1', undefined, record);
    const shoes = within(await screen.findByRole('radiogroup', { name: 'Shoes and ground are suitable' }));
    await userEvent.click(shoes.getByRole('radio', { name: 'Yes' }));
    await userEvent.type(await box('Reason for the change'), 'new shoes');
    await save();
    await waitFor(() => expect(record.entries.get('plan-1')?.view.version).toBe(2));
    const input = kept(record);
    const answer = input?.noun === 'walking_plan' ? input.answers[0] : undefined;
    expect(answer).toMatchObject({ item: 'shoes_and_ground', reply: 'yes', by: '' });
    expect(answer?.on).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(location.hash).toBe('#/patients/p1/walking');
  });

  it('that waits as a changed draft offers the draft instead of a fresh form', async () => {
    const record = fakeRecord();
    const plan = record.put('plan-1', blankPlan());
    const first = open('amend-plan-1', undefined, record);
    await userEvent.type(await box(/Restrictions and precautions/), 'No stairs');
    await userEvent.type(await box('Reason for the change'), 'as the surgeon wrote');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(record.drafts.size).toBe(1));
    first.unmount();
    open('amend-plan-1', undefined, record);
    expect(plan.version).toBe(1);
    await userEvent.click(await screen.findByRole('button', { name: /Continue/ }));
    expect(((await box(/Restrictions and precautions/)) as HTMLTextAreaElement).value).toBe('No stairs');
    expect(((await box('Reason for the change')) as HTMLInputElement).value).toBe('as the surgeon wrote');
  });
});

describe('what happened to a plan', () => {
  it('is amended in words, with the objection of the core at the top', async () => {
    const record = fakeRecord(() => [{ path: 'what', problem: { code: 'plan_state' } }]);
    record.put('event-1', blankEvent('started', { on: '9 Nov 2026', by: 'Dr Okafor' }));
    open('event-1', undefined, record);
    await userEvent.click(await screen.findByRole('button', { name: 'Amend' }));
    await userEvent.type(await box('Reason for the change'), 'the day was wrong');
    await save();
    expect(await screen.findByText(/does not fit the plan as it stands/)).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

describe('lengths of walking', () => {
  it.each([
    [360, '6'],
    [750, '12:30'],
    [605, '10:05'],
    [59, '0:59'],
  ])('%i seconds read as %s', (seconds, words) => expect(minutesOf(seconds)).toBe(words));
});
