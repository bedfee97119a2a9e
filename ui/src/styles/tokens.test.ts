import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

function block(selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  expect(start, `${selector} is in tokens.css`).toBeGreaterThan(-1);
  const open = css.indexOf('{', start + selector.length - 1);
  const body = css.slice(open + 1, css.indexOf('}', open));
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const themes = {
  light: block('/* theme: light */\n  :root {'),
  dark: block(":root[data-theme='dark'] {"),
  contrast: block(":root[data-theme='contrast'] {"),
};

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((c) =>
    c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2 contrast ratio of two `#rrggbb` colours, 1 to 21. */
function contrast(a: string, b: string): number {
  const [hi = 0, lo = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (hi + 0.05) / (lo + 0.05);
}

const grounds = ['page', 'surface', 'sunken', 'hover'];
const readable: [string, string][] = [
  ...['text', 'text-quiet', 'accent', 'danger', 'caution', 'better', 'worse'].flatMap((ink) =>
    grounds.map((ground): [string, string] => [ink, ground]),
  ),
  ['text', 'accent-soft'],
  ['text-quiet', 'accent-soft'],
  ['accent', 'accent-soft'],
  ...['danger', 'caution', 'better', 'worse'].flatMap((kind): [string, string][] => [
    [kind, `${kind}-soft`],
    ['text', `${kind}-soft`],
    ['text-quiet', `${kind}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
];
const visible: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['line-strong', ground],
    ['focus', ground],
  ]),
  ...['chart-1', 'chart-2', 'chart-3', 'chart-4'].map((c): [string, string] => [c, 'surface']),
];

describe.each(Object.entries(themes))('%s theme', (_name, theme) => {
  const colour = (name: string) => {
    const value = theme.get(`colour-${name}`);
    expect(value, `--colour-${name}`).toMatch(/^#[0-9a-f]{6}$/);
    return value ?? '';
  };

  it.each(readable)('text %s is readable on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(visible)('%s can be seen on %s', (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  it('names the same tokens as the light theme', () => {
    expect([...theme.keys()].sort()).toEqual([...themes.light.keys()].sort());
  });
});

describe('themes', () => {
  it('stand once each: what the system asks for is resolved by the window', () => {
    expect(css).not.toMatch(/prefers-(color-scheme|contrast)/);
    for (const theme of ['dark', 'contrast'])
      expect(css.split(`[data-theme='${theme}']`), theme).toHaveLength(2);
  });

  it('keeps motion within 150 ms and drops it on request', () => {
    const durations = [...css.matchAll(/--motion:\s*(\d+)ms/g)].map((m) => Number(m[1]));
    expect(durations).toHaveLength(2);
    expect(Math.max(...durations)).toBeLessThanOrEqual(150);
    expect(Math.min(...durations)).toBe(0);
  });

  it('keeps spaces on the 4 px grid', () => {
    const spaces = [...css.matchAll(/--space-\d+:\s*([\d.]+)rem/g)].map((m) => Number(m[1]) * 16);
    expect(spaces.length).toBeGreaterThan(0);
    for (const space of spaces) expect(space % 4).toBe(0);
  });
});
