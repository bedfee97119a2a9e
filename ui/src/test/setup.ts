/** Fills in the few browser calls that jsdom lacks and the kit relies on, and gives a busy machine time. */
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 20_000 });

if (!('ResizeObserver' in globalThis)) {
  class StillObserver implements ResizeObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  globalThis.ResizeObserver = StillObserver;
}
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.setAttribute('open', '');
  this.querySelector<HTMLElement>('button')?.focus();
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
  this.removeAttribute('open');
};
Element.prototype.scrollIntoView ??= () => undefined;
const view: (Window & { CSS?: unknown }) | null = document.defaultView;
if (view && !view.CSS) {
  const escape = (text: string) => text.replace(/[^\w-]/g, '\\$&');
  Object.defineProperty(view, 'CSS', { value: { escape }, configurable: true });
}
