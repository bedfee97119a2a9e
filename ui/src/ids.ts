/** Names for what is made here: version 7 of UUID, so that they sort by the time at which they were made. */
import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}
