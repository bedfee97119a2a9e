/** Made-up rules for tests. */
import type { OwnValue, RuleRow, RulesView } from '../../ipc/generated';

export const own: OwnValue = {
  value: '38.5 °C',
  who: 'Dr A. Author',
  on: '3 May 2026',
  why: 'agreed by the team',
};

export const fever: RuleRow = {
  id: 'red_flag.fever_tenths',
  title: 'Fever from',
  built_in: '38.0 °C',
  source: 'General knowledge of the field',
  hint: 'From 36 to 42.0 °C',
  own: null,
  history: [],
};

export const odi: RuleRow = {
  id: 'change.matters.odi',
  title: 'Oswestry Disability Index (ODI)',
  built_in: '10 points or 30 % of the baseline',
  source: 'Ostelo et al., Spine 2008;33:90-94; low back pain (checked)',
  hint: 'In the unit of the score, as in 12, or in percent of the baseline, as in 30 %',
  own: null,
  history: [],
};

/** The rules with these rows. */
export function rules(limit: RuleRow = fever, more: Partial<RulesView> = {}): RulesView {
  return {
    groups: [
      {
        name: 'change',
        title: 'Change that matters',
        note: 'A value of your own replaces the published one.',
        rows: [odi],
      },
      {
        name: 'red_flag',
        title: 'Red flags',
        note: 'A limit counts for everything that was recorded.',
        rows: [limit],
      },
    ],
    listed: [
      {
        title: 'Scores',
        rules: [
          {
            id: 'score.peg',
            version: 1,
            title: 'PEG: The mean of the three answers, to one decimal; all three are needed.',
            source: 'Krebs 2009',
            sure: 'checked',
          },
        ],
      },
    ],
    not_applied: [],
    by: 'Dr A. Author',
    ...more,
  };
}
