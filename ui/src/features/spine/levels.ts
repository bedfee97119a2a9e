/** How the keys lead along the levels of the spine. */
import type { SpineLevel } from '../../ipc/generated';

/** Whether anything is recorded at a level. */
function holds(level: SpineLevel): boolean {
  return level.lines.length > 0;
}

/** Where one begins: the uppermost level at which something is recorded. */
export function firstLevel(levels: readonly SpineLevel[]): number {
  return Math.max(0, levels.findIndex(holds));
}

/**
 * Where a key leads from the level at `index`, or null for a key that leads nowhere: up and down to the next level, Page Up and
 * Page Down to the next at which something is recorded, Home and End to the first and last of those.
 */
export function nextLevel(levels: readonly SpineLevel[], index: number, key: string): number | null {
  const last = levels.length - 1;
  const stay = (found: number) => (found < 0 ? index : found);
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return stay(levels.findIndex((level, at) => at > index && holds(level)));
    case 'PageUp':
      return stay(levels.findLastIndex((level, at) => at < index && holds(level)));
    case 'Home':
      return firstLevel(levels);
    case 'End':
      return stay(levels.findLastIndex(holds));
    default:
      return null;
  }
}
