/** What can be chosen in the forms of neuromodulation, of its diary and of pumps, with the words of each. */
import {
  assessmentKindValues,
  batteryKindValues,
  batteryStatusValues,
  deviceComplicationValues,
  explantExtentValues,
  patientWishValues,
  pumpEventValues,
  stepKindValues,
  suitabilityValues,
  targetPainValues,
  therapyValues,
  trialComparedValues,
  trialDecisionValues,
  waveformValues,
} from '../../ipc/generated';
import { t } from '../../words';
import { optionsOf } from '../entries/fields/choices';

export const therapies = optionsOf(therapyValues, (one) => `neuromodulation-therapy-${one}`);
export const pains = optionsOf(targetPainValues, (one) => `neuromodulation-pain-${one}`);
export const kinds = optionsOf(stepKindValues, (one) => `neuromodulation-kind-${one}`);
export const assessors = optionsOf(assessmentKindValues, (one) => `neuromodulation-assessment-${one}`);
export const outcomes = optionsOf(suitabilityValues, (one) => `neuromodulation-outcome-${one}`);
export const waveforms = optionsOf(waveformValues, (one) => `neuromodulation-waveform-${one}`);
export const decisions = optionsOf(trialDecisionValues, (one) => `neuromodulation-decision-${one}`);
export const wishes = optionsOf(patientWishValues, (one) => `neuromodulation-wish-${one}`);
export const batteries = optionsOf(batteryKindValues, (one) => `neuromodulation-battery-${one}`);
export const statuses = optionsOf(batteryStatusValues, (one) => `neuromodulation-status-${one}`);
export const complications = optionsOf(
  deviceComplicationValues,
  (one) => `neuromodulation-complication-${one}`,
);
export const extents = optionsOf(explantExtentValues, (one) => `neuromodulation-extent-${one}`);
export const compared = optionsOf(trialComparedValues, (one) => `trial_day-compared-${one}`);
export const pumpEvents = optionsOf(pumpEventValues, (one) => `pump_setting-event-${one}`);
export const cards = [
  { value: 'yes' as const, label: t('neuromodulation-card-yes') },
  { value: 'no' as const, label: t('neuromodulation-card-no') },
];

const freshStep = 'new-step';

/** The address of the form of a new step of this path. */
export function freshStepOf(path: string): string {
  return `${freshStep}-${path}`;
}

/** How a step names the path that the address of its form tells of; empty where it tells of none. */
export function pathOfFresh(address: string | undefined): string {
  const path = address?.startsWith(`${freshStep}-`) ? address.slice(freshStep.length + 1) : '';
  return path === '' ? '' : `neuromodulation ${path}`;
}
