/**
 * Words for symptoms, as clinicians sort them: muscular and neuropathic patterns and the rest. The groups help to find a
 * word; they are kept as words and no conclusion is drawn from them.
 */
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

export const muscular = [
  'dull ache',
  'cramping',
  'soreness',
  'muscle spasm',
  'stiffness',
  'tightness',
] as const;
export const neuropathic = [
  'shooting',
  'electric shocks',
  'burning',
  'tingling',
  'numbness',
  'weakness',
] as const;
export const otherQualities = ['sharp', 'aching', 'stabbing', 'throbbing', 'pressing', 'swelling'] as const;

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
