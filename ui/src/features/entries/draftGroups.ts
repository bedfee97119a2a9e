/** Drafts of scores that were being typed as one set come back as one set; every other draft stands for itself. */
import type { DraftView, FactInput } from '../../ipc/generated';

/** Scores of one date form a set, which holds one rating of each side of a site and one ODI; free measures may repeat. A
 *  questionnaire or test stands for itself. */
function once(input: FactInput): string | null {
  if (input.noun !== 'score' || input.measure.measure === 'number' || input.measure.measure === 'instrument') return null;
  return input.measure.measure === 'nrs' ? `${input.measure.site} ${input.measure.side ?? ''}` : input.measure.measure;
}

/** Drafts in the order in which they come, those of one set together. */
export function groupDrafts(drafts: DraftView[]): DraftView[][] {
  const groups: { when: string; drafts: DraftView[] }[] = [];
  for (const draft of drafts) {
    const { input } = draft;
    const inSet = input.noun === 'score' && input.measure.measure !== 'instrument';
    const when = inSet ? input.when.trim() : draft.draft;
    const measure = once(input);
    const group = groups.find(
      (known) => known.when === when && (measure === null || !known.drafts.some((one) => once(one.input) === measure)),
    );
    if (group) group.drafts.push(draft);
    else groups.push({ when, drafts: [draft] });
  }
  return groups.map((group) => group.drafts);
}
