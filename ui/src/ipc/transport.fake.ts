/** Answers calls from functions given by a test, one for each command it expects. */
import type { Transport } from './client';
import type { Commands } from './generated';

export type Handlers = {
  [K in keyof Commands]?: (
    request: Commands[K]['request'],
  ) => Commands[K]['response'] | Promise<Commands[K]['response']>;
};

export interface FakeTransport extends Transport {
  /** Every call so far, in order. */
  calls: { name: string; request: unknown }[];
  /** Answers `name` with `handler` from now on. */
  answer<K extends keyof Commands>(name: K, handler: NonNullable<Handlers[K]>): void;
  /** The requests of `name` so far, in order. */
  asked<K extends keyof Commands>(name: K): Commands[K]['request'][];
  /** Locks as the core does of its own accord. */
  lock(): void;
  /** Tells that files were dropped, as the core does. */
  drop(): void;
}

export function fakeTransport(handlers: Handlers): FakeTransport {
  const calls: FakeTransport['calls'] = [];
  const byName = new Map<string, unknown>(Object.entries(handlers));
  const lockListeners: (() => void)[] = [];
  const dropListeners: (() => void)[] = [];
  return {
    calls,
    async invoke(name, request) {
      calls.push({ name, request });
      // A list that is not long is glanced at as it is told.
      const handler =
        byName.get(name) ?? (name === 'glance_entries' ? byName.get('list_entries') : undefined);
      if (typeof handler !== 'function') throw { code: 'unavailable' };
      const answer: unknown = await handler(request);
      return answer;
    },
    onLocked: (listener) => void lockListeners.push(listener),
    answer: (name, handler) => void byName.set(name, handler),
    asked: <K extends keyof Commands>(name: K) =>
      calls.filter((call) => call.name === name).map((call) => call.request as Commands[K]['request']),
    onDropped: (listener) => void dropListeners.push(listener),
    drop: () => dropListeners.forEach((listener) => listener()),
    lock: () => lockListeners.forEach((listener) => listener()),
  };
}
