/** What somebody's own letters say of them, as a form types it. */
import type { Profile } from '../../ipc/generated';
import type { PlainWordId } from '../../words';

/** Under which name drafts of it are kept. */
export const profileForm = 'profile';

export const profileFields = {
  position: 'staff-letters-position',
  registration: 'settings-author-registration',
  contact: 'staff-letters-contact',
} satisfies Record<keyof Profile, PlainWordId>;

export const profileNames = Object.keys(profileFields) as (keyof Profile)[];

/** The fields in which `typed` says something else than `saved`. */
export const changedIn = (typed: Profile, saved: Profile) =>
  profileNames.filter((name) => typed[name].trim() !== saved[name]);
