// The packages that stand in the built pages, as the lock file of the interface pins them. What only builds or tests the pages is
// none of them; the build compares this list with what it has put in (see `plugin.js`).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { place, root } from './cargo.js';

/** What the pages hold beside what they name as dependencies, and why. */
const BESIDE = {
  svelte: 'what the compiled components call',
  clsx: 'joins classes for svelte',
  vite: 'its few lines that load a part of the pages when it is needed',
};

const read = (path) => JSON.parse(readFileSync(join(root, 'ui', path), 'utf8'));

/** The address of a package among all kinds of packages. */
export const npmUrl = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** Where a repository lies, from how a manifest names it. */
function repositoryOf(repository) {
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? '';
  if (/^[\w-]+\/[\w.-]+$/.test(url)) return `https://github.com/${url}`;
  return place(url);
}

/** Who a manifest names: a string with an address, or an object. */
const person = (author) =>
  (typeof author === 'string' ? author : (author?.name ?? '')).replace(/\s*<[^>]*>/g, '');

/** A sum as npm writes it, "sha512-" and base64, in the hexadecimal form of the other lock file. */
export function hashOf(integrity) {
  const [, alg, sum] = /^sha(\d+)-(.+)$/.exec(integrity) ?? [];
  if (!sum) throw new Error(`${integrity} is no checksum.`);
  return { alg: `SHA-${alg}`, content: Buffer.from(sum, 'base64').toString('hex') };
}

/** The packages, in the order of their names. */
export function npmPackages() {
  const { packages } = read('package-lock.json');
  const names = [...Object.keys(read('package.json').dependencies), ...Object.keys(BESIDE)];
  const found = names.map((name) => {
    const locked = packages[`node_modules/${name}`];
    const manifest = read(`node_modules/${name}/package.json`);
    if (manifest.version !== locked.version) {
      throw new Error(
        `${name} ${manifest.version} is installed, and not ${locked.version}: see \`npm ci --ignore-scripts\`.`,
      );
    }
    const one = { name, version: locked.version };
    return {
      kind: 'package',
      id: npmUrl(one),
      ...one,
      licence: locked.license,
      by: person(manifest.author ?? manifest.contributors?.[0]),
      source: repositoryOf(manifest.repository),
      folder: join(root, 'ui/node_modules', name),
      hash: hashOf(locked.integrity),
      builtIn: true,
      needs: Object.keys(locked.dependencies ?? {})
        .filter((needed) => names.includes(needed))
        .map((needed) => npmUrl({ name: needed, version: packages[`node_modules/${needed}`].version })),
    };
  });
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
