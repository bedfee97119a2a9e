/** Choices of the walking forms. */
import type {
  ClearanceItem,
  Reply,
  DiarySymptom,
  WalkingCaution,
  WalkingEntryInput,
  WalkingPace,
  WalkingStep,
} from '../../ipc/generated';
import { optionsOf } from '../entries/choices';

export const gateItems: readonly ClearanceItem[] = [
  'medical_clearance',
  'restrictions',
  'fracture_excluded',
  'red_flags_explained',
  'shoes_and_ground',
  'falls_and_aid',
  'heart',
];
const mayNotApply: readonly ClearanceItem[] = ['restrictions', 'fracture_excluded'];

/** The replies to a question; that it does not apply is an answer only without trauma or operation. */
export function repliesTo(item: ClearanceItem): { value: Reply; label: string }[] {
  const all = ['yes', 'no', 'does_not_apply', 'unknown', 'declined'] as const satisfies readonly Reply[];
  return optionsOf(
    all.filter((reply) => reply !== 'does_not_apply' || mayNotApply.includes(item)),
    (reply) => `walk-reply-${reply}`,
  );
}

export const entries = optionsOf<WalkingEntryInput>(
  ['walked', 'missed', 'rest'],
  (entry) => `walk-entry-${entry}`,
);
export const paces = optionsOf<WalkingPace>(['easy', 'comfortable', 'brisk'], (pace) => `walk-pace-${pace}`);
export const steps = optionsOf<WalkingStep>(['duration', 'frequency', 'pace'], (step) => `walk-step-${step}`);
export const cautions = optionsOf<WalkingCaution>(
  ['severe_sciatica', 'claudication', 'inflammatory', 'recent_fusion', 'ground'],
  (caution) => `walk-caution-${caution}`,
);
/** What stops walking at once and answers the red flags. */
export const redSymptoms = optionsOf<DiarySymptom>(
  ['new_numbness', 'new_weakness', 'bladder_or_bowel', 'chest_pain', 'fall', 'sudden_severe_pain'],
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
