import { afterEach, describe, expect, it, vi } from 'vitest';
import { bindKeys, caps, listKeys, tellKeys } from './keys';

function press(key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

describe('keys', () => {
  afterEach(() => document.body.replaceChildren());

  it('runs what is bound, lists it, and forgets both', () => {
    const run = vi.fn();
    const off = bindKeys([{ keys: 'g p', words: 'keys-patients', group: 'anywhere', run }]);
    expect(listKeys()).toMatchObject([{ group: 'anywhere', shortcuts: [{ words: 'keys-patients' }] }]);
    press('g');
    press('p');
    expect(run).toHaveBeenCalledOnce();
    off();
    press('g');
    press('p');
    expect(run).toHaveBeenCalledOnce();
    expect(listKeys()).toEqual([]);
  });

  it('leaves letters to the field someone types in, but not Ctrl+S', () => {
    const plain = vi.fn();
    const save = vi.fn();
    const off = bindKeys([
      { keys: '/', words: 'keys-search', group: 'patients', run: plain },
      { keys: '$mod+s', words: 'keys-save', group: 'form', run: save },
    ]);
    const input = document.body.appendChild(document.createElement('input'));
    press('/', input);
    press('s', input, { ctrlKey: true });
    expect(plain).not.toHaveBeenCalled();
    expect(save).toHaveBeenCalledOnce();
    press('/');
    expect(plain).toHaveBeenCalledOnce();
    off();
  });

  it('leaves the keys of sections to a form, also where a choice has the focus', () => {
    const run = vi.fn();
    const off = bindKeys([{ keys: '2', words: 'keys-record', group: 'patient', run }]);
    const form = document.createElement('form');
    const choice = document.createElement('input');
    choice.type = 'radio';
    form.append(choice);
    document.body.append(form);
    const press = (target: Element) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', bubbles: true }));
    press(choice);
    expect(run).not.toHaveBeenCalled();
    press(document.body);
    expect(run).toHaveBeenCalledTimes(1);
    off();
    form.remove();
  });

  it('answers by every key that does the same, and lists them in one line', () => {
    const run = vi.fn();
    const off = bindKeys([{ keys: 'F2', also: ['$mod+k'], words: 'keys-search', group: 'anywhere', run }]);
    press('F2');
    press('k', document.body, { ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(2);
    expect(listKeys()[0]?.shortcuts).toMatchObject([{ keys: 'F2', also: ['$mod+k'] }]);
    off();
  });

  it('lists what is answered elsewhere', () => {
    const off = tellKeys([{ keys: 'Delete', words: 'keys-take-back', group: 'form' }]);
    expect(listKeys()).toMatchObject([{ group: 'form', shortcuts: [{ keys: 'Delete' }] }]);
    off();
    expect(listKeys()).toEqual([]);
  });

  it('draws caps', () => {
    expect(caps('$mod+s', false)).toEqual([['Ctrl', 'S']]);
    expect(caps('$mod+s', true)).toEqual([['⌘', 'S']]);
    expect(caps('g p', false)).toEqual([['G'], ['P']]);
    expect(caps('Escape', false)).toEqual([['Esc']]);
  });
});
