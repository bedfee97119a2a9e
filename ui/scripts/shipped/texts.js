// The licence texts that a package brings, found by what its files are called.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a file with a licence, a notice or those who hold the rights is called. */
const CALLED = /licen[cs]e|copying|copyright|notice|authors|^ofl/i;
/** What is called so and is something else: sources, pages, tables. */
const OTHER =
  /\.(rs|c|cc|cpp|h|hpp|go|pl|py|sh|[cm]?js|[cm]?ts|map|svelte|json|toml|ya?ml|html?|svg|png|spdx)$/i;
/** Folders of which nothing is built in. */
const ASIDE =
  /^(\.|(tests?|testing|benches|benchmarks?|examples?|fuzz|scripts|docs?|node_modules|target|external)$)/i;

/** Whether a file of this name in a folder of that name holds such a text. */
export function isText(file, folder = '') {
  return !file.startsWith('.') && !OTHER.test(file) && (CALLED.test(file) || /^licen[cs]es$/i.test(folder));
}

/** A text as it is read: without marks of the system that it was written on, so that the same text is the same. */
export function plain(text) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** Where a link stood when a package was packed: the place that it led to, and no text. */
const LINK = /^\.\.?\/\S*$/;

/** Every such text below `folder`, or of it alone, by the place of its file, with that place as its name. */
export function textsIn(folder, deep = true) {
  const found = [];
  const look = (below, name) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (deep && !ASIDE.test(entry.name)) look(path, entry.name);
      } else if (entry.isFile() && isText(entry.name, name)) {
        found.push({ name: path, text: plain(readFileSync(join(folder, path), 'utf8')) });
      }
    }
  };
  look('', '');
  return found
    .filter(({ text }) => text !== '' && !LINK.test(text))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
