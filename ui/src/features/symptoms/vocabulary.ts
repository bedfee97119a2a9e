/**
 * Words for symptoms, as clinicians sort them: muscular and neuropathic patterns and the rest. The groups help to find a
 * word and are counted; they come with the types of the core, and no conclusion is drawn from them.
 */
import {
  muscularQualityValues,
  neuropathicQualityValues,
  otherQualityValues,
  type Site,
} from '../../ipc/generated';
import { fold } from '../../kit/fields/fold';

export const sites = [
  'Low back',
  'Leg',
  'Buttock',
  'Neck',
  'Arm',
  'Thoracic back',
  'Groin',
  'Hip',
  'Foot',
  'Hand',
  'Shoulder',
].map((value) => ({ value }));

/** As the pain of which site a rating is compared. Other places belong to none of them until somebody says so. */
const rated: Record<string, Exclude<Site, 'not_split'>> = {
  'low back': 'back',
  back: 'back',
  leg: 'leg',
  neck: 'neck',
  arm: 'arm',
};

export function ratedAs(site: string): Exclude<Site, 'not_split'> | null {
  return rated[fold(site.trim())] ?? null;
}

export const muscular: readonly string[] = muscularQualityValues;
export const neuropathic: readonly string[] = neuropathicQualityValues;
export const otherQualities: readonly string[] = otherQualityValues;

/** How many of these words are in each group, each counted once. */
export function countWords(words: readonly string[]): { muscular: number; neuropathic: number } {
  const said = new Set(words.map((word) => fold(word.trim())));
  const among = (group: readonly string[]) => group.filter((word) => said.has(fold(word))).length;
  return { muscular: among(muscular), neuropathic: among(neuropathic) };
}

export const worse = [
  'walking',
  'standing',
  'sitting',
  'bending',
  'lifting',
  'movement',
  'coughing or straining',
  'lying',
  'at night',
] as const;
export const better = [
  'rest',
  'lying',
  'sitting',
  'bending forward',
  'walking',
  'heat',
  'cold',
  'medicine',
] as const;
