/**
 * What was typed for a letter and the letter made of it, for each patient, while the window is open and unlocked. It
 * lives in memory only: never in the web view's storage, and it is wiped when Lamina locks.
 */
import type { Client } from '../../ipc/client';
import { planUrgencyValues, type LetterPreview, type LetterRequest } from '../../ipc/generated';
import { about } from '../../ipc/loader.svelte';
import { without } from '../../ipc/values';
import { preferred } from '../../preferences.svelte';
import { t } from '../../words';
import { isForThePatient, lengthOf } from './choice';

/** How urgent a letter can be: as what is planned, but what has to be done the same day is not asked for by letter. */
export const urgencies = without(planUrgencyValues, 'same_day');
export type Urgency = (typeof urgencies)[number];

/** A letter, and what was asked for when it was made. */
export interface Made {
  request: LetterRequest;
  preview: LetterPreview;
}

/** The fields of one patient's letter, as typed, and the last letter made of them. */
export class LetterDraft {
  readonly patient: string;
  recipient = $state('');
  reason = $state('');
  question = $state('');
  urgency: Urgency | null = $state(null);
  urgencyWords = $state('');
  made: Made | null = $state.raw(null);
  /** True where the record or the letterhead changed after the letter was made. */
  overtaken = $state(false);

  constructor(patient: string) {
    this.patient = patient;
  }

  /** What a letter made now would be asked for. */
  get request(): LetterRequest {
    const lines = this.recipient.split('\n').map((line) => line.trim());
    const { letters } = preferred();
    // A paper for the patient says none of this, and stays as it is while it is typed for a letter.
    const says = isForThePatient(letters.kind)
      ? { recipient: [], reason: '', question: '', urgency: '' }
      : {
          recipient: lines.filter((line) => line !== ''),
          reason: this.reason.trim(),
          question: this.question.trim(),
          urgency: this.#urgency(),
        };
    return {
      patient: this.patient,
      ...says,
      kind: letters.kind,
      length: lengthOf(letters, letters.kind),
    };
  }

  /** True where the letter that was made no longer says what is typed or recorded now. */
  get outOfDate(): boolean {
    return (
      this.made !== null &&
      (this.overtaken || JSON.stringify(this.made.request) !== JSON.stringify(this.request))
    );
  }

  wipe(): void {
    this.recipient = this.reason = this.question = this.urgencyWords = '';
    this.urgency = this.made = null;
    this.overtaken = false;
  }

  #urgency(): string {
    const words = this.urgencyWords.trim();
    if (this.urgency === null) return words;
    const urgency = t(`letters-urgency-${this.urgency}`);
    return words === '' ? urgency : t('letters-urgency-both', { urgency, words });
  }
}

// What is on a desk is reactive; which drafts lie on it is asked once, when a section opens.
/* eslint-disable svelte/prefer-svelte-reactivity */
const desks = new WeakMap<Client, Map<string, LetterDraft>>();

function deskOf(client: Client): Map<string, LetterDraft> {
  const known = desks.get(client);
  if (known) return known;
  const desk = new Map<string, LetterDraft>();
  desks.set(client, desk);
  client.onLocked(() => {
    for (const draft of desk.values()) draft.wipe();
    desk.clear();
  });
  client.onChanges((keys) => {
    for (const draft of desk.values()) {
      if (about(draft.patient)(keys)) draft.overtaken = true;
    }
  });
  return desk;
}

/** The letter of `patient` that is being written in this window; a new one where there is none. */
export function letterDraft(client: Client, patient: string): LetterDraft {
  const desk = deskOf(client);
  const draft = desk.get(patient) ?? new LetterDraft(patient);
  desk.set(patient, draft);
  return draft;
}
