/** Kinds of event that the timeline leaves out; kept while the window is open, whoever is looked at. */
import { SvelteSet } from 'svelte/reactivity';
import type { Noun } from '../../../ipc/generated';

export const hidden = new SvelteSet<Noun>();
