/** The time of day for marks such as "Saved 14:03", written as the core writes recorded times. */
const form = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false });

/** `at` counts milliseconds since 1970. */
export function timeOfDay(at: number): string {
  return form.format(at);
}
