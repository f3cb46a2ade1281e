import { KeyRound, LifeBuoy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Route, Switch } from 'wouter';
import { errorText } from '../../app/error-text';
import { desktop } from '../../platform';
import {
  Button,
  Columns,
  Form,
  FormActions,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  useGo,
  useToast,
} from '../../ui';
import { useRecords, useVault } from '../../vault';
import { PassphraseChooser } from './PassphraseChooser';
import { RecoveryKit } from './RecoveryKit';
import { readService, serviceFields, type ServiceProblem } from './service-form';
import { ServiceFieldset } from './ServiceFieldset';
import styles from './settings.module.css';

export function SettingsPlace() {
  return (
    <Switch>
      <Route path="/passphrase">
        <ChangePassphrase />
      </Route>
      <Route path="/recovery-kit">
        <NewKit />
      </Route>
      <Route>
        <Settings />
      </Route>
    </Switch>
  );
}

function Settings() {
  return (
    <Page title="Settings" lede="Your service, your keys, and what to know about this app.">
      <Columns
        main={<ServiceSection />}
        side={
          <>
            <Keys />
            <About />
          </>
        }
      />
    </Page>
  );
}

function ServiceSection() {
  const client = useVault();
  const toast = useToast();
  const stored = useRecords('service')[0];
  const [fields, setFields] = useState(() => serviceFields(stored?.value));
  const [problems, setProblems] = useState<readonly ServiceProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (isBusy) return;
    const read = readService(fields, stored?.value.asOf ?? null);
    setProblems(read.ok ? [] : read.problems);
    setFailure(null);
    if (!read.ok) return;
    setBusy(true);
    const saved = await client.put('service', read.value, stored);
    setBusy(false);
    if (saved.ok) toast({ text: 'Saved. The sums use these from now on.' });
    else setFailure(errorText(saved.error));
  }

  return (
    <Section title="Your service">
      <Sheet pad>
        <Form
          aria-label="Your service"
          errors={failure === null ? problems : [{ field: '', message: failure }]}
          onSubmit={save}
        >
          <ServiceFieldset fields={fields} problems={problems} onChange={setFields} />
          <FormActions>
            <Button type="submit" variant="primary" isPending={isBusy} pendingText="Saving">
              Save details
            </Button>
          </FormActions>
        </Form>
      </Sheet>
    </Section>
  );
}

function Keys() {
  return (
    <Section title="Your keys">
      <Sheet>
        <RowList>
          <Row
            icon={<KeyRound />}
            title="Passphrase"
            detail="It opens your records on this laptop."
            action={
              <LinkButton href="/settings/passphrase" size="small" aria-label="Change the passphrase">
                Change
              </LinkButton>
            }
          />
          <Row
            icon={<LifeBuoy />}
            title="Recovery kit"
            detail="A code for the day you forget. A new kit ends the old one."
            action={
              <LinkButton href="/settings/recovery-kit" size="small" aria-label="Make new recovery kit">
                Make new
              </LinkButton>
            }
          />
        </RowList>
      </Sheet>
    </Section>
  );
}

function About() {
  const [info, setInfo] = useState<{ readonly version: string; readonly cloudFolder: boolean } | null>(null);
  useEffect(() => {
    let isHere = true;
    void desktop['app.info']({}).then((answer) => {
      if (isHere && answer.ok) setInfo(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, []);
  return (
    <>
      {info?.cloudFolder === true && (
        <Note kind="caution" title="These files are in a synced folder">
          <p>A cloud service may copy them. They stay sealed, but move them to a plain folder if you can.</p>
        </Note>
      )}
      <Section title="What is not protected">
        <ul className={styles.lines}>
          <li>An open screen. Use Hide screen, or Lock, when someone comes near.</li>
          <li>A laptop with bad software on it. It can read what you type.</li>
          <li>Files you export or print. Once out, they are yours to guard.</li>
          <li>A lost passphrase and a lost kit together. Nobody can open the records then.</li>
        </ul>
      </Section>
      <Section title="About">
        <ul className={styles.lines}>
          <li>Steading {info?.version ?? ''}</li>
          <li>Light and dark follow your system. So do text size, contrast and motion.</li>
          <li>It locks by itself after 5 minutes without a key or a click.</li>
          <li>It never goes on the internet.</li>
        </ul>
      </Section>
    </>
  );
}

const settingsCrumb = [{ label: 'Settings', href: '/settings' }];

function ChangePassphrase() {
  const client = useVault();
  const toast = useToast();
  const go = useGo();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

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
        <PassphraseChooser
          onChosen={(passphrase) => void change(passphrase)}
          isBusy={isBusy}
          problem={problem}
          back={{
            label: 'Keep the old one',
            onPress: () => {
              go('/settings');
            },
          }}
        />
      </div>
    </Page>
  );
}

function NewKit() {
  const client = useVault();
  const toast = useToast();
  const go = useGo();
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
        {code === null ? (
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
