/** Renders a component as the window does: with the client and who is at work, for whom every component may ask. */
import { render } from '@testing-library/svelte';
import type { Component, ComponentProps } from 'svelte';
import type { Client } from '../ipc/client';
import type { Me } from '../ipc/generated';
import { withClient } from '../ipc/context';
import { atWorkAs } from './people';

/** The properties of a component; one without any takes none besides the client. */
type PropsOf<Props> = string extends keyof Props ? unknown : Props;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a component with any properties, that exports anything
export function renderInWindow<Props extends Record<string, any>>(
  shown: Component<Props, Record<string, unknown>, string>,
  { client, as, ...props }: PropsOf<Props> & { client: Client; as?: Me },
) {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is required was checked above
  type Shown = Component<any>;
  const options = { props: props as ComponentProps<Shown>, context: withClient(client, as && atWorkAs(as)) };
  return render(shown as Shown, options);
}
