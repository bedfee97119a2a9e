// Makes a language of the English words that anyone can read and that is none: accents on the letters, about 30 % longer,
// in marks. What is on a screen without them did not come from the tree, and what is too narrow for a longer language shows.
// `npm run words:pseudo` writes words/pseudo, which is built with LAMINA_LANGUAGE=pseudo.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Around every message. English text holds neither, nor what makes it longer. */
export const [BEGIN, END, MORE] = ['«', '»', '~'];
const ACCENTED = new Map(
  [...'aáeéiíoóuúyýcćnńsśzźrŕlĺAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹRŔLĹ'.matchAll(/(.)(.)/gu)].map(([, a, b]) => [a, b]),
);

const accented = (text) => [...text].map((letter) => ACCENTED.get(letter) ?? letter).join('');

/** A pattern from `at` on, with its texts accented, up to the brace that ends the placeable it stands in. */
function pattern(source, at, inside) {
  let [text, letters] = ['', 0];
  while (at < source.length) {
    const sign = source[at];
    if (inside && (sign === '}' || /^\n\s*\*?\[/.test(source.slice(at)))) break;
    if (sign === '{') {
      const [placed, end, longest] = placeable(source, at);
      text += placed;
      letters += longest;
      at = end;
    } else {
      text += accented(sign);
      letters += /\p{L}/u.test(sign) ? 1 : 0;
      at += 1;
    }
  }
  return [text, at, letters];
}

/** A placeable from its brace on: a choice has its variants accented, anything else stays as it is. */
function placeable(source, start) {
  let at = source.indexOf('}', start);
  const head = source.slice(start, at);
  if (!head.includes('->')) return [`${head}}`, at + 1, 0];
  at = source.indexOf('->', start) + 2;
  let [text, longest] = [source.slice(start, at), 0];
  while (source[at] !== '}') {
    const key = /^\s*\*?\[[^\]]*\]/.exec(source.slice(at));
    if (!key) {
      text += source[at];
      at += 1;
      continue;
    }
    const [variant, end, letters] = pattern(source, at + key[0].length, true);
    // The line break before the closing brace stays outside of the variant.
    text += key[0] + variant;
    longest = Math.max(longest, letters);
    at = end;
  }
  return [`${text}}`, at + 1, longest];
}

/** A value with its marks, made longer by a third of its letters. */
function value(source) {
  const [, lead, body] = /^(\s*)([^]*)$/.exec(source);
  const [text, , letters] = pattern(body.trimEnd(), 0, false);
  const more = letters > 0 ? ` ${MORE.repeat(Math.max(1, Math.round(letters * 0.3) - 3))}` : '';
  return `${lead.includes('\n') ? ' ' : lead}${BEGIN}${text}${more}${END}`;
}

/** The messages of a file in the pseudo-language. */
export function pseudo(source) {
  for (const sign of [BEGIN, END, MORE]) {
    if (source.replace(/^#.*$/gm, '').includes(sign)) throw new Error(`the English words hold ${sign}`);
  }
  // A message or an attribute runs to the next one, to a comment or to an empty line before either; an empty line before an
  // indented one stands between its own paragraphs.
  return source.replace(
    /^((?:[a-zA-Z][\w-]*|[ \t]+\.[a-zA-Z][\w-]*)[ \t]*=)([^]*?)(?=\n(?:\n(?![ \t])|#|[a-zA-Z][\w-]*[ \t]*=|[ \t]+\.[a-zA-Z][\w-]*[ \t]*=)|\n*$(?![^]))/gm,
    (_, name, text) => name + (text.trim() ? value(text) : text),
  );
}

/** What a text of the pseudo-language says. */
export function plain(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(new RegExp(` ?${MORE}+${END}`, 'g'), '')
    .replace(new RegExp(`[${BEGIN}${END}]`, 'g'), '');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  rmSync('words/pseudo', { recursive: true, force: true });
  mkdirSync('words/pseudo');
  for (const file of readdirSync('words/en').filter((name) => name.endsWith('.ftl'))) {
    writeFileSync(`words/pseudo/${file}`, pseudo(readFileSync(`words/en/${file}`, 'utf8')));
  }
}
