/**
 * The kinds of entry, one line each: where a kind lives and what of a draft tells it from another. Its words follow a rule
 * (`surgery-list`, `surgery-record` …), its form stands in `forms.ts`; a kind without one of them does not compile.
 */
import type { DatedList, FactInput, MeasureInput, Noun } from '../../ipc/generated';
import type { Section } from '../../router';
import { t, type PlainWordId } from '../../words';
import { shownAs } from '../imaging/vocabulary';
import type { InputOf } from './form/formState';

export type EntryNoun = Exclude<Noun, 'patient' | 'background'>;

export interface NounView<N extends EntryNoun = EntryNoun> {
  section: Section;
  /** The list whose order can be chosen; none where entries stand in no list of their own. */
  dated?: DatedList;
  /** What the address of a new one says where that is not "new-" and the kind. */
  fresh?: string;
  /** What adds to an entry that stands, where that is another thing than amending it. */
  more?: PlainWordId;
  /** What of a draft tells it from another, as it was typed. */
  typed: (input: InputOf<N>) => string[];
}

export const nouns: { [N in EntryNoun]: NounView<N> } = {
  surgery: {
    section: 'surgeries',
    dated: 'surgery',
    typed: (of) => [...of.procedures.map(({ text }) => text), of.levels, of.when, of.note],
  },
  symptom: {
    section: 'symptoms',
    dated: 'symptom',
    typed: (of) => [of.site, of.radiation, ...of.qualities, of.note],
  },
  imaging: {
    section: 'imaging',
    dated: 'imaging',
    typed: (of) => [of.when, of.conclusion, ...of.findings.map(shownAs), of.note],
  },
  treatment: {
    section: 'treatments',
    dated: 'treatment',
    more: 'treatments-response-add',
    typed: (of) => [of.name, of.dose, of.started, of.note],
  },
  score: {
    section: 'scores',
    dated: 'score',
    typed: (of) => [of.when, ...measureWords(of.measure), of.note],
  },
  flag: { section: 'flags', dated: 'flag', typed: (of) => [of.asked_on, of.note] },
  resolution: { section: 'flags', typed: (of) => [of.reason] },
  device: {
    section: 'safety',
    dated: 'device',
    typed: (of) => [of.name, of.maker, of.model, of.note],
  },
  anticoagulant: {
    section: 'safety',
    dated: 'anticoagulant',
    typed: (of) => [of.name, of.indication, of.note],
  },
  check: {
    section: 'safety',
    dated: 'check',
    typed: (of) => [of.asked_on, of.by, of.note],
  },
  walking_plan: {
    section: 'walking',
    fresh: 'new-plan',
    typed: (of) => [of.prescribed_on, of.by, of.quota.minutes, of.precautions, of.note],
  },
  walking_event: { section: 'walking', typed: (of) => [t(`walk-event-${of.what.is}`), of.on, of.reason] },
  walking_row: {
    section: 'walking',
    fresh: 'new-row',
    typed: (of) => [of.on, t(`walk-entry-${of.entry}`), of.minutes, of.reason, of.note],
  },
  examination: {
    section: 'examinations',
    dated: 'examination',
    typed: (of) => [of.when, ...of.power.map(({ grade }) => grade), of.gait_words, of.note],
  },
  reading: {
    section: 'readings',
    dated: 'reading',
    typed: (of) => [
      of.when,
      ...of.values.filter(({ value }) => value !== '').map(({ value }) => value),
      of.note,
    ],
  },
  goal: { section: 'goals', typed: (of) => [of.text, of.measure, of.note] },
  untried: { section: 'treatments', typed: (of) => [of.name, of.because_words, of.note] },
  circumstance: {
    section: 'circumstances',
    typed: (of) => [of.when, of.occupation, of.home_words, of.mental_health, of.note],
  },
  plan_item: { section: 'requests', typed: (of) => [of.what, of.asked_of, of.owner, of.note] },
  shared_decision: {
    section: 'decisions',
    typed: (of) => [of.about, ...of.options.map(({ words }) => words), of.decision, of.note],
  },
  diagnosis: {
    section: 'diagnoses',
    dated: 'diagnosis',
    typed: (of) => [of.words, of.levels, ...of.speaks_for, ...of.speaks_against, of.settled_by, of.note],
  },
  electrodiagnosis: {
    section: 'electrodiagnosis',
    dated: 'electrodiagnosis',
    typed: (of) => [of.when, of.conclusion, ...of.examined.map(({ name }) => name), of.note],
  },
  visit: {
    section: 'visits',
    dated: 'visit',
    typed: (of) => [of.when, of.by, of.reason, of.found, of.decided, of.note],
  },
  document: {
    section: 'documents',
    dated: 'document',
    typed: (of) => [of.title, of.file?.name ?? '', of.when, of.conclusion, of.note],
  },
  neuromodulation: {
    section: 'neuromodulation',
    typed: (of) => [of.words, of.target_words, of.considered, of.why, of.note],
  },
  neuromodulation_step: {
    section: 'neuromodulation',
    fresh: 'new-step',
    typed: (of) => [of.what.is ? t(`neuromodulation-kind-${of.what.is}`) : '', of.when, of.by, of.note],
  },
  trial_day: {
    section: 'neuromodulation',
    fresh: 'new-day',
    typed: (of) => [of.on, of.back, of.leg, of.neck, of.arm, of.medicine_words, of.note],
  },
  pump_setting: {
    section: 'neuromodulation',
    fresh: 'new-pump',
    typed: (of) => [of.when, ...of.drugs.map(({ name }) => name), of.bolus, of.after_scan, of.note],
  },
};

export const entryNouns = Object.keys(nouns) as EntryNoun[];

export function isEntryNoun(noun: Noun): noun is EntryNoun {
  return noun in nouns;
}

/** The kinds that live in `section`. */
export function nounsIn(section: Section): EntryNoun[] {
  return entryNouns.filter((noun) => nouns[noun].section === section);
}

/** The address of the form of a new one. */
export function freshOf(noun: EntryNoun): string {
  const { section, fresh } = nouns[noun];
  return fresh ?? (nounsIn(section)[0] === noun ? 'new' : `new-${noun}`);
}

/** The kind of which `address`, a part of one in `section`, asks a new one; null where it asks for something else. */
export function freshIn(section: Section, address: string | undefined): EntryNoun | null {
  if (address === undefined) return null;
  const kinds = nounsIn(section);
  /** More may follow, as the day of a new line. */
  const asks = (fresh: string) => address === fresh || address.startsWith(`${fresh}-`);
  const named = kinds.find((noun) => asks(nouns[noun].fresh ?? `new-${noun}`));
  return named ?? (address === 'new' ? (kinds[0] ?? null) : null);
}

function measureWords(measure: MeasureInput): string[] {
  switch (measure.measure) {
    case 'number':
      return [measure.name, measure.value];
    case 'instrument':
      return [measure.instrument.toUpperCase(), measure.total];
    default:
      return [measure.value];
  }
}

/** What of a draft tells it from another: its first words, as they were typed. Empty where nothing was typed yet. */
export function draftWords(input: FactInput): string {
  const { noun } = input;
  const typed = isEntryNoun(noun)
    ? (nouns[noun] as unknown as { typed: (of: FactInput) => string[] }).typed(input)
    : [];
  const words = typed
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
  // By characters, so that no emoji is cut in two.
  const characters = [...words];
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : words;
}
