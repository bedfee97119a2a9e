/** What is typed into a questionnaire or test, and the way of a form to the patient's screen. */
import type { FactInput, InstrumentView, MeasureInput, ToldBy } from '../../ipc/generated';

export type InstrumentInput = Extract<MeasureInput, { measure: 'instrument' }>;
export type SetMeasure = Exclude<MeasureInput, InstrumentInput>;
export type ScoreFact = Extract<FactInput, { noun: 'score' }>;

/** A score of which nothing but what is measured is known yet. */
export function blankScore<Measure extends MeasureInput>(
  measure: Measure,
  told_by: ToldBy = 'patient',
): Omit<ScoreFact, 'measure'> & { measure: Measure } {
  return { noun: 'score', when: '', measure, told_by, note: '' };
}

/** A measure that has no form of its own: a name, a number and its unit. */
export function blankNumber(): Extract<MeasureInput, { measure: 'number' }> {
  return { measure: 'number', name: '', value: '', unit: '' };
}

/** A questionnaire or test of which no question is answered yet. */
export function blankMeasure(view: InstrumentView): InstrumentInput {
  return {
    measure: 'instrument',
    instrument: view.id,
    edition: '',
    activities: Array.from({ length: view.activities }, () => ''),
    answers:
      view.form === 'test'
        ? ['']
        : view.form === 'activities'
          ? Array.from({ length: view.activities }, () => '')
          : view.items.map(() => ''),
    total: '',
    parts: view.parts.map(({ key }) => ({ key, value: '' })),
    confirmed: false,
    prorate: false,
    capture: 'ticks',
  };
}

/** `given` with a place for every answer and part that `view` asks for; what an older form left off is blank. */
export function completed(view: InstrumentView, given: InstrumentInput): InstrumentInput {
  const blank = blankMeasure(view);
  return {
    ...given,
    activities: blank.activities.map((none, at) => given.activities[at] ?? none),
    answers: blank.answers.map((none, at) => given.answers[at] ?? none),
    parts: blank.parts.map((part) => given.parts.find(({ key }) => key === part.key) ?? part),
  };
}

/** The key that chooses the answer at `at`: its points where they are one digit, else its place from 1. */
export function keyOf(values: string[], at: number): string {
  return values.every((value) => /^(\d|10)$/.test(value)) ? (values[at] ?? '') : String(at + 1);
}

/** Today as the core reads it on any later day. */
export function todayIso(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

interface HandedOver {
  patient: string;
  draft: string | undefined;
  input: ScoreFact;
}
let handed: HandedOver | null = null;

/** Puts what is typed so far on its way to the patient's screen. */
export function handOver(given: HandedOver): void {
  handed = given;
}

/** What was handed over for this patient and instrument, once. */
export function takeHandedOver(patient: string, instrument: string): HandedOver | null {
  const found = handed;
  handed = null;
  if (found?.patient !== patient || found.input.measure.measure !== 'instrument') return null;
  return found.input.measure.instrument === instrument ? found : null;
}
