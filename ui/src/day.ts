/** The local day of `now` as YYYY-MM-DD, which no one misreads; written out, a draft keeps its day. */
export function dayOf(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
