/** A number from 0 to 10 between what is typed and the keys of a scale. */

export function ratingOf(typed: string): number | null {
  return /^(\d|10)$/.test(typed.trim()) ? Number(typed) : null;
}

export function typedRating(rating: number | null): string {
  return rating === null ? '' : String(rating);
}
