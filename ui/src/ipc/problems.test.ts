import { describe, expect, it } from 'vitest';
import type { MedicineProblem, Problem } from './generated';
import { problemWords } from './problems';

const medicines: [MedicineProblem, string][] = [
  [{ code: 'no_name' }, 'name of the medicine'],
  [{ code: 'too_long', limit: 400 }, 'at most 400 characters'],
  [{ code: 'control_character' }, 'cannot be kept'],
  [
    { code: 'refused_name', text: 'ms', because: 'morphine or magnesium; write the name' },
    '“ms” is not taken as a name: morphine',
  ],
  [
    { code: 'two_meanings', text: 'PR', one: 'rectal', other: 'prolonged release' },
    'rectal or prolonged release. Type it in full',
  ],
  [{ code: 'not_understood', text: 'some' }, '“some” is not understood'],
  [{ code: 'not_a_frequency', text: 'often' }, '“often” is not a frequency'],
  [{ code: 'not_a_number', text: '1.2.3' }, '“1.2.3” is not an amount'],
  [{ code: 'two_numbers', text: '1,000', one: '1000', other: '1' }, 'could be 1000 or 1.'],
  [{ code: 'range_reversed', low: '1', high: '2' }, 'upwards: 1 to 2'],
  [{ code: 'zero' }, 'cannot be zero'],
  [{ code: 'unit_missing', text: '10', usual: 'micrograms/h' }, '“10” has no unit. Add micrograms/h'],
  [
    { code: 'unusual_unit', name: 'fentanyl', unit: 'mg', usual: 'micrograms' },
    'fentanyl in mg is unusual; micrograms is usual',
  ],
  [{ code: 'amounts_dont_match', names: 2, amounts: 1 }, '2 ingredients and one amount'],
  [
    { code: 'amounts_exchanged', name: 'codeine', amount: '500 mg' },
    'codeine 500 mg is more than the paracetamol',
  ],
  [{ code: 'brand_as_ingredient', brand: 'OxyContin', holds: 'oxycodone' }, 'OxyContin is a brand'],
  [{ code: 'names_disagree', brand: 'OxyContin' }, 'OxyContin does not hold'],
  [{ code: 'twice', what: 'frequency', text: 'nocte' }, 'The frequency is given twice, at “nocte”'],
  [{ code: 'second_amount', text: '5 mg prn' }, '“5 mg prn” begins a second amount'],
  [
    { code: 'not_clear', text: 'takes half', hint: 'amount_a_day' },
    '“takes half” is not clear: type how much a day',
  ],
  [{ code: 'changed_too_often', changed: 'twice a day' }, 'changed twice a day is unusual'],
  [{ code: 'dose_of_mixture' }, 'number of tablets or mL'],
];

const cases: [Problem, string][] = [
  [{ code: 'required' }, 'Enter an answer'],
  [{ code: 'too_long', limit: 200 }, 'Too long: at most 200 characters'],
  [{ code: 'control_character' }, 'holds a character that cannot be kept'],
  [{ code: 'not_a_date', text: 'soon' }, '“soon” is not understood as a date'],
  [{ code: 'no_such_day' }, 'no such day'],
  [{ code: 'day_needed' }, 'Give the day'],
  [{ code: 'two_digit_year' }, 'four digits'],
  [{ code: 'day_or_month', one: '3 May 2019', other: '5 Mar 2019' }, 'can be 3 May 2019 or 5 Mar 2019'],
  [{ code: 'in_future' }, 'in the future'],
  [{ code: 'before_birth' }, 'before the birth date'],
  [{ code: 'year_out_of_range' }, 'between 1850 and ten years from now'],
  [{ code: 'no_such_anchor', what: 'operation', number: 3 }, 'There is no operation 3 in this record'],
  [{ code: 'not_an_interval', text: 'long' }, '“long” is not a length of time'],
  [{ code: 'not_a_level', text: 'L7' }, '“L7” is not a level'],
  [{ code: 'levels_reversed', right: 'L4-S1' }, 'Levels run from the upper to the lower one: L4-S1'],
  [{ code: 'not_neighbours', text: 'L3-S1', segments: 3 }, 'L3-S1 spans 3 segments'],
  [{ code: 'side_needed' }, 'Choose a side'],
  [{ code: 'out_of_range', min: 0, max: 10 }, 'Type a number from 0 to 10'],
  [{ code: 'not_above_zero', max: 24 }, 'above 0 and at most 24'],
  [{ code: 'window_too_wide', early: 42, late: 1 }, 'at most 42 days before and end at most 1 day after'],
  [{ code: 'first_not_smaller' }, 'smaller one first'],
  [{ code: 'not_a_number', text: 'x' }, '“x” is not a number'],
  [{ code: 'not_a_grade', text: '4.5' }, '“4.5” is not a grade of muscle power'],
  [{ code: 'no_percent' }, 'points'],
  [{ code: 'not_whole' }, 'whole number'],
  [{ code: 'period_of_now' }, 'looks back on no time'],
  [{ code: 'relief_and_worse' }, 'exclude each other'],
  [{ code: 'end_before_start' }, 'end lies before the start'],
  [{ code: 'response_before_start' }, 'before the start of the treatment'],
  [{ code: 'running_and_ended' }, 'cannot be ongoing and have ended'],
  [{ code: 'medicine_of_other_kind' }, 'belongs to the kind Medicine'],
  [{ code: 'do_not_go_together' }, 'exclude each other'],
  [{ code: 'injection_of_other_kind' }, 'does not fit this kind'],
  [{ code: 'therapy_of_other_kind' }, 'belong to a therapy'],
  [{ code: 'other_medicine' }, 'the same medicine'],
  [{ code: 'same_day' }, 'has this day already'],
  [{ code: 'changed_and_not' }, 'a change is told'],
  [{ code: 'not_a_concentration', text: '10' }, '“10” is no concentration'],
  [{ code: 'not_a_daily_dose', text: '2.5 mg' }, '“2.5 mg” is no dose a day'],
  [{ code: 'same_bout' }, 'already stands in the diary of this day'],
  [{ code: 'baseline_incomplete' }, 'three days, one of them a bad day'],
  [{ code: 'not_a_time', text: 'noon' }, '“noon” is not a time of day'],
  [
    { code: 'not_clear', why: 'Not answered: shoes and ground are suitable.' },
    'Not answered: shoes and ground are suitable.',
  ],
  [{ code: 'plan_not_ended' }, 'End it before another begins'],
  [{ code: 'plan_state' }, 'does not fit'],
  [{ code: 'quota_runs' }, 'The plan has started'],
  [{ code: 'pause_stays' }, 'Reopen the plan instead'],
  ...medicines.map(([why, words]): [Problem, string] => [{ code: 'not_a_medicine', why }, words]),
];

describe('words for problems', () => {
  it.each(cases)('%j', (problem, words) => {
    const shown = problemWords(problem);
    expect(shown).toContain(words);
    expect(shown).not.toMatch(/problem-|[{}!]|undefined/);
  });

  it('are repairing even for what a newer core may say', () => {
    expect(problemWords({ code: 'named_by_others', count: 2 } as unknown as Problem)).toContain(
      '2 other entries',
    );
    expect(problemWords({ code: 'something_new' } as unknown as Problem)).toBe('This needs another look');
  });
});
