/** What was tried, put together as it is told on the ladder and on the overview. */
import {
  rungValues,
  type Effect,
  type LadderView,
  type Rung,
  type TriedView,
  type UntriedView,
} from '../../ipc/generated';

/** What came of a treatment, as the overview gathers it. What can't be judged is told apart and never counted as no help. */
export const outcomes = ['halved', 'helped', 'little', 'not', 'open'] as const;
export type Outcome = (typeof outcomes)[number];

const outcomeOf: Record<Effect, Outcome> = {
  halved: 'halved',
  helped: 'helped',
  little: 'little',
  none: 'not',
  worse: 'not',
  in_words: 'open',
  unordered: 'open',
  not_recorded: 'open',
};

/** One treatment, with how often one of its name came to the same. */
export interface Tried {
  last: TriedView;
  times: number;
}

/** Those of each outcome, in the order of the ladder; what bears the same name is told once, by the latest. */
export function byOutcome(tried: readonly TriedView[]): Record<Outcome, Tried[]> {
  const groups: Record<Outcome, Tried[]> = { halved: [], helped: [], little: [], not: [], open: [] };
  for (const one of tried) {
    const group = groups[outcomeOf[one.effect]];
    const same = group.find(
      ({ last }) =>
        last.rung === one.rung &&
        last.effect === one.effect &&
        last.name.toLowerCase() === one.name.toLowerCase(),
    );
    if (same) same.times += 1;
    else group.push({ last: one, times: 1 });
  }
  return groups;
}

/** What was tried on a rung, and what was considered there and not tried. */
export interface OnRung {
  rung: Rung;
  tried: TriedView[];
  untried: UntriedView[];
}

/** The rungs on which something was tried or considered, in their order. */
export function byRung({ tried, untried }: Pick<LadderView, 'tried' | 'untried'>): OnRung[] {
  return rungValues
    .map((rung) => ({
      rung,
      tried: tried.filter((one) => one.rung === rung),
      untried: untried.filter((one) => one.rung === rung),
    }))
    .filter((on) => on.tried.length > 0 || on.untried.length > 0);
}

/** A medicine that is taken now, or of which nothing says that it is not. */
export type MedicineNow = TriedView & { standing: 'running' | 'may_have_ended' | 'unknown' };

export function medicinesNow(tried: readonly TriedView[]): MedicineNow[] {
  return tried.filter(
    (one): one is MedicineNow =>
      one.rung === 'medicine' && ['running', 'may_have_ended', 'unknown'].includes(one.standing),
  );
}
