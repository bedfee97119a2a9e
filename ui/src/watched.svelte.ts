/** What the core says about a patient, read anew whenever the record or the clinic's settings change. */
import type { Client } from './ipc/client';
import { errorWords } from './ipc/errors';

/** Whether what was changed can change what is said about a patient: the record, the clinic's settings, its rules. */
export function concerns(keys: string[], patient: string): boolean {
  return keys.some((key) => key === `patient/${patient}` || key === 'settings' || key === 'rules');
}

export class Watched<View> {
  /** Null until it was read, and while it can't be read: an older answer is never left standing. */
  view: View | null = $state.raw(null);
  trouble: string | null = $state(null);

  readonly #ask: (client: Client, patient: string) => Promise<View>;
  #asked = 0;

  constructor(ask: (client: Client, patient: string) => Promise<View>) {
    this.#ask = ask;
  }

  async read(client: Client, patient: string): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const view = await this.#ask(client, patient);
      if (asked === this.#asked) [this.view, this.trouble] = [view, null];
    } catch (thrown) {
      if (asked === this.#asked) [this.view, this.trouble] = [null, errorWords(thrown)];
    }
  }

  /** Reads now and with every change, until the answer is called. In an effect it follows what the question reads. */
  follow(client: Client, patient: string): () => void {
    void this.read(client, patient);
    const off = client.onChanges((keys) => {
      if (concerns(keys, patient)) void this.read(client, patient);
    });
    return () => {
      this.#asked += 1;
      off();
    };
  }
}
