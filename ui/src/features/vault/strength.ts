/** A rough guess at how hard a passphrase is to find. It guides the person who types; the vault has rules of its own. */
export const leastLength = 12;

export const levels = ['weak', 'fair', 'good', 'strong'] as const;
export type Strength = (typeof levels)[number];

const common = /passw(or|0r)t?d|passphrase|qwert[yz]|asdf|letmein|welcome|lamina|admin|clinic|spine|summer|winter/g;

/** True when `next` follows `last` as in "abc", "321" or "aaa" and so adds nothing to guess. */
function follows(last: number, next: number): boolean {
  return Math.abs(next - last) <= 1;
}

/** Guessing effort in bits: characters that add something, each worth its alphabet; a known word counts as one. */
export function bits(passphrase: string): number {
  const text = passphrase.normalize('NFC').toLowerCase().replace(common, '\u0001');
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const fresh = points.filter((point, at) => at === 0 || !follows(points[at - 1] ?? 0, point));
  const distinct = new Set(fresh).size;
  const has = (pattern: RegExp) => pattern.test(passphrase);
  const alphabet =
    (has(/\p{Ll}/u) ? 26 : 0) + (has(/\p{Lu}/u) ? 26 : 0) + (has(/\d/) ? 10 : 0) + (has(/[^\p{L}\d]/u) ? 20 : 0);
  // Words are guessed by the word: letters of running text carry about half of what random ones do.
  const each = Math.log2(Math.max(alphabet, 2)) * (has(/^[\p{L} ]+$/u) ? 0.5 : 0.75);
  return Math.min(fresh.length, distinct * 2) * each;
}

export function strength(passphrase: string): Strength {
  const effort = bits(passphrase);
  if ([...passphrase].length < leastLength || effort < 30) return 'weak';
  if (effort < 45) return 'fair';
  return effort < 65 ? 'good' : 'strong';
}
