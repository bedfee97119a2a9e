import { expect, it, vi } from 'vitest';
import { between, presence } from './presence';

it('tells at once, then not before 20 seconds have gone by, and stops when asked', () => {
  let clock = 5;
  const tell = vi.fn();
  const off = presence(tell, () => clock);
  window.dispatchEvent(new Event('pointermove'));
  expect(tell).toHaveBeenCalledTimes(1);
  clock += between - 1;
  window.dispatchEvent(new Event('keydown'));
  expect(tell).toHaveBeenCalledTimes(1);
  clock += 1;
  window.dispatchEvent(new Event('keydown'));
  expect(tell).toHaveBeenCalledTimes(2);
  off();
  clock += between;
  window.dispatchEvent(new Event('keydown'));
  expect(tell).toHaveBeenCalledTimes(2);
});

it('hears a key that a field keeps to itself', () => {
  const tell = vi.fn();
  const off = presence(tell, () => 0);
  const input = document.body.appendChild(document.createElement('input'));
  input.addEventListener('keydown', (event) => event.stopPropagation());
  input.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  expect(tell).toHaveBeenCalledOnce();
  input.remove();
  off();
});
