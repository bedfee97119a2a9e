import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Words } from './words.types';

export type WordId = keyof Words;
/** Messages that take no arguments: what a label or a list of choices may name. */
export type PlainWordId = { [K in WordId]: Words[K] extends undefined ? K : never }[WordId];

/** With a capital at its beginning, as a word of the core stands where it is a label. */
export function sentence(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

// The folder of the language that the pages are built in. What only the command line says does not come with the window.
const files = import.meta.glob<string>(['#words/*.ftl', '!#words/cli-*.ftl'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

// Marks around arguments would end up in accessible names and copied text; names are set in <bdi> where they are shown.
const bundle = new FluentBundle('en-GB', { useIsolating: false });
for (const text of Object.values(files)) bundle.addResource(new FluentResource(text));

/** The words for `id`, with its arguments filled in. */
export function t<K extends WordId>(id: K, ...args: Words[K] extends undefined ? [] : [Words[K]]): string {
  const message = bundle.getMessage(id);
  if (!message?.value) return id;
  return bundle.formatPattern(message.value, args[0] ?? null);
}
