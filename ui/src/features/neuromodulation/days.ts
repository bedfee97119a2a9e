/** Days of a diary as they are spelled: "3 May 2026". */
import { dayOf } from '../../day';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day after one that is spelled; undefined where it is not. */
export function nextDay(spelled: string): string | undefined {
  const [, day, name, year] = /^(\d{1,2}) (\w{3}) (\d{4})$/.exec(spelled.trim()) ?? [];
  const month = months.indexOf(name ?? '');
  if (day === undefined || year === undefined || month < 0) return undefined;
  return dayOf(new Date(Number(year), month, Number(day) + 1));
}
