import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess, nearer, type Strength } from './strength';

interface Case {
  text: string;
  characters: number;
  words: number;
  strength: Strength;
  repetitive: boolean;
}
const cases = JSON.parse(readFileSync('../crates/vault/passphrases.json', 'utf8')) as Case[];

describe('strength, as the vault judges it', () => {
  it.each(cases)('of “$text” is $strength', ({ text, characters, words, strength, repetitive }) => {
    const found = assess(text);
    expect({ ...found, lack: undefined }).toEqual({ characters, words, strength, lack: undefined });
    expect(found.lack?.repetitive ?? false).toBe(repetitive);
    expect(found.lack === null).toBe(strength !== 'too_weak');
  });

  it('says what is missing both ways', () => {
    expect(assess('mzkqhvtbwrnpld').lack).toEqual({ characters: 1, words: 5, repetitive: false });
  });

  it('counts an accent once, in either normal form', () => {
    expect(assess('cafe\u0301').characters).toBe(4);
    expect(assess('caf\u00e9')).toEqual(assess('cafe\u0301'));
  });

  it('knows which of the two ways is nearer', () => {
    expect(nearer(assess('a b c d e'))).toBe('words');
    expect(nearer(assess('lantern copp'))).toBe('characters');
    expect(nearer(assess(''))).toBe('characters');
  });
});
