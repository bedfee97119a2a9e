/** How a verdict of the core reads as an arrow and a word. Its own words are shown beside them, unchanged. */

export interface Reading {
  trend: 'better' | 'worse' | 'same';
  /** The way the number itself went. */
  way: 'up' | 'down' | 'level';
}

/**
 * Reads "…: 58 (3 May 2024) to 42 (Nov 2024): 16 points better, at least the 10 that matter (…)". A change that is smaller
 * than the one that matters is no clear change, whichever way it went. Null for a verdict in other words.
 */
export function readVerdict(verdict: string): Reading | null {
  if (/: no change$/.test(verdict)) return { trend: 'same', way: 'level' };
  const numbers = /: (-?[\d.]+) \(.*\) to (-?[\d.]+) \(.*\): /.exec(verdict);
  const judged = / points (better|worse), (at least|less than) the [\d.]+ that matter\b/.exec(verdict);
  if (!numbers || !judged) return null;
  const way = Number(numbers[2]) < Number(numbers[1]) ? 'down' : 'up';
  return { trend: judged[2] === 'less than' ? 'same' : judged[1] === 'better' ? 'better' : 'worse', way };
}
