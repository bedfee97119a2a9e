/** How the core reads what is being typed, for the fields that read it back. */
import type { Client } from '../../ipc/client';
import type { TextKind } from '../../ipc/generated';
import type { Understand } from '../../kit/understand';
import { problemWords } from '../../problems';

/** Reads texts of `kind`; "operation 2" is looked for in the record of `patient`. */
export function understandWith(client: Client, kind: TextKind, patient?: string): Understand {
  return async (text) => {
    const { shown, problem, settled } = await client.call('understand', { kind, text, patient: patient ?? null });
    return { shown, issue: problem ? problemWords(problem) : null, settled };
  };
}
