import { FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { ok } from '@shared/kernel/result';
import { kindNames, recordKinds } from '@shared/records/registry';
import type { RecordKind } from '@shared/records/record-kind';
import type { AuditEntry, AuditLog, RemovedRecord } from '@shared/vault/vault-care';
import { careErrorText } from '../../../app/error-text';
import { dayOfInstant, desktop, useFormatTime, useToday } from '../../../platform';
import { Awaited } from '../../../records/Awaited';
import { recordTitle, type KindAndValue } from '../../../records/record-words';
import { dateNear } from '../../../records/supervision-words';
import { useAsked } from '../../../records/use-asked';
import { useNames } from '../../../records/use-names';
import {
  Button,
  ComboBox,
  DataTable,
  Note,
  Page,
  Section,
  Select,
  Sheet,
  Status,
  useToast,
} from '../../../ui';
import { useRecords, useVault, useVaultCare, type VaultClient, type VaultError } from '../../../vault';
import { loadOfferedWords } from '../offered-words';
import styles from './care.module.css';
import { headWords } from './head-words';
import { logCsv } from './log-csv';
import {
  entryAbout,
  eventGroups,
  eventWords,
  filterEntries,
  type EventGroupId,
  type LogLookUp,
} from './log-words';
import { settingsCrumb } from '../settings-crumb';

const pageSize = 100;

interface LogAndRemoved {
  readonly log: AuditLog;
  readonly removed: readonly RemovedRecord[];
}

export function LogPage() {
  const care = useVaultCare();
  const asked = useAsked<LogAndRemoved, VaultError>('log', async () => {
    const log = await care.auditLog();
    if (!log.ok) return log;
    const removed = await care.removed();
    return removed.ok ? ok({ log: log.value, removed: removed.value }) : removed;
  });
  return (
    <Page
      title="Activity log"
      docTitle="Activity log"
      crumbs={settingsCrumb}
      lede="What was opened, saved, deleted and taken out of these records, and when."
    >
      <Awaited asked={asked} waiting="Reading the log">
        {({ log, removed }) => <Log log={log} removed={removed} onChanged={asked.again} />}
      </Awaited>
    </Page>
  );
}

function Log(props: LogAndRemoved & { readonly onChanged: () => void }) {
  const { log, removed, onChanged } = props;
  const [group, setGroup] = useState<EventGroupId | ''>('');
  const [person, setPerson] = useState<string | null>(null);
  const [shown, setShown] = useState(pageSize);
  const people = useRecords('person');
  const vault = useVault();
  const lookUp = useLookUp(removed);
  const ids = useMemo(() => (person === null ? null : idsAbout(vault, person as RecordId)), [vault, person]);
  const entries = useMemo(() => filterEntries(log.entries, { group, ids }), [log, group, ids]);
  const options = people
    .map(({ id, value }) => ({ value: id, label: value.name, detail: value.role }))
    .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'));

  return (
    <>
      {log.brokenAt !== null && (
        <Note kind="caution" title={`This log does not hold from entry ${log.brokenAt} on`}>
          <p role="alert">
            Entry {log.brokenAt} does not follow from the one before it: an entry was changed, taken out or
            put in by something other than Steading. Entries before it are sound. Save this log as a file and
            show it to whoever looks after data protection.
          </p>
        </Note>
      )}
      <div className={styles.filters}>
        <div className={styles.filterBox}>
          <Select
            label="What"
            name="group"
            value={group}
            onChange={(value) => {
              setGroup(eventGroups.find(({ id }) => id === value)?.id ?? '');
              setShown(pageSize);
            }}
            options={[
              { value: '', label: 'Everything' },
              ...eventGroups.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        </div>
        <div className={styles.filterBox}>
          <ComboBox
            label="About whom"
            name="person"
            isOptional
            value={person}
            onChange={(value) => {
              setPerson(value);
              setShown(pageSize);
            }}
            options={options}
          />
        </div>
        {(group !== '' || person !== null) && (
          <Button
            variant="quiet"
            onPress={() => {
              setGroup('');
              setPerson(null);
            }}
          >
            Show everything
          </Button>
        )}
      </div>
      <Entries entries={entries.slice(0, shown)} total={entries.length} log={log} lookUp={lookUp} />
      {entries.length > shown && (
        <Button
          onPress={() => {
            setShown((count) => count + pageSize);
          }}
        >
          Show older entries
        </Button>
      )}
      <HeadWords log={log} />
      <SaveLog log={log} onSaved={onChanged} />
    </>
  );
}

/** The person's own id and those of every record that is about them. */
function idsAbout(vault: VaultClient, person: RecordId): ReadonlySet<RecordId> {
  const about = kindNames.flatMap((name) => {
    // The kinds differ in their value type; each record is of the kind that it is asked of.
    const kind = recordKinds[name] as unknown as RecordKind;
    return vault
      .records(name)
      .filter(({ id, value }) => kind.people(value, id).includes(person))
      .map(({ id }) => id);
  });
  return new Set([person, ...about]);
}

function useLookUp(removed: readonly RemovedRecord[]): LogLookUp {
  const vault = useVault();
  const live = useNames();
  return useMemo(() => {
    const deleted = new Map(removed.map((record) => [record.id, record as KindAndValue]));
    const nameOf = (id: RecordId): string | null => {
      const record = deleted.get(id);
      return live(id) ?? (record?.kind === 'person' ? record.value.name : null);
    };
    const byKind = new Map<string, ReadonlyMap<RecordId, KindAndValue>>();
    const recordsOf = (kind: (typeof kindNames)[number]): ReadonlyMap<RecordId, KindAndValue> => {
      const known = byKind.get(kind);
      if (known !== undefined) return known;
      const made = new Map(vault.records(kind).map((record) => [record.id, record as KindAndValue]));
      byKind.set(kind, made);
      return made;
    };
    return {
      titleOf: (kind, id) => {
        const record = recordsOf(kind).get(id);
        if (record !== undefined) return recordTitle(record, nameOf);
        const gone = deleted.get(id);
        return gone?.kind === kind ? `${recordTitle(gone, nameOf)} (deleted)` : null;
      },
    };
  }, [removed, vault, live]);
}

function Entries(props: {
  readonly entries: readonly AuditEntry[];
  readonly total: number;
  readonly log: AuditLog;
  readonly lookUp: LogLookUp;
}) {
  const { entries, total, log, lookUp } = props;
  const today = useToday();
  const time = useFormatTime();
  if (entries.length === 0) {
    return <p className={styles.small}>No entry fits. Choose another kind or another person.</p>;
  }
  const counted = total === 1 ? '1 entry' : `${total.toLocaleString('en-GB')} entries`;
  return (
    <Sheet>
      <DataTable
        caption={`${counted}, newest first`}
        columns={[
          { key: 'when', label: 'When' },
          { key: 'what', label: 'What' },
          { key: 'about', label: 'About' },
          { key: 'index', label: 'Number', align: 'right' },
        ]}
        rows={entries.map((entry) => ({
          key: String(entry.index),
          cells: [
            `${dateNear(dayOfInstant(entry.at), today)} ${time(entry.at)}`,
            eventWords[entry.event],
            entryAbout(entry, lookUp),
            log.brokenAt !== null && entry.index >= log.brokenAt ? (
              <Status key="broken" kind="caution">
                {entry.index}, not proven
              </Status>
            ) : (
              String(entry.index)
            ),
          ],
        }))}
      />
    </Sheet>
  );
}

function HeadWords(props: { readonly log: AuditLog }) {
  const { head, count } = props.log;
  const asked = useAsked<readonly string[], never>(head, async () =>
    ok(headWords(head, await loadOfferedWords())),
  );
  if (count === 0) return null;
  return (
    <Section title="Twelve words for paper">
      <div className={styles.stack}>
        <p className={styles.measure}>
          Write these down with today’s date and the number {count.toLocaleString('en-GB')}, away from this
          laptop. They belong to the log as it is now: whoever has them can show later that nothing up to this
          entry was changed, not even by you. Once a month is enough.
        </p>
        <Awaited asked={asked} waiting="Finding the words">
          {(words) => (
            <ol className={styles.words} aria-label="Twelve words for the log as it is now">
              {words.map((word, index) => (
                // A word may come twice, so its place is its key.
                <li key={index}>
                  <span>{index + 1}</span>
                  {word}
                </li>
              ))}
            </ol>
          )}
        </Awaited>
      </div>
    </Section>
  );
}

function SaveLog(props: { readonly log: AuditLog; readonly onSaved: () => void }) {
  const care = useVaultCare();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    setBusy(true);
    setProblem(null);
    // Noted first: a lock while the save window stands open must not let a file leave unnoted.
    const noted = await care.note([{ event: 'export', detail: 'log-csv', count: props.log.entries.length }]);
    if (!noted.ok) {
      setBusy(false);
      setProblem(`The log could not be written, so no file was made. ${careErrorText(noted.error, 'read')}`);
      return;
    }
    const saved = await desktop['file.save']({
      suggestedName: 'steading-activity-log.csv',
      bytes: logCsv(props.log.entries),
    });
    if (saved.ok) {
      toast({
        text: 'Saved. That is in the log now, too.',
        actions: [{ label: 'Open folder', onPress: () => void desktop['file.showLastSaved']({}) }],
      });
    } else {
      await care.note([{ event: 'export', detail: 'log-csv-not-saved' }]);
      if (saved.error.tag !== 'Cancelled') setProblem(careErrorText(saved.error, 'read'));
    }
    setBusy(false);
    props.onSaved();
  }

  return (
    <Section title="Save as a file">
      <div className={styles.stack}>
        <p className={styles.measure}>
          A CSV file of all entries. It holds ids and no names: only these records can say who an id is.
          Saving it is an entry of its own.
        </p>
        <Button icon={<FileDown aria-hidden="true" />} isPending={isBusy} onPress={() => void save()}>
          Save the log as CSV
        </Button>
        <div aria-live="polite">
          {problem !== null && (
            <Note kind="caution" title="Not saved">
              {problem}
            </Note>
          )}
        </div>
      </div>
    </Section>
  );
}
