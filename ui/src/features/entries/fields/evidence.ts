/** Entries of a record to choose from, whatever their kind. */
import type { EvidenceRow } from '../../../ipc/generated';
import { t } from '../../../words';

/** What an entry says, when, and which of its kind it is. */
export function evidenceLabel({ noun, number, when, title }: EvidenceRow): string {
  return t('diagnoses-evidence-option', { title, when, noun: t(`noun-${noun}`), number: String(number) });
}
