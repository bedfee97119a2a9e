/** Which letter is made and how long it may be: chosen once, and so the next time, the length for each kind. */
import {
  letterKindValues,
  letterLengthValues,
  type LetterKind,
  type LetterLength,
  type LettersChoice,
} from '../../ipc/generated';
import { without } from '../../ipc/values';

export const kinds = letterKindValues;

/** These are a page by their nature; they are that page or everything. */
const ofOnePage: readonly LetterKind[] = ['trial', 'implant-card'];

/** The lengths that a letter of `kind` may have. */
export function lengthsOf(kind: LetterKind): readonly LetterLength[] {
  return ofOnePage.includes(kind) ? without(letterLengthValues, 'two-pages') : letterLengthValues;
}

/** How long a letter of `kind` may be, as chosen, or as is usual. */
export function lengthOf({ lengths }: LettersChoice, kind: LetterKind): LetterLength {
  return lengths[kind] ?? (ofOnePage.includes(kind) ? 'one-page' : 'two-pages');
}
