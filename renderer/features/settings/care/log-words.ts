/** The activity log in words. The log itself holds ids alone: names are looked up as the page is drawn. */
import type { RecordId } from '@shared/kernel/ids';
import { recordKinds, type KindName } from '@shared/records/registry';
import type { AuditEntry, AuditEvent } from '@shared/vault/vault-care';
import { identifiedLogWords } from '../../../identified/purposes';
import { capital, kindCount } from '../../../records/record-words';
import { holdReasonWords } from './keeping-words';

export const eventWords = {
  created: 'Records set up',
  unlock: 'Unlocked with the passphrase',
  'unlock-by-code': 'Unlocked with the recovery kit',
  'unlock-refused': 'A passphrase or code that did not fit',
  lock: 'Locked',
  'passphrase-changed': 'Passphrase changed',
  'recovery-code-replaced': 'New recovery kit made',
  view: 'Opened',
  edit: 'Saved',
  remove: 'Deleted',
  'bring-back': 'Brought back',
  import: 'Brought in from a file',
  export: 'Saved as a file',
  print: 'Printed',
  backup: 'Backup made',
  'backup-failed': 'Backup not made',
  drill: 'Backup proven',
  restore: 'Backup put in place',
  'erase-person': 'Person erased',
  purge: 'Deleted for good',
  'hold-set': 'Put on hold',
  'hold-lifted': 'Hold lifted',
  check: 'Safety check',
  mended: 'Put right',
  'older-copy-accepted': 'Went on with an older copy',
  'settings-changed': 'Settings changed',
} as const satisfies Record<AuditEvent, string>;

export const eventGroups = [
  {
    id: 'doors',
    label: 'Locking and keys',
    events: [
      'created',
      'unlock',
      'unlock-by-code',
      'unlock-refused',
      'lock',
      'passphrase-changed',
      'recovery-code-replaced',
    ],
  },
  { id: 'views', label: 'Looking at records', events: ['view'] },
  { id: 'changes', label: 'Saving and deleting', events: ['edit', 'remove', 'bring-back', 'import'] },
  { id: 'leaving', label: 'Files and prints', events: ['export', 'print'] },
  {
    id: 'keeping',
    label: 'Keeping and erasing',
    events: ['erase-person', 'purge', 'hold-set', 'hold-lifted', 'settings-changed'],
  },
  {
    id: 'safety',
    label: 'Backups and safety',
    events: ['backup', 'backup-failed', 'drill', 'restore', 'check', 'mended', 'older-copy-accepted'],
  },
] as const satisfies readonly {
  readonly id: string;
  readonly label: string;
  readonly events: readonly AuditEvent[];
}[];
export type EventGroupId = (typeof eventGroups)[number]['id'];

/** Codes that are worth words; any other stands as it is. */
const detailWords: Readonly<Record<string, string>> = {
  ...holdReasonWords,
  idle: 'by itself',
  suspend: 'the laptop slept',
  'os-lock': 'with the laptop',
  menu: 'by hand',
  quit: 'Steading was closed',
  csv: 'CSV',
  pdf: 'PDF',
  version: 'an earlier version',
  deleted: 'from Deleted items',
  'set-aside': 'the older records that a restore had set aside',
  'log-csv': 'the activity log',
  'log-csv-not-saved': 'the activity log: no file was made after all',
  ...identifiedLogWords,
  calendar: 'dates for a calendar',
  'calendar-not-saved': 'dates for a calendar: no file was made after all',
  'destruction-log': 'the destruction log',
  'keeping-times': 'how long things are kept',
  'what-may-leave': 'what may leave',
  'rows-on': 'rows about single people allowed',
  'rows-off': 'rows about single people no longer allowed',
  'backup-folder': 'backup folder',
  'backup-counts': 'how many backups stay',
  txt: 'text',
  'taken-back': 'its owner took something back',
  ended: 'what was shared came to its last day',
  passphrase: 'its owner changed their passphrase',
};

/** What is known of records as the page is drawn: those that are there and those in Deleted items. */
export interface LogLookUp {
  titleOf(kind: KindName, id: RecordId): string | null;
}

/** What is counted where no kind of record is named. */
function countWords(event: AuditEvent, count: number): string {
  const of = (one: string, many: string): string =>
    `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
  switch (event) {
    case 'unlock-refused':
      return of('time', 'times');
    case 'export':
    case 'print':
      return of('line', 'lines');
    case 'check':
    case 'mended':
      return of('finding', 'findings');
    default:
      return of('record', 'records');
  }
}

/** What an entry is about: a title, a count, a code; empty when there is nothing to add. */
export function entryAbout(entry: AuditEntry, lookUp: LogLookUp): string {
  const { kind, ids = [], count = ids.length, detail } = entry;
  const more = detail === undefined ? '' : (detailWords[detail] ?? detail);
  return [aboutRecords(), more].filter((part) => part !== '').join('; ');

  function aboutRecords(): string {
    const [only] = ids;
    if (count === 0) return '';
    if (kind === undefined) return capital(countWords(entry.event, count));
    if (count > 1 || only === undefined) return capital(kindCount(kind, count));
    const title = lookUp.titleOf(kind, only);
    if (title !== null) return title;
    // The log of an erasure keeps no id: whoever is nowhere any more was erased.
    return kind === 'person' ? 'Erased person' : `Erased ${recordKinds[kind].label.one}`;
  }
}

export interface LogFilter {
  readonly group: EventGroupId | '';
  /** Ids that the person and the records about them have; null: everybody. */
  readonly ids: ReadonlySet<RecordId> | null;
}

export function filterEntries(entries: readonly AuditEntry[], filter: LogFilter): readonly AuditEntry[] {
  const events: readonly AuditEvent[] | undefined = eventGroups.find(({ id }) => id === filter.group)?.events;
  const { ids } = filter;
  return entries.filter(
    (entry) =>
      (events === undefined || events.includes(entry.event)) &&
      (ids === null || (entry.ids ?? []).some((id) => ids.has(id))),
  );
}
