import { describe, expect, it } from 'vitest';
import type { FactInput, Issue } from '../../ipc/generated';
import { FieldIssues, valueAt } from './form/issues.svelte';
import { draftWords } from './nouns';
import { blankOf } from './form/formState';
import { saysNothing } from './form/saysNothing';

const score = (value: string, note = ''): FactInput => ({
  noun: 'score',
  when: '2019',
  measure: { measure: 'nrs', site: 'leg', side: null, kind: null, period: '', value },
  told_by: 'patient',
  note,
});

describe('issues of a form', () => {
  const issues: Issue[] = [
    { path: 'value', problem: { code: 'out_of_range', min: 0, max: 10 } },
    { path: 'value', problem: { code: 'not_whole' } },
    { path: 'elsewhere', problem: { code: 'in_future' } },
  ];

  it('stand at their field, the first of a field alone, and go when its text changes', () => {
    const found = new FieldIssues();
    expect(found.message('value')).toBeNull();
    found.set(issues, score('11'));
    expect(found.message('value')).toBe('Type a number from 0 to 10');
    expect(found.unclaimed).toEqual(['This lies in the future. Check the date']);
    found.mend(score('11', 'another field'));
    expect(found.message('value')).not.toBeNull();
    found.mend(score('1'));
    expect(found.message('value')).toBeNull();
    expect(found.count).toBe(1);
  });

  it('find a value by its path, inside a list and inside a measure', () => {
    expect(valueAt({ findings: [{ levels: 'L7' }] }, 'findings.0.levels')).toBe('L7');
    expect(valueAt(score('11'), 'value')).toBe('11');
    expect(valueAt(score('11'), 'findings.0.levels')).toBeUndefined();
  });
});

describe('the words of a draft', () => {
  it('are what was typed, cut between characters', () => {
    expect(draftWords(score('7'))).toBe('2019, 7');
    const long = draftWords(score('7', '🦴'.repeat(100)));
    expect(long.endsWith('🦴…')).toBe(true);
    expect([...long]).toHaveLength(81);
    expect(draftWords({ ...score(''), when: ' ' } as FactInput)).toBe('');
  });
});

describe('a form that says nothing', () => {
  const symptom = blankOf('symptom');

  it('is one in which no text was typed and no question answered, whatever kind was chosen', () => {
    expect(saysNothing(symptom)).toBe(true);
    expect(saysNothing({ ...symptom, qualities: ['', ' '] })).toBe(true);
    expect(saysNothing({ ...score(''), when: '' } as FactInput)).toBe(true);
  });

  it('is none once any of its texts is typed or any of its questions answered', () => {
    for (const [field, value] of Object.entries(symptom)) {
      if (value === '') expect(saysNothing({ ...symptom, [field]: 'x' } as FactInput), field).toBe(false);
      if (Array.isArray(value))
        expect(saysNothing({ ...symptom, [field]: ['x'] } as FactInput), field).toBe(false);
    }
    expect(saysNothing({ ...symptom, side: { missing: 'unknown' } })).toBe(false);
    expect(saysNothing({ ...score('0'), when: '' } as FactInput)).toBe(false);
  });
});
