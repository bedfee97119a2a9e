/** Calls into the app's core. The only file that knows of Tauri. */
import { invoke, isTauri } from '@tauri-apps/api/core';
import type { Transport } from './client';

export const tauriTransport: Transport = {
  invoke: (name, request) => invoke(name, { request }),
};

/** True inside the app's window, false in a plain browser. */
export function insideWindow(): boolean {
  return isTauri();
}
