/** The opioid load of a patient, read anew whenever the record or the clinic's table changes. */
import type { Client } from '../../ipc/client';
import { errorWords } from '../../ipc/errors';
import type { OpioidLoadView } from '../../ipc/generated';

export class OpioidLoad {
  /** Null until it was read, and while it can't be read: an older total is never left standing. */
  view: OpioidLoadView | null = $state.raw(null);
  trouble: string | null = $state(null);
  #asked = 0;

  async read(client: Client, patient: string): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    try {
      const view = await client.call('opioid_load', { patient });
      if (asked === this.#asked) [this.view, this.trouble] = [view, null];
    } catch (thrown) {
      if (asked === this.#asked) [this.view, this.trouble] = [null, errorWords(thrown)];
    }
  }

  /** Reads now and with every change, until the answer is called. */
  follow(client: Client, patient: string): () => void {
    void this.read(client, patient);
    const off = client.onChanges((keys) => {
      if (keys.includes(`patient/${patient}`) || keys.includes('settings')) void this.read(client, patient);
    });
    return () => {
      this.#asked += 1;
      off();
    };
  }
}
