/** The choices of an operation, with the words that the core has for them. */
import {
  complicationKindValues,
  complicationSeverityValues,
  discExtentValues,
  graftKindValues,
  nerveMonitoringValues,
  procedureCodeValues,
  surgeryGuidanceValues,
  surgeryPurposeValues,
  surgeryReasonValues,
  surgerySourceValues,
  surgeryTechniqueValues,
  surgeryToolValues,
  workReturnValues,
} from '../../ipc/generated';
import { without } from '../../ipc/values';
import { spokenOptionsOf as labelled } from '../entries/fields/choices';

export const codes = labelled(procedureCodeValues, (code) => `surgery-code-${code}`);
/** Names that are offered while typing; any other text is kept as well. */
export const procedures = labelled(
  without(procedureCodeValues, 'other'),
  (code) => `surgery-code-${code}`,
).map(({ label }) => ({ value: label }));
export const complications = labelled(complicationKindValues, (kind) => `surgery-complication-${kind}`);
export const severities = labelled(complicationSeverityValues, (one) => `surgery-severity-${one}`);
export const purposes = labelled(surgeryPurposeValues, (purpose) => `surgery-purpose-${purpose}`);
export const reasons = labelled(surgeryReasonValues, (reason) => `surgery-reason-${reason}`);
export const techniques = labelled(surgeryTechniqueValues, (one) => `surgery-technique-${one}`);
export const guidances = labelled(surgeryGuidanceValues, (one) => `surgery-guidance-${one}`);
export const tools = labelled(surgeryToolValues, (tool) => `surgery-tool-${tool}`);
export const monitorings = labelled(nerveMonitoringValues, (one) => `surgery-monitoring-${one}`);
export const extents = labelled(discExtentValues, (extent) => `surgery-extent-${extent}`);
export const grafts = labelled(graftKindValues, (kind) => `surgery-graft-${kind}`);
export const works = labelled(workReturnValues, (work) => `surgery-work-${work}`);
export const sources = labelled(surgerySourceValues, (source) => `surgery-source-${source}`);
