/** What the list of patients tells of each beside who it is, and whom alone it shows. */
import type { PatientColumn, PatientFilter, PatientGlance } from '../../ipc/generated';
import { trendOf } from '../progress/trend';

/** Whether the list shows a patient of whom this is known; nobody is shown by a filter of whom nothing is known yet. */
export function isShown(only: PatientFilter | null, glance: PatientGlance | undefined): boolean {
  if (only === null) return true;
  if (!glance) return false;
  const by: Record<PatientFilter, boolean> = {
    flagged: glance.pinned,
    due: glance.due.length > 0,
    worse: glance.year.some(({ verdict }) => trendOf(verdict) === 'worse'),
  };
  return by[only];
}

/** The columns in their order, without those that are hidden. */
export function shownColumns(
  columns: readonly PatientColumn[],
  hidden: readonly PatientColumn[],
): PatientColumn[] {
  return columns.filter((column) => !hidden.includes(column));
}
