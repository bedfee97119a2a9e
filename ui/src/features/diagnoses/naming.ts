/** How what is typed as a diagnosis becomes a kind of the list, or words of one's own. */
import type { DiagnosisChoice, DiagnosisKind } from '../../ipc/generated';
import { fold } from '../../kit/fields/fold';

export interface Named {
  /** None while nothing is typed. */
  kind: DiagnosisKind | null;
  /** What was typed where it is none of the list. */
  words: string;
}

const same = (one: string, other: string) => fold(one.trim()) === fold(other.trim());

/** What `text` names: a kind by its word or by another of its names, else what was typed. */
export function named(text: string, choices: readonly DiagnosisChoice[]): Named {
  if (text.trim() === '') return { kind: null, words: '' };
  const found =
    choices.find(({ word }) => same(word, text)) ??
    choices.find(({ names }) => names.some((name) => same(name, text)));
  if (found && found.kind !== 'other') return { kind: found.kind, words: '' };
  return { kind: 'other', words: found ? '' : text };
}

/** How a kind stands in the field: by its word, and what is none of the list by the words typed. */
export function shownAs(
  kind: DiagnosisKind | null,
  words: string,
  choices: readonly DiagnosisChoice[],
): string {
  if (kind === null) return '';
  if (kind === 'other') return words;
  return choices.find((choice) => choice.kind === kind)?.word ?? '';
}
