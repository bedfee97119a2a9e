/** Doing what asks for the passphrase of who does it: a wrong one is told at its field, and everything else where it can be mended. */
import { errorWords, vaultProblemOf, vaultWords } from '../../ipc/errors';
import { t } from '../../words';

export class Proof {
  passphrase = $state('');
  /** Said at the field of the passphrase. */
  message: string | null = $state(null);
  /** Said above the form, where no field can mend it. */
  refusal: string | null = $state(null);
  busy = $state(false);

  /** Whether a passphrase was typed; what is missing is said. */
  isGiven(): boolean {
    this.message = this.passphrase === '' ? t('staff-passphrase-missing') : null;
    return this.message === null;
  }

  /** Does it. `mends` tells what it was refused with at another field, and says whether there is one. */
  async run(
    act: (passphrase: string) => Promise<void>,
    mends: (thrown: unknown) => boolean = () => false,
  ): Promise<void> {
    if (this.busy) return;
    this.refusal = null;
    if (!this.isGiven()) return;
    this.busy = true;
    try {
      await act(this.passphrase);
      this.passphrase = '';
    } catch (thrown) {
      const problem = vaultProblemOf(thrown);
      if (problem?.problem === 'wrong_passphrase') this.message = t('staff-passphrase-wrong');
      else if (problem?.problem === 'wait') this.message = vaultWords(problem);
      else if (!mends(thrown)) this.refusal = errorWords(thrown);
    } finally {
      this.busy = false;
    }
  }
}
