import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wordTypes } from '../scripts/words.js';
import { t } from './words';

const written = import.meta.glob<string>('../words/en/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('words', () => {
  it('has types that are fresh', () => {
    expect(readFileSync('src/words.types.ts', 'utf8')).toBe(wordTypes('words/en'));
  });

  it('ships nothing that only the command line says', () => {
    const own = readFileSync('src/words.types.ts', 'utf8');
    expect(Object.keys(written).some((file) => file.includes('/cli-'))).toBe(true);
    expect(own).not.toContain("'cli-");
    const any = t as unknown as (id: string) => string;
    expect(any('cli-threads')).toBe('cli-threads');
    expect(any('kit-close')).toBe('Close');
  });

  it('fills in arguments and picks the plural', () => {
    expect(t('patients-found', { count: 0 })).toBe('No patient found');
    expect(t('patients-found', { count: 1 })).toBe('1 patient');
    expect(t('patients-found', { count: 4 })).toBe('4 patients');
    expect(t('kit-understood', { shown: '3 May 2019' })).toBe('Read as 3 May 2019');
  });

  it('finds a message in whichever file it stands, and what it names in another', () => {
    // The messages of a file are read as the first of them is asked for.
    const plain = /^[\w-]+(?= = [^{\n]+$)/m;
    // Those of the command line are not the window's.
    const own = Object.entries(written).filter(([file]) => !file.includes('/cli-'));
    const ids = own.flatMap(([, text]) => plain.exec(text)?.[0] ?? []);
    expect(ids.length).toBeGreaterThan(own.length / 2);
    for (const id of ids) expect(t(id as 'frame-skip')).not.toBe(id);
    expect(t('neuromodulation-list')).toBe(t('section-neuromodulation'));
  });

  it.each(Object.entries(written))('%s speaks calmly', (_file, text) => {
    // A name that clinicians use among themselves and a clinic may choose for it; nothing for patients has it.
    const chosen = text
      .replace(/^diagnosis-term-fbss = .*$/m, '')
      // What a table of answers may hold, for whoever writes one.
      .replace(/^cli-help-score-after =(?:\n(?: .*)?)*/m, '');
    const shown = chosen.replace(/^[\w-]+ =/gm, '');
    expect(shown).not.toMatch(/!|\bnull\b|\bN\/A\b|\bfailed\b/i);
  });
});
