/** What this window prefers: its colours, the order of its lists, the lines of the progress and the letter. The core keeps it beside the vault, so that it holds while it is locked. */
import type { Client } from './ipc/client';
import type { Preferences } from './ipc/generated';
import { applyTheme } from './frame/theme';

/** What is preferred where nothing was chosen. */
export const usual: Preferences = {
  theme: 'system',
  orders: {},
  patients: { hidden: [], only: null },
  lines: {},
  letters: { kind: 'summary', lengths: {} },
};

let kept: Preferences = $state.raw(usual);

/** What is preferred now; it can be followed as state. */
export function preferred(): Preferences {
  return kept;
}

/** Takes what the core has kept. */
export async function readPreferences(client: Client): Promise<void> {
  kept = await client.call('get_preferences', {});
  applyTheme(kept.theme);
}

/** Prefers `change` from now on, and has it kept with the rest. */
export async function prefer(client: Client, change: Partial<Preferences>): Promise<void> {
  kept = { ...kept, ...change };
  applyTheme(kept.theme);
  await client.call('save_preferences', kept);
}
