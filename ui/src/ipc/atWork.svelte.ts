/** Who is at work in this window and what they may do, as the core says it: nothing is offered that it would refuse. */
import type { Access, Me, Noun, Role, VaultStatus } from './generated';

export class AtWork {
  #me: Me | null = $state.raw(null);
  #byName = $state(false);

  /** Takes what the core says of the open vault. */
  take({ me, by_name }: VaultStatus): void {
    [this.#me, this.#byName] = [me, by_name];
  }

  /** Who it is, in a vault that several people open. Somebody alone is not told who they are. */
  get named(): Pick<Me, 'name' | 'role'> | null {
    return this.#byName ? this.#me : null;
  }

  get role(): Role {
    return this.#me?.role ?? 'owner';
  }

  /** Until the core has said who it is, nothing of a record is on the screen that could be offered by mistake. */
  may(access: Access): boolean {
    return this.#me?.may.includes(access) ?? true;
  }

  /** Whether facts of that kind may be recorded, and those that are there be changed. */
  records(noun: Noun): boolean {
    return this.#me?.records.includes(noun) ?? true;
  }

  /** Whether a paused walking plan may go on. */
  get reopensWalking(): boolean {
    return this.#me?.reopens_walking ?? true;
  }

  /** Those of `texts`, such as drafts, that may go on to be recorded. */
  recordable<Text extends { noun: Noun }>(texts: Text[]): Text[] {
    return texts.filter(({ noun }) => this.records(noun));
  }
}
