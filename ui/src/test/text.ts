import { createRawSnippet, type Snippet } from 'svelte';

/** A snippet that shows `words`, for parts that take their content as one. */
export function text(words: string): Snippet {
  return createRawSnippet(() => ({ render: () => `<span>${words}</span>` }));
}
