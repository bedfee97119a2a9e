/** How the core reads what is being typed, for the fields that read it back. */
import type { Client } from '../../../ipc/client';
import type { TextKind, Understood, Unsure } from '../../../ipc/generated';
import type { Understand, Understanding } from '../../../kit/fields/understand';
import { problemWords } from '../../../ipc/problems';
import { t } from '../../../words';

/** What is asked about a part that is kept as typed; a name it may be meant for is asked and never taken. */
function unsureWords(unsure: Unsure): string {
  if (unsure.what === 'words') return t('kit-unsure-words', { text: unsure.text });
  if (unsure.what === 'procedure') return t('kit-unsure-procedure', { text: unsure.text });
  const { text, near } = unsure;
  if (near.length === 0) return t('kit-unsure-name', { text });
  return t('kit-unsure-near', { text, near: near.join(t('kit-unsure-or')) });
}

/** The answer of the core as a field shows it. */
export function understanding({ shown, problem, settled, unsure = [] }: Understood): Understanding {
  return {
    shown,
    issue: problem ? problemWords(problem) : null,
    settled,
    unsure: unsure.length > 0 ? unsure.map(unsureWords).join(' ') : null,
  };
}

/** Reads texts of `kind`; "operation 2" is looked for in the record of `patient`. */
export function understandWith(client: Client, kind: TextKind, patient?: string): Understand {
  return async (text) =>
    understanding(await client.call('understand', { kind, text, patient: patient ?? null }));
}
