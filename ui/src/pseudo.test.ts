import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { plain, pseudo } from '../scripts/pseudo.js';

const english = import.meta.glob<string>('../words/en/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function bundle(texts: string[]) {
  const made = new FluentBundle('en-GB', { useIsolating: false });
  const faults = texts.flatMap((text) => made.addResource(new FluentResource(text)));
  expect(faults).toEqual([]);
  return made;
}

/** Every message of the file with every argument it may take: a text that is none, and the numbers 1 and 3. */
function said(made: FluentBundle, id: string, argument: string | number): string {
  const message = made.getMessage(id);
  if (!message?.value) throw new Error(`${id} is not there`);
  const anything = new Proxy({} as Record<string, string | number>, {
    get: () => argument,
    has: () => true,
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: argument }),
  });
  return made.formatPattern(message.value, anything, []);
}

describe('the pseudo-language', () => {
  const own = bundle(Object.values(english));
  const other = bundle(Object.values(english).map(pseudo));
  const ids = Object.values(english).flatMap((text) => new FluentResource(text).body.map((one) => one.id));

  it('has every message of the English tree', () => {
    expect(ids.length).toBeGreaterThan(1000);
    expect(ids.filter((id) => !other.hasMessage(id))).toEqual([]);
  });

  it('says the same behind its accents, its length and its marks', () => {
    for (const id of ids) {
      for (const argument of [1, 3, 'x']) {
        const words = said(own, id, argument);
        const told = said(other, id, argument);
        expect(told.startsWith('«') && told.endsWith('»'), `${id}: ${told}`).toBe(true);
        expect(plain(told).replace(/\s+/g, ' '), id).toBe(
          words.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' '),
        );
      }
    }
  });

  it('is about 30 % longer than English as a whole', () => {
    const length = (made: FluentBundle) => ids.reduce((sum, id) => sum + said(made, id, 'x').length, 0);
    const longer = length(other) / length(own);
    expect(longer).toBeGreaterThan(1.2);
    expect(longer).toBeLessThan(1.45);
  });

  it('keeps what is not text: arguments, choices, references, attributes', () => {
    const made = pseudo(
      'one = { $count ->\n    [one] 1 day\n   *[other] { $count } days\n} ago\n    .within = in { one }\n# note\ntwo = Save\n',
    );
    expect(made).toContain('{ $count ->');
    expect(made).toContain('{ $count } dáýś');
    expect(made).toContain('.within = «íń { one }');
    expect(made).toContain('# note\ntwo = «Śávé');
  });

  it('refuses English words that hold its marks', () => {
    expect(() => pseudo('one = about ~3')).toThrow(/hold ~/);
  });
});
