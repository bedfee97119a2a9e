/** Choices that several forms share, with their words. */
import { sideValues, toldByValues, type Missing } from '../../../ipc/generated';
import { missingList, missingWord } from '../../../missing';
import { sentence, t, type PlainWordId } from '../../../words';

/** Options for `values`, each with the word that `word` names. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  word: (value: Value) => PlainWordId,
): { value: Value; label: string }[] {
  return values.map((value) => ({ value, label: t(word(value)) }));
}

/** The same where the words are those that the core says in running text. */
export function spokenOptionsOf<Value extends string>(
  values: readonly Value[],
  word: (value: Value) => PlainWordId,
): { value: Value; label: string }[] {
  return values.map((value) => ({ value, label: sentence(t(word(value))) }));
}

export const sides = optionsOf(sideValues, (side) => `side-${side}`);
export const tellers = optionsOf(toldByValues, (who) => `told-by-${who}`);

/** What can be said of a list that may not have been asked for: why there is none, or `listed`. What was said stays a choice. */
export function listChoices(
  said: Missing | null,
  listed: string,
): { value: Missing | 'listed'; label: string }[] {
  const kinds: Missing[] = missingList;
  const shown = said === null || kinds.includes(said) ? kinds : [...kinds, said];
  return [
    ...optionsOf<Missing | 'listed'>(shown, (kind) => missingWord(kind as Missing)),
    { value: 'listed', label: listed },
  ];
}
