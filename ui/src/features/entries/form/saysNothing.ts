/** Whether a form holds nothing that anyone typed or answered, whatever kind of entry was chosen in it. */
import type { FactInput } from '../../../ipc/generated';

/** Fields that say what kind of thing is about to be typed, and no more. */
const kinds = new Set(['noun', 'kind', 'told_by', 'modality', 'is', 'entry', 'step', 'capture']);
/** The same of a score; elsewhere a site is what was typed. */
const measured = new Set(['measure', 'instrument', 'edition', 'site']);

/** Whether a part of a form holds nothing that anyone typed or answered. */
export function empty(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  // A reply that nobody gave says nothing either.
  if (typeof value === 'string') return value.trim() === '' || value === 'not_asked';
  if (Array.isArray(value)) return value.every(empty);
  if (typeof value !== 'object') return false;
  const fields = Object.entries(value);
  // Not asked is what a question that nobody touched says.
  if ('missing' in value && fields.length === 1) return value.missing === 'not_asked';
  const isMeasure = typeof (value as { measure?: unknown }).measure === 'string';
  return fields.every(
    ([name, field]) => kinds.has(name) || (isMeasure && measured.has(name)) || empty(field),
  );
}

export function saysNothing(input: FactInput): boolean {
  return empty(input);
}
