import { describe, expect, it } from 'vitest';
import { carry, splitTyped, takeCarried } from './typedPerson';

describe('typed text becomes fields', () => {
  it.each([
    ['smith', 'Smith', '', '', ''],
    ['anna smith', 'Smith', 'Anna', '', ''],
    ['Smith, Anna Maria', 'Smith', 'Anna Maria', '', ''],
    ["o'brien, seán", "O'Brien", 'Seán', '', ''],
    ['anna-maria van den berg 3.5.61', 'van den Berg', 'Anna-Maria', '3.5.61', ''],
    ['de la cruz', 'de la Cruz', '', '', ''],
    ['Łukasz MÜLLER 1961-05-03', 'MÜLLER', 'Łukasz', '1961-05-03', ''],
    ['3 May 1961 Smith', 'Smith', '', '3 May 1961', ''],
    ['smith may 1961', 'Smith', '', 'may 1961', ''],
    ['03/05/1961, smith', 'Smith', '', '03/05/1961', ''],
    ['smith 1961', 'Smith', '', '1961', ''],
    ['smith A-0042', 'Smith', '', '', 'A-0042'],
    ['A19612', '', '', '', 'A19612'],
    ['May Jones', 'Jones', 'May', '', ''],
    ['  ', '', '', '', ''],
  ])('%j', (text, family, given, born, record_number) => {
    expect(splitTyped(text)).toEqual({ family, given, born, record_number });
  });

  it('is handed over once', () => {
    const person = splitTyped('anna smith');
    carry(person);
    expect(takeCarried()).toBe(person);
    expect(takeCarried()).toBeNull();
  });
});
