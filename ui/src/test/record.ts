/** A made-up record for tests: one patient and answers to the calls that every screen of a patient makes. */
import { usual } from '../preferences.svelte';
import type {
  EntryRow,
  FoundBy,
  LadderView,
  Noun,
  OverviewView,
  PatientHit,
  PatientsFound,
  PatientView,
  TriedView,
} from '../ipc/generated';
import type { Handlers } from '../ipc/transport.fake';
import { kinds, noLoad } from './fakeRecord';
import { questions, quiet } from './flags';
import { alone, vault } from './people';
import { noPlan } from './walking';

export function row(
  noun: Noun,
  number: number,
  title: string,
  when: string,
  details: [string, string][] = [],
): EntryRow {
  return {
    id: `${noun}-${number}`,
    noun,
    number,
    timed: true,
    version: 1,
    shown: { when, title, details: details.map(([label, text]) => ({ label, text })) },
    amendments: 0,
  };
}

export const rows: EntryRow[] = [
  row('surgery', 1, 'Discectomy L4-L5, left', '3 May 2014', [['Surgeon', 'Dr B.']]),
  row('surgery', 2, 'Fusion L4-S1', 'about 2016'),
  row('symptom', 1, 'Leg pain, left', 'since May 2016', [['Intensity', '7/10']]),
  row('treatment', 1, 'Epidural injection L5', 'June 2017', [['Relief', '30 %']]),
  row('score', 1, 'Pain 0–10, leg: 8/10', '3 May 2019'),
  row('score', 2, 'Pain 0–10, leg: 5/10', '3 Nov 2019'),
];

export const patient: PatientView = {
  id: 'p1',
  version: 3,
  name: 'Sample, Anna',
  born: '3 May 1961',
  age: '58',
  number: 'A-0042',
  alerts: {
    allergies: { value: ['Penicillin, rash'] },
    red_flags: { missing: 'absent' },
    implants_mri: { missing: 'unknown' },
    anticoagulants: { missing: 'not_asked' },
  },
  background: 'b1',
  flags: [],
  flags_line: { state: 'open', text: 'Not asked' },
  citation: null,
  counts: { surgery: 2, symptom: 1, imaging: 0, treatment: 1, score: 2, flag: 0 },
  last_scores: rows.filter(({ noun }) => noun === 'score').reverse(),
  verdicts: [],
};

export function hit(id: string, name: string, more: Partial<PatientHit> = {}): PatientHit {
  return { id, name, born: '3 May 1961', age: '58', number: null, ...more };
}

/** What a search answers that found these by name. */
export function found(
  hits: PatientHit[],
  by: FoundBy[] = [{ by: 'name' }],
  total = hits.length,
): PatientsFound {
  return { found: hits.map((hit) => ({ hit, by })), total };
}

/** An open vault with one patient in it. */
/** A glance at a record of which nothing can be told. */
export const nothingToTell: OverviewView = {
  story: [],
  svg: null,
  summary: '',
  points: [],
  year: [],
  gaps: [],
};

/** A treatment on the ladder. */
export const tried = (name: string, more: Partial<TriedView> = {}): TriedView => ({
  entry: name,
  noun: 'treatment',
  rung: 'injection',
  effect: 'not_recorded',
  standing: 'one_off',
  name,
  medicine: '',
  when: '2024',
  response: '',
  ...more,
});

/** A ladder with these on it. */
export const onLadder = (tried: TriedView[], more: Partial<LadderView> = {}): LadderView => ({
  tried,
  untried: [],
  beside: [],
  ...more,
});

export const ready: Handlers = {
  vault_status: () => vault('open'),
  lock_vault: () => vault('locked'),
  staff: () => alone,
  get_preferences: () => usual,
  save_preferences: () => ({}),
  stay_awake: () => ({}),
  recent_patients: () => [],
  search_patients: ({ text }) =>
    found([hit('p1', 'Sample, Anna'), hit('p2', 'Sample, Ben')].filter(({ name }) => name.includes(text))),
  similar_patients: () => [],
  glance_patients: () => [],
  open_patient: () => patient,
  list_entries: ({ noun }) => rows.filter((entry) => entry.noun === noun),
  ladder: () => onLadder([]),
  overview: () => nothingToTell,
  list_drafts: () => [],
  follow_up: () => ({ calls: [], sources: [], indices: [] }),
  open_plan: () => [],
  list_requests: () => ({ rows: [], total: 0 }),
  circumstances_now: () => [],
  opioid_load: () => noLoad,
  flag_questions: () => questions,
  reading_kinds: () => kinds,
  read_results: ({ text }) => ({ values: [], rest: [text] }),
  list_diagnoses: () => [],
  list_evidence: () => [],
  suggest_codes: () => [],
  red_flags: () => quiet,
  walking: () => noPlan,
  list_changes: () => [],
  spine_map: () => ({ svg: null, summary: '', levels: [], unplaced: [], hints: [], numbering: '' }),
  save_draft: () => ({}),
  discard_draft: () => ({}),
  understand: ({ text }) => ({ shown: text, problem: null, settled: null }),
};
