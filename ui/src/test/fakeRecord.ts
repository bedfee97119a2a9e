/** A record in memory that answers like the core, for tests of screens: versions, drafts, conflicts, readings. */
import type {
  Answer,
  AreaInput,
  BodyDrawing,
  BodyView,
  DraftView,
  EntryView,
  FactInput,
  Issue,
  OpioidLoadView,
  PatientView,
  ReadingKind,
  Shown,
  SymptomsToday,
  VersionView,
} from '../ipc/generated';
import { valueOf } from '../features/readings/measuring';
import type { Handlers } from '../ipc/transport.fake';

export const patient: PatientView = {
  id: 'p1',
  version: 1,
  name: 'Sample, Anna',
  born: '3 May 1961',
  age: '65',
  number: 'A-0042',
  alerts: {
    allergies: { missing: 'not_asked' },
    red_flags: { missing: 'not_asked' },
    implants_mri: { missing: 'not_asked' },
    anticoagulants: { missing: 'not_asked' },
  },
  background: null,
  flags: [],
  flags_line: { state: 'open', text: 'Not asked' },
  citation: null,
  counts: { surgery: 0, symptom: 0, imaging: 0, treatment: 0, score: 0, flag: 0 },
  last_scores: [],
  verdicts: [],
};

/** Nobody takes an opioid. */
export const noLoad: OpioidLoadView = {
  present: false,
  summary: 'No opioid among the medicines that are taken (CDC 2022 table)',
  as_taken: 'No opioid among the medicines that are taken (CDC 2022 table)',
  at_most: 'No opioid among the medicines that are taken (CDC 2022 table)',
  counted: [],
  left_out: [],
  pumps: [],
  reached: [],
  prompts: [],
  caveats: [],
  table: 'CDC 2022 table (US), version 1. Source: CDC',
};

/** Nothing hurts, and no questionnaire about nerve pain is recorded. */
export const noSymptoms: SymptomsToday = {
  present: 0,
  over: 0,
  muscular: 0,
  neuropathic: 0,
  asks_on: [
    { instrument: 'dn4', name: 'DN4' },
    { instrument: 'pain-detect', name: 'painDETECT' },
  ],
};

/** Some of the regions of the body map. */
export const bodyViews: BodyView[] = [
  {
    name: 'Front',
    regions: [
      { region: 'front.knee.left', name: 'Front of the knee, left' },
      { region: 'front.knee.right', name: 'Front of the knee, right' },
    ],
  },
  {
    name: 'Back',
    regions: [
      { region: 'back.low_back.left', name: 'Low back, left' },
      { region: 'back.low_back.right', name: 'Low back, right' },
    ],
  },
];

/** A drawing in which every region is a square, and what is marked stands in a line of its own. */
export function bodyDrawing(areas: AreaInput[]): BodyDrawing {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200"/>';
  const shapes = bodyViews.flatMap(({ regions }) => regions);
  return {
    svg,
    lines: areas.map(({ region, feeling, intensity }) => `${feeling}: ${region} ${intensity}`.trim()),
    shapes: shapes.map(({ region }, at) => ({ region, path: `M${at * 20},0h10v10h-10Z` })),
  };
}

/** Some of what can be measured, with its units. */
export const kinds: ReadingKind[] = [
  { what: 'temperature', units: ['°C', '°F'], in_words: false, named: false },
  { what: 'residual_urine', units: ['mL'], in_words: false, named: false },
  { what: 'breaths', units: ['/min'], in_words: false, named: false },
  { what: 'crp', units: ['mg/L', 'mg/dL'], in_words: false, named: false },
  { what: 'esr', units: ['mm/h'], in_words: false, named: false },
  { what: 'white_cells', units: ['10^9/L', '/µL'], in_words: false, named: false },
  { what: 'inr', units: [''], in_words: false, named: false },
  { what: 'egfr', units: ['mL/min'], in_words: false, named: false },
  { what: 'blood_culture', units: [], in_words: true, named: false },
  { what: 'weight', units: ['kg', 'lb'], in_words: false, named: false },
  { what: 'other', units: [], in_words: false, named: true },
];

