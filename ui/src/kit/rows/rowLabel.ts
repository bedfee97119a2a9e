import { t } from '../../words';

/** What a field of the row at that place from 0 is called: the label, with its line from the second row on. */
export function rowLabel(label: string, index: number): string {
  return index === 0 ? label : t('kit-rows-line', { label, number: index + 1 });
}
