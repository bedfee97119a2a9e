/** An asking for red flags while it is typed: what is untouched has no answer, and none is made up for it. */
import { dayOf } from '../../day';
import type { FlagGroup, FlagInput, FlagQuestion, MeasuredInput, ReplyInput } from '../../ipc/generated';
import { blankOf } from '../entries/form/formState';
import { inHand, valueOf } from '../readings/measuring';

export type Asking = { noun: 'flag' } & FlagInput;

/** A new asking; `now` gives the day, which is written out so that a draft keeps it. */
export function blank(now: Date): Asking {
  return blankOf('flag', { asked_on: dayOf(now), told_by: 'patient', measured: measuring() });
}

/** What can be measured while one asks; what has no number was not measured. */
export function measuring(): MeasuredInput[] {
  return inHand.map((what) => valueOf(what));
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
