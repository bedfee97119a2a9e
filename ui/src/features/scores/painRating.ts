/** What a pain rating asks for: kind, period and side, with "not said" as a choice of its own. */
import { painKindValues, sideValues, type PainKind, type Side, type Site } from '../../ipc/generated';
import { without } from '../../ipc/values';
import { t } from '../../words';
import { optionsOf } from '../entries/fields/choices';

const notSaid = 'not_said' as const;
export type KindChoice = PainKind | typeof notSaid;
export type SideChoice = Side | typeof notSaid;

export const kinds = optionsOf<KindChoice>([...painKindValues, notSaid], (kind) => `scores-kind-${kind}`);
export const limbSides = optionsOf<SideChoice>(
  [...without(sideValues, 'midline'), notSaid],
  (side) => `scores-side-${side}`,
);

/** A choice as the wire has it, and back. */
export const said = <Value extends string>(choice: Value | typeof notSaid | null): Value | null =>
  choice === notSaid ? null : choice;
export const choiceOf = <Value extends string>(value: Value | null): Value | typeof notSaid =>
  value ?? notSaid;

interface Rated {
  site: Site;
  side: Side | null;
  kind: PainKind | null;
  period: string;
}

/** "Pain in the leg, left, average of 7 days"; what was not said is left out. */
export function ratingWords({ site, side, kind, period }: Rated): string {
  let pain = t(`scores-pain-${site}`);
  if (side) pain = t('scores-pain-sided', { pain, side: t(`scores-side-word-${side}`) });
  if (!kind) return pain;
  const word = t(`scores-kind-word-${kind}`);
  return period.trim() === '' || kind === 'now'
    ? t('scores-pain-asked', { pain, kind: word })
    : t('scores-pain-asked-over', { pain, kind: word, period: period.trim() });
}
