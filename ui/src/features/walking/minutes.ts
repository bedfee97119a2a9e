/** Lengths of walking between the core's two ways to say them: seconds, and minutes as people type them. */
import type { QuotaInput } from '../../ipc/generated';

/** "12" or "12:30" for `seconds`. */
export function minutesOf(seconds: number): string {
  const rest = seconds % 60;
  const whole = String(Math.floor(seconds / 60));
  return rest === 0 ? whole : `${whole}:${String(rest).padStart(2, '0')}`;
}

/** Seconds that a quota plans for a day of walking; null where its text is not as the core writes it. */
export function plannedSeconds({ minutes, bouts_a_day }: QuotaInput): number | null {
  const [, whole, rest = '0'] = /^(\d+)(?::(\d\d))?$/.exec(minutes) ?? [];
  if (whole === undefined || !/^\d+$/.test(bouts_a_day)) return null;
  return (Number(whole) * 60 + Number(rest)) * Number(bouts_a_day);
}