interface Kept {
  view: EntryView;
  versions: VersionView[];
}

export interface FakeRecord {
  handlers: Handlers;
  entries: Map<string, Kept>;
  drafts: Map<string, DraftView>;
  /** What the next saves are refused with, in turn. */
  refuse: unknown[];
  /** Puts an entry into the record, as if it had been recorded before. */
  put: (id: string, input: FactInput) => EntryView;
  /** Changes an entry behind the back of the screens. */
  change: (id: string, input: FactInput) => void;
}

function words(input: FactInput): Shown {
  const answer = (value: Answer<unknown>) => ('value' in value ? String(value.value) : value.missing);
  switch (input.noun) {
    case 'surgery':
      return {
        when: input.when || 'unknown',
        title: [...input.procedures.map(({ text }) => text), input.levels].filter(Boolean).join(', '),
        details: [
          { label: 'Side', text: answer(input.side) },
          { label: 'Note', text: input.note },
        ].filter((detail) => detail.text !== '' && detail.text !== 'not_asked'),
      };
    case 'symptom':
      return {
        when: input.onset || 'unknown',
        title: input.site,
        details: [{ label: 'Quality', text: input.qualities.join(', ') }],
      };
    case 'goal':
      return { when: input.set_on || 'unknown', title: input.text, details: [] };
    case 'untried':
      return { when: input.considered || 'unknown', title: input.name, details: [] };
    case 'circumstance':
      return { when: input.when || 'unknown', title: 'Circumstances', details: [] };
    case 'plan_item':
      return { when: input.asked_on || 'unknown', title: input.what, details: [] };
    case 'shared_decision':
      return { when: input.when || 'unknown', title: input.about, details: [] };
    case 'diagnosis':
      return { when: input.judged || 'unknown', title: input.kind ?? '', details: [] };
    case 'electrodiagnosis':
      return { when: input.when || 'unknown', title: input.tests[0] ?? '', details: [] };
    case 'document':
      return { when: input.when || 'unknown', title: input.title, details: [] };
    case 'visit':
      return { when: input.when || 'unknown', title: input.kind ?? '', details: [] };
    case 'reading':
      return { when: input.when || 'unknown', title: input.values[0]?.value ?? '', details: [] };
    case 'examination':
      return { when: input.when || 'unknown', title: 'Left great-toe extensor (L5) power 4-', details: [] };
    case 'imaging':
      return {
        when: input.when || 'unknown',
        title: input.modality ?? '',
        details: [{ label: 'Conclusion', text: input.conclusion }],
      };
    case 'treatment':
      return {
        when: input.started || 'unknown',
        title: input.name,
        details: [
          { label: 'Dose', text: input.dose },
          ...input.responses
            .map((one) => ({ label: 'Response', text: `${one.when || 'undated'}: ${answer(one.relief)}` }))
            .reverse(),
        ],
      };
    case 'score': {
      const { measure } = input;
      const [title, text] = (() => {
        if (measure.measure === 'instrument')
          return [measure.instrument, measure.total || measure.answers.join(' ')];
        const name =
          measure.measure === 'nrs'
            ? `Pain, ${measure.site}`
            : measure.measure === 'odi'
              ? 'ODI'
              : measure.name;
        return [name, measure.value];
      })();
      return { when: input.when, title, details: [{ label: 'Value', text }] };
    }
    case 'walking_plan':
      return { when: input.prescribed_on, title: `Walking plan by ${input.by}`, details: [] };
    case 'walking_event':
      return { when: input.on, title: input.what.is, details: [{ label: 'Reason', text: input.reason }] };
    case 'walking_row':
      return {
        when: input.on,
        title: `${input.entry} ${input.minutes}`,
        details: [{ label: 'Reason', text: input.reason }],
      };
    default:
      return { when: '', title: '', details: [] };
  }
}

