// What is shipped and is no package: fonts, libraries in C that a crate brings, the compiler's own library, and the questionnaires.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from './cargo.js';
import { plain, textsIn } from './texts.js';

/** Where files that are shipped lie. */
const HOMES = ['crates', 'src-tauri', 'ui/src'];

/** Libraries in another language that a crate brings along: which crate, and how its version and its text are read. */
const LIBRARIES = [
  {
    crate: 'libsqlite3-sys',
    name: 'SQLite',
    licence: 'blessing',
    source: 'https://sqlite.org',
    version: ({ text }) => /^#define SQLITE_VERSION\s+"([\d.]+)"/m.exec(text('sqlcipher/sqlite3.h'))?.[1],
    // The authors give no licence; they give the work away in these words.
    texts: ({ text }) => [
      {
        name: 'sqlite3.h',
        text: /The author disclaims copyright[^]*?taking more than you give\.?/
          .exec(text('sqlcipher/sqlite3.h'))?.[0]
          .replace(/^\*\* ?/gm, ''),
      },
    ],
  },
  {
    crate: 'libsqlite3-sys',
    name: 'SQLCipher',
    licence: 'BSD-3-Clause',
    by: 'Zetetic LLC',
    source: 'https://github.com/sqlcipher/sqlcipher',
    version: ({ text }) => /^#define CIPHER_VERSION_NUMBER ([\d.]+)/m.exec(text('sqlcipher/sqlite3.c'))?.[1],
    texts: ({ text }) => [{ name: 'LICENSE', text: text('sqlcipher/LICENSE') }],
  },
  {
    crate: 'openssl-src',
    name: 'OpenSSL',
    licence: 'Apache-2.0',
    by: 'The OpenSSL Project',
    source: 'https://github.com/openssl/openssl',
    version: ({ version }) => version.split('+')[1],
    texts: ({ text }) => [{ name: 'LICENSE.txt', text: text('openssl/LICENSE.txt') }],
  },
];

/** The libraries that these crates bring along. */
export function libraries(crates) {
  return LIBRARIES.flatMap(({ crate, name, licence, by = '', source, version: readVersion, texts }) => {
    const brings = crates.find((one) => one.name === crate);
    if (!brings) return [];
    const from = {
      version: brings.version,
      text: (path) => readFileSync(join(brings.folder, path), 'utf8'),
    };
    const [version, found] = [readVersion(from), texts(from)];
    if (!version || found.some(({ text }) => !text)) {
      throw new Error(
        `${crate} ${brings.version} does not say which ${name} it brings, or under which terms.`,
      );
    }
    return {
      kind: 'library',
      id: `pkg:generic/${name.toLowerCase()}@${version}`,
      name,
      version,
      licence,
      by,
      source,
      builtIn: true,
      broughtBy: brings.id,
      needs: [],
      texts: found.map((one) => ({ ...one, text: plain(one.text) })),
    };
  });
}

/** The compiler's own library, which is in every program that it makes. */
export function standardLibrary({ release, licences }) {
  // A compiler that a system packages keeps its licences where that system wants them.
  const names = ['Apache-2.0.txt', 'MIT.txt'].filter((name) => existsSync(join(licences, name)));
  const texts = names.map((name) => ({ name, text: plain(readFileSync(join(licences, name), 'utf8')) }));
  return {
    kind: 'library',
    id: `pkg:generic/rust-std@${release}`,
    name: 'Rust standard library',
    version: release,
    licence: 'MIT OR Apache-2.0',
    by: 'The Rust Project',
    source: 'https://github.com/rust-lang/rust',
    builtIn: true,
    needs: [],
    texts,
  };
}

function filesBelow(folder, wanted) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path, wanted);
    return wanted.test(entry.name) ? [path] : [];
  });
}

/** "IBMPlexSansHebrew-SemiBold.ttf" is one of "IBM Plex Sans Hebrew". */
const familyOf = (path) =>
  basename(path)
    .replace(/-.*$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');

/** The version that a TrueType file says it has. */
export function versionOfFont(bytes) {
  for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16) {
    if (bytes.toString('latin1', at, at + 4) === 'head') {
      return (bytes.readInt32BE(bytes.readUInt32BE(at + 8) + 4) / 65536).toFixed(3);
    }
  }
  throw new Error('This font has no head.');
}

/** The families of fonts, each with its files. Beside each file stands its licence, or the build ends. */
export function fonts() {
  const files = HOMES.flatMap((home) => filesBelow(home, /\.(ttf|otf|woff2?|pfb)$/)).sort();
  const names = [...new Set(files.map(familyOf))].sort();
  return names.map((name) => {
    const paths = files.filter((path) => familyOf(path) === name);
    const first = paths.find((path) => path.endsWith('.ttf'));
    if (!first) throw new Error(`No file of the font ${name} says its version.`);
    const texts = paths.map((path) => textsIn(join(root, dirname(path))));
    if (
      texts.some(
        (found) => found.length !== 1 || !found[0].text.includes('SIL OPEN FONT LICENSE Version 1.1'),
      )
    ) {
      throw new Error(`The licence of the font ${name} has to lie beside each of its files.`);
    }
    return {
      kind: 'font',
      id: `font:${name}`,
      name,
      version: versionOfFont(readFileSync(join(root, first))),
      licence: 'OFL-1.1',
      by: /^Copyright © \d+ (.*?) with Reserved/.exec(texts[0][0].text)?.[1] ?? '',
      source: '',
      builtIn: true,
      needs: [],
      texts: texts[0],
      files: paths.map((path) => ({
        path,
        hash: {
          alg: 'SHA-256',
          content: createHash('sha256')
            .update(readFileSync(join(root, path)))
            .digest('hex'),
        },
      })),
    };
  });
}

/** A table's own lines, of its text before its first list: `name = "text"` or `name = 1`. */
function linesOf(text) {
  const found = text.matchAll(/^(\w+) = ("(?:[^"\\]|\\.)*"|\d+)$/gm);
  return Object.fromEntries(Array.from(found, ([, name, value]) => [name, String(JSON.parse(value))]));
}

/** The questionnaires and tests, each with its owner and what the owner allows. */
export function forms() {
  const folder = 'crates/domain/instruments';
  return filesBelow(folder, /\.toml$/)
    .sort()
    .map((path) => {
      const [head = ''] = readFileSync(join(root, path), 'utf8').split(/^\[/m);
      const { full_name: name, version, licence, licence_note: note, owner: by } = linesOf(head);
      if (![name, version, licence, note, by].every(Boolean))
        throw new Error(`${path} does not say who owns the form.`);
      return { kind: 'form', id: `form:${basename(path, '.toml')}`, name, version, licence, note, by };
    });
}
