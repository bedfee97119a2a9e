/** The one way from the screens to the records. Calls are typed by the command table; what changed is passed on. */
import { dayOf } from '../day';
import { CallError, toApiError } from './errors';
import type { Commands } from './generated';

/** A command table in TypeScript: what goes in and what comes back, by name. */
type Table<C> = { [K in keyof C]: { request: unknown; response: unknown } };
type Request<C, K extends keyof C> = C[K] extends { request: infer R } ? R : never;
type Response<C, K extends keyof C> = C[K] extends { response: infer R } ? R : never;

/** Carries one call. It throws an ApiError-shaped value when the call is refused. */
export interface Transport {
  invoke(name: string, request: unknown): Promise<unknown>;
  /** Calls `listener` whenever the core locks of its own accord, as after a time without a key or a click. */
  onLocked?(listener: () => void): void;
  /** Calls `listener` whenever files were dropped onto the window; which, only the core knows. */
  onDropped?(listener: () => void): void;
}

/** So many answers are held to be given again. */
const mostHeld = 4;

/** Told which keys a write changed, in the form that the core names them. */
export type ChangeListener = (changes: string[]) => void;

export class Client<C extends Table<C> = Commands> {
  readonly #transport: Transport;
  readonly #listeners = new Set<ChangeListener>();
  readonly #lockListeners = new Set<() => void>();
  readonly #dropListeners = new Set<() => void>();
  /** Answers that `recall` gives again, the one asked for last at the end. */
  readonly #held = new Map<string, unknown>();
  /** Counts what may have made an answer untrue; one that was asked for before is not held. */
  #outdated = 0;

  constructor(transport: Transport) {
    this.#transport = transport;
    transport.onLocked?.(() => this.#tellLocked());
    transport.onDropped?.(() => this.#dropListeners.forEach((listener) => listener()));
  }

  /** Throws CallError when the call is refused. */
  async call<K extends keyof C & string>(name: K, request: Request<C, K>): Promise<Response<C, K>> {
    let answer: unknown;
    try {
      answer = await this.#transport.invoke(name, request);
    } catch (thrown) {
      const error = toApiError(thrown);
      // A write may have been refused after it was done.
      this.#letGo();
      if (error.code === 'locked') this.#tellLocked();
      throw new CallError(error);
    }
    // Locked on purpose or by the core: whoever keeps something of the record lets go of it.
    if (name === 'lock_vault') this.#tellLocked();
    const changes = changesIn(answer);
    if (changes.length > 0) {
      this.#letGo();
      for (const listener of this.#listeners) listener(changes);
    }
    return answer as Response<C, K>;
  }

  /**
   * A read like `call`, and the same answer again as long as nothing was written or refused, the core stayed unlocked and the
   * day is the same: for a long list that is gone back to. Only the last few answers are held.
   */
  async recall<K extends keyof C & string>(name: K, request: Request<C, K>): Promise<Response<C, K>> {
    const key = JSON.stringify([name, request, dayOf(new Date())]);
    const held = this.#held.get(key);
    if (held !== undefined) {
      this.#hold(key, held);
      return held as Response<C, K>;
    }
    const since = this.#outdated;
    const answer = await this.call(name, request);
    if (since === this.#outdated) this.#hold(key, answer);
    return answer;
  }

  /** Calls `listener` after every write that changed something, until the returned function is called. */
  onChanges(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` whenever files were dropped onto the window, until the returned function is called. */
  onDropped(listener: () => void): () => void {
    this.#dropListeners.add(listener);
    return () => this.#dropListeners.delete(listener);
  }

  /** Calls `listener` when the core locks or answers that it is locked, until the returned function is called. */
  onLocked(listener: () => void): () => void {
    this.#lockListeners.add(listener);
    return () => this.#lockListeners.delete(listener);
  }

  #hold(key: string, answer: unknown): void {
    this.#held.delete(key);
    this.#held.set(key, answer);
    const [oldest] = this.#held.keys();
    if (this.#held.size > mostHeld && oldest !== undefined) this.#held.delete(oldest);
  }

  #letGo(): void {
    this.#outdated += 1;
    this.#held.clear();
  }

  #tellLocked(): void {
    this.#letGo();
    for (const listener of this.#lockListeners) listener();
  }
}

function changesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('changes' in answer)) return [];
  const { changes } = answer;
  return Array.isArray(changes) ? changes.filter((key): key is string => typeof key === 'string') : [];
}
