/** What every component of the window may ask for: the client and who is at work. Handed over once, where the window is mounted. */
import { getContext } from 'svelte';
import { AtWork } from './atWork.svelte';
import type { Client } from './client';

const clientKey = Symbol('client');
const atWorkKey = Symbol('at work');

/** What `mount`, and in tests `render`, takes as its context. */
export function withClient(client: Client, atWork: AtWork = new AtWork()): Map<symbol, unknown> {
  return new Map<symbol, unknown>([
    [clientKey, client],
    [atWorkKey, atWork],
  ]);
}

/** The way to the records; asked for while a component is being made. */
export function getClient(): Client {
  return handedOver<Client>(clientKey);
}

/** Who is at work; asked for while a component is being made. */
export function getAtWork(): AtWork {
  return handedOver<AtWork>(atWorkKey);
}

function handedOver<What>(key: symbol): What {
  const what = getContext<What | undefined>(key);
  if (!what) throw new Error('Nothing was handed over where the window was mounted');
  return what;
}
