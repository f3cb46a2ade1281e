import { useState } from 'react';
import { errorText } from '../../app/error-text';
import { Button, LinkButton, Note, Page, useGo, useToast } from '../../ui';
import { useVault } from '../../vault';
import { settingsCrumb } from './settings-crumb';
import { AskPassphrase } from './AskPassphrase';
import { PassphraseChooser } from './PassphraseChooser';
import { RecoveryKit } from './RecoveryKit';
import styles from './settings.module.css';

export function ChangePassphrase() {
  const client = useVault();
  const toast = useToast();
  const go = useGo();
  const [isKnown, setKnown] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const back = {
    label: 'Keep the old one',
    onPress: () => {
      go('/settings');
    },
  };

  async function change(passphrase: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    const changed = await client.setPassphrase(passphrase);
    setBusy(false);
    if (changed.ok) {
      toast({ text: 'The new passphrase is set. The old one no longer opens this file.' });
      go('/settings');
    } else {
      setProblem(errorText(changed.error));
    }
  }

  return (
    <Page
      title="Change the passphrase"
      docTitle="Change the passphrase"
      crumbs={settingsCrumb}
      lede="The new one works at once. Your recovery kit stays as it is."
    >
      <div className={styles.narrow}>
        {isKnown ? (
          <PassphraseChooser
            takesFocus
            onChosen={(passphrase) => void change(passphrase)}
            isBusy={isBusy}
            problem={problem}
            back={back}
          />
        ) : (
          <AskPassphrase
            goOn="Choose a new one"
            back={back}
            onKnown={() => {
              setKnown(true);
            }}
          />
        )}
      </div>
    </Page>
  );
}

export function NewKit() {
  const client = useVault();
  const toast = useToast();
  const go = useGo();
  const [isKnown, setKnown] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function make(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const made = await client.replaceRecoveryCode();
    setBusy(false);
    if (made.ok) setCode(made.value.recoveryCode);
    else setProblem(errorText(made.error));
  }

  return (
    <Page
      title="New recovery kit"
      docTitle="New recovery kit"
      crumbs={settingsCrumb}
      lede="Make one when the old kit is lost, or someone else has seen it."
    >
      <div className={styles.narrow}>
        {!isKnown ? (
          <AskPassphrase
            goOn="Go on"
            back={{
              label: 'Keep the old one',
              onPress: () => {
                go('/settings');
              },
            }}
            onKnown={() => {
              setKnown(true);
            }}
          />
        ) : code === null ? (
          <>
            <Note kind="caution" title="The old kit stops working at once">
              <p>This cannot be undone. Have a printer or a memory stick ready.</p>
            </Note>
            {problem !== null && (
              <Note kind="caution" title="There is no new kit yet">
                <p role="alert">{problem} The old kit still works.</p>
              </Note>
            )}
            <div className={styles.actions}>
              <Button
                variant="primary"
                autoFocus
                isPending={isBusy}
                pendingText="Making the kit"
                onPress={() => void make()}
              >
                Make a new kit
              </Button>
              <LinkButton href="/settings">Keep the old one</LinkButton>
            </div>
          </>
        ) : (
          <RecoveryKit
            code={code}
            doneLabel="Finish"
            onDone={() => {
              toast({ text: 'The new kit is the one that counts now. Tear up the old one.' });
              go('/settings');
            }}
          />
        )}
      </div>
    </Page>
  );
}
