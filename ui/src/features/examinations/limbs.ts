/** The two halves of the body that are examined one by one. */
import { t } from '../../words';
import type { NormalSet } from './findingRows';

export const limbs = (): { within: NormalSet; label: string }[] => [
  { within: 'legs', label: t('examinations-legs') },
  { within: 'arms', label: t('examinations-arms') },
];
