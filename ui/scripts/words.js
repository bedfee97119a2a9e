// Reads words/en/*.ftl and writes src/words.types.ts: each message's name with the arguments it takes. The files of the
// command line, `cli-*.ftl`, are none of the window's.
// `npm run words` writes the file; a test fails when it is stale.
import { FluentResource } from '@fluent/bundle';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

function variablesIn(node, found = new Set()) {
  if (Array.isArray(node)) node.forEach((part) => variablesIn(part, found));
  else if (node && typeof node === 'object') {
    if (node.type === 'var') found.add(node.name);
    Object.values(node).forEach((part) => variablesIn(part, found));
  }
  return found;
}

/** The text of words.types.ts for the message files in `folder`. */
export function wordTypes(folder) {
  const lines = [];
  const seen = new Set();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.ftl') && !name.startsWith('cli-'))
    .sort()) {
    for (const message of new FluentResource(readFileSync(`${folder}/${file}`, 'utf8')).body) {
      if (seen.has(message.id)) throw new Error(`${file}: ${message.id} is defined twice`);
      seen.add(message.id);
      const names = [...variablesIn(message.value)].sort();
      const shape = names.length
        ? `{ ${names.map((name) => `${/-/.test(name) ? `'${name}'` : name}: string | number`).join('; ')} }`
        : 'undefined';
      lines.push(`  '${message.id}': ${shape};`);
    }
  }
  return `// Written by \`npm run words\` from words/en. Do not edit.\nexport interface Words {\n${lines.join('\n')}\n}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync('src/words.types.ts', wordTypes('words/en'));
}
