/** Which letter is made and how long it may be: chosen once, and so the next time, the length for each kind. */
import {
  letterKindFacts,
  letterKindValues,
  letterLengthValues,
  type LetterKind,
  type LetterLength,
  type LettersChoice,
} from '../../ipc/generated';
import { without } from '../../ipc/values';

/** Every kind: letters first, then the papers for the patient. */
export const kinds: readonly LetterKind[] = [false, true].flatMap((paper) =>
  letterKindValues.filter((kind) => isForThePatient(kind) === paper),
);

/** Whether it is a paper for the patient: handed over, with no recipient, no reason and no question. */
export function isForThePatient(kind: LetterKind): boolean {
  return letterKindFacts[kind].for_the_patient;
}

/** What is a page by its nature is that page or everything. */
const isOnePage = (kind: LetterKind) => letterKindFacts[kind].pages === 1;

/** The lengths that a letter of `kind` may have. */
export function lengthsOf(kind: LetterKind): readonly LetterLength[] {
  return isOnePage(kind) ? without(letterLengthValues, 'two-pages') : letterLengthValues;
}

/** How long a letter of `kind` may be, as chosen, or as is usual. */
export function lengthOf({ lengths }: LettersChoice, kind: LetterKind): LetterLength {
  return lengths[kind] ?? (isOnePage(kind) ? 'one-page' : 'two-pages');
}
