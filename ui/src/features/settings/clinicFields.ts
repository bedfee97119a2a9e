/** The clinic's settings as a form types them: each field a text, with its name. */
import type { DateOrder, OpioidTable, PaperSize, PreferredTerm, Settings } from '../../ipc/generated';
import type { PlainWordId } from '../../words';

export const clinicFields = {
  clinic_name: 'settings-clinic-name',
  clinic_lines: 'settings-clinic-lines',
  author_name: 'settings-author-name',
  author_role: 'settings-author-role',
  author_registration: 'settings-author-registration',
  author_contact: 'settings-author-contact',
  patients_call: 'settings-patients-call',
  emergency_call: 'settings-emergency-call',
  paper: 'settings-paper',
  date_order: 'settings-date-order',
  opioid_table: 'settings-opioid-table',
  payer_limit: 'settings-payer',
  preferred_term: 'settings-preferred-term',
  idle_minutes: 'settings-idle',
} satisfies Record<keyof Settings, PlainWordId>;

export type ClinicField = keyof typeof clinicFields;
export type Typed = Record<ClinicField, string>;

export const clinicFieldNames = Object.keys(clinicFields) as ClinicField[];

/** What is said of who makes a letter: each person's own, where people have names. */
export const authorFields: readonly ClinicField[] = [
  'author_name',
  'author_role',
  'author_registration',
  'author_contact',
];

/** How saved settings stand in the fields. */
export function typedOf(settings: Settings): Typed {
  return {
    ...settings,
    clinic_lines: settings.clinic_lines.join('\n'),
    payer_limit: settings.payer_limit ? 'yes' : '',
    idle_minutes: String(settings.idle_minutes),
  };
}

/** Whole minutes from 1 to 30; 0 for everything else. */
export function minutesOf(typed: string): number {
  const minutes = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  return minutes <= 30 ? minutes : 0;
}

/** What the fields say, to be saved. */
export function settingsOf(typed: Typed): Settings {
  return {
    ...typed,
    clinic_lines: typed.clinic_lines.split('\n').filter((line) => line.trim() !== ''),
    paper: typed.paper as PaperSize,
    date_order: typed.date_order as DateOrder,
    opioid_table: typed.opioid_table as OpioidTable,
    payer_limit: typed.payer_limit === 'yes',
    preferred_term: typed.preferred_term as PreferredTerm,
    idle_minutes: minutesOf(typed.idle_minutes),
  };
}

/** The fields in which `typed` says something else than `saved`. */
export function changedFields(typed: Typed, saved: Settings): ClinicField[] {
  const now = settingsOf(typed);
  return clinicFieldNames.filter((name) =>
    name === 'idle_minutes'
      ? typed.idle_minutes.trim() !== String(saved.idle_minutes)
      : JSON.stringify(now[name]) !== JSON.stringify(saved[name]),
  );
}
