/** Operations to choose from. */
import type { EntryRow } from '../../../ipc/generated';
import { t } from '../../../words';

/** These operations, as people count them; what is kept of one names it as `called` says. */
export function operationOptions(
  rows: EntryRow[],
  called: (row: EntryRow) => string | number,
): { value: string; label: string }[] {
  return [...rows]
    .sort((a, b) => a.number - b.number)
    .map((row) => ({
      value: `operation ${called(row)}`,
      label: t('symptoms-operation-option', {
        number: row.number,
        title: row.shown.title,
        when: row.shown.when,
      }),
    }));
}
