/** Choices of the walking forms. */
import {
  diarySymptomValues,
  replyValues,
  walkingCautionValues,
  walkingEntryInputValues,
  walkingPaceValues,
  walkingStepValues,
  walkingSurfaceValues,
  type ClearanceItem,
  type DiarySymptom,
  type Reply,
} from '../../ipc/generated';
import { without } from '../../ipc/values';
import { optionsOf } from '../entries/fields/choices';

const mayNotApply: readonly ClearanceItem[] = ['restrictions', 'fracture_excluded'];

/** The replies to a question; that it does not apply is an answer only without trauma or operation. */
export function repliesTo(item: ClearanceItem): { value: Reply; label: string }[] {
  const all = without(replyValues, 'not_asked');
  return optionsOf(
    all.filter((reply) => reply !== 'does_not_apply' || mayNotApply.includes(item)),
    (reply) => `walk-reply-${reply}`,
  );
}

export const entries = optionsOf(walkingEntryInputValues, (entry) => `walk-entry-${entry}`);
export const paces = optionsOf(walkingPaceValues, (pace) => `walk-pace-${pace}`);
export const steps = optionsOf(walkingStepValues, (step) => `walk-step-${step}`);
export const surfaces = optionsOf(walkingSurfaceValues, (surface) => `walk-surface-${surface}`);
export const cautions = optionsOf(walkingCautionValues, (caution) => `walk-caution-${caution}`);
/** What stops walking at once and answers the red flags. */
export const redSymptoms = optionsOf<DiarySymptom>(
  without(diarySymptomValues, 'leg_pain_further_down', 'leg_pain_further_up'),
  (symptom) => `walk-symptom-${symptom}`,
);
export const legSymptoms = optionsOf<DiarySymptom>(
  ['leg_pain_further_down', 'leg_pain_further_up'],
  (symptom) => `walk-symptom-${symptom}`,
);

export function isRed(symptom: DiarySymptom): boolean {
  return redSymptoms.some((red) => red.value === symptom);
}

/** The ratings of pain around a bout. */
export type Rating =
  'back_before' | 'back_after' | 'back_next_morning' | 'leg_before' | 'leg_after' | 'leg_next_morning';
