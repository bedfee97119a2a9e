import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { violations } from '../../test/axe';
import Combobox from './Combobox.svelte';
import DateField from './DateField.svelte';
import Field from './Field.svelte';
import LevelInput from './LevelInput.svelte';
import TextArea from './TextArea.svelte';
import UnderstoodField from './UnderstoodField.svelte';
import type { Understanding } from './understand';

describe('Field', () => {
  it('is found by its label and described by unit, message and hint', async () => {
    render(Field, {
      label: 'Relief',
      value: '130',
      unit: '%',
      hint: 'As told',
      message: 'Relief runs from 0 to 100 %',
    });
    const input = screen.getByRole('textbox', { name: 'Relief' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('textbox', { description: '% Relief runs from 0 to 100 % As told' })).toBe(input);
    expect(await violations()).toEqual([]);
  });

  it('tells what is typed and is not invalid without a message', async () => {
    const oninput = vi.fn();
    render(Field, { label: 'Surgeon', oninput });
    await userEvent.type(screen.getByRole('textbox', { name: 'Surgeon' }), 'Łó');
    expect(oninput).toHaveBeenLastCalledWith('Łó');
    expect(screen.getByRole('textbox').hasAttribute('aria-invalid')).toBe(false);
  });
});

describe('TextArea', () => {
  it('keeps lines and is accessible', async () => {
    render(TextArea, { label: 'Conclusion', message: 'Too long', optional: true });
    const area = screen.getByRole('textbox', { name: 'Conclusion', description: 'Too long' });
    await userEvent.type(area, 'one{Enter}two');
    expect((area as HTMLTextAreaElement).value).toBe('one\ntwo');
    expect(await violations()).toEqual([]);
  });
});

/** Everything of the kit that reads text back; each gets a text that is understood only in part. */
const reads = {
  Field: () => render(Field, { label: 'Read', value: 'x', understood: 'X', unsure: 'Do you mean Y?' }),
  Combobox: () =>
    render(Combobox, { label: 'Read', value: 'x', options: [], understood: 'X', unsure: 'Do you mean Y?' }),
  UnderstoodField: () => render(UnderstoodField, { label: 'Read', value: 'x', understand: inPart }),
  DateField: () => render(DateField, { label: 'Read', value: 'x', understand: inPart }),
  LevelInput: () => render(LevelInput, { label: 'Read', value: 'x', understand: inPart }),
};
const inPart = async () => ({ shown: 'X', issue: null, unsure: 'Do you mean Y?' });

describe('the mark of something understood', () => {
  it.each(Object.entries(reads))(
    'is not given by %s to a text of which a part is not',
    async (_name, show) => {
      const { container } = show();
      await screen.findByText('Read in part, as X');
      await screen.findByText('Do you mean Y?');
      expect(container.querySelector('.understood, .lucide-check')).toBeNull();
      const field = container.querySelector('input');
      const described = (field?.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent);
      expect(described.join(' ')).toContain('Do you mean Y?');
      expect(field?.hasAttribute('aria-invalid'), 'it may be saved as it is').toBe(false);
      expect(await violations()).toEqual([]);
    },
  );

  it('stands in no other part of the kit and in no screen by itself', () => {
    const sources = import.meta.glob<string>('../../**/*.svelte', {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    expect(Object.keys(sources).length).toBeGreaterThan(100);
    const drawn = Object.entries(sources).filter(([, text]) =>
      /\bclass="understood|\bunderstood=\{/.test(text),
    );
    const names = drawn.map(([path]) => path.replace(/^.*\//, '').replace('.svelte', ''));
    // What the line of a procedure says of a name that is known only as words is proven with the operations.
    expect(names.sort()).toEqual(['FieldFrame', 'ProcedureRow', 'UnderstoodField']);
  });
});

describe.each([
  ['DateField', DateField],
  ['LevelInput', LevelInput],
] as const)('%s', (_name, Part) => {
  it('reads back what is typed in normal form at once', async () => {
    const understand = async (text: string) => ({ shown: `<${text}>`, issue: null });
    const onunderstood = vi.fn();
    render(Part, { label: 'Read', understand, onunderstood });
    await userEvent.type(screen.getByRole('textbox', { name: 'Read' }), 'may 2019');
    await screen.findByText('Read as <may 2019>');
    expect(onunderstood).toHaveBeenLastCalledWith({ shown: '<may 2019>', issue: null });
    expect(await violations()).toEqual([]);
  });
  it('puts the day that was meant in the place of "today" once it is left', async () => {
    const understand = async (text: string) =>
      text === 'today'
        ? { shown: '29 Nov 2026', issue: null, settled: '29 Nov 2026' }
        : { shown: text, issue: null };
    render(Part, { label: 'Read', understand });
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Read' });
    await userEvent.type(field, 'today');
    await screen.findByText('Read as 29 Nov 2026');
    expect(field.value).toBe('today');
    await userEvent.tab();
    expect(field.value).toBe('29 Nov 2026');
  });

  it('shows the answer to the latest text even when an older one comes later', async () => {
    const answers = new Map<string, (reading: Understanding) => void>();
    const understand = (text: string) => new Promise<Understanding>((done) => answers.set(text, done));
    render(Part, { label: 'Read', understand });
    await userEvent.type(screen.getByRole('textbox', { name: 'Read' }), 'ab');
    answers.get('ab')?.({ shown: 'new', issue: null });
    await screen.findByText('Read as new');
    answers.get('a')?.({ shown: 'old', issue: null });
    await Promise.resolve();
    expect(screen.queryByText('Read as old')).toBeNull();
    expect(screen.getByText('Read as new')).toBeTruthy();
  });

  it('says an issue quietly once the hand rests, as a message when the field is left, and forgets it when mended', async () => {
    const understand = async (text: string) =>
      text === 'good' ? { shown: 'Good', issue: null } : { shown: null, issue: 'Type it so' };
    render(Part, { label: 'Read', understand });
    const input = screen.getByRole('textbox', { name: 'Read' });
    await userEvent.type(input, 'goo');
    await screen.findByText('Type it so');
    expect(input.hasAttribute('aria-invalid')).toBe(false);
    await userEvent.tab();
    await waitFor(() => expect(screen.getByText('Type it so').className).toContain('message'));
    expect(input.getAttribute('aria-invalid')).toBe('true');
    await userEvent.type(input, 'd');
    await screen.findByText('Read as Good');
    await waitFor(() => expect(screen.queryByText('Type it so')).toBeNull());
  });

  it('leaves the text alone when the reading cannot be had', async () => {
    const understand = vi.fn(() => Promise.reject(new Error('gone')));
    render(Part, { label: 'Read', understand });
    const input = screen.getByRole('textbox', { name: 'Read' });
    await userEvent.type(input, 'x');
    await userEvent.tab();
    expect(understand).toHaveBeenCalled();
    expect((input as HTMLInputElement).value).toBe('x');
    expect(input.hasAttribute('aria-invalid')).toBe(false);
  });
});
