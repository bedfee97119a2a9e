/** The orders in which what was done is listed, and its groups in them. */
import type { BeforeAfterRow, BeforeAfterView, Rung } from '../../ipc/generated';
import { rungValues } from '../../ipc/generated';
import { t } from '../../words';

export const orders = ['time', 'kind', 'levels'] as const;
export type Order = (typeof orders)[number];

/** What was done, in its place in the list. */
interface Listed {
  row: BeforeAfterRow;
  /** The name of the group that begins with it; empty within a group, and where there are none. */
  name: string;
  /** Whether it stands in a group. */
  grouped: boolean;
}

/** What an operation and a walking plan are grouped as beside the rungs of the ladder. */
type Kind = Rung | 'operations' | 'walking';
const kinds: readonly Kind[] = ['operations', 'walking', ...rungValues];

function kindOf({ rung, noun }: BeforeAfterRow): Kind {
  return rung ?? (noun === 'surgery' ? 'operations' : 'walking');
}

function kindWord(kind: Kind): string {
  if (kind === 'operations') return t('before-after-operations');
  return kind === 'walking' ? t('before-after-walking') : t(`ladder-rung-${kind}`);
}

/** The rows in an order: in groups, or without them the newest first as the core tells them. */
export function inOrder({ rows }: BeforeAfterView, order: Order): Listed[] {
  if (order === 'time') return rows.map((row) => ({ row, name: '', grouped: false }));
  const groups = new Map<string, BeforeAfterRow[]>();
  const nameOf = (row: BeforeAfterRow) =>
    order === 'kind' ? kindWord(kindOf(row)) : row.levels || t('before-after-no-level');
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  const places =
    order === 'kind'
      ? kinds.map(kindWord)
      : [...groups.keys()]
          .filter((name) => name !== t('before-after-no-level'))
          .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
          .concat(t('before-after-no-level'));
  return places.flatMap((name) =>
    (groups.get(name) ?? []).map((row, at) => ({ row, name: at === 0 ? name : '', grouped: true })),
  );
}
