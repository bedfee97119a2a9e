/** What is done with a page that was made: one thing at a time, and what came of it in a notice. */
import type { ComponentProps } from 'svelte';
import type { Client } from '../../ipc/client';
import { errorWords, toApiError } from '../../ipc/errors';
import type Notice from '../../kit/Notice.svelte';
import { t } from '../../words';

export type Said = Pick<ComponentProps<typeof Notice>, 'kind' | 'text'>;

export class Handing {
  busy: 'make' | 'save' | 'view' | 'copy' | null = $state(null);
  notice: Said | null = $state(null);
  readonly #client: Client;
  readonly #refused: (thrown: unknown) => void;

  /** `refused` hears what was thrown before the notice says it. */
  constructor(client: Client, refused: (thrown: unknown) => void = () => undefined) {
    this.#client = client;
    this.#refused = refused;
  }

  /** Does one thing at a time and says what came of it. */
  async run(what: NonNullable<Handing['busy']>, work: () => Promise<Said | null>): Promise<void> {
    if (this.busy) return;
    this.busy = what;
    this.notice = null;
    try {
      this.notice = await work();
    } catch (thrown) {
      const gone = what !== 'make' && toApiError(thrown).code === 'not_found';
      this.#refused(thrown);
      this.notice = { kind: 'caution', text: gone ? t('letters-gone') : errorWords(thrown) };
    } finally {
      this.busy = null;
    }
  }

  save(letter: string): Promise<void> {
    return this.run('save', async () => {
      const { folder, name } = await this.#client.call('save_letter', { letter });
      return { kind: 'done', text: t('letters-saved', { name, folder }) };
    });
  }

  view(letter: string): Promise<void> {
    return this.run('view', async () => {
      await this.#client.call('view_letter', { letter });
      return { kind: 'done', text: t('letters-viewed') };
    });
  }
}
