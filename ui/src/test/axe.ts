import axe from 'axe-core';

/**
 * Rules that `element` breaks, one line each; empty when it is accessible. Contrast needs real layout and is checked on
 * the tokens instead.
 */
export async function violations(element: Element = document.body): Promise<string[]> {
  const result = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return result.violations.map(
    (found) => `${found.id}: ${found.help} (${found.nodes.map((node) => node.html).join(' | ')})`,
  );
}
