import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { violations } from '../../test/axe';
import { caution, emergency, sameDay } from '../../test/flags';
import Banner from './Banner.svelte';
import type { BannerPatient } from './banner';

const patient: BannerPatient = {
  name: 'Sample, Anna',
  born: '3 May 1961',
  age: '65',
  number: null,
  alerts: {
    allergies: { missing: 'absent' },
    red_flags: { missing: 'not_asked' },
    implants_mri: { missing: 'absent' },
    anticoagulants: { missing: 'absent' },
  },
  flags: [],
  flags_line: { state: 'open', text: 'Not asked' },
  citation: null,
};
const term = (name: string) => screen.getByText(name).nextElementSibling?.textContent?.trim();

describe('red flags in the banner', () => {
  it('trap 31: an emergency stands first with its action, and nothing less urgent looks like it', async () => {
    const flags_line = { state: 'listed', text: '3 open; last asked on 24 Nov 2026, yesterday' } as const;
    render(Banner, {
      patient: { ...patient, flags: [emergency, sameDay, caution], flags_line },
      flagsHref: '#/f',
    });
    const pinned = screen.getByRole('list', { name: 'Open red flags, emergency or same day' });
    const [first, second] = within(pinned).getAllByRole('listitem');
    expect(first?.textContent).toContain('Emergency, now');
    expect(first?.textContent).toContain('Emergency assessment is advised now per local pathway.');
    expect(second?.textContent).toContain('Same day');
    expect(second?.className).not.toContain('E0');
    const banner = screen.getByRole('region', { name: 'Patient Sample, Anna' });
    expect(
      pinned.compareDocumentPosition(within(banner).getByRole('heading')) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    const quieter = screen.getByRole('list', { name: 'Open red flags, less urgent' });
    expect(within(quieter).getByText('Caution')).toBeTruthy();
    expect(within(quieter).queryByText('Emergency, now')).toBeNull();
    expect(
      within(pinned)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['#/f', '#/f']);
    expect(term('Red flags')).toBe('3 open; last asked on 24 Nov 2026, yesterday');
    expect(screen.getByText('Red flags').parentElement?.className).toContain('listed');
    expect(await violations()).toEqual([]);
  });

  it('trap 31: asked without a finding is dated, says what is missing and is not the same as not asked', () => {
    const { unmount } = render(Banner, { patient });
    expect(term('Red flags')).toBe('Not asked');
    unmount();
    const text =
      'None open on what was answered; last asked on 24 Nov 2026, yesterday; 3 questions without an answer';
    render(Banner, { patient: { ...patient, flags_line: { state: 'open', text } } });
    expect(term('Red flags')).toBe(text);
    expect(screen.getByText('Red flags').parentElement?.className).toContain('open');
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('leaves the chip quiet where nothing that is open is an emergency or for the same day', () => {
    render(Banner, {
      patient: { ...patient, flags: [caution], flags_line: { state: 'none', text: '1 open' } },
    });
    expect(term('Red flags')).toBe('1 open');
    expect(screen.getByText('Red flags').parentElement?.className).not.toContain('listed');
  });

  it('reads the line of the core and nothing else: what was noted as none stands beside no open flag', () => {
    const noted = { ...patient.alerts, red_flags: { missing: 'absent' } as const };
    const flags_line = { state: 'listed', text: '1 open; questions not asked' } as const;
    render(Banner, { patient: { ...patient, alerts: noted, flags: [sameDay], flags_line } });
    expect(term('Red flags')).toBe('1 open; questions not asked');
    expect(screen.queryByText('None found')).toBeNull();
  });
});
