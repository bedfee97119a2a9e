/** Answers and the five kinds of missing: none of them is zero or no. */
import { missingValues, type Answer, type Missing } from './ipc/generated';
import { startingWith, without } from './ipc/values';
import type { PlainWordId } from './words';

/** Why a question has no answer, where nobody can be without what is asked for, such as a rating. */
export const missingRating = without(missingValues, 'absent');
/** The same of a list: that there is none is an answer, and comes right after that nobody asked. */
export const missingList = startingWith(without(missingValues, 'not_applicable'), 'not_asked', 'absent');

const words: Record<Missing, PlainWordId> = {
  not_asked: 'missing-not-asked',
  unknown: 'missing-unknown',
  not_applicable: 'missing-not-applicable',
  declined: 'missing-declined',
  absent: 'missing-absent',
};

export function missingWord(kind: Missing): PlainWordId {
  return words[kind];
}

export function notAsked(): { missing: 'not_asked' } {
  return { missing: 'not_asked' };
}

/** The value of an answer; null where there is none. */
export function valueOf<T>(answer: Answer<T>): T | null {
  return 'value' in answer ? answer.value : null;
}

/** Which kind of missing it is; null where there is a value. */
export function missingOf<T>(answer: Answer<T>): Missing | null {
  return 'missing' in answer ? answer.missing : null;
}
