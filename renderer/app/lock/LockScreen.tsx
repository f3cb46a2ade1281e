import { useEffect, useRef, useState } from 'react';
import { formatTime } from '../../platform';
import { Button, Note, TextField, useDocumentTitle, useErrorTitle, VisuallyHidden } from '../../ui';
import type { UnlockReport, VaultClient, VaultError } from '../../vault';
import { isRecoveryCodeWellFormed } from '../../vault';
import { demoPassphrase } from '../demo';
import { errorCode, errorText } from '../error-text';
import { Mark, QuietPage } from '../Quiet';
import styles from '../quiet.module.css';

export interface LockScreenProps {
  readonly client: VaultClient;
  readonly banner: React.ReactNode;
  /** When the last save that ended before the lock began happened, if this session knows. */
  readonly savedAt: number | null;
  readonly onUnlocked: (report: UnlockReport) => void;
  /** The recovery code is about to be tried: the next thing after it is a new passphrase. */
  readonly onRecovering: (isRecovering: boolean) => void;
}

type Way = 'passphrase' | 'recovery';

function problemOf(error: VaultError): {
  readonly isAboutTyping: boolean;
  readonly text: string;
  readonly code: string;
} {
  return {
    isAboutTyping: error.tag === 'WrongPassphrase' || error.tag === 'WrongRecoveryCode',
    text: errorText(error),
    code: errorCode(error),
  };
}

export function LockScreen(props: LockScreenProps) {
  const { client, savedAt } = props;
  const [way, setWay] = useState<Way>('passphrase');
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<ReturnType<typeof problemOf> | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isCapsOn, setCapsOn] = useState(false);
  const [isHelpShown, setHelpShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useDocumentTitle('Locked');
  useErrorTitle(problem !== null);

  useEffect(() => {
    input.current?.focus();
  }, [way]);

  async function unlock(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const isRecovery = way === 'recovery';
    if (isRecovery) props.onRecovering(true);
    const answer = isRecovery ? await client.unlockWithRecoveryCode(code) : await client.unlock(typed);
    setBusy(false);
    if (answer.ok) {
      props.onUnlocked(answer.value);
      return;
    }
    if (isRecovery) props.onRecovering(false);
    setProblem(problemOf(answer.error));
    // What was typed stays: one look, one key and it can be put right or typed over.
    input.current?.focus();
    input.current?.select();
  }

  function submit(): void {
    if (way === 'passphrase' && typed === '') {
      setProblem({ isAboutTyping: true, text: 'Type your passphrase.', code: '' });
      input.current?.focus();
    } else if (way === 'recovery' && !isRecoveryCodeWellFormed(code)) {
      setProblem({
        isAboutTyping: true,
        text: 'One character of that code is not right. Compare each group with your kit.',
        code: '',
      });
      input.current?.focus();
    } else {
      void unlock();
    }
  }

  function readCaps(event: React.KeyboardEvent): void {
    setCapsOn(event.getModifierState('CapsLock'));
  }

  return (
    <QuietPage banner={props.banner}>
      <div className={styles.box}>
        <Mark />
        <h1>{way === 'passphrase' ? 'Steading is locked' : 'Use your recovery kit'}</h1>
        <p className={styles.lede}>
          {way === 'recovery'
            ? 'Type the code from the page you printed or saved. Next, you choose a new passphrase.'
            : savedAt === null
              ? 'Your records are sealed on this laptop.'
              : `Your records are sealed on this laptop, with all that was saved by ${formatTime(savedAt)}.`}
        </p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {problem !== null && !problem.isAboutTyping && (
            <Note kind="caution" title="It did not open">
              <p>{problem.text}</p>
              <details>
                <summary>Details</summary>
                <code>{problem.code}</code>
              </details>
            </Note>
          )}
          {way === 'passphrase' ? (
            <TextField
              label="Passphrase"
              name="passphrase"
              type="password"
              autoComplete="current-password"
              value={typed}
              inputRef={input}
              onChange={setTyped}
              onKeyDown={readCaps}
              onKeyUp={readCaps}
              error={problem?.isAboutTyping === true ? problem.text : undefined}
              warning={isCapsOn ? 'Caps Lock is on.' : undefined}
            />
          ) : (
            <TextField
              label="Recovery code"
              hint="Nine groups. Capitals, spaces and dashes do not matter."
              name="recovery-code"
              value={code}
              inputRef={input}
              onChange={setCode}
              error={problem?.isAboutTyping === true ? problem.text : undefined}
            />
          )}
          <Button type="submit" variant="primary" isPending={isBusy} pendingText="Opening your records">
            {way === 'passphrase' ? 'Unlock' : 'Use this code'}
          </Button>
        </form>
        <VisuallyHidden>
          <span role="alert">{problem?.text}</span>
        </VisuallyHidden>
        {client.name === 'demo' && (
          <p className={styles.small}>
            The made-up records open with the words <strong>{demoPassphrase}</strong>.
          </p>
        )}
        <div className={styles.foot}>
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              setWay(way === 'passphrase' ? 'recovery' : 'passphrase');
              setProblem(null);
            }}
          >
            {way === 'passphrase' ? 'Use the recovery kit' : 'Use the passphrase'}
          </Button>
          <Button
            variant="quiet"
            size="small"
            aria-expanded={isHelpShown}
            onPress={() => {
              setHelpShown(!isHelpShown);
            }}
          >
            Help
          </Button>
        </div>
        {isHelpShown && (
          <ul className={styles.sheet}>
            <li>Your passphrase is the only key. Nobody else has it, and nobody can reset it.</li>
            <li>Forgotten it? The code on your recovery kit opens the same records.</li>
            <li>Without both, the records stay sealed for good. That is what protects them.</li>
          </ul>
        )}
      </div>
    </QuietPage>
  );
}
