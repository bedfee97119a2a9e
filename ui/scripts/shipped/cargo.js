// The crates that cargo builds the window and the command line from on this system, as the lock file pins them. Cargo itself is
// asked, with its own choice of features; nothing is built.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
/** The programs that are shipped. */
const PROGRAMS = ['lamina-app', 'lamina-cli'];

/** What a program prints when it is called with these words in the project's folder. */
function call(program, words) {
  const { error, status, stdout, stderr } = spawnSync(program, words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  const command = [program, ...words].join(' ');
  if (error)
    throw new Error(
      `What Lamina is made of can't be listed: ${program} could not be started (${error.message}).`,
    );
  return { succeeds: status === 0, stdout, said: `\`${command}\` said:\n${stderr}` };
}

const asked = (program, words) => {
  const { succeeds, stdout, said } = call(program, words);
  if (!succeeds) throw new Error(said);
  return stdout;
};
const cargo = process.env.CARGO ?? 'cargo';
const rustc = process.env.RUSTC ?? 'rustc';

/** What cargo tells from the lock file; it is asked without a network first, which is enough once everything was fetched. */
function told(words) {
  const locked = [...words, '--locked'];
  const offline = call(cargo, [...locked, '--offline']);
  if (offline.succeeds) return offline.stdout;
  const online = call(cargo, locked);
  if (online.succeeds) return online.stdout;
  throw new Error(
    `What Lamina is made of can't be listed. Where a package is missing, \`cargo fetch --locked\` brings it, with a network.\n${online.said}`,
  );
}

/** A package's own key here. */
const key = ({ name, version }) => `${name} ${version}`;

/** The packages that a tree of `cargo tree` names, one a line: "serde v1.0.2 (proc-macro) (*)". */
export function namedIn(tree) {
  const found = tree.matchAll(/^(\S+) v(\S+)/gm);
  return new Set(Array.from(found, ([, name, version]) => key({ name, version })));
}

/** The checksum of each package of a `Cargo.lock` that has one. */
export function checksumsIn(lock) {
  const found = new Map();
  for (const block of lock.split('[[package]]').slice(1)) {
    const value = (name) => new RegExp(`^${name} = "([^"]*)"`, 'm').exec(block)?.[1];
    if (value('checksum'))
      found.set(key({ name: value('name'), version: value('version') }), value('checksum'));
  }
  return found;
}

/** The older way to write a choice, "MIT/Apache-2.0", as SPDX has it. */
export const expression = (licence) => licence.replace(/\s*\/\s*/g, ' OR ');

/** Where a project lies, without the part of it that a package comes from. */
export const place = (url) => url.replace(/^git\+/, '').replace(/(\.git)?(\/tree\/.*)?\/?$/, '');

/** The address of a package among all kinds of packages. */
export const cargoUrl = ({ name, version }) => `pkg:cargo/${name}@${encodeURIComponent(version)}`;

/** Which compiler builds it: its release, the system it builds for, the folder with its own licences. */
export function compiler() {
  const release = /^release: (.*)$/m.exec(asked(rustc, ['-vV']))?.[1] ?? '';
  const host = /^host: (.*)$/m.exec(asked(cargo, ['-vV']))?.[1] ?? '';
  const target = process.env.CARGO_BUILD_TARGET ?? host;
  return {
    release,
    target,
    licences: join(asked(rustc, ['--print', 'sysroot']).trim(), 'share/doc/rust/licenses'),
  };
}

/** The crates, in the order of their names, and what is said of Lamina itself. */
export function crates(target) {
  const programs = PROGRAMS.flatMap((name) => ['--package', name]);
  const tree = (edges) =>
    namedIn(
      told([
        'tree',
        ...programs,
        '--target',
        target,
        '--edges',
        edges,
        '--prefix',
        'none',
        '--format',
        '{p}',
      ]),
    );
  const needed = tree('normal,build');
  const builtIn = tree('normal,no-proc-macro');
  const { packages, resolve } = JSON.parse(
    told(['metadata', '--format-version', '1', '--filter-platform', target]),
  );
  const sums = checksumsIn(readFileSync(join(root, 'Cargo.lock'), 'utf8'));
  const named = new Map(packages.map((one) => [one.id, one]));
  const isForeign = (one) => one.source !== null && needed.has(key(one));
  const needs = new Map(
    resolve.nodes.map(({ id, deps }) => {
      const kept = deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind !== 'dev'));
      return [
        id,
        kept
          .map(({ pkg }) => named.get(pkg))
          .filter(isForeign)
          .map(cargoUrl),
      ];
    }),
  );
  const foreign = packages.filter(isForeign).map((one) => {
    if (!one.license) throw new Error(`${key(one)} names no licence.`);
    return {
      kind: 'crate',
      id: cargoUrl(one),
      name: one.name,
      version: one.version,
      licence: expression(one.license),
      by: one.authors.map((author) => author.replace(/\s*<[^>]*>/g, '')).join(', '),
      source: place(one.repository ?? one.homepage ?? ''),
      folder: dirname(one.manifest_path),
      hash: { alg: 'SHA-256', content: sums.get(key(one)) },
      builtIn: builtIn.has(key(one)),
      needs: [...new Set(needs.get(one.id))],
    };
  });
  const lost = [...needed].filter((one) => !packages.some((known) => key(known) === one));
  if (lost.length > 0) throw new Error(`Cargo names packages that it tells nothing of: ${lost.join(', ')}`);
  const ours = packages.filter((one) => one.source === null && needed.has(key(one)));
  const [program] = ours.filter(({ name }) => name === PROGRAMS[0]);
  return {
    version: program.version,
    licence: program.license,
    crates: foreign.sort((a, b) => (a.id < b.id ? -1 : 1)),
    needs: [...new Set(ours.flatMap(({ id }) => needs.get(id)))],
  };
}
