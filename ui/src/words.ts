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

/** The files that no message was asked of yet. They are read as they are needed: most words stand behind the lock. */
const unread = new Set(Object.values(files));

function read(text: string): void {
  unread.delete(text);
  bundle.addResource(new FluentResource(text));
}

function message(id: string): ReturnType<FluentBundle['getMessage']> {
  if (!bundle.hasMessage(id)) {
    for (const text of unread) if (text.includes(`\n${id} =`) || text.startsWith(`${id} =`)) read(text);
  }
  return bundle.getMessage(id);
}

/** The words for `id`, with its arguments filled in. */
export function t<K extends WordId>(id: K, ...args: Words[K] extends undefined ? [] : [Words[K]]): string {
  const found = message(id);
  if (!found?.value) return id;
  const errors: Error[] = [];
  const told = bundle.formatPattern(found.value, args[0] ?? null, errors);
  if (errors.length === 0 || unread.size === 0) return told;
  // It names a message of a file that was not read.
  unread.forEach(read);
  return bundle.formatPattern(found.value, args[0] ?? null);
}
