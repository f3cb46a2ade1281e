import { useState } from 'react';
import { PassphraseChooser } from '../../features/settings';
import { useDocumentTitle } from '../../ui';
import type { VaultClient } from '../../vault';
import { errorText } from '../error-text';
import firstRun from '../first-run/first-run.module.css';
import { Mark, QuietPage } from '../Quiet';

/** After the recovery kit: the forgotten passphrase is replaced at once. */
export function NewPassphrase(props: { readonly client: VaultClient; readonly onDone: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useDocumentTitle('Choose a new passphrase');

  async function choose(passphrase: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    const changed = await props.client.setPassphrase(passphrase);
    setBusy(false);
    if (changed.ok) props.onDone();
    else setProblem(errorText(changed.error));
  }

  return (
    <QuietPage>
      <div className={firstRun.grid}>
        <div className={firstRun.brand}>
          <Mark className={firstRun.brandMark} />
          <div>
            <b>Steading</b>
            <span>The kit opened your records</span>
          </div>
        </div>
        <div>
          <h1>Choose a new passphrase</h1>
          <p className={firstRun.lede}>
            It takes the place of the one you forgot. Your recovery kit still works.
          </p>
          <div className={firstRun.body}>
            <PassphraseChooser
              takesFocus
              onChosen={(passphrase) => void choose(passphrase)}
              isBusy={isBusy}
              problem={problem}
            />
          </div>
        </div>
      </div>
    </QuietPage>
  );
}
