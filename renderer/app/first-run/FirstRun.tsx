import { HardDrive, KeyRound, ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { assertNever } from '@shared/kernel/assert';
import {
  PassphraseChooser,
  readService,
  RecoveryKit,
  serviceFields,
  ServiceFieldset,
  type ServiceProblem,
} from '../../features/settings';
import { useToday } from '../../platform';
import { Button, Form, Note } from '../../ui';
import type { VaultClient, VaultError } from '../../vault';
import { errorText } from '../error-text';
import styles from './first-run.module.css';
import { FirstRunFrame, type FirstRunStep } from './FirstRunFrame';

export interface FirstRunProps {
  readonly client: VaultClient;
  /** Opens the made-up vault; the answer is the tag of what went wrong. */
  readonly onDemo: () => Promise<VaultError['tag'] | null>;
  /** On a new laptop: the records come from a backup. */
  readonly onRestore: () => void;
  readonly onDone: () => void;
}

/**
 * Welcome, passphrase, recovery kit, service. Where the vault is there already but was never named (the app
 * ended in between), it goes on at the kit, with a new code.
 */
export function FirstRun(props: FirstRunProps) {
  const { client } = props;
  const [step, setStep] = useState<FirstRunStep>(() => (client.state() === 'unlocked' ? 'kit' : 'welcome'));
  const [code, setCode] = useState<string | null>(null);
  const [isResumed] = useState(() => client.state() === 'unlocked');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (step !== 'kit' || code !== null) return;
    let isHere = true;
    void client.replaceRecoveryCode().then((made) => {
      if (!isHere) return;
      if (made.ok) setCode(made.value.recoveryCode);
      else setProblem(errorText(made.error));
    });
    return () => {
      isHere = false;
    };
  }, [client, step, code]);

  async function choose(passphrase: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    const made = await client.create(passphrase);
    setBusy(false);
    if (made.ok) {
      setCode(made.value.recoveryCode);
      setStep('kit');
    } else {
      setProblem(errorText(made.error));
    }
  }

  switch (step) {
    case 'welcome':
      return (
        <Welcome
          onStart={() => {
            setStep('passphrase');
          }}
          onDemo={props.onDemo}
          onRestore={props.onRestore}
        />
      );
    case 'passphrase':
      return (
        <FirstRunFrame
          step="passphrase"
          title="Choose a passphrase"
          lede="It is the only way to open your records. Nobody else holds it."
          next="You will get a one-page recovery kit to print or save. With it you can get back in if you forget."
        >
          <PassphraseChooser
            takesFocus
            onChosen={(passphrase) => void choose(passphrase)}
            isBusy={isBusy}
            problem={problem}
            back={{
              label: 'Back',
              onPress: () => {
                setStep('welcome');
              },
            }}
          />
        </FirstRunFrame>
      );
    case 'kit':
      return (
        <FirstRunFrame
          step="kit"
          title="Keep your recovery kit"
          lede="If you forget the passphrase, this code opens your records. It is shown once."
          next="You name your service. Then you are in."
        >
          {isResumed && (
            <Note kind="info">
              <p>
                Setting up stopped before it was finished. Here is a new kit. An older code no longer works.
              </p>
            </Note>
          )}
          {problem !== null && (
            <Note kind="caution" title="There is no kit yet">
              <p role="alert">{problem}</p>
            </Note>
          )}
          {code !== null && (
            <RecoveryKit
              code={code}
              doneLabel="Go on"
              onDone={() => {
                setStep('service');
              }}
            />
          )}
        </FirstRunFrame>
      );
    case 'service':
      return (
        <FirstRunFrame
          step="service"
          title="Your service"
          lede="A few facts that the sums need. You can change them later in Settings."
          next="Today opens, with three ways to begin: add people, bring in a spreadsheet, or record a supervision."
        >
          <ServiceStep client={client} onDone={props.onDone} />
        </FirstRunFrame>
      );
    default:
      return assertNever(step);
  }
}

function Welcome(props: { readonly onStart: () => void } & Pick<FirstRunProps, 'onDemo' | 'onRestore'>) {
  const [isOpening, setOpening] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => {
    actions.current?.querySelector('button')?.focus();
  }, []);
  return (
    <FirstRunFrame
      step="welcome"
      title="Welcome to Steading"
      lede="Supervision, incident plans, wellbeing rounds and workforce figures for your team, on this laptop alone."
      next="You choose a passphrase, keep a recovery kit and name your service. It takes about three minutes."
    >
      <div className={styles.card}>
        <ul className={styles.facts}>
          <li>
            <HardDrive aria-hidden="true" />
            <div>
              <b>Everything stays here</b>
              <span>There is no account and no internet. Nothing leaves unless you export it.</span>
            </div>
          </li>
          <li>
            <KeyRound aria-hidden="true" />
            <div>
              <b>You hold the only key</b>
              <span>
                Records are sealed with your passphrase. Nobody can reset it, so you get a recovery kit.
              </span>
            </div>
          </li>
          <li>
            <ShieldCheck aria-hidden="true" />
            <div>
              <b>It looks after your team’s trust</b>
              <span>No wellbeing score has a name on it. Groups under five show nothing.</span>
            </div>
          </li>
        </ul>
      </div>
      {hasFailed && (
        <Note kind="caution" title="The made-up records did not open">
          <p role="alert">Nothing of yours was touched. Try again, or press Start.</p>
        </Note>
      )}
      <div className={styles.actions} ref={actions}>
        <Button variant="primary" onPress={props.onStart}>
          Start
        </Button>
        <Button
          isPending={isOpening}
          pendingText="Making up some data"
          onPress={() => {
            setOpening(true);
            setFailed(false);
            void props.onDemo().then((tag) => {
              setOpening(false);
              setFailed(tag !== null);
            });
          }}
        >
          Look around with made-up data
        </Button>
        <Button variant="quiet" onPress={props.onRestore}>
          Open a backup
        </Button>
      </div>
    </FirstRunFrame>
  );
}

function ServiceStep(props: { readonly client: VaultClient; readonly onDone: () => void }) {
  const { client } = props;
  const today = useToday();
  const [fields, setFields] = useState(() => serviceFields(client.records('service')[0]?.value));
  const [problems, setProblems] = useState<readonly ServiceProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (isBusy) return;
    const stored = client.records('service')[0];
    const read = readService(fields, stored?.value.asOf ?? null, today);
    setProblems(read.ok ? [] : read.problems);
    setFailure(null);
    if (!read.ok) return;
    setBusy(true);
    const saved = await client.put('service', read.value, stored);
    setBusy(false);
    if (saved.ok) props.onDone();
    else setFailure(errorText(saved.error));
  }

  return (
    <Form errors={failure === null ? problems : [{ field: '', message: failure }]} onSubmit={save}>
      <ServiceFieldset fields={fields} problems={problems} onChange={setFields} autoFocus isShort />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" isPending={isBusy} pendingText="Saving">
          Open Steading
        </Button>
      </div>
    </Form>
  );
}
