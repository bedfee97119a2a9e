import { afterEach, describe, expect, it, vi } from 'vitest';
import { markInputDevice } from './inputDevice';
import { keepFocus } from './keepFocus';
import { asksFor } from '../keys';
import { undoKeys } from './undo';

const settled = () => new Promise((done) => setTimeout(done, 20));
const off: (() => void)[] = [];

function page(parts: string[]): HTMLElement {
  const main = document.body.appendChild(document.createElement('main'));
  main.tabIndex = -1;
  for (const part of parts) {
    const group = main.appendChild(document.createElement('div'));
    for (const name of part.split(' ')) {
      const button = group.appendChild(document.createElement('button'));
      button.textContent = name;
    }
  }
  return main;
}
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent === name);
const focused = () => document.activeElement?.textContent;
/** A busy machine takes its time. */
const comes = (to: string) =>
  vi.waitFor(
    () => {
      expect(document.activeElement).not.toBe(document.body);
      expect(focused()).toBe(to);
    },
    { timeout: 20_000 },
  );

afterEach(() => {
  for (const one of off.splice(0)) one();
  document.body.replaceChildren();
});

describe('the last input device', () => {
  const worn = () => document.documentElement.dataset['input'];

  it('stands on the page: the keyboard at first, then whichever was used', () => {
    off.push(markInputDevice());
    expect(worn()).toBe('keyboard');
    window.dispatchEvent(new Event('pointerdown'));
    expect(worn()).toBe('pointer');
    // Keys that go with the mouse as well say nothing.
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    expect(worn()).toBe('pointer');
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    expect(worn()).toBe('keyboard');
  });
});

describe('the focus', () => {
  it.each([
    ['what follows in its group', 'b', (gone: Element) => gone.remove(), 'c'],
    ['what went before, where nothing follows', 'c', (gone: Element) => gone.remove(), 'b'],
    ['the next group, where its own is gone', 'b', (gone: Element) => gone.parentElement?.remove(), 'd'],
    [
      'the screen, where nothing is left',
      'b',
      (gone: Element) => gone.closest('main')?.replaceChildren(),
      '',
    ],
  ])('goes to %s', async (_, from, take, to) => {
    off.push(keepFocus());
    page(['a b c', 'd e']);
    const gone = button(from);
    gone?.focus();
    if (gone) take(gone);
    await comes(to);
  });

  it('goes back behind a dialog whose opener is gone with it', async () => {
    off.push(keepFocus());
    page(['a b c']);
    button('b')?.focus();
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.showModal();
    dialog.append(Object.assign(document.createElement('button'), { textContent: 'yes' }));
    button('yes')?.focus();
    button('b')?.remove();
    dialog.remove();
    await comes('c');
  });

  it('is left to whoever takes something off the screen and says where it goes', async () => {
    off.push(keepFocus());
    page(['a b c']);
    button('b')?.focus();
    button('b')?.remove();
    await Promise.resolve();
    button('a')?.focus();
    await settled();
    expect(focused()).toBe('a');
  });
});

describe('undo', () => {
  const key = (key: string, more: Partial<KeyboardEvent> = {}) =>
    asksFor({
      ...{ key, ctrlKey: true, metaKey: false, altKey: false, shiftKey: false },
      ...more,
    });

  it('is asked for by Ctrl or Command and Z, redo with Shift or by Ctrl+Y', () => {
    expect([key('z'), key('Z', { shiftKey: true }), key('y')]).toEqual(['undo', 'redo', 'redo']);
    expect([key('z', { ctrlKey: false, metaKey: true }), key('z', { ctrlKey: false })]).toEqual([
      'undo',
      null,
    ]);
    expect([key('z', { altKey: true }), key('x')]).toEqual([null, null]);
  });

  it('is answered in what holds text and nowhere else', () => {
    off.push(undoKeys());
    const asked = vi.fn(() => true);
    Object.assign(document, { execCommand: asked });
    const fields = ['text', 'password', 'search', 'checkbox', 'radio'].map((type) =>
      Object.assign(document.createElement('input'), { type }),
    );
    const all = [...fields, document.createElement('textarea'), document.createElement('button')];
    document.body.append(...all);
    const answered = all.map((field) => {
      const event = new KeyboardEvent('keydown', {
        key: 'z',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      });
      field.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(answered).toEqual([true, true, true, false, false, true, false]);
    expect(asked.mock.calls).toEqual([['undo'], ['undo'], ['undo'], ['undo']]);
  });
});
