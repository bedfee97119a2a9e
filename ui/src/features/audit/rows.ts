/** How a row of the audit log is told beside its act. */
import type { AuditRow } from '../../ipc/generated';
import { t } from '../../words';

/** So many signs tell entries apart; the whole id stands with the row. */
const short = 6;
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** What it was done to, with the end of its id and its version; empty where that is the record as a whole. */
export function objectWords({ object, object_id, version }: AuditRow): string {
  const named = isId(object_id)
    ? `${object} ${t('audit-short-id', { id: object_id.slice(-short) })}`
    : object;
  const parts = version === null ? [named] : [named, t('audit-version', { version })];
  return parts.filter(Boolean).join(', ');
}

/** How the patient of a row is called; empty where it concerns nobody. */
export function patientWords({ patient, patient_name }: AuditRow): string {
  if (patient === null) return '';
  return patient_name === '' ? t('audit-patient-gone') : patient_name;
}
