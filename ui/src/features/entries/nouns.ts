/** What differs between the kinds of entry outside their forms: where they live and what they are called. */
import type { DatedList, FactInput, MeasureInput, Noun } from '../../ipc/generated';
import type { Section } from '../../router';
import { t, type PlainWordId } from '../../words';

export type EntryNoun = Exclude<Noun, 'patient' | 'background'>;

export interface NounWords {
  section: Section;
  /** What its address says instead of "new", in a section that holds several kinds. */
  fresh?: string;
  /** What adds to an entry that stands, where that is another thing than amending it. */
  more?: PlainWordId;
  /** Heading of the list. */
  list: PlainWordId;
  /** What records a new one. */
  record: PlainWordId;
  emptyTitle: PlainWordId;
  emptyText: PlainWordId;
  /** Header of the column that names an entry. */
  what: PlainWordId;
  /** The list whose order can be chosen; none where entries stand in no list of their own. */
  dated?: DatedList;
}

export const nouns: Record<EntryNoun, NounWords> = {
  surgery: {
    section: 'surgeries',
    list: 'surgeries-list',
    record: 'surgeries-record',
    emptyTitle: 'surgeries-empty-title',
    emptyText: 'surgeries-empty-text',
    what: 'surgeries-what',
    dated: 'surgery',
  },
  symptom: {
    section: 'symptoms',
    list: 'symptoms-list',
    record: 'symptoms-record',
    emptyTitle: 'symptoms-empty-title',
    emptyText: 'symptoms-empty-text',
    what: 'symptoms-what',
    dated: 'symptom',
  },
  imaging: {
    section: 'imaging',
    list: 'imaging-list',
    record: 'imaging-record',
    emptyTitle: 'imaging-empty-title',
    emptyText: 'imaging-empty-text',
    what: 'imaging-what',
    dated: 'imaging',
  },
  treatment: {
    section: 'treatments',
    list: 'treatments-list',
    record: 'treatments-record',
    emptyTitle: 'treatments-empty-title',
    emptyText: 'treatments-empty-text',
    what: 'treatments-what',
    more: 'treatments-response-add',
    dated: 'treatment',
  },
  score: {
    section: 'scores',
    list: 'scores-list',
    record: 'scores-record',
    emptyTitle: 'scores-empty-title',
    emptyText: 'scores-empty-text',
    what: 'scores-what',
    dated: 'score',
  },
  flag: {
    section: 'flags',
    list: 'flags-list',
    record: 'flags-record',
    emptyTitle: 'flags-empty-title',
    emptyText: 'flags-empty-text',
    what: 'flags-what',
    dated: 'flag',
  },
  resolution: {
    section: 'flags',
    list: 'flags-decision-list',
    record: 'flags-decision-record',
    emptyTitle: 'flags-empty-title',
    emptyText: 'flags-empty-text',
    what: 'flags-decision-what',
  },
  device: {
    section: 'safety',
    fresh: 'new-device',
    list: 'safety-device-list',
    record: 'safety-device-record',
    emptyTitle: 'safety-device-empty-title',
    emptyText: 'safety-device-empty-text',
    what: 'safety-device-what',
    dated: 'device',
  },
  anticoagulant: {
    section: 'safety',
    fresh: 'new-anticoagulant',
    list: 'safety-anticoagulant-list',
    record: 'safety-anticoagulant-record',
    emptyTitle: 'safety-anticoagulant-empty-title',
    emptyText: 'safety-anticoagulant-empty-text',
    what: 'safety-anticoagulant-what',
    dated: 'anticoagulant',
  },
  check: {
    section: 'safety',
    fresh: 'new-check',
    list: 'safety-check-list',
    record: 'safety-check-record',
    emptyTitle: 'safety-check-empty-title',
    emptyText: 'safety-check-empty-text',
    what: 'safety-check-what',
    dated: 'check',
  },
  walking_plan: {
    section: 'walking',
    fresh: 'new-plan',
    list: 'section-walking',
    record: 'walk-plan-new',
    emptyTitle: 'walk-none-title',
    emptyText: 'walk-none-text',
    what: 'walk-plan',
  },
  walking_event: {
    section: 'walking',
    list: 'section-walking',
    record: 'walk-events',
    emptyTitle: 'walk-none-title',
    emptyText: 'walk-none-text',
    what: 'walk-events',
  },
  walking_row: {
    section: 'walking',
    fresh: 'new-row',
    list: 'section-walking',
    record: 'walk-row-new',
    emptyTitle: 'walk-none-title',
    emptyText: 'walk-none-text',
    what: 'walk-row',
  },
  goal: {
    section: 'goals',
    list: 'goals-list',
    record: 'goals-record',
    emptyTitle: 'goals-empty-title',
    emptyText: 'goals-empty-text',
    what: 'goals-what',
  },
};

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
  const joined = (parts: string[]) =>
    parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(', ');
  const words = (() => {
    switch (input.noun) {
      case 'surgery':
        return joined([...input.procedures, input.levels, input.when, input.note]);
      case 'symptom':
        return joined([input.site, input.radiation, ...input.qualities, input.note]);
      case 'imaging':
        return joined([
          input.when,
          input.conclusion,
          ...input.findings.map((finding) => finding.what),
          input.note,
        ]);
      case 'treatment':
        return joined([input.name, input.dose, input.started, input.note]);
      case 'score':
        return joined([input.when, ...measureWords(input.measure), input.note]);
      case 'flag':
        return joined([input.asked_on, input.note]);
      case 'resolution':
        return joined([input.reason]);
      case 'device':
        return joined([input.name, input.maker, input.model, input.note]);
      case 'anticoagulant':
        return joined([input.name, input.indication, input.note]);
      case 'check':
        return joined([input.asked_on, input.by, input.note]);
      case 'walking_plan':
        return joined([input.prescribed_on, input.by, input.quota.minutes, input.precautions, input.note]);
      case 'walking_event':
        return joined([t(`walk-event-${input.what.is}`), input.on, input.reason]);
      case 'walking_row':
        return joined([input.on, t(`walk-entry-${input.entry}`), input.minutes, input.reason, input.note]);
      case 'goal':
        return joined([input.text, input.measure, input.note]);
      default:
        return '';
    }
  })();
  // By characters, so that no emoji is cut in two.
  const characters = [...words];
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}…` : words;
}
