/** Which way a verdict is told: a change below the one that matters is no clear change, whichever way it went. */
import type { Verdict, VerdictDirection } from '../../ipc/generated';

/** Nothing where nothing is judged. */
export function trendOf({ direction, important }: Verdict): Exclude<VerdictDirection, 'none'> | null {
  if (direction === 'none') return null;
  return important && direction !== 'same' ? direction : 'same';
}
