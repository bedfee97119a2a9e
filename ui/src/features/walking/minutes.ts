/** Lengths of walking as people read and type them. */
/** "12" or "12:30" for `seconds`. */
export function minutesOf(seconds: number): string {
  const rest = seconds % 60;
  const whole = String(Math.floor(seconds / 60));
  return rest === 0 ? whole : `${whole}:${String(rest).padStart(2, '0')}`;
}
