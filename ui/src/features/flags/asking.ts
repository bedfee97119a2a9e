/** An asking for red flags while it is typed: what is untouched has no answer, and none is made up for it. */
import { dayOf } from '../../day';
import type {
  FlagGroup,
  FlagInput,
  FlagQuestion,
  KeyMuscle,
  LimbSide,
  PowerInput,
  ReplyInput,
} from '../../ipc/generated';
import { blankOf } from '../entries/form/formState';

export type Asking = { noun: 'flag' } & FlagInput;

/** A new asking; `now` gives the day, which is written out so that a draft keeps it. */
export function blank(now: Date): Asking {
  return blankOf('flag', { asked_on: dayOf(now), told_by: 'patient' });
}

/** What was typed for one muscle of a side; nothing where it was not examined. */
export function powerOf(power: PowerInput[], muscle: KeyMuscle, side: LimbSide): PowerInput {
  return (
    power.find((one) => one.muscle === muscle && one.side === side) ?? {
      muscle,
      side,
      grade: '',
      known: false,
    }
  );
}

/** The list with `one` in the place of what was typed for its muscle and side; what holds nothing is left out. */
export function withPower(power: PowerInput[], one: PowerInput): PowerInput[] {
  const others = power.filter(({ muscle, side }) => muscle !== one.muscle || side !== one.side);
  return one.grade === '' && !one.known ? others : [...others, one];
}

export type Said = ReplyInput['is'];

/** The keys that answer a question. */
const keys: Record<string, Said> = { y: 'yes', n: 'no', u: 'unknown', d: 'declined', x: 'does_not_apply' };

/** What `key` answers at `question`; null where it answers nothing there. */
export function saidBy(key: string, question: FlagQuestion): Said | null {
  const said = keys[key.toLowerCase()] ?? null;
  return said === 'does_not_apply' && !question.may_not_apply ? null : said;
}

/** The reply for `said`; a yes keeps what was already said about its course. */
export function replyFor(said: Said, before: ReplyInput | undefined): ReplyInput {
  if (said !== 'yes') return { is: said };
  return before?.is === 'yes' ? before : { is: 'yes', course: 'not_said', since: '' };
}

/** The questions of a group that nobody has touched. */
export function untouched(group: FlagGroup, answers: Record<string, ReplyInput>): FlagQuestion[] {
  return group.questions.filter(({ id }) => !(id in answers));
}
