/** Measures that are offered while typing, with the unit they are usually given in; any other text is kept as well. What
 *  stands among the questionnaires and tests is not offered here too: it would start a second line. */
export const measures = [
  { value: 'Sitting tolerance', note: 'min' },
  { value: 'Standing tolerance', note: 'min' },
  { value: 'Walking tolerance', note: 'min' },
  { value: 'Walking distance', note: 'm' },
  { value: '2-minute walk', note: 'm' },
  { value: 'Fingertip to floor', note: 'cm' },
  { value: 'Straight leg raise, left', note: '°' },
  { value: 'Straight leg raise, right', note: '°' },
  { value: 'Sleep', note: 'h' },
  { value: 'Weight', note: 'kg' },
];
