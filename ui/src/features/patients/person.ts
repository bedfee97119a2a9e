/** A person as a form holds it. */
import type { PatientInput } from '../../ipc/generated';
import type { TypedPerson } from './typed';

export type PersonInput = { noun: 'patient' } & PatientInput;

/** A person of whom nothing but what was typed is known. */
export function newPerson(typed?: TypedPerson | null): PersonInput {
  return {
    noun: 'patient',
    family: '',
    given: '',
    born: '',
    sex: null,
    record_number: '',
    contact: [],
    occupation: '',
    care_team: [],
    citation: null,
    note: '',
    ...typed,
  };
}

/** How many of the folded fields hold something. */
export function foldedCount(person: PatientInput): number {
  const { sex, contact, occupation, care_team, note } = person;
  const filled = [
    sex !== null,
    contact.some((line) => line.trim() !== ''),
    occupation.trim() !== '',
    care_team.some(({ role, name }) => role.trim() + name.trim() !== ''),
    note.trim() !== '',
  ];
  return filled.filter(Boolean).length;
}
