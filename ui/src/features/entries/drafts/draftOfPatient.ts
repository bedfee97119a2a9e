/** A draft that a patient has filled in and given back: whoever unlocks next finds it at hand. */
interface HandedBack {
  patient: string;
  draft: string;
}
let waiting: HandedBack | null = null;

export function handBack(given: HandedBack): void {
  waiting = given;
}

/** The draft that `patient` gave back, once. */
export function takeHandedBack(patient: string): string | null {
  if (waiting?.patient !== patient) return null;
  const { draft } = waiting;
  waiting = null;
  return draft;
}
