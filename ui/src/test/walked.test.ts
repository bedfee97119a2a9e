/** No form and no screen of a record is left out of what the real window is walked through by keys and judged on. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { entryNouns, freshOf, nouns, type EntryNoun } from '../features/entries/nouns';
import { rooms } from '../router';

/** Forms that open only beside something that stands already: a plan, a path, a red flag. */
const beside: readonly EntryNoun[] = [
  'resolution',
  'walking_event',
  'walking_row',
  'neuromodulation_step',
  'trial_day',
];

const lists = readFileSync('../tests/tests/window/window_hands.rs', 'utf8');
function listed(name: string): string[] {
  const list = new RegExp(`const ${name}: \\[&str; \\d+\\] = \\[([^\\]]*)\\]`).exec(lists)?.[1] ?? '';
  return [...list.matchAll(/"([^"]+)"/g)].map(([, address]) => address ?? '');
}

it('every form of a new entry is walked through in the window', () => {
  const forms = entryNouns
    .filter((noun) => !beside.includes(noun))
    .map((noun) => `${nouns[noun].section}/${freshOf(noun)}`);
  expect(forms.filter((address) => !listed('FORMS').includes(address))).toEqual([]);
});

it('every room of a record is looked at in the window', () => {
  const seen = [...listed('SCREENS'), ...listed('FORMS')];
  expect(rooms.filter((room) => !seen.includes(room))).toEqual([]);
});
