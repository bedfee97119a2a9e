/** Made-up red flags for tests and the kit screen: questions of two groups, and what the core says of them. */
import type { FiredView, FlagGroup, RedFlagsView } from '../ipc/generated';

const question = (
  id: string,
  text: string,
  words: string,
  more: { long_standing?: boolean; may_not_apply?: boolean; needs_course?: boolean } = {},
) => ({
  id,
  text,
  words,
  long_standing: false,
  may_not_apply: false,
  needs_course: false,
  ...more,
});

export const questions: FlagGroup[] = [
  {
    group: 'bladder_bowel_saddle',
    title: 'Bladder, bowel, saddle area, both legs',
    questions: [
      question('bladder_leak', 'Does urine leak without control?', 'loss of bladder control', {
        long_standing: true,
      }),
      question('bowel_control', 'Is there any loss of control of the bowels?', 'loss of bowel control', {
        long_standing: true,
      }),
      question('both_legs', 'Is there pain, weakness or numbness in both legs?', 'pain in both legs', {
        needs_course: true,
      }),
    ],
  },
  {
    group: 'wound',
    title: 'Wound',
    questions: [
      question('wound_redness', 'Is the wound red or warm?', 'redness of the wound', { may_not_apply: true }),
    ],
  },
];

export const emergency: FiredView = {
  rule: 'red_flag.ces',
  version: 1,
  title: 'Bladder, bowel, saddle or both legs',
  level: 'E0',
  level_words: 'Emergency, now',
  stays: true,
  wording: 'Possible cauda equina features recorded. Emergency assessment is advised now per local pathway.',
  inputs: ['loss of bladder control (24 Nov 2026, said by patient)'],
  since: '24 Nov 2026',
  missing: ['residual urine: not recorded'],
  no_diagnosis: 'This does not make a diagnosis.',
  may_lower_to: null,
  rule_title: 'New or changed bladder symptoms ask for emergency assessment.',
  source: 'National pathway, 2023',
};

export const sameDay: FiredView = {
  ...emergency,
  rule: 'red_flag.neuro',
  title: 'Numbness, tingling or weakness',
  level: 'E1',
  level_words: 'Same day',
  wording: 'New or worse numbness recorded. Same-day assessment is advised.',
  inputs: ['new or worse numbness (24 Nov 2026)'],
  may_lower_to: 'U',
};

export const caution: FiredView = {
  ...emergency,
  rule: 'red_flag.inflam',
  title: 'Inflammatory features',
  level: 'C',
  level_words: 'Caution',
  stays: false,
  wording: 'Inflammatory features recorded. A guided programme is advised.',
  inputs: ['inflammatory disease of the spine (24 Nov 2026)'],
};

export const quiet: RedFlagsView = {
  fired: [],
  not_assessed: [],
  asks_on: [],
  noted: [],
  baseline: '',
  measured: [],
  unchanged: [],
  answered_no: [],
  resolved: [],
  last: [],
  asked: null,
  unknown_questions: 0,
  own_limits: [],
  by: 'Dr Okafor',
  role: 'pain consultant',
};
