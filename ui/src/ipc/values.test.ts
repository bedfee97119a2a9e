import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replyValues } from './generated';
import { startingWith, without } from './values';

const src = 'src';
const generated = readFileSync(join(src, 'ipc/generated.ts'), 'utf8');

/** Every type that is a choice of words, with its words. */
const choices = new Map(
  [...generated.matchAll(/^export type (\w+) = ((?:"[^"]*"(?: \| )?)+);$/gm)].map(
    ([, name = '', words = '']) => [
      name,
      new Set([...words.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word)),
    ],
  ),
);

const quoted = /(["'])((?:(?!\1).)*)\1/g;
const lists = /\[\s*((?:(["'])(?:(?!\2).)*\2\s*,?\s*)+)\]/g;
const unions = /((?:(["'])(?:(?!\2).)*\2\s*\|\s*)+(["'])(?:(?!\3).)*\3)/g;

/** The types that a list or a type in `code` repeats word by word, or with one word left out. */
function repeated(code: string): { line: number; type: string }[] {
  return [...code.matchAll(lists), ...code.matchAll(unions)].flatMap((found) => {
    const words = new Set([...(found[1] ?? '').matchAll(quoted)].map(([, , word = '']) => word));
    const line = code.slice(0, found.index).split('\n').length;
    return [...choices]
      .filter(([, all]) => {
        const left = all.size - words.size;
        const own = [...words].every((word) => all.has(word));
        return own && words.size > 1 && (left === 0 || (left === 1 && words.size > 2));
      })
      .map(([type]) => ({ line, type }));
  });
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.(ts|svelte)$/.test(entry.name) && !/\.test\.ts$|types\.ts$|generated\.ts$/.test(entry.name)
      ? [path]
      : [];
  });
}

describe('the values of a choice', () => {
  it('are written by nobody a second time: what a form offers comes with the types', () => {
    const broken = sources(src).flatMap((path) =>
      repeated(readFileSync(path, 'utf8')).map(
        ({ line, type }) => `${relative(src, path)}:${line}: the values of ${type}, which come with it`,
      ),
    );
    expect(broken).toEqual([]);
  });

  it('are found where someone would write them', () => {
    expect(choices.size).toBeGreaterThan(40);
    expect(repeated("const sides = ['left', 'right', 'bilateral', 'midline'];")).toEqual([
      { line: 1, type: 'Side' },
    ]);
    expect(repeated("\nconst some = [\n  'bilateral',\n  'left',\n  'right',\n] as const;")).toEqual([
      { line: 2, type: 'Side' },
    ]);
    expect(repeated("type Worn = 'light' | 'dark' | 'contrast';")).toEqual([{ line: 1, type: 'Theme' }]);
    expect(repeated("const one = ['left', 'midline'];")).toEqual([]);
    expect(repeated("const other = ['left', 'above'];")).toEqual([]);
  });

  it('are taken in part and in another order without naming the rest', () => {
    expect(without(replyValues, 'not_asked', 'declined')).toEqual(['yes', 'no', 'does_not_apply', 'unknown']);
    expect(startingWith(replyValues, 'unknown').slice(0, 2)).toEqual(['unknown', 'yes']);
    expect(startingWith(replyValues, 'unknown')).toHaveLength(replyValues.length);
  });
});
