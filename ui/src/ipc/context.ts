/** The client of the window, for every component in it: handed over once where the window is mounted. */
import { getContext } from 'svelte';
import type { Client } from './client';

const key = Symbol('client');

/** What `mount`, and in tests `render`, takes as its context. */
export function withClient(client: Client): Map<symbol, Client> {
  return new Map([[key, client]]);
}

/** The way to the records; asked for while a component is being made. */
export function getClient(): Client {
  const client = getContext<Client | undefined>(key);
  if (!client) throw new Error('No client was handed over where the window was mounted');
  return client;
}
