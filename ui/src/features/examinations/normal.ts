/** Setting what is empty to normal, where somebody says that it was examined. What was typed is never touched. */
import type { Cell, NormalSet, Row } from './findingRows';

export const isCell = (cell: Cell | null): cell is Cell => cell !== null;

export interface NormalCount {
  /** So many fields were empty and are normal now. */
  set: number;
  /** So many held something and were left as they are. */
  left: number;
}

/** Sets every empty field of these rows that has a usual finding to it. */
export function makeNormal(rows: Row[]): NormalCount {
  const count = { set: 0, left: 0 };
  for (const cell of rows.flatMap(({ cells }) => cells.filter(isCell))) {
    if (cell.normal === undefined) continue;
    if (cell.value === '') {
      cell.set(cell.normal);
      count.set += 1;
    } else {
      count.left += 1;
    }
  }
  return count;
}

/** The rows of one set. */
export const rowsWithin = (rows: Row[], within: NormalSet) => rows.filter((row) => row.within === within);
