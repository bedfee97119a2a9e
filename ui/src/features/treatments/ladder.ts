/** What was tried, put together as it is told on the ladder and on the overview. */
import type { Effect, Rung, TriedView } from '../../ipc/generated';

/** What came of a treatment, as the overview gathers it. What can't be judged is told apart and never counted as no help. */
export const outcomes = ['helped', 'little', 'not', 'open'] as const;
export type Outcome = (typeof outcomes)[number];

const outcomeOf: Record<Effect, Outcome> = {
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
  const groups: Record<Outcome, Tried[]> = { helped: [], little: [], not: [], open: [] };
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

/** The rungs on which something was tried, in their order. */
export function byRung(tried: readonly TriedView[]): { rung: Rung; tried: TriedView[] }[] {
  const rungs: { rung: Rung; tried: TriedView[] }[] = [];
  for (const one of tried) {
    const last = rungs.at(-1);
    if (last?.rung === one.rung) last.tried.push(one);
    else rungs.push({ rung: one.rung, tried: [one] });
  }
  return rungs;
}

/** A medicine that is taken now, or of which nothing says that it is not. */
export type MedicineNow = TriedView & { standing: 'running' | 'may_have_ended' | 'unknown' };

export function medicinesNow(tried: readonly TriedView[]): MedicineNow[] {
  return tried.filter(
    (one): one is MedicineNow =>
      one.rung === 'medicine' && ['running', 'may_have_ended', 'unknown'].includes(one.standing),
  );
}
