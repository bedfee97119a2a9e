/** The one way from the screens to the records. Calls are typed by the command table; what changed is passed on. */
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
}

/** Told which keys a write changed, in the form that the core names them. */
export type ChangeListener = (changes: string[]) => void;

export class Client<C extends Table<C> = Commands> {
  readonly #transport: Transport;
  readonly #listeners = new Set<ChangeListener>();
  readonly #lockListeners = new Set<() => void>();

  constructor(transport: Transport) {
    this.#transport = transport;
    transport.onLocked?.(() => this.#tellLocked());
  }

  /** Throws CallError when the call is refused. */
  async call<K extends keyof C & string>(name: K, request: Request<C, K>): Promise<Response<C, K>> {
    let answer: unknown;
    try {
      answer = await this.#transport.invoke(name, request);
    } catch (thrown) {
      const error = toApiError(thrown);
      if (error.code === 'locked') this.#tellLocked();
      throw new CallError(error);
    }
    // Locked on purpose or by the core: whoever keeps something of the record lets go of it.
    if (name === 'lock_vault') this.#tellLocked();
    const changes = changesIn(answer);
    if (changes.length > 0) for (const listener of this.#listeners) listener(changes);
    return answer as Response<C, K>;
  }

  /** Calls `listener` after every write that changed something, until the returned function is called. */
  onChanges(listener: ChangeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` when the core locks or answers that it is locked, until the returned function is called. */
  onLocked(listener: () => void): () => void {
    this.#lockListeners.add(listener);
    return () => this.#lockListeners.delete(listener);
  }

  #tellLocked(): void {
    for (const listener of this.#lockListeners) listener();
  }
}

function changesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null || !('changes' in answer)) return [];
  const { changes } = answer;
  return Array.isArray(changes) ? changes.filter((key): key is string => typeof key === 'string') : [];
}
