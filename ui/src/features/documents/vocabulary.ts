/** What a document can be, with its words. */
import { documentKindValues } from '../../ipc/generated';
import { spokenOptionsOf } from '../entries/fields/choices';

export const kinds = spokenOptionsOf(documentKindValues, (kind) => `document-kind-${kind}`);
