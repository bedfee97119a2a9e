/** A part of a system about which nothing is known yet. */
import type { DevicePartInput } from '../../ipc/generated';

export function blankPart(): DevicePartInput {
  return { kind: null, name: '', state: 'unknown', mri: 'unknown', field: '', body: '', mode: '' };
}
