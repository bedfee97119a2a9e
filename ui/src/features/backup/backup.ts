/** How backups are told of. */
import type { BackupFailed, BackupFolder, BackupView } from '../../ipc/generated';
import { t } from '../../words';

/** A length in the unit that people read. */
export function size(bytes: number): string {
  const kb = Math.max(1, Math.round(bytes / 1024));
  if (kb < 1024) return t('backup-size-kb', { size: kb });
  return t('backup-size-mb', { size: Math.round(kb / 102.4) / 10 });
}

/** What happened, why, and what to do. */
export function failedWords({ at, place, why }: BackupFailed): string {
  const reason = why === 'damaged' ? t('backup-why-damaged') : t(`backup-why-${why}`, { place });
  return t('backup-failed', { at, why: reason });
}

export function folderWords({ place, removable, present }: BackupFolder): string {
  if (!removable) return t('backup-folder-beside');
  return present ? t('backup-folder-drive', { place }) : t('backup-folder-absent', { place });
}

/** What whoever opens Lamina has to know; null where a backup of the last two days lies on another drive. */
export function warning({ last, last_elsewhere: elsewhere, is_due }: BackupView): string | null {
  if (!last) return is_due ? t('backup-line-none') : null;
  if (last.is_old) return t('backup-line-old', { at: last.at });
  return elsewhere ? null : t('backup-line-same-drive');
}
