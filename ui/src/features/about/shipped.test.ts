import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cargoUrl, checksumsIn, expression, namedIn, place } from '../../../scripts/shipped/cargo.js';
import { hashOf, npmUrl } from '../../../scripts/shipped/npm.js';
import { libraries } from '../../../scripts/shipped/own.js';
import { differences, packageOf } from '../../../scripts/shipped/plugin.js';
import { bill } from '../../../scripts/shipped/sbom.js';
import { inventory, shipped } from '../../../scripts/shipped/shipped.js';
import { isText, plain } from '../../../scripts/shipped/texts.js';
import type { Shipped } from './parts';

interface Component {
  type: string;
  'bom-ref': string;
  name: string;
  version: string;
  scope: string;
  hashes?: { alg: string; content: string }[];
  licenses: { expression: string }[];
  purl?: string;
}
interface Bill {
  bomFormat: string;
  specVersion: string;
  serialNumber: string;
  version: number;
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

// Cargo is asked once for all of these tests.
const all = inventory();
/** The bill as it is written. */
const written = (of: typeof all): Bill => JSON.parse(JSON.stringify(bill(of)));
const made = written(all);
const page: Shipped = shipped(all);

const digits: Record<string, number> = { 'SHA-256': 64, 'SHA-512': 128 };
/** What of a bill is not as CycloneDX 1.5 has it, or is said twice, or is nothing's. */
function faults({
  bomFormat,
  specVersion,
  serialNumber,
  metadata,
  components,
  dependencies,
}: Bill): string[] {
  const all = [metadata.component, ...components];
  const refs = all.map((one) => one['bom-ref']);
  const needed = new Set(dependencies.flatMap(({ dependsOn }) => dependsOn));
  const wrong = (one: Component) => [
    !['application', 'library', 'file'].includes(one.type) && `type ${one.type}`,
    (!one.name || !one.version) && 'no name or version',
    !/^[\w.+()-]+( (OR|AND|WITH) [\w.+()-]+)*$/.test(one.licenses[0]?.expression ?? '') && 'no licence',
    one.type === 'library' && one.purl !== one['bom-ref'] && 'no address',
    one.purl &&
      !/^pkg:(cargo|npm|generic)\/[\w.%/-]+@[\w.%-]+$/.test(one.purl) &&
      'an address with other signs',
    // What is in no registry is in a crate that has a sum, or in the compiler.
    !one.hashes && !one.purl?.startsWith('pkg:generic/') && 'no checksum',
    one.hashes?.some(({ alg, content }) => !/^[0-9a-f]+$/.test(content) || content.length !== digits[alg]) &&
      'a checksum that is none',
    one !== metadata.component && !['required', 'excluded'].includes(one.scope) && `scope ${one.scope}`,
    one !== metadata.component && !needed.has(one['bom-ref']) && 'nothing needs it',
  ];
  return [
    bomFormat !== 'CycloneDX' || specVersion !== '1.5' ? 'another format' : '',
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(serialNumber)
      ? ''
      : 'no number',
    ...all.flatMap((one) => wrong(one).map((fault) => (fault ? `${one['bom-ref']}: ${fault}` : ''))),
    ...refs.filter((ref, at) => refs.indexOf(ref) !== at).map((ref) => `${ref} stands twice`),
    ...[...needed, ...dependencies.map(({ ref }) => ref)]
      .filter((ref) => !refs.includes(ref))
      .map((ref) => `${ref} is not there`),
  ].filter(Boolean);
}

const named = (name: string) => made.components.filter((one) => one.name === name);

describe('the bill of materials', () => {
  it('has everything once, with its version, licence, address and checksum, and with what needs it', () => {
    expect(faults(made)).toEqual([]);
    expect(made.components.length).toBeGreaterThan(300);
  });

  it.each([
    [{ ...made, specVersion: '1.4' }],
    [{ ...made, serialNumber: 'urn:uuid:7' }],
    [{ ...made, components: made.components.slice(1) }],
    [{ ...made, components: [...made.components, ...made.components.slice(0, 1)] }],
    [{ ...made, dependencies: made.dependencies.slice(1) }],
    ...[
      { licenses: [] },
      { licenses: [{ expression: 'MIT/Apache-2.0' }] },
      { version: '' },
      { purl: 'pkg:cargo/one@1.0.0+two' },
      { hashes: [{ alg: 'SHA-256', content: 'abc' }] },
      { scope: 'some' },
    ].map((more) => {
      const at = made.components.findIndex(({ name }) => name === 'sqlx');
      return [
        { ...made, components: made.components.map((one, i) => (i === at ? { ...one, ...more } : one)) },
      ];
    }),
  ])('is looked at well enough to find what is wrong (%#)', (wrong) => {
    expect(faults(wrong)).not.toEqual([]);
  });

  it.each(['sqlx', 'tauri', 'printpdf', 'plotters'])('names %s as the lock file pins it', (name) => {
    const lock = readFileSync('../Cargo.lock', 'utf8');
    const [, version, sum] =
      new RegExp(`\\nname = "${name}"\\nversion = "(.*)"\\nsource = .*\\nchecksum = "(.*)"`).exec(lock) ?? [];
    expect(named(name).map(({ version, hashes, scope }) => [version, hashes?.[0]?.content, scope])).toEqual([
      [version, sum, 'required'],
    ]);
  });

  it('tells what is in the program from what only builds it, and names nothing that is for tests alone', () => {
    expect(named('serde_derive')[0]?.scope).toBe('excluded');
    expect(named('SQLCipher')[0]?.scope).toBe('required');
    expect(named('svelte')[0]?.scope).toBe('required');
    for (const name of ['fantoccini', 'proptest', 'insta', 'spdx', 'vitest', 'acorn', 'lamina-tests']) {
      expect(named(name), name).toEqual([]);
    }
  });

  it('is the same for the same sources', () => {
    const again = written(inventory());
    expect(JSON.stringify(again)).toBe(JSON.stringify(made));
    expect(JSON.stringify(made)).not.toContain('timestamp');
    expect(written({ ...all, version: '9.9.9' }).serialNumber).not.toBe(made.serialNumber);
  });
});

describe('what the page about Lamina shows', () => {
  const kinds = (kind: string) => page.parts.filter((one) => one.kind === kind);
  const part = (name: string) => page.parts.find((one) => one.name === name);
  const text = (name: string) =>
    part(name)
      ?.texts.map((one) => page.texts[one.text])
      .join('\n') ?? '';

  it('is what is in the program, by the same names and versions as in the bill', () => {
    const required = made.components.filter(({ type, scope }) => type === 'library' && scope === 'required');
    const shown = page.parts.filter(({ kind }) => kind !== 'font' && kind !== 'form');
    expect(shown.map(({ id }) => id).sort()).toEqual(required.map((one) => one['bom-ref']).sort());
    expect(part('serde_derive')).toBeUndefined();
  });

  it('has a version that is the same wherever it stands', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(page.version).toBe(version);
    expect(page.own.map(({ name }) => name)).toEqual(['LICENSE-APACHE', 'LICENSE-MIT']);
  });

  it('keeps each text once, and nearly every package brings one', () => {
    expect(new Set(page.texts).size).toBe(page.texts.length);
    const silent = kinds('crate').filter(({ texts }) => texts.length === 0);
    expect(silent.length).toBeLessThan(kinds('crate').length / 20);
    expect(text('tauri')).toContain('Permission is hereby granted');
    // It packs only where its text would lie, which another crate of the same place has.
    expect(part('sqlx-sqlite')?.texts.map(({ name }) => name)).toEqual([
      'sqlx/LICENSE-APACHE',
      'sqlx/LICENSE-MIT',
    ]);
  });

  it('has the libraries that crates bring, with the terms of each', () => {
    expect(text('SQLCipher')).toContain('Zetetic LLC');
    expect(text('SQLite')).toContain('The author disclaims copyright to this source code.');
    expect(part('SQLite')?.version).toMatch(/^3\.\d+\.\d+$/);
    expect(text('hayro-font')).toContain('PDFium Authors');
  });

  it('has every font and every questionnaire', () => {
    expect(kinds('font').map(({ name }) => name)).toEqual([
      'IBM Plex Sans',
      'IBM Plex Sans Arabic',
      'IBM Plex Sans Devanagari',
      'IBM Plex Sans Hebrew',
    ]);
    expect(text('IBM Plex Sans')).toContain('SIL OPEN FONT LICENSE');
    const files = readdirSync('../crates/domain/instruments').filter((name) => name.endsWith('.toml'));
    expect(kinds('form').length).toBe(files.length);
    expect(part('Oswestry Disability Index')?.licence).toBe('total_only');
  });
});

