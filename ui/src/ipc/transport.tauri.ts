/** Calls into the app's core, and what the core tells unasked. The only file that knows of Tauri. */
import { invoke, isTauri } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Transport } from './client';

export const tauriTransport: Transport = {
  invoke: (name, request) => invoke(name, { request }),
  onLocked: (listener) => {
    // Where the event can't be had, the next refused call still tells that the core is locked.
    if (isTauri()) void listen('locked', listener).catch(() => undefined);
  },
  onDropped: (listener) => {
    // Where the event can't be had, the dialog still chooses files.
    if (isTauri()) void listen('dropped', () => listener()).catch(() => undefined);
  },
};

/** True inside the app's window, false in a plain browser. */
export function insideWindow(): boolean {
  return isTauri();
}
