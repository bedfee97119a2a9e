/** A walking programme as the core tells it, for tests of its screens. */
import type {
  ClearanceItem,
  WalkingChartView,
  WalkingDay,
  WalkingPlanView,
  WalkingProposal,
  WalkingView,
  WalkingWeek,
} from '../ipc/generated';

export const noPlan: WalkingView = {
  plan: null,
  earlier: [],
  without_plan: [],
  care: [],
  evidence: 'Similar benefit to usual physiotherapy in trials of chronic low back pain.',
  sources: ['When it starts (walking.clearance, version 1; source: patient-education texts)'],
};

const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function day(first: number, at: number, more: Partial<WalkingDay> = {}): WalkingDay {
  const number = first + at;
  return {
    on: `${number} Nov 2026`,
    label: `${names[at]} ${number} Nov`,
    state: 'no_entry',
    seconds: 0,
    planned_seconds: 600,
    entries: [],
    today: false,
    ...more,
  };
}

/** The week from 23 November, seen on Thursday: walked, missed, rest, no entry yet, to come. */
export const thisWeek: WalkingWeek = {
  number: 3,
  title: '23 to 29 Nov 2026',
  colour: 'amber',
  colour_words: 'Amber: hold or cut back',
  reasons: ['Pain rose by more than 2 points on 1 day'],
  adherence: 'Bouts: 1 of 2 (50 %)',
  minutes: '6 min walked, 40 planned; the target is 150 a week',
  covered: '480 m; treadmill',
  quota: '10 min once a day, 4 days a week, easy pace',
  leg: 'Leg pain further down on 1 day',
  days: [
    day(23, 0, {
      state: 'walked',
      seconds: 360,
      entries: [{ entry: 'row-mon', text: '6 min, back 3 to 6', red: false }],
    }),
    day(23, 1, { state: 'missed', entries: [{ entry: 'row-tue', text: 'missed: rain', red: false }] }),
    day(23, 2, { state: 'rest', entries: [{ entry: 'row-wed', text: 'rest day', red: false }] }),
    day(23, 3, { today: true }),
    ...[4, 5, 6].map((at) => day(23, at, { state: 'ahead' })),
  ],
};

export const raise: WalkingProposal = {
  advice: 'raise',
  text: 'Proposed for the next week: 11 min once a day, 4 days a week, easy pace.',
  quota: { minutes: '11', bouts_a_day: '1', days_a_week: '4', pace: 'easy' },
  from: '30 Nov 2026',
  because: ['Adherence 100 %'],
};

const questions: [ClearanceItem, string][] = [
  ['medical_clearance', 'Walking is cleared by a doctor or surgeon'],
  ['restrictions', 'Restrictions after the operation are known'],
  ['fracture_excluded', 'A fracture is excluded after trauma'],
  ['red_flags_explained', 'When to stop and whom to call has been explained'],
  ['shoes_and_ground', 'Shoes and ground are suitable'],
  ['falls_and_aid', 'Falls, gait and walking aid have been looked at'],
  ['heart', 'No heart condition rules out walking'],
];

/** A plan that runs, with everything in it. */
export const running: WalkingPlanView = {
  entry: 'plan-1',
  version: 1,
  shown: {
    when: '9 Nov 2026',
    title: 'Walking plan by Dr Okafor',
    details: [
      { label: 'Starts with', text: '8 min once a day, 4 days a week, easy pace' },
      { label: 'Target', text: '30 min a day, 5 days a week (150 min a week)' },
      { label: 'Precautions', text: 'No lifting above 5 kg' },
    ],
  },
  status: 'active',
  status_words: 'Running since 9 Nov 2026.',
  clear: true,
  clearance: 'Clearance recorded.',
  questions: questions.map(([item, words]) => ({
    item,
    words,
    reply: 'yes',
    text: 'yes, 9 Nov 2026',
    open: false,
  })),
  cautions: ['Recent fusion: the surgeon’s precautions come first.'],
  quota: '10 min once a day, 4 days a week, easy pace',
  quota_input: { minutes: '10', bouts_a_day: '1', days_a_week: '4', pace: 'easy' },
  start: 'Without a baseline: 5 min.',
  week: thisWeek,
  weeks: [],
  proposal: raise,
  events: [
    {
      entry: 'event-1',
      text: 'Started',
      on: '9 Nov 2026',
      by: 'Dr Okafor, pain consultant',
      reason: '',
      can_be_retracted: true,
    },
  ],
};

/** The same before the start, with two questions that keep it from starting. */
export const notStarted: WalkingPlanView = {
  ...running,
  status: 'not_started',
  status_words: 'Prescribed on 9 Nov 2026, not started.',
  clear: false,
  clearance: 'Not answered: walking is cleared by a doctor or surgeon.',
  questions: running.questions.map((question, at) =>
    at === 0
      ? { ...question, reply: 'not_asked', text: 'not asked', open: true }
      : at === 4
        ? { ...question, reply: 'no', text: 'no, 9 Nov 2026', open: true }
        : question,
  ),
  week: null,
  proposal: null,
  events: [],
};

export const paused: WalkingPlanView = {
  ...running,
  status: 'paused',
  status_words: 'Paused since 24 Nov 2026: fall. A clinician has to reopen it.',
  proposal: {
    advice: 'pause',
    text: 'Walking is stopped until a clinician reopens the plan.',
    quota: null,
    from: '30 Nov 2026',
    because: ['Fall'],
  },
};

/** `count` weeks that are over, the latest first. */
export function pastWeeks(count: number): WalkingWeek[] {
  return Array.from({ length: count }, (_, at) => ({
    ...thisWeek,
    number: count - at,
    title: `week ${count - at}`,
    colour: 'no_data',
    colour_words: 'No data: no walking recorded',
    days: Array.from({ length: 7 }, (_, place) => day(1, place)),
  }));
}

export const withPlan = (plan: WalkingPlanView): WalkingView => ({ ...noPlan, plan });

export const chart: WalkingChartView = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200"><rect width="9" height="9"/></svg>',
  summary: '3 weeks, 40 min walked',
  points: [
    {
      line: 0,
      x: 105,
      y: 80,
      left: 100,
      right: 110,
      bottom: 150,
      measure: 'Minutes a day',
      value: '6 min',
      when: '23 Nov 2026',
      notes: ['6 min, back 3 to 6', 'Planned: 10 min'],
    },
  ],
  columns: ['Day', 'Walked, min'],
  rows: [
    ['23 Nov 2026', '6'],
    ['24 Nov 2026', 'missed'],
  ],
};
