/** Places and sizes that are known only while the page is shown, set property by property, as the content policy wants it. */
import type { Attachment } from 'svelte/attachments';

export function styled(properties: Record<string, string>): Attachment<HTMLElement> {
  return (node) => {
    for (const [name, value] of Object.entries(properties)) node.style.setProperty(name, value);
  };
}
