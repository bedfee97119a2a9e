/** The line of the diary that was written last, for the section that comes after its form: it goes on from that day. */
import type { EntryView } from '../../../ipc/generated';
import { isRed } from '../vocabulary';

class Written {
  patient: string | null = $state(null);
  /** The day from which to go on; taken once. */
  day: string | null = $state(null);
  /** Something red was ticked; stands until it is dismissed. */
  red = $state(false);

  mark({ patient, input }: EntryView): void {
    if (input.noun !== 'walking_row') return;
    this.patient = patient;
    this.day = input.on;
    this.red = input.symptoms.some(isRed);
  }

  takeDay(patient: string): string | null {
    if (this.patient !== patient) return null;
    const { day } = this;
    this.day = null;
    return day;
  }
}

export const lastWritten = new Written();
