/** Who is at work in a test: a role with what the core says that it includes, and the state of a vault with it. */
import {
  accessValues,
  nounValues,
  type Access,
  type Me,
  type Noun,
  type Role,
  type StaffMember,
  type StaffView,
  type VaultState,
  type VaultStatus,
} from '../ipc/generated';
import { without } from '../ipc/values';
import { AtWork } from '../ipc/atWork.svelte';

/** What the core leaves out for a role, as `crates/api/src/role.rs` says it. */
const lacks: Record<Role, Access[]> = {
  owner: [],
  clinician: ['manage', 'audit'],
  physiotherapist: ['configure', 'manage', 'audit'],
  assistant: ['configure', 'manage', 'audit'],
  auditor: ['record', 'take_out', 'configure', 'manage'],
};
const records: Record<Role, readonly Noun[]> = {
  owner: nounValues,
  clinician: nounValues,
  physiotherapist: without(nounValues, 'resolution', 'pump_setting'),
  assistant: ['patient', 'score', 'circumstance', 'plan_item', 'document', 'visit'],
  auditor: [],
};

/** Somebody of that role. */
export function someone(role: Role, more: Partial<Me> = {}): Me {
  return {
    name: 'Dr Okafor',
    role,
    by_code: false,
    may: without(accessValues, ...lacks[role]),
    records: [...records[role]],
    reopens_walking: role === 'owner' || role === 'clinician',
    ...more,
  };
}

/** A vault as it is found. Without more it is that of one person, who may do everything. */
export function vault(state: VaultState, more: Partial<VaultStatus> = {}): VaultStatus {
  const me = state === 'open' ? someone('owner') : null;
  return { state, place: '/vault', by_name: false, last_name: '', me, ...more };
}

/** A vault that several people open, opened by `me`. */
export function openedBy(me: Me): VaultStatus {
  return vault('open', { by_name: true, last_name: me.name, me });
}

/** Who is at work, for a component that is rendered by itself. */
export function atWorkAs(me: Me): AtWork {
  const atWork = new AtWork();
  atWork.take(openedBy(me));
  return atWork;
}

/** Nobody has a name. */
export const alone: StaffView = { people: [], suggested: 'Dr Okafor' };

export function member(name: string, role: Role, more: Partial<StaffMember> = {}): StaffMember {
  const profile = { position: '', registration: '', contact: '' };
  return {
    id: name,
    name,
    role,
    profile,
    since: '1 Dec 2026',
    left: null,
    invited: false,
    me: false,
    ...more,
  };
}
