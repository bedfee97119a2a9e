/** What could not be loaded is said in one way, whichever screen asked for it. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const one = 'kit/LoadTrouble.svelte';
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.svelte'));

/** Whether `source` shows what a loader was refused with by itself, or asks once more by a button of its own. */
function hasOwnForm(source: string): boolean {
  const elsewhere = source
    .replace(/<style>[^]*<\/style>/, '')
    .replace(/\{(#if|:else if) [^{}]*\}/g, '')
    .replace(/\{[^{}]*\.trouble \? [^{}]*\}/g, '');
  return /\.trouble\b/.test(elsewhere) || source.includes("'error-retry'");
}

describe('a refusal of a loader', () => {
  it.each([
    `{#if loader.trouble}<Notice kind="caution" text={loader.trouble} />{/if}`,
    `const trouble = $derived(refused ?? loader.trouble);`,
    `<Button onclick={() => look()}>{t('error-retry')}</Button>`,
  ])('has a form of its own in %s', (source) => {
    expect(hasOwnForm(source)).toBe(true);
  });

  it.each([
    `<LoadTrouble {loader} />`,
    `{#if view}<p>{view}</p>{:else if !loader.trouble}<p>…</p>{/if}`,
    `<p role="status">{loader.trouble ? '' : t('looking')}</p>`,
  ])('has none in %s', (source) => {
    expect(hasOwnForm(source)).toBe(false);
  });

  it('is shown by one component alone', () => {
    const own = sources.filter((path) => hasOwnForm(readFileSync(`src/${path}`, 'utf8')));
    expect(own).toEqual([one]);
  });
});
