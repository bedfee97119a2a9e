import { describe, expect, it } from 'vitest';
import { assess, nearer } from './strength';

const lack = (characters: number, words: number, repetitive: boolean) => ({ characters, words, repetitive });

describe('strength, as the vault judges it', () => {
  it.each([
    ['abcdefghijklmno', 'sufficient', null],
    ['abcdefghijklmn', 'too_weak', lack(1, 5, false)],
    ['a be c d e f', 'sufficient', null],
    ['ox ox ox ox ox', 'too_weak', lack(1, 5, true)],
    ['calm-river-stone-lamp-north-eight', 'strong', null],
    ['lantern copper violin', 'sufficient', null],
    ['a'.repeat(40), 'too_weak', lack(0, 0, true)],
    ['', 'too_weak', lack(15, 6, true)],
    ['   \u00a0\u3000          ', 'too_weak', lack(0, 0, true)],
  ] as const)('of %j is %s', (text, strength, missing) => {
    expect(assess(text)).toMatchObject({ strength, lack: missing });
  });

  it('counts an accent once, in either normal form', () => {
    expect(assess('cafe\u0301').characters).toBe(4);
    expect(assess('caf\u00e9')).toEqual(assess('cafe\u0301'));
  });

  it('counts words of any script, and a repeated one once', () => {
    expect(assess('Łódź  łódź, Łódź — море 42').words).toBe(4);
  });

  it('knows which of the two ways is nearer', () => {
    expect(nearer(assess('a b c d e'))).toBe('words');
    expect(nearer(assess('lantern copp'))).toBe('characters');
    expect(nearer(assess(''))).toBe('characters');
  });
});
