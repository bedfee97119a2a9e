/** What every form of one entry shares: what it begins with, and how it asks whether fields have messages. */
import type { FactInput } from '../../ipc/generated';
import type { FormAbout } from './formAbout';

/** The fields of the form of one kind of entry. */
export type InputOf<Noun extends FactInput['noun']> = Extract<FactInput, { noun: Noun }>;

/** What a form begins with: the draft that goes on, else what the entry says, else an empty form. */
export function begin<Noun extends FactInput['noun']>(
  noun: Noun,
  { draft, entry }: Pick<FormAbout, 'draft' | 'entry'>,
  blank: () => InputOf<Noun>,
): InputOf<Noun> {
  const given = draft?.input ?? entry?.input;
  const fits = (input: FactInput | undefined): input is InputOf<Noun> => input?.noun === noun;
  return fits(given) ? given : blank();
}

/** Whether any field of `paths` has a message. */
export function someMessage(message: (path: string) => string | null, ...paths: string[]): boolean {
  return paths.some((path) => message(path) !== null);
}

/** The path of a list and those of its lines. */
export function linePaths(path: string, list: string[]): string[] {
  return [path, ...list.map((_, index) => `${path}.${index}`)];
}
