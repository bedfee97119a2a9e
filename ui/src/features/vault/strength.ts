/**
 * How a new passphrase measures against the policy of the vault: at least 15 characters, or at least 6 different words,
 * and not a key held down. The core judges when the vault is made; this says the same while someone is typing.
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

/** Counts code points in normal form C; words are runs of letters and digits, each counted once. */
export function assess(passphrase: string): Assessment {
  const text = passphrase.normalize('NFC');
  const points = [...text];
  const characters = points.length;
  const distinct = new Set(points.filter((point) => !/\p{White_Space}/u.test(point))).size;
  const words = new Set(text.match(/[\p{Alphabetic}\p{N}]+/gu) ?? []).size;
  const long = characters >= leastCharacters || words >= leastWords;
  const repetitive = distinct < leastDistinct;
  if (!long || repetitive) {
    const lack = {
      characters: long ? 0 : leastCharacters - characters,
      words: long ? 0 : leastWords - words,
      repetitive,
    };
    return { characters, words, strength: 'too_weak', lack };
  }
  const strong = characters >= strongCharacters || (words >= leastWords && characters >= leastCharacters);
  return { characters, words, strength: strong ? 'strong' : 'sufficient', lack: null };
}

/** Which of the two ways is nearer to its end: the larger share of it is typed already. */
export function nearer({ characters, words }: Pick<Assessment, 'characters' | 'words'>): 'characters' | 'words' {
  return words / leastWords > characters / leastCharacters ? 'words' : 'characters';
}
