import { describe, expect, it } from 'vitest';
import { bits, levels, strength } from './strength';

describe('strength', () => {
  it.each([
    ['', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['abcdefghijklmnop', 'weak'],
    ['1234567890123', 'weak'],
    ['Password1234', 'weak'],
    ['T7#k', 'weak'],
    ['lantern copper violin marsh', 'strong'],
  ] as const)('calls %j %s', (text, level) => {
    expect(strength(text)).toBe(level);
  });

  it('never calls a longer passphrase of new words weaker', () => {
    const words = ['lantern', 'lantern copper', 'lantern copper violin', 'lantern copper violin marsh'];
    const found = words.map((text) => levels.indexOf(strength(text)));
    expect(found).toEqual([...found].sort());
    expect(bits('lantern copper')).toBeGreaterThan(bits('lantern'));
  });
});
