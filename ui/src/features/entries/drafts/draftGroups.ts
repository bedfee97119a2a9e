/** Drafts that were typed in one opening of a form come back as one; every other draft stands for itself. */
import type { DraftView } from '../../../ipc/generated';

/** Drafts in the order in which they come, those of one opening of a form together. */
export function groupDrafts(drafts: DraftView[]): DraftView[][] {
  const groups = new Map<string, DraftView[]>();
  for (const draft of drafts) {
    const group = groups.get(draft.sitting);
    if (group) group.push(draft);
    else groups.set(draft.sitting, [draft]);
  }
  return [...groups.values()];
}
