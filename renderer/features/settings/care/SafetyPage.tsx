import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { CheckReport, CompactReport, Finding } from '@shared/vault/vault-care';
import { dayOfInstant, useFormatTime, useToday } from '../../../platform';
import { Awaited, CareProblem } from '../../../records/Awaited';
import { OlderCopy } from '../../../records/OlderCopy';
import { recordHref, recordTitle, type KindAndValue } from '../../../records/record-words';
import { useAsked } from '../../../records/use-asked';
import { useNames } from '../../../records/use-names';
import {
  Button,
  Figure,
  FigureRow,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  Status,
  TextLink,
} from '../../../ui';
import { useVault, useVaultCare, type VaultError } from '../../../vault';
import { agoWords, sizeWords } from '../backup-words';
import styles from './care.module.css';
import { findingWords, sortFindings } from './finding-words';
import { settingsCrumb } from '../settings-crumb';

const shownFindings = 20;

export function SafetyPage() {
  const care = useVaultCare();
  const log = useAsked('log', () => care.auditLog());
  const [report, setReport] = useState<CheckReport | null>(null);
  const [error, setError] = useState<VaultError | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function check(): Promise<void> {
    setBusy(true);
    setError(null);
    const checked = await care.check();
    setBusy(false);
    if (checked.ok) {
      setReport(checked.value);
      log.again();
    } else {
      setError(checked.error);
    }
  }

  return (
    <Page
      title="Safety check"
      docTitle="Safety check"
      crumbs={settingsCrumb}
      lede="Reads and opens everything there is, and puts right what has a whole copy elsewhere."
    >
      <div className={styles.stack}>
        <div className={styles.actions}>
          <Button
            variant="primary"
            isPending={isBusy}
            pendingText="Reading and opening everything"
            onPress={() => void check()}
          >
            Check now
          </Button>
          <Awaited asked={log} waiting="Looking when the last check was">
            {({ entries }) => <LastCheck at={entries.find(({ event }) => event === 'check')?.at ?? null} />}
          </Awaited>
        </div>
        {error !== null && <CareProblem title="The check did not end" error={error} task="check" />}
      </div>
      {report !== null && (
        <Report
          report={report}
          onAccepted={() => {
            setReport(withoutOlder(report));
          }}
        />
      )}
      <Tidy />
      <Note kind="plain" title="What it looks at">
        Every saved version in the journal and the snapshot, the quick copy, the key file, the activity log,
        and the note of the last use on this computer. A short form of it runs at each unlock.
      </Note>
    </Page>
  );
}

function withoutOlder(report: CheckReport): CheckReport {
  const findings = report.findings.filter((finding) => !isOlderCopy(finding));
  return {
    ...report,
    findings,
    findingCount: report.findingCount - (report.findings.length - findings.length),
  };
}

function isOlderCopy(finding: Finding): boolean {
  return finding.piece === 'anchor' && finding.problem === 'older';
}

function LastCheck(props: { readonly at: number | null }) {
  const today = useToday();
  const time = useFormatTime();
  return (
    <span className={styles.small}>
      {props.at === null
        ? 'Not checked by hand yet.'
        : `Last checked ${agoWords(dayOfInstant(props.at), today)}, ${time(props.at)}.`}
    </span>
  );
}

