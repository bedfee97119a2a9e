// Gives the pages the list of what is shipped as `virtual:shipped`, made anew with each build, and compares what it says of the
// pages with what the build has put into them.
import { npmPackages } from './npm.js';
import { shipped } from './shipped.js';

const NAME = 'virtual:shipped';
const MADE = `\0${NAME}`;

/** The package that a module of the pages comes from; none for our own. */
export function packageOf(id) {
  if (id.startsWith('\0vite/')) return 'vite';
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id.replaceAll('\\', '/')) ?? [];
  return name;
}

/** What of these modules comes from a package that is not named, and which of the named is in none. */
export function differences(ids, names) {
  const found = new Set(ids.map(packageOf).filter(Boolean));
  return {
    missing: [...found].filter((name) => !names.includes(name)).sort(),
    idle: names.filter((name) => !found.has(name)).sort(),
  };
}

export function shippedPlugin() {
  return {
    name: 'lamina-shipped',
    resolveId(id) {
      return id === NAME ? MADE : undefined;
    },
    load(id) {
      if (id !== MADE) return undefined;
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(shipped()))});`;
    },
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap(({ modules }) => Object.keys(modules ?? {}));
      const { missing, idle } = differences(
        ids,
        npmPackages().map(({ name }) => name),
      );
      if (missing.length > 0)
        this.error(`In the pages, and not among what scripts/shipped/npm.js lists: ${missing.join(', ')}`);
      if (idle.length > 0)
        this.error(`Listed by scripts/shipped/npm.js, and not in the pages: ${idle.join(', ')}`);
    },
  };
}
