/** Who changed an entry while someone else had it open, in words. */
import type { Client } from '../../../ipc/client';
import type { EntryView } from '../../../ipc/generated';
import { t } from '../../../words';

/** What stands now; null where that can't be had. */
export function standing(client: Client, entry: string): Promise<EntryView | null> {
  return client.call('get_entry', { entry }).catch(() => null);
}

export function whoChanged(now: EntryView): string {
  return now.own
    ? t('entries-conflict-own', { when: now.recorded_at })
    : t('entries-conflict-other', { who: now.recorded_by, when: now.recorded_at });
}
