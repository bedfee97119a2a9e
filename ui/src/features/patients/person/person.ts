/** A person as a form holds it. */
import { blankCareMember, type PatientInput } from '../../../ipc/generated';
import { blankOf } from '../../entries/form/formState';

export type PersonInput = { noun: 'patient' } & PatientInput;

/** A person of whom nothing but what was typed is known. */
export function newPerson(typed?: Partial<PatientInput> | null): PersonInput {
  const person = blankOf('patient', typed ?? {});
  // There is always a row to type in; the core leaves an empty one out.
  return person.care_team.length > 0 ? person : { ...person, care_team: [blankCareMember()] };
}
