/** Why a line is not understood as a medicine, in words that repair; the words stand in problems.ftl. */
import type { MedicineHint, MedicineProblem } from './generated';
import { t, type PlainWordId } from '../words';

const hints: Record<MedicineHint, PlainWordId> = {
  once: 'medicine-hint-once',
  single: 'medicine-hint-single',
  continuous: 'medicine-hint-continuous',
  amount_a_day: 'medicine-hint-amount-a-day',
  own_line: 'medicine-hint-own-line',
};

/** Words for `problem`, fit to stand under the field of the line. */
export function medicineProblemWords(problem: MedicineProblem): string {
  switch (problem.code) {
    case 'no_name':
      return t('medicine-no-name');
    case 'too_long':
      return t('problem-too-long', { limit: problem.limit });
    case 'control_character':
      return t('problem-control-character');
    case 'refused_name':
      return t('medicine-refused-name', { text: problem.text, because: problem.because });
    case 'two_meanings':
      return t('medicine-two-meanings', { text: problem.text, one: problem.one, other: problem.other });
    case 'not_understood':
      return t('medicine-not-understood', { text: problem.text });
    case 'not_a_frequency':
      return t('medicine-not-a-frequency', { text: problem.text });
    case 'not_a_number':
      return t('medicine-not-a-number', { text: problem.text });
    case 'two_numbers':
      return t('medicine-two-numbers', { text: problem.text, one: problem.one, other: problem.other });
    case 'range_reversed':
      return t('medicine-range-reversed', { low: problem.low, high: problem.high });
    case 'zero':
      return t('medicine-zero');
    case 'unit_missing':
      return t('medicine-unit-missing', { text: problem.text, usual: problem.usual });
    case 'unusual_unit':
      return t('medicine-unusual-unit', { name: problem.name, unit: problem.unit, usual: problem.usual });
    case 'amounts_dont_match':
      return t('medicine-amounts-dont-match', { names: problem.names, amounts: problem.amounts });
    case 'amounts_exchanged':
      return t('medicine-amounts-exchanged', { name: problem.name, amount: problem.amount });
    case 'brand_as_ingredient':
      return t('medicine-brand-as-ingredient', { brand: problem.brand, holds: problem.holds });
    case 'names_disagree':
      return t('medicine-names-disagree', { brand: problem.brand });
    case 'twice':
      return t('medicine-twice', { what: problem.what, text: problem.text });
    case 'second_amount':
      return t('medicine-second-amount', { text: problem.text });
    case 'not_clear':
      return t('medicine-not-clear', { text: problem.text, hint: t(hints[problem.hint]) });
    case 'changed_too_often':
      return t('medicine-changed-too-often', { changed: problem.changed });
    case 'dose_of_mixture':
      return t('medicine-dose-of-mixture');
    default:
      return t('problem-other');
  }
}
