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
}

export function fakeTransport(handlers: Handlers): FakeTransport {
  const calls: FakeTransport['calls'] = [];
  const byName = new Map<string, unknown>(Object.entries(handlers));
  return {
    calls,
    async invoke(name, request) {
      calls.push({ name, request });
      const handler = byName.get(name);
      if (typeof handler !== 'function') throw { code: 'unavailable' };
      const answer: unknown = await handler(request);
      return answer;
    },
  };
}
