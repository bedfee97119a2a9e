/** Which entry was saved last and when, for the quiet mark on the screen that comes after the form. */
class Saved {
  entry: string | null = $state(null);
  at: number | null = $state(null);

  mark(entry: string): void {
    this.entry = entry;
    this.at = Date.now();
  }
}

export const lastSaved = new Saved();
