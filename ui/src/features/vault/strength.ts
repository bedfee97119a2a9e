/**
 * How a new passphrase measures against the policy of the vault: at least 15 characters, or at least 6 different words,
 * and not a key held down. What anyone would guess does not count: a word that everyone uses, what was typed before, a
 * run along the alphabet or the keyboard. The core judges when the vault is made; this says the same while someone is
 * typing, and `crates/vault/passphrases.json` holds both to it.
 */

/** Fewest characters of a passphrase that has fewer than `leastWords` words. */
export const leastCharacters = 15;
/** Fewest different words of a passphrase that is shorter than `leastCharacters`. */
export const leastWords = 6;
const leastDistinct = 5;
const strongCharacters = 25;

export const levels = ['too_weak', 'sufficient', 'strong'] as const;
export type Strength = (typeof levels)[number];

/** What a passphrase lacks; either more characters or more words mend its length. */
export interface Lack {
  characters: number;
  words: number;
  repetitive: boolean;
}

export interface Assessment {
  characters: number;
  words: number;
  strength: Strength;
  /** Null where it is good enough. */
  lack: Lack | null;
}

/** Words that are tried first; each counts as one character. */
const guessed = [
  ...[
    'password',
    'passwort',
    'passphrase',
    'passcode',
    'letmein',
    'welcome',
    'qwerty',
    'qwertz',
    'azerty',
    'admin',
  ],
  ...[
    'secret',
    'iloveyou',
    'changeme',
    'sunshine',
    'princess',
    'football',
    'baseball',
    'dragon',
    'monkey',
    'hospital',
  ],
  ...['clinic', 'doctor', 'patient', 'lamina'],
];
/** Rows of keys along which a finger runs. */
const rows = ['qwertyuiop', 'qwertzuiop', 'asdfghjkl', 'zxcvbnm', 'yxcvbnm'];
/** As many characters that were typed before in this order count no more. */
const repeat = 4;
/** The letters for which signs are often written. */
const plain: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
};

/** The step from one key to the next: along the code points, or along a row of keys; null where there is neither. */
function step(from: string, to: string): string | null {
  const along = (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);
  if (Math.abs(along) <= 1) return `point ${along}`;
  for (const row of rows) {
    const [one, other] = [row.indexOf(from), row.indexOf(to)];
    if (one >= 0 && other >= 0 && Math.abs(other - one) === 1) return `key ${other - one}`;
  }
  return null;
}

/** Which characters of a text in small letters count. */
function counted(points: string[]): boolean[] {
  const counts = points.map(() => true);
  const seen = new Set<string>();
  for (let at = 0; at + repeat <= points.length; at += 1) {
    const window = points.slice(at, at + repeat).join('');
    if (seen.has(window)) counts.fill(false, at, at + repeat);
    seen.add(window);
  }
  for (let at = 2; at < points.length; at += 1) {
    const [first = '', second = '', third = ''] = points.slice(at - 2, at + 1);
    const by = step(first, second);
    if (by !== null && step(second, third) === by) counts[at] = false;
  }
  const spelled = points.map((point) => plain[point] ?? point);
  for (const word of guessed) {
    for (let at = 0; at + word.length <= spelled.length; at += 1) {
      if (spelled.slice(at, at + word.length).join('') === word) counts.fill(false, at + 1, at + word.length);
    }
  }
  return counts;
}

/** Different words, runs of letters and digits, of which at least half counts. */
function wordsIn(points: string[], counts: boolean[]): number {
  const found = new Set<string>();
  let from = 0;
  for (let at = 0; at <= points.length; at += 1) {
    if (at < points.length && /[\p{Alphabetic}\p{N}]/u.test(points[at] ?? '')) continue;
    const counting = counts.slice(from, at).filter(Boolean).length;
    if (at > from && counting * 2 >= at - from) found.add(points.slice(from, at).join(''));
    from = at + 1;
  }
  return found.size;
}

/** Counts code points in normal form C and in small letters, as far as they count. */
export function assess(passphrase: string): Assessment {
  const points = [...passphrase.normalize('NFC').toLowerCase()];
  const counts = counted(points);
  const characters = counts.filter(Boolean).length;
  const distinct = new Set(points.filter((point) => !/\p{White_Space}/u.test(point))).size;
  const words = wordsIn(points, counts);
  const long = characters >= leastCharacters || words >= leastWords;
  const repetitive = distinct < leastDistinct;
  if (!long || repetitive) {
    const lack = {
      characters: long ? 0 : Math.max(0, leastCharacters - characters),
      words: long ? 0 : Math.max(0, leastWords - words),
      repetitive,
    };
    return { characters, words, strength: 'too_weak', lack };
  }
  const strong = characters >= strongCharacters || (words >= leastWords && characters >= leastCharacters);
  return { characters, words, strength: strong ? 'strong' : 'sufficient', lack: null };
}

/** Which of the two ways is nearer to its end: the larger share of it is typed already. */
export function nearer({
  characters,
  words,
}: Pick<Assessment, 'characters' | 'words'>): 'characters' | 'words' {
  return words / leastWords > characters / leastCharacters ? 'words' : 'characters';
}
