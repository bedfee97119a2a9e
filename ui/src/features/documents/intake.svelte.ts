/** Taking in many files: one after the other, each by a change of its own, until all are through or someone stops it. */
import { newId } from '../../ids';
import type { Client } from '../../ipc/client';
import { errorWords, toApiError } from '../../ipc/errors';
import { blanks, type ChosenFile, type DocumentKind, type FileChoice } from '../../ipc/generated';
import { problemWords } from '../../ipc/problems';
import { t } from '../../words';

/** Files that were not taken in for one reason. */
interface Refusal {
  why: string;
  names: string[];
}

export class Intake {
  files: ChosenFile[] = $state.raw([]);
  /** Why some of a folder are not among them. */
  leftOut = $state('');
  state: 'idle' | 'choosing' | 'ready' | 'running' | 'done' = $state('idle');
  done = $state(0);
  attached = $state(0);
  already = $state(0);
  refused: Refusal[] = $state([]);
  stopped = $state(false);
  refusal: string | null = $state(null);
  readonly #client: Client;
  readonly #patient: string;

  constructor(client: Client, patient: string) {
    this.#client = client;
    this.#patient = patient;
  }

  /** The name of the file at hand. */
  get name(): string {
    return this.files[this.done]?.name ?? '';
  }

  choose(asked: 'several' | 'folder'): Promise<void> {
    return this.#offer(() => this.#client.call('choose_files', { asked }));
  }

  /** What was dropped onto the window; the core knows what. */
  drop(): Promise<void> {
    return this.#offer(() => this.#client.call('take_dropped', {}));
  }

  async #offer(ask: () => Promise<FileChoice>): Promise<void> {
    if (this.state === 'choosing' || this.state === 'running') return;
    this.state = 'choosing';
    this.refusal = null;
    try {
      const { files, left_out } = await ask();
      this.files = files;
      this.leftOut = left_out;
      this.state = files.length > 0 || left_out !== '' ? 'ready' : 'idle';
    } catch (thrown) {
      this.refusal = errorWords(thrown);
      this.state = 'idle';
    }
  }

  async run(kind: DocumentKind): Promise<void> {
    this.state = 'running';
    this.stopped = false;
    [this.done, this.attached, this.already, this.refused] = [0, 0, 0, []];
    for (const file of this.files) {
      if (this.stopped) break;
      try {
        await this.#take(file, kind);
      } catch (thrown) {
        const error = toApiError(thrown);
        if (error.code !== 'invalid') {
          // A full disk or a locked vault: whatever comes next would fare no better.
          this.refusal = errorWords(thrown);
          break;
        }
        this.#refuse(file.name, error.issues.map(({ problem }) => problemWords(problem)).join(' '));
      }
      this.done += 1;
    }
    this.state = 'done';
  }

  /** After the file at hand. */
  stop(): void {
    this.stopped = true;
  }

  close(): void {
    this.files = [];
    this.refusal = null;
    this.state = 'idle';
  }

  async #take({ file, name }: ChosenFile, kind: DocumentKind): Promise<void> {
    const view = await this.#client.call('look_at_file', { patient: this.#patient, file });
    if (view.already) {
      this.already += 1;
    } else if (view.refused !== '' || !view.stored) {
      this.#refuse(name, view.refused);
    } else if (view.differs.length > 0) {
      this.#refuse(name, t('documents-folder-another'));
    } else {
      const input = { ...blanks.document(), kind, file: view.stored, title: view.stored.name };
      await this.#client.call('record_entry', {
        request: newId(),
        entry: newId(),
        patient: this.#patient,
        input: { ...input, told_by: 'document' },
        draft: null,
      });
      this.attached += 1;
    }
  }

  #refuse(name: string, why: string): void {
    const known = this.refused.find((one) => one.why === why);
    if (known) known.names.push(name);
    else this.refused.push({ why, names: [name] });
  }
}
