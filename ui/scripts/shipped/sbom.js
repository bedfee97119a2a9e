// The bill of materials of Lamina in CycloneDX 1.5: everything that is shipped and everything that builds it, each with its
// checksum, and what needs what. `cargo xtask sbom` writes it. The same sources, system and compiler give the same bytes: it
// bears no time, and its number is made from what it says.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './cargo.js';
import { inventory } from './shipped.js';

/** The file, in the project's folder. */
export const BILL = 'lamina.cdx.json';

const byRef = (a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1);

/** A package or a library. What only builds the programs is in none of them. */
function component({ id, name, version, licence, by, source, hash, builtIn }) {
  return {
    type: 'library',
    'bom-ref': id,
    ...(by ? { author: by } : {}),
    name,
    version,
    scope: builtIn ? 'required' : 'excluded',
    ...(hash ? { hashes: [hash] } : {}),
    licenses: [{ expression: licence }],
    purl: id,
    ...(source ? { externalReferences: [{ type: 'vcs', url: source }] } : {}),
  };
}

/** The files of a font. */
function files({ version, licence, by, files }) {
  return files.map(({ path, hash }) => ({
    type: 'file',
    'bom-ref': `file:${path}`,
    ...(by ? { author: by } : {}),
    name: path,
    version,
    scope: 'required',
    hashes: [hash],
    licenses: [{ expression: licence }],
  }));
}

/** A number for a text: the same for the same. */
function numberOf(text) {
  const sum = createHash('sha256').update(text).digest('hex');
  // Version 8 of such numbers: made in a way of one's own.
  const parts = [
    sum.slice(0, 8),
    sum.slice(8, 12),
    `8${sum.slice(13, 16)}`,
    `8${sum.slice(17, 20)}`,
    sum.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

/** The bill of an inventory. */
export function bill({ version, licence, target, needs, parts }) {
  const [filed, packed] = [parts.filter((one) => one.files), parts.filter((one) => !one.files)];
  const components = [...packed.map(component), ...filed.flatMap(files)].sort(byRef);
  const product = `pkg:generic/lamina@${version}`;
  const fonts = components.filter(({ type }) => type === 'file').map((one) => one['bom-ref']);
  const dependencies = [
    { ref: product, dependsOn: [...needs, ...fonts].sort() },
    ...packed
      .map(({ id, needs }) => ({ ref: id, dependsOn: [...needs].sort() }))
      .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  ];
  const said = {
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': product,
        name: 'Lamina',
        version,
        licenses: [{ expression: licence }],
        purl: product,
      },
      properties: [{ name: 'lamina:target', value: target }],
    },
    components,
    dependencies,
  };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: numberOf(JSON.stringify(said)),
    ...said,
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(root, BILL), `${JSON.stringify(bill(inventory()), null, 2)}\n`);
}
