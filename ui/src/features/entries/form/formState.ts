/** What every form of one entry shares: what it begins with. */
import { blanks, type FactInput } from '../../../ipc/generated';
import type { FormAbout } from './formAbout';

/** The fields of the form of one kind of entry. */
export type InputOf<Noun extends FactInput['noun']> = Extract<FactInput, { noun: Noun }>;

/** The kinds whose form can begin with nothing chosen. */
export type BlankNoun = keyof typeof blanks;

/** A form in which nothing is typed, but for what `more` fills in. */
export function blankOf<Noun extends BlankNoun>(
  noun: Noun,
  more: Partial<InputOf<Noun>> = {},
): InputOf<Noun> {
  // Each of them makes the input of its own kind, which the table of all can't say by type.
  return { ...(blanks[noun]() as unknown as InputOf<Noun>), ...more };
}

/** What a form begins with: the draft that goes on, else what the entry says, else what `blank` makes. */
export function begin<Noun extends FactInput['noun']>(
  noun: Noun,
  { draft, entry }: Pick<FormAbout, 'draft' | 'entry'>,
  blank: () => InputOf<Noun>,
): InputOf<Noun> {
  const given = draft?.input ?? entry?.input;
  const fits = (input: FactInput | undefined): input is InputOf<Noun> => input?.noun === noun;
  return fits(given) ? given : blank();
}
