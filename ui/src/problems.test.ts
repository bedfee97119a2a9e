import { describe, expect, it } from 'vitest';
import type { Problem } from './ipc/generated';
import { problemWords } from './problems';

const cases: [Problem, string][] = [
  [{ code: 'required' }, 'Fill this in'],
  [{ code: 'too_long', limit: 200 }, 'Too long: at most 200 characters'],
  [{ code: 'control_character' }, 'holds a character that cannot be kept'],
  [{ code: 'not_a_date', text: 'soon' }, '“soon” is not understood as a date'],
  [{ code: 'no_such_day' }, 'no such day'],
  [{ code: 'two_digit_year' }, 'four digits'],
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
  [{ code: 'not_a_number', text: 'x' }, '“x” is not a number'],
  [{ code: 'not_whole' }, 'whole number'],
  [{ code: 'relief_and_worse' }, 'exclude each other'],
  [{ code: 'end_before_start' }, 'end lies before the start'],
];

describe('words for problems', () => {
  it.each(cases)('%j', (problem, words) => {
    const shown = problemWords(problem);
    expect(shown).toContain(words);
    expect(shown).not.toMatch(/problem-|[{}!]|undefined/);
  });

  it('are repairing even for what a newer core may say', () => {
    expect(problemWords({ code: 'named_by_others', count: 2 } as unknown as Problem)).toContain('2 other entries');
    expect(problemWords({ code: 'something_new' } as unknown as Problem)).toBe('This needs another look');
  });
});
