/** What is wrong with the fields of a letter, in words that repair. */
import { toApiError } from '../../ipc/errors';
import { problemWords } from '../../ipc/problems';

/** Words by field for a refused letter; a line of the recipient counts as the recipient. Empty for any other error. */
export function fieldMessages(thrown: unknown): Record<string, string> {
  const error = toApiError(thrown);
  if (error.code !== 'invalid') return {};
  const messages: Record<string, string> = {};
  for (const { path, problem } of error.issues) {
    const field = path.split('.', 1)[0] ?? path;
    messages[field] ??= problemWords(problem);
  }
  return messages;
}
