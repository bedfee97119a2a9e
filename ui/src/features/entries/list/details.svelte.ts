/** The details of rows that a long list tells briefly: asked for as the rows are drawn, those of one moment in one call. */
import { SvelteMap } from 'svelte/reactivity';
import type { Client } from '../../../ipc/client';
import { errorWords } from '../../../ipc/errors';
import type { EntryRow, Noun } from '../../../ipc/generated';

export class Details {
  /** Why the last call brought none, in words. */
  missing: string | null = $state(null);
  readonly #client: Client;
  /** By the row itself: a list that is read again is told anew. */
  readonly #told = new SvelteMap<EntryRow, EntryRow>();
  #wanted: EntryRow[] = [];

  constructor(client: Client) {
    this.#client = client;
  }

  /** The row with its details, as far as they are here. */
  of(row: EntryRow): EntryRow {
    return this.#told.get(row) ?? row;
  }

  /** Asks for the details of a row of `patient`. */
  want(patient: string, row: EntryRow): void {
    if (this.#wanted.push(row) > 1) return;
    queueMicrotask(() => {
      const rows = this.#wanted;
      this.#wanted = [];
      void this.#ask(patient, row.noun, rows);
    });
  }

  async #ask(patient: string, noun: Noun, rows: EntryRow[]): Promise<void> {
    try {
      const entries = rows.map(({ id }) => id);
      const told = await this.#client.call('tell_entries', { patient, noun, entries });
      for (const one of told) {
        const row = rows.find(({ id }) => id === one.id);
        if (row) this.#told.set(row, one);
      }
      this.missing = null;
    } catch (thrown) {
      this.missing = errorWords(thrown);
    }
  }
}
