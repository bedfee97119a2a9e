/** How a kind of entry is called where it stands above what is told of a day. */
import type { Noun } from '../../ipc/generated';
import { t } from '../../words';
import { isEntryNoun } from '../entries/nouns';

/** The heading of everything of one kind; empty for what has no day of its own. */
export function groupName(noun: Noun): string {
  return isEntryNoun(noun) ? t(`${noun}-list`) : '';
}
