/** What Lamina is made of, as the build lists it (`scripts/shipped`), and finding in it. */
import { fold } from '../../kit/fields/fold';
import { t } from '../../words';

/** The kinds of parts, in the order in which the page shows them. */
export const kinds = ['library', 'crate', 'package', 'font', 'form'] as const;
export type Kind = (typeof kinds)[number];

/** A licence text: what its file is called, and its place among all texts. */
export interface TextPlace {
  name: string;
  text: number;
}

export interface Part {
  kind: Kind;
  id: string;
  name: string;
  version: string;
  /** An SPDX expression; of a questionnaire, what its owner allows. */
  licence: string;
  /** What more its owner says; questionnaires only. */
  note?: string;
  /** Who made it; empty where the package names nobody. */
  by: string;
  /** Where its sources lie; empty where they are our own or nobody says. */
  source: string;
  texts: TextPlace[];
}

export interface Shipped {
  version: string;
  licence: string;
  /** The texts of Lamina's own licence. */
  own: TextPlace[];
  parts: Part[];
  /** Every text, each once. */
  texts: string[];
}

/** What is allowed with a part, in a line. */
export function terms({ kind, version, licence }: Part): string {
  if (kind !== 'form') return t('about-terms', { version, licence });
  return t(licence === 'free_wording' ? 'rules-page-licence-free-wording' : 'rules-page-licence-total-only');
}

/** The parts in which every word of `filter` is found, by their kinds; kinds of which none is found are left out. */
export function found(parts: readonly Part[], filter: string): { kind: Kind; parts: Part[] }[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  const matches = (part: Part) => {
    const text = fold(`${part.name} ${terms(part)} ${part.by} ${part.note ?? ''}`);
    return words.every((word) => text.includes(word));
  };
  return kinds
    .map((kind) => ({ kind, parts: parts.filter((part) => part.kind === kind && matches(part)) }))
    .filter((group) => group.parts.length > 0);
}
