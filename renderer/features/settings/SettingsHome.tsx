import {
  ArchiveRestore,
  CalendarClock,
  HardDrive,
  Hourglass,
  KeyRound,
  LifeBuoy,
  ScrollText,
  ShieldCheck,
  Stamp,
} from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { IpcReply } from '@shared/ipc/contract';
import { dueItems, keptItems } from '@shared/retention/due';
import { errorText } from '../../app/error-text';
import { dayOfInstant, desktop, useToday } from '../../platform';
import { useCareSettings } from '../../records/use-care-settings';
import { useDisclosurePolicy } from '../../records/use-disclosure-policy';
import { useKeptRecords } from '../../records/use-kept-records';
import { useReminderSettings } from '../../records/use-reminders';
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
  useToast,
} from '../../ui';
import { useRecords, useVault } from '../../vault';
import { agoWords } from './backup-words';
import { OlderVaults } from './care/OlderVaults';
import { LockingSection } from './LockingSection';
import { RefusalsNote } from './RefusalsNote';
import { followWords, saveService } from './save-service';
import { readService, serviceFields, type ServiceProblem } from './service-form';
import { ServiceFieldset } from './ServiceFieldset';
import styles from './settings.module.css';

/** Your records, your service, your keys, and what to know. */
export function SettingsHome() {
  return (
    <Page title="Settings" lede="Your records, your service, your keys, and what to know about this app.">
      <Columns
        main={
          <>
            <YourRecords />
            <ServiceSection />
            <RemindersSection />
            <LeavingSection />
            <LockingSection />
          </>
        }
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

function YourRecords() {
  const today = useToday();
  const { settings } = useCareSettings();
  const records = useKeptRecords();
  const due = useMemo(
    () => dueItems(keptItems(records, settings, dayOfInstant), today).length,
    [records, settings, today],
  );
  const { lastProof } = settings;
  return (
    <Section title="Your records">
      <OlderVaults />
      <Sheet>
        <RowList>
          <Row
            icon={<HardDrive />}
            title="Backups"
            href="/settings/backups"
            detail={
              lastProof === null
                ? 'Sealed copies of everything. None was opened as a trial yet.'
                : `Sealed copies of everything. Last proven ${agoWords(lastProof.on, today)}.`
            }
          />
          <Row
            icon={<ArchiveRestore />}
            title="Deleted items"
            href="/settings/deleted"
            detail="What was deleted in the last 30 days, to bring back."
          />
          <Row
            icon={<Hourglass />}
            title="Keeping and erasing"
            href="/settings/keeping"
            detail={
              due === 0
                ? 'How long records are kept, holds, and erasing a person. Nothing is due.'
                : `How long records are kept, holds, and erasing a person. ${due} due.`
            }
          />
          <Row
            icon={<ScrollText />}
            title="Activity log"
            href="/settings/log"
            detail="What was opened, saved and taken out, and when."
          />
          <Row
            icon={<ShieldCheck />}
            title="Safety check"
            href="/settings/safety"
            detail="Opens everything and says what is not whole."
          />
        </RowList>
      </Sheet>
    </Section>
  );
}

function ServiceSection() {
  const client = useVault();
  const toast = useToast();
  const today = useToday();
  const stored = useRecords('service')[0];
  const [fields, setFields] = useState(() => serviceFields(stored?.value));
  const [problems, setProblems] = useState<readonly ServiceProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (isBusy) return;
    const read = readService(fields, stored?.value.asOf ?? null, today);
    setProblems(read.ok ? [] : read.problems);
    setFailure(null);
    if (!read.ok) return;
    setBusy(true);
    const saved = await saveService(client, read.value, stored);
    setBusy(false);
    if (saved.ok) toast({ text: `Saved. The sums use these from now on.${followWords(saved.value)}` });
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

function RemindersSection() {
  const { isOn, from, to } = useReminderSettings();
  return (
    <Section title="Reminders">
      <Sheet>
        <RowList>
          <Row
            icon={<CalendarClock />}
            title="Reminders and calendar"
            href="/settings/reminders"
            detail={
              isOn
                ? `Messages of counts alone, from ${from} to ${to}. A calendar file.`
                : 'No messages. A calendar file, and what Today shows.'
            }
          />
        </RowList>
      </Sheet>
    </Section>
  );
}

function LeavingSection() {
  const { minimumCellSize, minimumSensitiveCellSize } = useDisclosurePolicy();
  return (
    <Section title="Reports">
      <Sheet>
        <RowList>
          <Row
            icon={<Stamp />}
            title="What may leave"
            href="/settings/leaving"
            detail={`No count of fewer than ${minimumCellSize} people, or ${minimumSensitiveCellSize} where it is sensitive.`}
          />
        </RowList>
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
  const [info, setInfo] = useState<IpcReply<'app.info'> | null>(null);
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
      <RefusalsNote refusals={info?.refusals ?? []} />
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
          <li>It never goes on the internet.</li>
        </ul>
      </Section>
    </>
  );
}
