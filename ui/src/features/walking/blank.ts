/** What the walking forms begin with, and the addresses of new lines. */
import { dayOf } from '../../day';
import {
  blankQuota,
  blankWalkingBout,
  clearanceItemValues,
  type QuotaInput,
  type RulesView,
  type WalkingHappened,
} from '../../ipc/generated';
import { blankOf, type InputOf } from '../entries/form/formState';

/** The minutes a day that a new plan aims at, as the rules hold in the clinic; nothing where they name none. */
export function targetOf({ groups }: RulesView): string | undefined {
  const row = groups.flatMap(({ rows }) => rows).find(({ id }) => id === 'walking.target_day');
  return row && /^\d+/.exec(row.own?.value ?? row.built_in)?.[0];
}

export function blankPlan(): InputOf<'walking_plan'> {
  return blankOf('walking_plan', {
    prescribed_on: dayOf(new Date()),
    quota: { ...blankQuota(), bouts_a_day: '1', days_a_week: '4' },
    target_minutes: '30',
    target_days: '5',
  });
}

/** A plan as its form holds it: every question in its place, and three bouts to type in. */
export function whole(plan: InputOf<'walking_plan'>): InputOf<'walking_plan'> {
  const missing = clearanceItemValues.filter((item) => !plan.answers.some((answer) => answer.item === item));
  const answers = [
    ...plan.answers,
    ...missing.map((item) => ({ item, reply: 'not_asked' as const, on: '', by: '' })),
  ];
  const bouts = plan.bouts.length > 0 ? plan.bouts : Array.from({ length: 3 }, blankWalkingBout);
  return { ...plan, answers, bouts };
}

export function blankRow(on: string): InputOf<'walking_row'> {
  return blankOf('walking_row', { on, told_by: 'patient' });
}

export type Happened = WalkingHappened['is'];

/** What happens to a plan, before anything is typed about it. */
export function blankEvent(
  is: Happened,
  more: { on?: string; by?: string; role?: string; quota?: QuotaInput } = {},
): InputOf<'walking_event'> {
  const { on = dayOf(new Date()), by = '', role = '', quota = blankPlan().quota } = more;
  const what: WalkingHappened =
    is === 'quota' ? { is, quota: { ...quota } } : is === 'paused' ? { is, symptoms: [] } : { is };
  return { noun: 'walking_event', what, on, by, role, reason: '' };
}

const freshRow = 'new-row';

/** What the address of the form of a new line says for the line of `day`. */
export function freshRowOf(day: string): string {
  return `${freshRow}-${day}`;
}

/** The day in such an address; today where it names none, null where it is another address. */
export function dayOfFresh(address: string | undefined): string | null {
  if (address === freshRow) return dayOf(new Date());
  return address?.startsWith(`${freshRow}-`) ? address.slice(freshRow.length + 1) : null;
}
