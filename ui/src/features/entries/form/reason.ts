/** The one rule about reasons: whoever reads the history later learns something from it. The core holds the same. */

/** Characters that a reason has at least, without the spaces around it. */
export const leastReason = 3;

export function saysWhy(reason: string): boolean {
  return [...reason.trim()].length >= leastReason;
}
