import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { listKeys } from '../keys';
import Form from './Form.svelte';

const fields = createRawSnippet(() => ({
  render: () => `<div>
    <label>Name <input></label>
    <label>Off <input disabled></label>
    <fieldset><label><input type="radio" name="side" value="l">Left</label>
    <label><input type="radio" name="side" value="r" checked>Right</label></fieldset>
    <label>Note <textarea></textarea></label>
    <label>Last <input></label>
    <button type="submit">Save</button></div>`,
}));

it('Enter moves on past what is off, takes one stop per group, and saves from the last field', async () => {
  const onsubmit = vi.fn();
  render(Form, { label: 'Form', children: fields, onsubmit });
  await userEvent.click(screen.getByLabelText('Name'));
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText('Right'));
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText('Note'));
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText('Note'));
  await userEvent.click(screen.getByLabelText('Last'));
  expect(onsubmit).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(onsubmit).toHaveBeenCalledOnce();
});

it('Ctrl+S saves from inside a field and Escape steps back', async () => {
  const onsubmit = vi.fn();
  const onback = vi.fn();
  const { unmount } = render(Form, { label: 'Form', children: fields, onsubmit, onback });
  await userEvent.click(screen.getByLabelText('Note'));
  await userEvent.keyboard('{Control>}s{/Control}{Escape}');
  expect(onsubmit).toHaveBeenCalledOnce();
  expect(onback).toHaveBeenCalledOnce();
  unmount();
  await userEvent.keyboard('{Control>}s{/Control}');
  expect(onsubmit).toHaveBeenCalledOnce();
});

it('of several on a page answers where the hand is', async () => {
  const all = ['First', 'Second'].map((label) => {
    const told = { onsubmit: vi.fn(), onback: vi.fn() };
    render(Form, { label, children: fields, ...told });
    return told;
  });
  const [, inSecond] = screen.getAllByLabelText('Note');
  await userEvent.click(inSecond ?? document.body);
  await userEvent.keyboard('{Control>}s{/Control}{Escape}');
  expect(all.map(({ onsubmit }) => onsubmit.mock.calls.length)).toEqual([0, 1]);
  expect(all.map(({ onback }) => onback.mock.calls.length)).toEqual([0, 1]);
});

it('leaves the keys to a dialog that covers it', async () => {
  const onsubmit = vi.fn();
  const onback = vi.fn();
  render(Form, { label: 'Form', children: fields, onsubmit, onback });
  const dialog = document.body.appendChild(document.createElement('dialog'));
  dialog.showModal();
  await userEvent.keyboard('{Control>}s{/Control}{Escape}');
  expect(onsubmit).not.toHaveBeenCalled();
  expect(onback).not.toHaveBeenCalled();
  dialog.remove();
  await userEvent.keyboard('{Control>}s{/Control}{Escape}');
  expect(onsubmit).toHaveBeenCalledOnce();
  expect(onback).toHaveBeenCalledOnce();
});

it('goes from the last field of a long form to the button, and saves only there', async () => {
  const onsubmit = vi.fn();
  render(Form, { label: 'Form', children: fields, onsubmit, long: true });
  await userEvent.click(screen.getByLabelText('Last'));
  await userEvent.keyboard('{Enter}');
  expect(onsubmit).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
  await userEvent.keyboard('{Enter}');
  expect(onsubmit).toHaveBeenCalledOnce();
});

it('puts the focus on the first field that says why it is not taken, at once or when the core has answered', async () => {
  const refuse = (label: string) => screen.getByLabelText(label).setAttribute('aria-invalid', 'true');
  const onsubmit = vi.fn(() => refuse('Note'));
  render(Form, { label: 'Form', children: fields, onsubmit });
  await userEvent.click(screen.getByLabelText('Last'));
  await userEvent.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Note')));
  screen.getByLabelText('Note').removeAttribute('aria-invalid');
  onsubmit.mockImplementation(() => void setTimeout(() => refuse('Name'), 30));
  await userEvent.click(screen.getByLabelText('Last'));
  await userEvent.keyboard('{Control>}s{/Control}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')));
});

it('leaves the hand alone that goes on typing before something is refused', async () => {
  const onsubmit = vi.fn();
  render(Form, { label: 'Form', children: fields, onsubmit });
  await userEvent.click(screen.getByLabelText('Last'));
  await userEvent.keyboard('{Control>}s{/Control}');
  await userEvent.keyboard('more');
  screen.getByLabelText('Name').setAttribute('aria-invalid', 'true');
  await new Promise((done) => setTimeout(done, 30));
  expect(document.activeElement).toBe(screen.getByLabelText('Last'));
});

it('lists what its fields answer by key', () => {
  const { unmount } = render(Form, { label: 'Form', children: fields, onsubmit: vi.fn() });
  const listed = () => listKeys().flatMap(({ shortcuts }) => shortcuts.map(({ keys }) => keys));
  for (const keys of ['$mod+s', 'Enter', 'Delete', '$mod+z', '$mod+Shift+z', 'y', '0'])
    expect(listed()).toContain(keys);
  unmount();
  expect(listed()).toEqual([]);
});
