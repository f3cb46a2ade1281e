import { useEffect, useRef, useState } from 'react';
import { PassphraseField } from '../../features/settings';
import { formatTime } from '../../platform';
import { Button, Note, TextField, useDocumentTitle, useErrorTitle, VisuallyHidden } from '../../ui';
import type { UnlockReport, VaultClient, VaultError } from '../../vault';
import { isRecoveryCodeWellFormed } from '../../vault';
import { demoPassphrase } from '../demo';
import { errorCode, errorText } from '../error-text';
import { Mark, QuietPage } from '../Quiet';
import styles from '../quiet.module.css';
import { useTryPacing, waitWords } from './use-try-pacing';

export interface LockScreenProps {
  readonly client: VaultClient;
  readonly banner: React.ReactNode;
  /** When the last save that ended before the lock began happened, if this session knows. */
  readonly savedAt: number | null;
  /** It locked because it had been open for as long as it may be. */
  readonly isTimeUp: boolean;
  readonly onUnlocked: (report: UnlockReport) => void;
  /** The recovery code is about to be tried: the next thing after it is a new passphrase. */
  readonly onRecovering: (isRecovering: boolean) => void;
  /** Null where there are no backups: the made-up records. */
  readonly onRestore: (() => void) | null;
}

type Way = 'passphrase' | 'recovery';

type UnlockAnswer = Awaited<ReturnType<VaultClient['unlock']>>;

function problemOf(
  error: VaultError,
  waitMs: number,
): {
  readonly isAboutTyping: boolean;
  readonly text: string;
  readonly code: string;
} {
  return {
    isAboutTyping: error.tag === 'WrongPassphrase' || error.tag === 'WrongRecoveryCode',
    text: `${errorText(error)} ${waitWords(waitMs)}`.trimEnd(),
    code: errorCode(error),
  };
}

export function LockScreen(props: LockScreenProps) {
  const { client, savedAt } = props;
  const [way, setWay] = useState<Way>('passphrase');
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState(() => {
    const failure = client.unlockFailure();
    return failure === null ? null : problemOf(failure, 0);
  });
  const [busy, setBusy] = useState<'waiting' | 'opening' | null>(null);
  /** What did not open, as long as it stands in the box. */
  const [tried, setTried] = useState<string | null>(null);
  const [isHelpShown, setHelpShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  /** One more with each try, and when a try that waits is given up for the other way in. */
  const attempt = useRef(0);
  const { waitMs, ready, ended } = useTryPacing(client.name);
  useDocumentTitle('Locked');
  useErrorTitle(problem !== null);

  useEffect(() => {
    input.current?.focus();
  }, [way]);

  async function unlockWithPassphrase(): Promise<UnlockAnswer | null> {
    attempt.current += 1;
    const mine = attempt.current;
    setBusy('waiting');
    await ready();
    if (mine !== attempt.current) return null;
    setBusy('opening');
    return client.unlock(typed);
  }

  /** Never made to wait: whoever has the kit is let in. */
  async function unlockWithKit(): Promise<UnlockAnswer> {
    setBusy('opening');
    props.onRecovering(true);
    const answer = await client.unlockWithRecoveryCode(code);
    if (!answer.ok) props.onRecovering(false);
    return answer;
  }

  async function unlock(): Promise<void> {
    if (busy !== null) return;
    const answer = way === 'recovery' ? await unlockWithKit() : await unlockWithPassphrase();
    if (answer === null) return;
    setBusy(null);
    if (answer.ok) {
      void ended('right').then(({ refused }) => {
        if (refused > 0) void client.care.note([{ event: 'unlock-refused', count: refused }]);
      });
      props.onUnlocked(answer.value);
      return;
    }
    const { error } = answer;
    const wait = error.tag === 'WrongPassphrase' ? (await ended('wrong')).waitMs : 0;
    if (error.tag === 'WrongRecoveryCode') void ended('wrong-code');
    setProblem(problemOf(error, wait));
    setTried(typed);
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

  function changeWay(): void {
    if (busy === 'waiting') {
      attempt.current += 1;
      setBusy(null);
    }
    setWay(way === 'passphrase' ? 'recovery' : 'passphrase');
    setProblem(null);
  }

  const sealed =
    savedAt === null
      ? 'Your records are sealed on this laptop.'
      : `Your records are sealed on this laptop, with all that was saved by ${formatTime(savedAt)}.`;
  return (
    <QuietPage banner={props.banner}>
      <div className={styles.box}>
        <Mark />
        <h1>{way === 'passphrase' ? 'Steading is locked' : 'Use your recovery kit'}</h1>
        <p className={styles.lede}>
          {way === 'recovery'
            ? 'Type the code from the page you printed or saved. Next, you choose a new passphrase.'
            : props.isTimeUp
              ? `It had been open for eight hours, so it locked by itself. ${sealed}`
              : sealed}
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
            <PassphraseField
              label="Passphrase"
              name="passphrase"
              autoComplete="current-password"
              value={typed}
              inputRef={input}
              onChange={setTyped}
              error={problem?.isAboutTyping === true ? problem.text : undefined}
              wasTried={typed === tried}
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
          <Button
            type="submit"
            variant="primary"
            isPending={busy !== null}
            pendingText={busy === 'waiting' ? 'Waiting a moment' : 'Opening your records'}
          >
            {way === 'passphrase' ? 'Unlock' : 'Use this code'}
          </Button>
        </form>
        <VisuallyHidden>
          <span role="alert">{problem?.text}</span>
        </VisuallyHidden>
        {problem === null && waitMs > 0 && (
          <p className={styles.small} role="status">
            {waitWords(waitMs)}
          </p>
        )}
        {client.name === 'demo' && (
          <p className={styles.small}>
            The made-up records open with the words <strong>{demoPassphrase}</strong>.
          </p>
        )}
        <div className={styles.foot}>
          <Button variant="quiet" size="small" onPress={changeWay}>
            {way === 'passphrase' ? 'Use the recovery kit' : 'Use the passphrase'}
          </Button>
          {props.onRestore !== null && (
            <Button variant="quiet" size="small" onPress={props.onRestore}>
              Open a backup instead
            </Button>
          )}
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
