/**
 * The draft that someone chose to go on with, on its way from the notice that offers it to the form that it fills. It is
 * handed over once and only to the form it belongs to, so that a draft is never put before someone unasked.
 */
import type { DraftView, Noun } from '../../../ipc/generated';
import { go, type Route, type Section } from '../../../router';
import { isEntryNoun, nouns } from '../nouns';

function sectionOf(noun: Noun): Section {
  if (noun === 'patient') return 'person';
  return noun === 'background' ? 'alerts' : nouns[noun].section;
}

/** Where the entry of kind `noun` opens; `entry` may be "new". */
export function entryRoute(patient: string, noun: Noun, entry: string | 'new'): Route {
  const section = sectionOf(noun);
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
  else
    go({
      name: 'patient',
      id: patient,
      section: sectionOf(noun),
      entry: isEntryNoun(noun) && !nouns[noun].dated ? nouns[noun].fresh : undefined,
    });
}

/** The kind of the draft that waits to go on in `patient`'s record, for a section that holds several kinds. */
export function waitingNoun(patient: string): Noun | null {
  return next?.patient === patient ? next.noun : null;
}

/** The draft to go on with, where it belongs to this form; handed over once. `noun` is null for any kind, `patient` for a new patient. */
export function takeDraft(noun: Noun | null, patient: string | null, entry: string | null): DraftView | null {
  const draft = next;
  if (!draft || (noun !== null && draft.noun !== noun) || draft.patient !== patient || draft.entry !== entry)
    return null;
  next = null;
  return draft;
}
