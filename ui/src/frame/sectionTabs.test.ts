import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { parse, roomsOf, sectionWord, tabs, tabWord, type Section } from '../router';
import { violations } from '../test/axe';
import { t } from '../words';
import SectionTabs from './SectionTabs.svelte';

/** Where the address leads now. */
function room(): Section {
  const route = parse(location.hash);
  if (route.name !== 'patient') throw new Error(location.hash);
  return route.section;
}
beforeEach(() => {
  location.hash = '#/patients/p1/overview';
});

describe('the tabs of a record', () => {
  it.each(tabs.map((tab, at) => [t(tabWord(tab)), tab, String((at + 1) % 10)] as const))(
    'opens the first room of “%s” by its key, and by the same key the next, round again',
    async (_, tab, key) => {
      const { rerender } = render(SectionTabs, { patientId: 'p1', section: 'person' });
      const rooms = roomsOf(tab);
      for (const expected of [...rooms, rooms[0]]) {
        await userEvent.keyboard(key);
        expect(room()).toBe(expected);
        await rerender({ section: room() });
        const named = tab.rooms.length > 1 ? `In ${t(tabWord(tab))}` : 'Sections of the record';
        const here = within(screen.getByRole('navigation', { name: named }))
          .getAllByRole('link')
          .filter((link) => link.getAttribute('aria-current') === 'page');
        expect(here.map((link) => link.querySelector('span')?.textContent)).toEqual([
          t(tab.rooms.length > 1 ? sectionWord(room()) : tabWord(tab)),
        ]);
      }
      expect(await violations()).toEqual([]);
    },
  );

  it('has a key of its own for the room that is gone to daily', async () => {
    render(SectionTabs, { patientId: 'p1', section: 'overview' });
    await userEvent.keyboard('w');
    expect(room()).toBe('walking');
  });
});