export function fakeRecord(check: (input: FactInput) => Issue[] = () => []): FakeRecord {
  const entries = new Map<string, Kept>();
  const drafts = new Map<string, DraftView>();
  const done = new Map<string, string>();
  const refuse: unknown[] = [];
  const changes = [`patient/${patient.id}`];

  function store(id: string, input: FactInput, kind: VersionView['kind'], reason: string | null): EntryView {
    const before = entries.get(id);
    const version = (before?.view.version ?? 0) + 1;
    const recorded = { recorded_by: 'Dr Sample', recorded_at: `25 Nov 2026, 14:0${version}` };
    const shown = words(input);
    const view: EntryView = {
      id,
      patient: patient.id,
      noun: input.noun,
      version,
      stands: kind !== 'retract',
      ...recorded,
      input,
      shown,
    };
    const old = before?.view.shown.details ?? [];
    const same = (label: string, text: string) => old.some((one) => one.label === label && one.text === text);
    const differs = before
      ? shown.details.filter(({ label, text }) => !same(label, text)).map(({ label }) => label)
      : [];
    const versions = [...(before?.versions ?? []), { version, kind, reason, ...recorded, shown, differs }];
    entries.set(id, { view, versions });
    return view;
  }
  function guard(input: FactInput | null) {
    const next = refuse.shift();
    if (next) throw next;
    const issues = input ? check(input) : [];
    if (issues.length > 0) throw { code: 'invalid', issues };
  }
  function find(id: string): Kept {
    const kept = entries.get(id);
    if (!kept) throw { code: 'not_found' };
    return kept;
  }

  const handlers: Handlers = {
    safety_gates: ({ before }) => ({
      choices: [
        { id: 'mri', name: 'MRI' },
        { id: 'stimulator', name: 'Stimulator' },
      ],
      blocks: true,
      mri: before === 'mri' ? 'not_assessed' : null,
      class: before === 'stimulator' ? 'high' : null,
      headline: before === 'mri' ? 'Implants: not assessed.' : `Class before ${before || 'nothing'}`,
      lines: before === 'mri' ? [] : ['Blood thinners: not assessed.'],
      missing: [],
      checks: before === 'mri' ? [] : ['Not asked for this intervention.'],
      counts: [],
      sources: ['A rule with its source (version 1).'],
    }),
    list_entries: ({ noun }) =>
      [...entries.values()]
        .filter(({ view }) => view.noun === noun && view.stands)
        .map(({ view, versions }, at) => ({
          id: view.id,
          noun,
          number: at + 1,
          timed: true,
          version: view.version,
          shown: view.shown,
          amendments: versions.filter(({ kind }) => kind === 'amend').length,
        })),
    get_entry: ({ entry }) => find(entry).view,
    entry_history: ({ entry }) => find(entry).versions,
    record_entry: ({ request, entry, input, draft }) => {
      if (!done.has(request)) {
        guard(input);
        if (entries.has(entry)) throw { code: 'internal', reference: 'twice' };
        store(entry, input, 'record', null);
        done.set(request, entry);
        if (draft) drafts.delete(draft);
      }
      return { value: find(entry).view, changes };
    },
    record_entries: ({ entries: all }) => {
      const next = refuse.shift();
      if (next) throw next;
      const issues = all.flatMap(({ input }, place) =>
        check(input).map(({ path, problem }) => ({ path: `${place}.${path}`, problem })),
      );
      if (issues.length > 0) throw { code: 'invalid', issues };
      const value = all.map(({ request, entry, input, draft }) => {
        if (!done.has(request)) store(entry, input, 'record', null);
        done.set(request, entry);
        if (draft) drafts.delete(draft);
        return find(entry).view;
      });
      return { value, changes };
    },
    amend_entry: ({ entry, base_version, input, reason, draft }) => {
      guard(input);
      const { view } = find(entry);
      if (!view.stands) throw { code: 'retracted' };
      if (view.version !== base_version) {
        throw {
          code: 'conflict',
          noun: view.noun,
          entry,
          version: view.version,
          draft: draft ?? 'kept-by-core',
        };
      }
      const value = store(entry, input, 'amend', reason);
      if (draft) drafts.delete(draft);
      return { value, changes };
    },
    retract_entry: ({ entry, base_version, reason }) => {
      guard(null);
      const { view } = find(entry);
      if (view.version !== base_version) {
        throw { code: 'conflict', noun: view.noun, entry, version: view.version, draft: '' };
      }
      store(entry, view.input, 'retract', reason);
      return { value: {}, changes };
    },
    reinstate_entry: ({ entry, reason }) => {
      guard(null);
      const { view } = find(entry);
      return { value: store(entry, view.input, 'reinstate', reason), changes };
    },
    restore_version: ({ entry, reason }) => {
      guard(null);
      return { value: store(entry, find(entry).view.input, 'amend', reason), changes };
    },
    understand: ({ kind, text }) => {
      if (text === 'nonsense') return { shown: null, problem: { code: 'not_a_date', text }, settled: null };
      if (text === 'today') return { shown: '29 Nov 2026', problem: null, settled: '29 Nov 2026' };
      return {
        shown: kind === 'levels' ? `${text.toUpperCase()}, 2 segments` : `read ${text}`,
        problem: null,
        settled: null,
      };
    },
    reading_kinds: () => kinds,
    read_results: ({ text }) => ({
      values: text
        .split('\n')
        .filter((line) => line.startsWith('CRP '))
        .map((line) => ({ ...valueOf('crp'), value: line.slice(4), unit: 'mg/L' })),
      rest: text.split('\n').filter((line) => !line.startsWith('CRP ')),
    }),
    list_diagnoses: () => [],
    list_evidence: () => [],
    suggest_codes: () => [],
    symptoms_today: () => noSymptoms,
    body_regions: () => bodyViews,
    draw_body: ({ areas }) => bodyDrawing(areas),
    body_maps: ({ days }) =>
      days.map((day) => ({ day: day || '29 Nov 2026', drawing: null, not_placed: [] })),
    follow_up: () => ({ calls: [], sources: [], indices: [] }),
    open_plan: () => [],
    circumstances_now: () => [],
    opioid_load: () => noLoad,
    last_asked: () => {
      const rated = [...entries.values()].flatMap(({ view }) => {
        const { input } = view;
        return view.stands && input.noun === 'score' ? [input.measure] : [];
      });
      const nrs = rated.flatMap((measure) => (measure.measure === 'nrs' ? [measure] : []));
      const last = nrs.filter(({ kind }) => kind !== null).at(-1);
      const editions = rated.flatMap((measure) => {
        if (measure.measure === 'odi' && measure.version)
          return [{ instrument: 'odi', edition: measure.version }];
        if (measure.measure === 'instrument' && measure.edition)
          return [{ instrument: measure.instrument, edition: measure.edition }];
        return [];
      });
      return {
        kind: last?.kind ?? null,
        period: last?.period ?? '',
        sides: nrs.map(({ site, side }) => ({ site, side })),
        editions: editions.reverse(),
        activities: rated
          .flatMap((measure) =>
            measure.measure === 'instrument' && measure.activities.some((one) => one !== '')
              ? [{ instrument: measure.instrument, activities: measure.activities }]
              : [],
          )
          .reverse(),
      };
    },
    save_draft: ({ draft, patient: owner, entry, base_version, input, reason, sitting }) => {
      const kept_at = '25 Nov 2026, 14:03';
      const shown = words(input);
      const changes = shown.details.filter(({ text }) => text !== '');
      const view = {
        draft,
        patient: owner,
        noun: input.noun,
        entry,
        base_version,
        kept_at,
        input,
        reason,
        sitting,
      };
      drafts.set(draft, { ...view, name: patient.name, title: shown.title || null, changes });
      return {};
    },
    list_drafts: () => [...drafts.values()],
    discard_draft: ({ draft }) => {
      drafts.delete(draft);
      return {};
    },
  };
  return {
    handlers,
    entries,
    drafts,
    refuse,
    put: (id, input) => store(id, input, 'record', null),
    change: (id, input) => void store(id, input, 'amend', 'changed elsewhere'),
  };
}
