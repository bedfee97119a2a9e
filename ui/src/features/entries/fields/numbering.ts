/** The choices of how vertebrae were counted. */
import { countedFromValues, transitionalVertebraValues } from '../../../ipc/generated';
import { spokenOptionsOf } from './choices';

export const transitions = spokenOptionsOf(transitionalVertebraValues, (one) => `surgery-transition-${one}`);
export const counted = spokenOptionsOf(countedFromValues, (from) => `surgery-counted-${from}`);
