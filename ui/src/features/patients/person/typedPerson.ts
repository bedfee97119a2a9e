/** What was typed into the search, split into the fields of a new patient. It never becomes part of an address. */
import type { PatientInput } from '../../../ipc/generated';

export type TypedPerson = Pick<PatientInput, 'family' | 'given' | 'born' | 'record_number'>;

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const dates = new RegExp(
  [
    '\\d{4}-\\d{1,2}(?:-\\d{1,2})?',
    '\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})',
    `(?:\\d{1,2}\\s+)?${month}\\s+\\d{4}`,
    '(?:18|19|20)\\d{2}',
  ]
    .map((form) => `(?<![\\p{L}\\d])${form}(?![\\p{L}\\d])`)
    .join('|'),
  'iu',
);
const particles = new Set(
  'af al av bin da das de del della den der di dos du el ibn la las le los st ter ten van von zu zum zur'.split(
    ' ',
  ),
);

function capital(word: string): string {
  return word.replace(
    /(^|[-'’])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

/** Small letters are how people search, not how names are written; a name typed with capitals stays as it is. */
function nameOf(words: string[], small: boolean): string {
  return words.map((word) => (small && !particles.has(word) ? capital(word) : word)).join(' ');
}

/** A date-like part is the birth date, a part with digits the record number, and the rest is the name. */
export function splitTyped(text: string): TypedPerson {
  const born = dates.exec(text)?.[0] ?? '';
  const rest = born === '' ? text : text.replace(born, ' ');
  const parts = rest.split(',').map((part) => part.split(/\s+/).filter((word) => word !== ''));
  const record_number = parts.flat().find((word) => /\d/.test(word)) ?? '';
  const names = parts
    .map((words) => words.filter((word) => !/\d/.test(word)))
    .filter((words) => words.length > 0);
  const small = names.flat().every((word) => word === word.toLowerCase());
  const [first = [], ...after] = names;
  const second = after.flat();
  let [family, given] = [first, second];
  if (second.length === 0 && first.length > 1) {
    const particle = first.findIndex((word) => particles.has(word.toLowerCase()));
    const at = particle >= 0 ? particle : first.length - 1;
    [given, family] = [first.slice(0, at), first.slice(at)];
  }
  return { family: nameOf(family, small), given: nameOf(given, small), born, record_number };
}

let carried: TypedPerson | null = null;

/** Keeps what was typed for the form that opens next. */
export function carry(person: TypedPerson): void {
  carried = person;
}

/** What was carried, once. */
export function takeCarried(): TypedPerson | null {
  const person = carried;
  carried = null;
  return person;
}
