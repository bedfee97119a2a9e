/** The order of every list of what has a date: the newest first unless one chose otherwise, and what has no date at its end. */
import { listOrderValues, type DatedList, type ListOrder } from '../../../ipc/generated';
import { preferred } from '../../../preferences.svelte';

export const orders = listOrderValues;

/** Operations are numbered in the order of time, so that their list is read from the first to the last. */
const usual: Partial<Record<DatedList, ListOrder>> = { surgery: 'oldest_first' };

/** The order in which `list` stands now. */
export function orderOf(list: DatedList): ListOrder {
  return preferred().orders[list] ?? usual[list] ?? 'newest_first';
}

/**
 * Rows that come with the oldest first, in this order. Rows without a place in time, of which `timed` says no, stand at the
 * end either way, among themselves by when they were recorded.
 */
export function inOrder<Row>(
  rows: readonly Row[],
  order: ListOrder,
  timed: (row: Row) => boolean = () => true,
): Row[] {
  const turned = order === 'newest_first' ? [...rows].reverse() : [...rows];
  return [...turned.filter(timed), ...turned.filter((row) => !timed(row))];
}
