/** The entry whose key to amend was pressed in a list, on its way to its page: handed over once. */
let next: string | null = null;

export function amendNext(entry: string): void {
  next = entry;
}

export function takeAmendNext(entry: string): boolean {
  const mine = next === entry;
  next = null;
  return mine;
}