describe('reading what is shipped', () => {
  it('finds the packages of a tree and the sums of a lock file', () => {
    const tree =
      'lamina-app v0.1.0 (/one/two)\nserde v1.0.2 (*)\nserde_derive v1.0.2 (proc-macro)\n\nserde v1.0.2\n';
    expect([...namedIn(tree)]).toEqual(['lamina-app 0.1.0', 'serde 1.0.2', 'serde_derive 1.0.2']);
    const lock =
      'version = 4\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nchecksum = "07"\n\n[[package]]\nname = "b"\nversion = "2.0.0"\n';
    expect([...checksumsIn(lock)]).toEqual([['a 1.0.0', '07']]);
  });

  it('writes licences, addresses and sums in one form', () => {
    expect(['MIT/Apache-2.0', 'Apache-2.0 / MIT', 'MIT OR Zlib'].map(expression)).toEqual([
      'MIT OR Apache-2.0',
      'Apache-2.0 OR MIT',
      'MIT OR Zlib',
    ]);
    expect(cargoUrl({ name: 'toml', version: '1.2.1+spec-1.1.0' })).toBe('pkg:cargo/toml@1.2.1%2Bspec-1.1.0');
    expect(npmUrl({ name: '@fluent/bundle', version: '0.19.1' })).toBe('pkg:npm/%40fluent/bundle@0.19.1');
    expect(
      [
        'git+https://example.org/a/b.git',
        'https://example.org/a/b/tree/main/c',
        'https://example.org/a/b/',
      ].map(place),
    ).toEqual(Array(3).fill('https://example.org/a/b'));
    expect(hashOf('sha512-/wA=')).toEqual({ alg: 'SHA-512', content: 'ff00' });
    expect(() => hashOf('')).toThrow(/no checksum/);
  });

  it.each([
    'LICENSE',
    'LICENCE.md',
    'license',
    'UNLICENSE',
    'COPYING',
    'LICENSE-Apache-2.0_WITH_LLVM-exception',
    'OFL.txt',
  ])('takes %s for a licence', (name) => {
    expect(isText(name)).toBe(true);
  });
  it.each(['license.rs', 'notice.c', 'README.md', '.license_template', 'LICENSE.spdx', 'copyright.html'])(
    'takes %s for none',
    (name) => {
      expect(isText(name)).toBe(false);
      expect(isText('MIT.txt', 'LICENSES')).toBe(true);
    },
  );

  it('takes the same text for the same whatever system it was written on', () => {
    expect(plain('\uFEFF\r\nOne  \r\n\r\nTwo\r\n\n')).toBe('One\n\nTwo');
  });

  it('ends the build where a library does not say its version', () => {
    const crate = { name: 'openssl-src', version: '300.6.1', folder: '', id: '' };
    expect(libraries([])).toEqual([]);
    expect(() => libraries([{ ...crate, folder: '../crates/letters/fonts' }])).toThrow();
  });

  it('compares the list with the pages', () => {
    const ids = [
      '/one/node_modules/svelte/src/index.js',
      'C:\\one\\node_modules\\@fluent\\bundle\\esm\\index.js',
      '/one/node_modules/a/node_modules/b/index.js',
      '\0vite/preload-helper.js',
      '\0virtual:shipped',
      '/one/src/main.ts',
    ];
    expect(ids.map(packageOf)).toEqual(['svelte', '@fluent/bundle', 'b', 'vite', undefined, undefined]);
    expect(differences(ids, ['svelte', '@fluent/bundle', 'b', 'vite'])).toEqual({ missing: [], idle: [] });
    expect(differences(ids, ['svelte', '@fluent/bundle', 'vite', 'uuid'])).toEqual({
      missing: ['b'],
      idle: ['uuid'],
    });
  });
});