function Report(props: { readonly report: CheckReport; readonly onAccepted: () => void }) {
  const { report, onAccepted } = props;
  const findings = sortFindings(report.findings.filter((finding) => !isOlderCopy(finding)));
  const isOlder = findings.length < report.findings.length;
  const count = report.findingCount - (isOlder ? 1 : 0);
  const [isAll, setAll] = useState(false);
  const shown = isAll ? findings : findings.slice(0, shownFindings);
  const hasLoss = findings.some((finding) => !finding.isMended && finding.copyIn === null);
  return (
    <Section title="What was found">
      <div className={styles.stack}>
        <div role="status">
          {count === 0 ? (
            <Note kind="good" title="Everything is whole">
              <p>Every record opened and is the newest one that was saved.</p>
            </Note>
          ) : (
            <Note kind={hasLoss ? 'caution' : 'info'} title={countWords(count)}>
              <p>
                {hasLoss
                  ? 'At least one of them has no whole copy on this laptop. Read what to do below.'
                  : 'Nothing is lost. Each line says what happened and where the whole copy is.'}
              </p>
            </Note>
          )}
        </div>
        {isOlder && <OlderCopy onAccepted={onAccepted} />}
        <FigureRow>
          <Figure label="Records" value={report.records.toLocaleString('en-GB')} />
          <Figure label="Saves read" value={report.frames.toLocaleString('en-GB')} />
          <Figure label="On the disk" value={sizeWords(report.bytes)} />
        </FigureRow>
        {shown.length > 0 && (
          <Sheet>
            <ul className={styles.items} aria-label="Findings, the ones to act on first">
              {shown.map((finding, index) => (
                <FoundItem key={index} finding={finding} />
              ))}
            </ul>
          </Sheet>
        )}
        {findings.length > shown.length && (
          <Button
            onPress={() => {
              setAll(true);
            }}
          >
            Show all {findings.length}
          </Button>
        )}
        {count > findings.length && (
          <p className={styles.small}>
            The first {findings.length} of {count.toLocaleString('en-GB')} are listed.
          </p>
        )}
        {hasLoss && <LinkButton href="/settings/backups/prove">Look into a backup</LinkButton>}
      </div>
    </Section>
  );
}

function countWords(count: number): string {
  return count === 1
    ? 'One thing is not as it should be'
    : `${count.toLocaleString('en-GB')} things are not as they should be`;
}

function FoundItem(props: { readonly finding: Finding }) {
  const { finding } = props;
  const title = useTitle(finding.kind, finding.id);
  const words = findingWords(finding, title);
  const href =
    title === null || finding.kind === null || finding.id === null
      ? null
      : recordHref(finding.kind, finding.id);
  return (
    <li>
      <div className={styles.itemHead}>
        <b>{href === null ? words.title : <TextLink href={href}>{words.title}</TextLink>}</b>
        <Status kind={finding.isMended ? 'good' : 'caution'}>
          {finding.isMended ? 'Put right' : finding.copyIn === null ? 'No whole copy here' : 'Copy in use'}
        </Status>
      </div>
      <p>
        {words.what} {words.where}
      </p>
    </li>
  );
}

/** What the record is called, when it is there to be asked. */
function useTitle(kind: KindName | null, id: RecordId | null): string | null {
  const vault = useVault();
  const nameOf = useNames();
  if (kind === null || id === null) return null;
  const record = vault.records(kind).find((each) => each.id === id);
  return record === undefined ? null : recordTitle(record as KindAndValue, nameOf);
}

function Tidy() {
  const care = useVaultCare();
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<CompactReport | 'none' | null>(null);
  const [error, setError] = useState<VaultError | null>(null);

  async function tidy(): Promise<void> {
    setBusy(true);
    setError(null);
    const tidied = await care.compact(true);
    setBusy(false);
    if (tidied.ok) setDone(tidied.value ?? 'none');
    else setError(tidied.error);
  }

  return (
    <Section title="Room on the disk">
      <div className={styles.stack}>
        <p className={styles.measure}>
          Steading tidies by itself: it makes a fresh snapshot and lets go of what is older than 30 days. You
          can ask for it now and go on working meanwhile.
        </p>
        <div className={styles.actions}>
          <Button isPending={isBusy} pendingText="Making a fresh snapshot" onPress={() => void tidy()}>
            Tidy now
          </Button>
          <span role="status" className={styles.small}>
            {done === 'none'
              ? 'There was nothing to tidy.'
              : done !== null && `Tidied. ${sizeWords(done.bytesAfter)} on the disk now.`}
          </span>
        </div>
        {error !== null && <CareProblem title="Not tidied" error={error} task="check" />}
      </div>
    </Section>
  );
}
