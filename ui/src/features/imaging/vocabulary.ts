/** What can be chosen in an imaging note, with its words. Of findings any other text is kept as well. */
import {
  artefactValues,
  contrastValues,
  findingKindValues,
  missingValues,
  modalityValues,
  positionValues,
  reportReviewValues,
  findingSeverityValues,
  statedAsValues,
  studyRegionValues,
  type FindingInput,
  type FindingKind,
} from '../../ipc/generated';
import { startingWith, without } from '../../ipc/values';
import { sentence, t } from '../../words';
import { optionsOf, spokenOptionsOf } from '../entries/fields/choices';

const labels = new Map(findingKindValues.map((kind) => [kind, sentence(t(`finding-kind-${kind}`))]));
const kinds = new Map([...labels].map(([kind, label]) => [label, kind]));

export const findingOptions = [...labels.values()].map((value) => ({ value }));

/** A code as it stands in the field. */
export const labelOf = (kind: FindingKind): string => labels.get(kind) ?? '';

/** The code whose word was taken; what is worded otherwise stays words, which the core reads. */
export const kindOf = (text: string): FindingKind | null => kinds.get(text) ?? null;

/** What a finding says in the field of what was seen. */
export function shownAs({ kind, what }: FindingInput): string {
  return kind === null ? what : labelOf(kind);
}

export const modalities = optionsOf(modalityValues, (modality) => `imaging-modality-${modality}`);
export const positions = optionsOf(positionValues, (position) => `imaging-position-${position}`);
export const contrasts = optionsOf(contrastValues, (contrast) => `imaging-contrast-${contrast}`);
export const artefacts = optionsOf(artefactValues, (artefact) => `imaging-artefact-${artefact}`);
/** Why no artefact is recorded: pictures are looked at and nobody is asked, so nothing is declined. */
export const artefactMissing = startingWith(without(missingValues, 'declined'), 'not_asked', 'absent');
export const reviews = optionsOf(reportReviewValues, (review) => `imaging-review-${review}`);
export const statements = optionsOf(statedAsValues, (stated) => `stated-as-${stated}`);
export const regions = spokenOptionsOf(studyRegionValues, (region) => `study-region-${region}`);
export const severities = spokenOptionsOf(findingSeverityValues, (severity) => `severity-${severity}`);
