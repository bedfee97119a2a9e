/** What the banner shows of a patient; every text comes from the core in the form in which people read it. */
import type { Alerts, Answer, LineState, PatientView } from '../../ipc/generated';
import { t } from '../../words';

export type BannerPatient = Pick<
  PatientView,
  'name' | 'born' | 'age' | 'number' | 'alerts' | 'flags' | 'flags_line' | 'citation'
>;

/** The alerts in the order in which they are read. */
export const alertNames = [
  'allergies',
  'red_flags',
  'implants_mri',
  'anticoagulants',
] as const satisfies readonly (keyof Alerts)[];
export type AlertName = (typeof alertNames)[number];

/** How an alert reads. `listed` is what must not be overlooked; `open` is a question that nobody has answered. */
export interface AlertWords {
  state: LineState;
  text: string;
}

/** How the red flags read: one line from the core, the same as in a letter. What is open stands above, by itself. */
export function redFlagWords({ flags_line }: BannerPatient): AlertWords {
  return flags_line;
}

/** The words for an answer. Nothing asked, nothing known and nothing there are told apart. */
export function alertWords(name: AlertName, answer: Answer<string[]>): AlertWords {
  if ('value' in answer) {
    if (answer.value.length === 0) return { state: 'open', text: t('missing-not-asked') };
    return { state: 'listed', text: answer.value.join('; ') };
  }
  switch (answer.missing) {
    case 'absent':
      return { state: 'none', text: t(`banner-none-${name}`) };
    case 'not_asked':
      return { state: 'open', text: t('missing-not-asked') };
    case 'unknown':
      return { state: 'open', text: t('missing-unknown') };
    case 'declined':
      return { state: 'open', text: t('missing-declined') };
    case 'not_applicable':
      return { state: 'none', text: t('missing-not-applicable') };
  }
}
