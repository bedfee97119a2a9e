/** The form of every kind of entry, what a section shows above its list, and what a page shows below an entry. */
import type { Component } from 'svelte';
import type { EntryView, PatientView } from '../../ipc/generated';
import type { Section } from '../../router';
import CircumstanceForm from '../circumstances/CircumstanceForm.svelte';
import CircumstancesNow from '../circumstances/CircumstancesNow.svelte';
import SharedDecisionForm from '../decisions/SharedDecisionForm.svelte';
import ExaminationForm from '../examinations/ExaminationForm.svelte';
import DiagnosisForm from '../diagnoses/DiagnosisForm.svelte';
import DocumentForm from '../documents/DocumentForm.svelte';
import DocumentPreview from '../documents/DocumentPreview.svelte';
import IntakeCard from '../documents/IntakeCard.svelte';
import DecisionForm from '../flags/DecisionForm.svelte';
import FlagForm from '../flags/FlagForm.svelte';
import FlagsToday from '../flags/FlagsToday.svelte';
import ElectrodiagnosisForm from '../electrodiagnosis/ElectrodiagnosisForm.svelte';
import GoalForm from '../goals/GoalForm.svelte';
import ImagingForm from '../imaging/ImagingForm.svelte';
import PlanItemForm from '../plans/PlanItemForm.svelte';
import ReadingForm from '../readings/ReadingForm.svelte';
import NeuromodulationForm from '../neuromodulation/NeuromodulationForm.svelte';
import PumpForm from '../neuromodulation/PumpForm.svelte';
import StepForm from '../neuromodulation/StepForm.svelte';
import TrialDayForm from '../neuromodulation/TrialDayForm.svelte';
import AnticoagulantForm from '../safety/AnticoagulantForm.svelte';
import CheckForm from '../safety/CheckForm.svelte';
import DeviceForm from '../safety/DeviceForm.svelte';
import SafetyToday from '../safety/SafetyToday.svelte';
import ScoresForm from '../scores/ScoresForm.svelte';
import SurgeryForm from '../surgeries/SurgeryForm.svelte';
import SymptomForm from '../symptoms/SymptomForm.svelte';
import SymptomsToday from '../symptoms/SymptomsToday.svelte';
import LoadToday from '../treatments/LoadToday.svelte';
import TreatmentForms from '../treatments/TreatmentForms.svelte';
import UntriedForm from '../treatments/UntriedForm.svelte';
import EventForm from '../walking/event/EventForm.svelte';
import VisitDay from '../visits/VisitDay.svelte';
import VisitForm from '../visits/VisitForm.svelte';
import PlanForm from '../walking/plan/PlanForm.svelte';
import RowForm from '../walking/diary/RowForm.svelte';
import type { FormAbout } from './form/formAbout';
import type { EntryNoun } from './nouns';

export const forms: Record<EntryNoun, Component<FormAbout>> = {
  surgery: SurgeryForm,
  symptom: SymptomForm,
  imaging: ImagingForm,
  treatment: TreatmentForms,
  score: ScoresForm,
  flag: FlagForm,
  resolution: DecisionForm,
  device: DeviceForm,
  anticoagulant: AnticoagulantForm,
  check: CheckForm,
  walking_plan: PlanForm,
  walking_event: EventForm,
  walking_row: RowForm,
  goal: GoalForm,
  reading: ReadingForm,
  examination: ExaminationForm,
  diagnosis: DiagnosisForm,
  electrodiagnosis: ElectrodiagnosisForm,
  untried: UntriedForm,
  neuromodulation: NeuromodulationForm,
  neuromodulation_step: StepForm,
  trial_day: TrialDayForm,
  pump_setting: PumpForm,
  circumstance: CircumstanceForm,
  plan_item: PlanItemForm,
  shared_decision: SharedDecisionForm,
  document: DocumentForm,
  visit: VisitForm,
};

export const above: Partial<Record<Section, Component<{ patient: PatientView }>>> = {
  flags: FlagsToday,
  safety: SafetyToday,
  treatments: LoadToday,
  symptoms: SymptomsToday,
  circumstances: CircumstancesNow,
  documents: IntakeCard,
};

/** What the page of an entry shows below what it says. */
export const below: Partial<Record<EntryNoun, Component<{ entry: EntryView }>>> = {
  document: DocumentPreview,
  visit: VisitDay,
};
