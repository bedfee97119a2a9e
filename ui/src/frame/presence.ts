/** Tells that someone is there: while keys or the pointer are used, at once and then at most every 20 seconds. */

/** Milliseconds between two tellings. */
export const between = 20_000;

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Calls `tell` on signs of presence until the returned function is called. `now` is in milliseconds. */
export function presence(tell: () => void, now: () => number = () => performance.now()): () => void {
  let told = -Infinity;
  const sign = () => {
    if (now() - told < between) return;
    told = now();
    tell();
  };
  const options = { capture: true, passive: true };
  for (const name of signs) window.addEventListener(name, sign, options);
  return () => {
    for (const name of signs) window.removeEventListener(name, sign, options);
  };
}
