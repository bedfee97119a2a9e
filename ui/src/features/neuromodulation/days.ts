/** Days of a diary, spelled as in "3 May 2026" or typed as in "2026-05-03". */
import { dayOf } from '../../day';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Year, month from 0 and day; undefined where it is no such day. */
function parts(text: string): [number, number, number] | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year && month && day) return [Number(year), Number(month) - 1, Number(day)];
  const [, spelled, name, of] = /^(\d{1,2}) (\w{3}) (\d{4})$/.exec(text) ?? [];
  const place = months.indexOf(name ?? '');
  return spelled && of && place >= 0 ? [Number(of), place, Number(spelled)] : undefined;
}

/** The day after; undefined where it is no day that can be told. */
export function nextDay(text: string): string | undefined {
  const found = parts(text.trim());
  if (!found) return undefined;
  const [year, month, day] = found;
  return dayOf(new Date(year, month, day + 1));
}
