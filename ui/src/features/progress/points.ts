/** The values of a drawing as one points at them: which lie under the pointer, which on each other, and which comes next. */
import type { ChartPoint } from '../../ipc/generated';

/** A pointer is taken to mean a value that lies at most so far away, in pixels of the drawing. */
const reach = 14;
/** Marks whose middles lie no further apart lie on each other. */
const onEachOther = 4;

/** How far a place lies outside of what `point` draws. */
function distance({ left, right, y, bottom }: ChartPoint, x: number, at: number): number {
  const across = Math.max(left - x, 0, x - right);
  const down = Math.max(y - at, 0, at - bottom);
  return Math.hypot(across, down);
}

/** The value that a pointer at this place of the drawing means; null where none is near. */
export function pointedAt(points: readonly ChartPoint[], x: number, y: number): number | null {
  let best: { index: number; away: number; middle: number } | null = null;
  points.forEach((point, index) => {
    const away = distance(point, x, y);
    if (away > reach) return;
    // Where bars and marks lie over each other, the one whose middle is nearest is meant.
    const middle = Math.hypot(point.x - x, point.y - y);
    if (!best || away < best.away || (away === best.away && middle < best.middle))
      best = { index, away, middle };
  });
  return (best as { index: number } | null)?.index ?? null;
}

/** Every value that lies where the one at `index` does, in the order of the lines. */
export function onThePlaceOf(points: readonly ChartPoint[], index: number): ChartPoint[] {
  const one = points[index];
  if (!one) return [];
  return points.filter(
    (other) => Math.abs(other.x - one.x) <= onEachOther && Math.abs(other.y - one.y) <= onEachOther,
  );
}

/** Where an arrow key, Home or End leads from the value at `index`; itself where nothing lies that way. */
export function stepFrom(points: readonly ChartPoint[], index: number, key: string): number {
  const one = points[index];
  if (!one) return index;
  const line = points.flatMap((point, at) => (point.line === one.line ? [at] : []));
  const elsewhere = (at: number) => points[at]?.x !== one.x || points[at]?.y !== one.y;
  switch (key) {
    case 'ArrowRight':
      return line.find((at) => at > index && elsewhere(at)) ?? index;
    case 'ArrowLeft':
      return line.reverse().find((at) => at < index && elsewhere(at)) ?? index;
    case 'Home':
      return line[0] ?? index;
    case 'End':
      return line.at(-1) ?? index;
    default: {
      const lines = [...new Set(points.map((point) => point.line))].sort((a, b) => a - b);
      const next = lines[lines.indexOf(one.line) + (key === 'ArrowDown' ? 1 : -1)];
      const away = (at: number) => Math.abs((points[at]?.x ?? 0) - one.x);
      const there = points.flatMap((point, at) => (point.line === next ? [at] : []));
      return (
        there.reduce<number | null>(
          (best, at) => (best === null || away(at) < away(best) ? at : best),
          null,
        ) ?? index
      );
    }
  }
}

/** Where one begins: the newest value of the first line. */
export function firstStop(points: readonly ChartPoint[]): number {
  const first = points[0];
  return first ? points.findLastIndex((point) => point.line === first.line) : 0;
}
