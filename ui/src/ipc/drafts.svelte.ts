/**
 * Keeps what is being typed as a draft in the vault: within a moment of the last change, and within 1.5 s of the first.
 * One save is under way at a time, and the last text always wins.
 */
import { newId } from '../ids';
import type { Client } from './client';
import type { FactInput } from './generated';

/** After the last change. */
const quiet = 400;
/** After the first change that is not kept yet. */
const longest = 1500;

export interface DraftAbout {
  /** A draft that is continued; a new one is made where there is none. */
  draft?: string;
  /** None for a patient who is just being entered. */
  patient: string | null;
  /** The entry that is being changed, where it is one. */
  entry: string | null;
  baseVersion: number | null;
  /** The opening of the form; drafts of one set share it. A new one where there is none. */
  sitting?: string;
}

interface Open {
  flush: () => Promise<void>;
  readonly waits: boolean;
  /** Under which name it was typed. */
  writer: string;
}
let open: Open[] = [];
/** Under which name is typed now. */
let who = '';

/** Somebody signed in. A text of somebody else that could not be kept waits for them: it is never kept as another's. */
export function typedBy(name: string): void {
  who = name;
}

/** Who is at work has another name from now on, and what they typed goes with it. */
export function renamedTo(name: string): void {
  for (const keeper of open) if (keeper.writer === who) keeper.writer = name;
  who = name;
}

/** Keeps every text of who is at work that waits to be kept, as before locking. A draft that can't be kept does not stop the
 *  others. */
export async function flushDrafts(): Promise<void> {
  await Promise.all(open.filter((keeper) => keeper.writer === who).map((keeper) => keeper.flush()));
}

/** Whether a text waits that could not be kept. */
export function holdsUnkept(): boolean {
  return open.some((keeper) => keeper.waits);
}

/** Keeps what is typed in one form, whatever the form is about. */
abstract class Keeper<Typed> {
  readonly draft: string;
  /** True for a draft that was there before. */
  readonly continued: boolean;
  writer = who;
  state: 'clean' | 'waiting' | 'kept' | 'failed' = $state('clean');
  /** When the draft was last kept, in milliseconds since 1970. */
  keptAt: number | null = $state(null);

  readonly #client: Client;
  #pending: Typed | null = null;
  #saving: Promise<void> | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #last: ReturnType<typeof setTimeout> | undefined;
  #stored: boolean;
  #held = false;
  #closed = false;

  /** `draft` is one that is continued. */
  constructor(client: Client, draft?: string) {
    this.#client = client;
    this.draft = draft ?? newId();
    this.continued = draft !== undefined;
    this.#stored = this.continued;
  }

  /** Stores `typed` as this draft. */
  protected abstract send(client: Client, typed: Typed): Promise<unknown>;

  /** Whether a text is not kept yet. */
  get waits(): boolean {
    return this.#pending !== null || this.#saving !== null;
  }

  /** The draft that a save takes the place of; none where nothing was kept. */
  get replaced(): string | null {
    return this.continued || this.state !== 'clean' ? this.draft : null;
  }

  /** Keeps `typed` in a moment. Called again after a failure it tries again. */
  protected put(typed: Typed): void {
    if (this.#closed) return;
    this.#pending = typed;
    this.state = 'waiting';
    if (!open.includes(this)) open.push(this);
    if (!this.#held) this.#schedule();
  }

  /** Nothing is typed any more: what waits is dropped, and what was kept goes. A draft that can't be taken away now is offered
   *  later and can be discarded then. */
  empty(): void {
    if (this.#closed) return;
    this.#pending = null;
    this.#unschedule();
    const gone = (this.#saving ?? Promise.resolve()).then(async () => {
      if (!this.#stored || this.#pending) return;
      await this.#client.call('discard_draft', { draft: this.draft });
      this.#stored = false;
    });
    gone.catch(() => undefined);
    this.state = 'clean';
    this.keptAt = null;
    this.#forget();
  }

  /** Keeps what waits now. It does not throw: `state` tells when that failed. */
  async flush(): Promise<void> {
    this.#unschedule();
    while (this.#saving || (this.#pending && !this.#closed)) {
      await (this.#saving ?? this.#save());
      if (this.state === 'failed') return;
    }
  }

  /** Takes the draft away; nothing is kept any more. Throws when the core refuses. */
  async discard(): Promise<void> {
    this.close();
    await this.#saving;
    if (!this.#stored) return;
    await this.#client.call('discard_draft', { draft: this.draft });
    this.#stored = false;
  }

  /** Waits with keeping while the text itself is being saved, so that a saved text leaves no draft behind. */
  async hold(): Promise<void> {
    await this.flush();
    this.#held = true;
  }

  /** Goes on keeping after `hold`. */
  release(): void {
    this.#held = false;
    if (this.#pending) this.#schedule();
  }

  /** Keeps nothing any more. What is stored stays. */
  close(): void {
    this.#closed = true;
    this.#pending = null;
    this.#unschedule();
    this.#forget();
  }

  #forget(): void {
    open = open.filter((keeper) => keeper !== this);
  }

  #schedule(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.flush(), quiet);
    this.#last ??= setTimeout(() => void this.flush(), longest);
  }

  #unschedule(): void {
    clearTimeout(this.#soon);
    clearTimeout(this.#last);
    this.#soon = undefined;
    this.#last = undefined;
  }

  #save(): Promise<void> {
    const typed = this.#pending;
    if (!typed) return Promise.resolve();
    this.#pending = null;
    this.#saving = this.send(this.#client, typed)
      .then(
        () => {
          this.#stored = true;
          if (this.state === 'clean') return;
          this.keptAt = Date.now();
          this.state = this.#pending ? 'waiting' : 'kept';
          if (!this.#pending) this.#forget();
        },
        () => {
          // The text is tried again with the next change or flush, unless a newer one came meanwhile.
          this.#pending ??= this.#closed ? null : typed;
          this.state = 'failed';
        },
      )
      .finally(() => {
        this.#saving = null;
      });
    return this.#saving;
  }
}

/** Keeps an entry that is being typed. */
export class DraftKeeper extends Keeper<{ input: FactInput; reason: string }> {
  readonly #about: DraftAbout;
  readonly #sitting: string;

  constructor(client: Client, about: DraftAbout) {
    super(client, about.draft);
    this.#about = about;
    this.#sitting = about.sitting ?? newId();
  }

  /** The version from which the change starts, once someone has looked at a newer one. */
  rebase(version: number): void {
    this.#about.baseVersion = version;
  }

  /** Keeps `input`, and the reason for a change, in a moment. */
  keep(input: FactInput, reason = ''): void {
    this.put({ input, reason });
  }

  protected send(client: Client, typed: { input: FactInput; reason: string }): Promise<unknown> {
    const { patient, entry, baseVersion } = this.#about;
    const about = { draft: this.draft, patient, entry, base_version: baseVersion, sitting: this.#sitting };
    return client.call('save_draft', { ...about, ...typed });
  }
}

/** Keeps what is typed in a form that records no entry, such as the settings. */
export class FormKeeper extends Keeper<Record<string, string>> {
  readonly #form: string;

  constructor(client: Client, form: string, draft?: string) {
    super(client, draft);
    this.#form = form;
  }

  /** Keeps the fields that were changed, in a moment. */
  keep(typed: Record<string, string>): void {
    this.put(typed);
  }

  protected send(client: Client, typed: Record<string, string>): Promise<unknown> {
    return client.call('save_form_draft', { draft: this.draft, form: this.#form, typed });
  }
}
