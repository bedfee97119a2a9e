/** Choices that several forms share, with their words. */
import type { Side, ToldBy } from '../../ipc/generated';
import { t, type PlainWordId } from '../../words';

/** Options for `values`, each with the word that `word` names. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  word: (value: Value) => PlainWordId,
): { value: Value; label: string }[] {
  return values.map((value) => ({ value, label: t(word(value)) }));
}

export const sides = optionsOf<Side>(['left', 'right', 'bilateral', 'midline'], (side) => `side-${side}`);
export const tellers = optionsOf<ToldBy>(
  ['patient', 'clinician', 'document', 'device'],
  (who) => `told-by-${who}`,
);
