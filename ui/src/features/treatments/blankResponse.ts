/** A response to a treatment before anything is typed. */
import type { ResponseInput } from '../../ipc/generated';
import { notAsked } from '../../missing';

export function blankResponse(): ResponseInput {
  return {
    when: '',
    relief: notAsked(),
    worsened: false,
    words: '',
    lasted: '',
    adverse_effects: notAsked(),
    told_by: null,
  };
}
