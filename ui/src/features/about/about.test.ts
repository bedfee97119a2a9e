import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Client } from '../../ipc/client';
import { fakeTransport } from '../../ipc/transport.fake';
import { violations } from '../../test/axe';
import { renderInWindow } from '../../test/renderInWindow';
import AboutScreen from './AboutScreen.svelte';
import type { Shipped } from './parts';

const mit = 'Permission is hereby granted, free of charge';
const sample: Shipped = {
  version: '0.1.0',
  licence: 'MIT OR Apache-2.0',
  own: [{ name: 'LICENSE-MIT', text: 0 }],
  parts: [
    {
      kind: 'crate',
      id: 'pkg:cargo/sqlx@0.9.0',
      name: 'sqlx',
      version: '0.9.0',
      licence: 'MIT OR Apache-2.0',
      by: 'A. Author',
      source: 'https://example.org/sqlx',
      texts: [
        { name: 'LICENSE-APACHE', text: 1 },
        { name: 'LICENSE-MIT', text: 0 },
      ],
    },
    {
      kind: 'crate',
      id: 'pkg:cargo/taffy@0.10.1',
      name: 'taffy',
      version: '0.10.1',
      licence: 'MIT',
      by: '',
      source: '',
      texts: [],
    },
    {
      kind: 'form',
      id: 'form:odi',
      name: 'Oswestry Disability Index',
      version: '1',
      licence: 'total_only',
      note: 'Points and totals only.',
      by: 'J. Fairbank',
      source: '',
      texts: [],
    },
  ],
  texts: [mit, 'Apache License'],
};

function show(read: () => Promise<Shipped> = () => Promise.resolve(sample)) {
  renderInWindow(AboutScreen, { client: new Client(fakeTransport({})), read });
}

describe('about Lamina', () => {
  it('says the version and the licence, and is folded at first', async () => {
    show();
    await screen.findByRole('heading', { name: 'Version 0.1.0' });
    expect(screen.getByText('Lamina’s own licence: MIT OR Apache-2.0')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Packages in Rust 2 entries' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Questionnaires and tests 1 entry' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Fonts/ })).toBeNull();
    expect(screen.queryByText('sqlx')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'LICENSE-MIT' }));
    expect(screen.getByText(mit)).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('by keys opens a package, who made it, where its sources lie, and the text of its licence', async () => {
    show();
    (await screen.findByRole('button', { name: /^Packages in Rust/ })).focus();
    await userEvent.keyboard('{Enter}');
    const row = screen.getByRole('button', { name: 'sqlx 0.9.0, MIT OR Apache-2.0' });
    row.focus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByText('A. Author')).toBeTruthy();
    expect(screen.getByText('https://example.org/sqlx')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /example/ })).toBeNull();
    expect(screen.queryByText('Apache License')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'LICENSE-APACHE' }));
    expect(screen.getByText('Apache License')).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  it('says where a package brings no text, and what the owner of a questionnaire allows', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: /^Packages in Rust/ }));
    await userEvent.click(screen.getByRole('button', { name: 'taffy 0.10.1, MIT' }));
    expect(screen.getByText('The package brings no text of its licence.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /^Questionnaires/ }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Oswestry Disability Index points and totals only' }),
    );
    expect(screen.getByText('J. Fairbank')).toBeTruthy();
    expect(screen.getByText('Points and totals only.')).toBeTruthy();
  });

  it('finds by any part of a name, a licence or an owner, opens what it found and folds it again', async () => {
    show();
    const filter = await screen.findByRole('searchbox', { name: 'Filter' });
    await userEvent.type(filter, 'fairbank');
    expect(screen.getByRole('button', { name: /^Oswestry/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Packages in Rust/ })).toBeNull();
    await userEvent.clear(filter);
    await userEvent.type(filter, 'apache sqlx');
    const list = screen.getByRole('list');
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    await userEvent.type(filter, ' nothing');
    expect(screen.getByRole('status').textContent).toBe('Nothing matches.');
    await userEvent.clear(filter);
    expect(screen.queryByRole('button', { name: /^sqlx/ })).toBeNull();
  });

  it('says what is wrong when the list cannot be read, and reads it again', async () => {
    let there = false;
    show(() => (there ? Promise.resolve(sample) : Promise.reject(new Error('gone'))));
    await screen.findByText(/^What Lamina is made of cannot be read/);
    there = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: 'Version 0.1.0' });
  });

  it('shows what this build is made of', async () => {
    renderInWindow(AboutScreen, { client: new Client(fakeTransport({})) });
    const filter = await screen.findByRole('searchbox', { name: 'Filter' }, { timeout: 60_000 });
    await userEvent.type(filter, 'sqlcipher');
    await userEvent.click(screen.getByRole('button', { name: /^SQLCipher [\d.]+, BSD-3-Clause$/ }));
    await userEvent.click(screen.getByRole('button', { name: 'LICENSE' }));
    expect(screen.getByText(/Zetetic LLC/, { selector: 'pre' })).toBeTruthy();
  });
});
