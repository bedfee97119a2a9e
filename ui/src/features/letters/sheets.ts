/** The address of the sheets to fill in: "sheets", or "sheets-phq-9" where one is chosen already. */
import type { Route } from '../../router';

/** Where sheets are made for `patient`, with `instrument` chosen where one is given. */
export const sheetsOf = (patient: string, instrument?: string): Route => ({
  name: 'patient',
  id: patient,
  section: 'letters',
  entry: instrument === undefined ? 'sheets' : `sheets-${instrument}`,
});

/** The instruments that an address names; null where it is no address of sheets. */
export function sheetsNamed(entry: string | undefined): string[] | null {
  const found = /^sheets(?:-(.+))?$/.exec(entry ?? '');
  if (!found) return null;
  return found[1] === undefined ? [] : [found[1]];
}
