/** How typed text was read: in normal form as it will be kept, or why it could not be read, in words that repair. */
export interface Understanding {
  shown: string | null;
  issue: string | null;
  /** What of it is kept as typed because nothing is known by it, in words that ask. Only a text without any is understood. */
  unsure?: string | null;
  /** What is to stand in its place once the field is left: a date that was counted from today, as the day it means. */
  settled?: string | null;
}

/** Reads what someone is typing. Asked anew with every change; only the answer to the latest text counts. */
export type Understand = (text: string) => Promise<Understanding>;
