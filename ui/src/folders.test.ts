import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('each folder of the window says what it owns', () => {
  const named = [...readFileSync('src/README.md', 'utf8').matchAll(/^\| `([\w/-]+)` +\| \S/gm)].map(
    ([, name = '']) => name,
  );
  const folders = (path: string) =>
    readdirSync(`src/${path}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => (path === '' ? name : `${path}/${name}`));
  const found = [...folders('').filter((name) => name !== 'features'), ...folders('features')];
  expect(named.sort()).toEqual(found.sort());
});

it('the kit knows no feature, and the frame of the window none but what it shows', () => {
  const known = (folder: string) =>
    readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|svelte)$/.test(path) && !path.endsWith('.test.ts'))
      .filter((path) => /from '[^']*\/features\//.test(readFileSync(`src/${folder}/${path}`, 'utf8')))
      .map((path) => `${folder}/${path}`);
  expect([...known('kit'), ...known('ipc'), ...known('frame')]).toEqual([]);
});
