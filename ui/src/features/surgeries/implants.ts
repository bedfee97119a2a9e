/** What can be said about the implants of an operation beside their list, and a line about which nothing is said yet. */
import type { ImplantInput, Missing } from '../../ipc/generated';

export const asked: readonly Missing[] = ['not_asked', 'absent', 'unknown', 'declined'];

export function blankImplant(): ImplantInput {
  return { kind: 'unknown', name: '' };
}
