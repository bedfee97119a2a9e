/** What has to be kept before the window locks or closes, apart from drafts, which keep themselves. */

type Hook = () => Promise<void>;

let hooks: Hook[] = [];

/** Calls `hook` before locking, until the returned function is called. */
export function beforeLock(hook: Hook): () => void {
  hooks = [...hooks, hook];
  return () => {
    hooks = hooks.filter((other) => other !== hook);
  };
}

/** Waits until everything is kept. What can't be kept does not stop the lock. */
export async function settle(): Promise<void> {
  await Promise.allSettled(hooks.map((hook) => hook()));
}
