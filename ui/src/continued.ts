/**
 * The draft that someone chose to go on with, on its way from the notice that offers it to the form that it fills. It is
 * handed over once and only to the form it belongs to, so that a draft is never put before someone unasked.
 */
import type { DraftView, Noun } from './ipc/generated';
import { go, type Route, type Section } from './router';

const sectionOf: Record<Noun, Section> = {
  patient: 'person',
  background: 'alerts',
  surgery: 'surgeries',
  symptom: 'symptoms',
  imaging: 'imaging',
  treatment: 'treatments',
  score: 'scores',
  flag: 'flags',
  resolution: 'flags',
  device: 'safety',
  anticoagulant: 'safety',
  check: 'safety',
  walking_plan: 'walking',
  walking_event: 'walking',
  walking_row: 'walking',
  goal: 'goals',
};
/** Where the form of a new entry has an address of its own because its section opens with something else than a list. */
const freshOf: Partial<Record<Noun, string>> = { walking_plan: 'new-plan', walking_row: 'new-row' };

/** Where the entry of kind `noun` opens; `entry` may be "new". */
export function entryRoute(patient: string, noun: Noun, entry: string | 'new'): Route {
  const section = sectionOf[noun];
  if (section === 'person' || section === 'alerts') return { name: 'patient', id: patient, section };
  return { name: 'patient', id: patient, section, entry };
}

let next: DraftView | null = null;

/** Opens the place in which `draft` goes on: its form, or the section that offers it above its list. */
export function continueDraft(draft: DraftView): void {
  next = draft;
  const { patient, noun, entry } = draft;
  if (patient === null) go({ name: 'new-patient' });
  else if (entry !== null) go(entryRoute(patient, noun, entry));
  else go({ name: 'patient', id: patient, section: sectionOf[noun], entry: freshOf[noun] });
}

/** The kind of the draft that waits to go on in `patient`'s record, for a section that holds several kinds. */
export function waitingNoun(patient: string): Noun | null {
  return next?.patient === patient ? next.noun : null;
}

/** The draft to go on with, where it belongs to this form; handed over once. `patient` is null for a new patient. */
export function takeDraft(noun: Noun, patient: string | null, entry: string | null): DraftView | null {
  const draft = next;
  if (!draft || draft.noun !== noun || draft.patient !== patient || draft.entry !== entry) return null;
  next = null;
  return draft;
}
