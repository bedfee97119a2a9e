/** What a record shows at each of its addresses. Sections that hold entries share one screen. */
import type { Component } from 'svelte';
import type { PatientView } from '../../../ipc/generated';
import type { Section } from '../../../router';
import EntryScreen from '../../entries/page/EntryScreen.svelte';
import FollowUpSection from '../../follow-up/FollowUpSection.svelte';
import LettersSection from '../../letters/LettersSection.svelte';
import NeuromodulationSection from '../../neuromodulation/NeuromodulationSection.svelte';
import BeforeAfter from '../../progress/BeforeAfter.svelte';
import ProgressSection from '../../progress/ProgressSection.svelte';
import Ladder from '../../treatments/Ladder.svelte';
import VisitsSection from '../../visits/VisitsSection.svelte';
import WalkingSection from '../../walking/WalkingSection.svelte';
import AmendAlerts from '../alerts/AmendAlerts.svelte';
import AmendPerson from '../person/AmendPerson.svelte';
import HistorySection from './HistorySection.svelte';
import Overview from './Overview.svelte';
import Timeline from './Timeline.svelte';

interface ScreenProps {
  patient: PatientView;
  section: Section;
  /** What the address names within the section. */
  entry?: string;
  /** Asks whether the last change is to be taken back. */
  onundo: () => void;
}
interface SectionScreen {
  screen: Component<ScreenProps>;
  /** It draws or reads across the whole width, or only its list does. */
  wide?: true | 'list';
  /** It comes without margins of its own. */
  padded?: true;
}

export const screens: Record<Section, SectionScreen> = {
  overview: { screen: Overview, wide: true, padded: true },
  visits: { screen: VisitsSection, wide: 'list' },
  surgeries: { screen: EntryScreen },
  symptoms: { screen: EntryScreen },
  examinations: { screen: EntryScreen },
  imaging: { screen: EntryScreen },
  electrodiagnosis: { screen: EntryScreen },
  readings: { screen: EntryScreen },
  documents: { screen: EntryScreen },
  flags: { screen: EntryScreen },
  safety: { screen: EntryScreen },
  treatments: { screen: EntryScreen },
  ladder: { screen: Ladder, padded: true },
  scores: { screen: EntryScreen },
  'before-after': { screen: BeforeAfter, wide: true, padded: true },
  progress: { screen: ProgressSection, wide: true },
  walking: { screen: WalkingSection, wide: 'list' },
  neuromodulation: { screen: NeuromodulationSection, wide: 'list' },
  letters: { screen: LettersSection, wide: true },
  timeline: { screen: Timeline, wide: true, padded: true },
  history: { screen: HistorySection, wide: true, padded: true },
  goals: { screen: EntryScreen },
  requests: { screen: EntryScreen },
  decisions: { screen: EntryScreen },
  circumstances: { screen: EntryScreen },
  diagnoses: { screen: EntryScreen },
  'follow-up': { screen: FollowUpSection, wide: true, padded: true },
  person: { screen: AmendPerson, padded: true },
  alerts: { screen: AmendAlerts, padded: true },
};
