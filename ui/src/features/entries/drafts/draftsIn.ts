/** What was typed for new entries of a section and not saved: an offer, without which the section works as well. */
import type { Client } from '../../../ipc/client';
import { Loader } from '../../../ipc/loader.svelte';
import type { Section } from '../../../router';
import { nounsIn } from '../nouns';

/** Drafts of new entries in `section`, of the patient that is asked for. */
export function draftsIn(client: Client, section: Section) {
  const kinds = nounsIn(section);
  return new Loader(
    async (patient: string) => {
      const all = await client.call('list_drafts', {});
      return all.filter(
        (one) => one.patient === patient && one.entry === null && kinds.some((noun) => noun === one.noun),
      );
    },
    { forgets: true },
  );
}
