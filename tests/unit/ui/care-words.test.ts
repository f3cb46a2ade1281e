import { describe, expect, it } from 'vitest';
import { defaultBackupPolicy } from '@shared/ipc/backup-contract';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import {
  destructionReasons,
  holdReasons,
  retentionClasses,
} from '@shared/records/care-settings/care-settings';
import { kindNames, recordKinds } from '@shared/records/registry';
import { defaultCareSettings } from '@shared/retention/settings';
import { auditEvents, type AuditEntry, type Finding, type VaultPiece } from '@shared/vault/vault-care';
import { agoWords, newestFirst, sizeWords } from '../../../renderer/features/settings/backup-words';
import { countFields, readCounts } from '../../../renderer/features/settings/care/backup-counts';
import { daysLeft } from '../../../renderer/features/settings/care/days-left';
import {
  folderWords,
  isTypedName,
  lastDayInFolder,
} from '../../../renderer/features/settings/care/erase-words';
import { findingWords, sortFindings } from '../../../renderer/features/settings/care/finding-words';
import { headWords } from '../../../renderer/features/settings/care/head-words';
import { monthFields, readMonths } from '../../../renderer/features/settings/care/keeping-form';
import {
  classCount,
  countsWords,
  destructionReasonWords,
  holdReasonWords,
} from '../../../renderer/features/settings/care/keeping-words';
import { logCsv } from '../../../renderer/features/settings/care/log-csv';
import {
  entryAbout,
  eventGroups,
  eventWords,
  filterEntries,
} from '../../../renderer/features/settings/care/log-words';
import { loadOfferedWords } from '../../../renderer/features/settings/offered-words';
import { monthsWords } from '../../../renderer/records/kept-words';
import {
  kindCount,
  kindTitle,
  recordHref,
  recordTitle,
  type KindAndValue,
} from '../../../renderer/records/record-words';
import { expectCalm } from './calm';

const today = toLocalDate('2026-11-24');
const id = (byte: number): RecordId => recordIdFromBytes(new Uint8Array(16).fill(byte));
const nobody = (): null => null;

describe('titles of records', () => {
  it.each(kindNames)('say something of every example of %s', (kind) => {
    for (const value of recordKinds[kind].examples) {
      const title = recordTitle({ kind, value } as KindAndValue, nobody);
      expect(title).not.toBe('');
      expect(title).not.toMatch(/undefined|[0-9a-f]{32}/);
    }
    expect(kindTitle(kind)).toMatch(/^[A-Z]/);
    expect(recordHref(kind, id(1)) ?? '/x').toMatch(/^\//);
  });

  it('count in the words of the kind', () => {
    expect(kindCount('person', 1)).toBe('1 person');
    expect(kindCount('person', 1200)).toBe('1,200 people');
  });
});

describe('findings', () => {
  const pieces: readonly VaultPiece[] = [
    'journal',
    'checkpoint',
    'cache',
    'keyring',
    'anchor',
    'log',
    'backup',
  ];
  const problems: readonly Finding['problem'][] = [
    'missing',
    'altered',
    'older',
    'extra',
    'duplicate',
    'truncated',
    'unreadable',
  ];
  const finding = (changes: Partial<Finding>): Finding => ({
    piece: 'journal',
    problem: 'altered',
    id: null,
    kind: null,
    copyIn: null,
    isMended: false,
    ...changes,
  });

  it('are said in calm words, whatever was found where', () => {
    for (const piece of pieces) {
      for (const problem of problems) {
        for (const copyIn of [...pieces, null]) {
          for (const isMended of [true, false]) {
            for (const who of [id(1), null]) {
              const words = findingWords(finding({ piece, problem, copyIn, isMended, id: who }), null);
              expectCalm(words.what);
              expectCalm(words.where);
            }
          }
        }
      }
    }
  });

  it('say which record, what happened and from where it was put right', () => {
    expect(
      findingWords(finding({ piece: 'cache', id: id(1), copyIn: 'journal', isMended: true }), 'Ailsa Munro'),
    ).toEqual({
      title: 'Ailsa Munro',
      what: 'In the quick copy, this record was damaged or changed.',
      where: 'It is put right from the journal of saves.',
    });
  });

  it('send somebody to a backup only when there is no whole copy', () => {
    expect(findingWords(finding({}), null).where).toContain('a backup has it');
    expect(findingWords(finding({ copyIn: 'cache' }), null).where).not.toContain('a backup has it');
  });

  it('put first what needs somebody', () => {
    const lost = finding({});
    const copied = finding({ copyIn: 'cache' });
    const mended = finding({ isMended: true });
    expect(sortFindings([mended, copied, lost])).toEqual([lost, copied, mended]);
  });
});

describe('the activity log', () => {
  const entry = (changes: Partial<AuditEntry>): AuditEntry => ({
    index: 1,
    at: Date.UTC(2026, 10, 24, 9),
    event: 'view',
    ...changes,
  });
  const lookUp = {
    titleOf: (_kind: unknown, who: RecordId) => (who === id(1) ? 'Ailsa Munro' : null),
  };

  it('has words for every event, and every event in exactly one group', () => {
    for (const event of auditEvents) expectCalm(eventWords[event]);
    const grouped = eventGroups.flatMap((group): readonly string[] => group.events);
    expect([...grouped].sort()).toEqual([...auditEvents].sort());
  });

  it.each([
    [{ kind: 'person', ids: [id(1)] }, 'Ailsa Munro'],
    [{ kind: 'person', ids: [id(2)] }, 'Erased person'],

    [{ kind: 'absence', ids: [id(3)] }, 'Erased absence'],
    [{ kind: 'absence', ids: [id(1), id(3)] }, '2 absences'],
    [{ kind: 'absence', ids: [id(1)], count: 31 }, '31 absences'],
    [{ event: 'lock', detail: 'idle' }, 'by itself'],
    [{ event: 'export', detail: 'odd-code', count: 4 }, '4 lines; odd-code'],
    [{ event: 'erase-person', count: 59 }, '59 records'],
    [{ event: 'unlock-refused', count: 1 }, '1 time'],
    [{ event: 'hold-set', kind: 'person', ids: [id(1)], detail: 'regulator' }, 'Ailsa Munro; Regulator'],
    [{ event: 'lock' }, ''],
  ] as const)('says what %o is about', (changes, words) => {
    expect(entryAbout(entry(changes), lookUp)).toBe(words);
  });

  it('filters by group and by whom it is about', () => {
    const entries = [
      entry({ index: 3, event: 'edit', ids: [id(1), id(9)] }),
      entry({ index: 2, ids: [id(2)] }),
      entry({ index: 1, event: 'unlock' }),
    ];
    const indexes = (filter: Parameters<typeof filterEntries>[1]): number[] =>
      filterEntries(entries, filter).map(({ index }) => index);
    expect(indexes({ group: '', ids: null })).toEqual([3, 2, 1]);
    expect(indexes({ group: 'doors', ids: null })).toEqual([1]);
    expect(indexes({ group: '', ids: new Set([id(9)]) })).toEqual([3]);
    expect(indexes({ group: 'views', ids: new Set([id(9)]) })).toEqual([]);
  });

  it('leaves as ids, in a file that a spreadsheet reads', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      logCsv([
        entry({ kind: 'person', ids: [id(1), id(2)] }),
        entry({ index: 2, event: 'lock', detail: 'idle' }),
      ]),
    );
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.slice(1).split('\r\n')).toEqual([
      'Number,Time (UTC),Event,Kind,Ids,Count,Detail',
      `1,2026-11-24T09:00:00.000Z,view,person,${id(1)} ${id(2)},,`,
      '2,2026-11-24T09:00:00.000Z,lock,,,,idle',
      '',
    ]);
  });

  it('has the same twelve words for one hash for ever: they are on paper', async () => {
    const words = headWords('00112233445566778899aabbccddeeff'.repeat(2), await loadOfferedWords());
    expect(words).toEqual(frozenWords);
  });

  it('has other words for another hash', async () => {
    const list = await loadOfferedWords();
    expect(headWords('0'.repeat(64), list)).toEqual(Array.from({ length: 12 }, () => list[0]));
    expect(headWords(`${'0'.repeat(63)}1`, list)).not.toEqual(headWords('0'.repeat(64), list));
  });
});

const frozenWords: readonly string[] = [
  'appeasing',
  'bribe',
  'dreamlike',
  'track',
  'reseal',
  'electable',
  'winter',
  'giveaway',
  'porridge',
  'scribing',
  'knapsack',
  'repurpose',
];

describe('backups', () => {
  it('are sorted by the time in their names', () => {
    const file = (name: string) => ({ name });
    const old = file('steading-20261123-101500-00112233.stb');
    const newer = file('steading-20261124-091500-00000000.stb');
    expect(newestFirst([old, newer])).toEqual([newer, old]);
  });

  it('say sizes and days as people do', () => {
    expect([12, 4_400, 999_000, 12_400_000, 1_440_000_000].map(sizeWords)).toEqual([
      '1 KB',
      '4 KB',
      '999 KB',
      '12 MB',
      '1.4 GB',
    ]);
    expect(
      ['2026-11-24', '2026-11-23', '2026-11-12', '2026-01-05', '2026-11-30'].map((day) =>
        agoWords(toLocalDate(day), today),
      ),
    ).toEqual(['today', 'yesterday', '12 days ago', 'on 5 January 2026', 'today']);
  });

  it('take whole numbers of hours, days, weeks and months within their ranges', () => {
    const fields = countFields(defaultBackupPolicy);
    expect(readCounts(fields)).toEqual({ ok: true, policy: defaultBackupPolicy });
    const read = readCounts({ hourly: '', daily: '0', weekly: '2.5', monthly: '36' });
    expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(['hourly', 'daily', 'weekly']);
  });
});

describe('keeping', () => {
  it('has words for every class and every reason', () => {
    for (const of of retentionClasses) expect(classCount(of, 2)).toMatch(/^2 /);
    for (const reason of holdReasons) expectCalm(holdReasonWords[reason]);
    for (const reason of destructionReasons) expectCalm(destructionReasonWords[reason]);
  });

  it('says counts and times in words', () => {
    expect(countsWords({})).toBe('nothing');
    expect(countsWords({ person: 1 })).toBe('1 person');
    expect(countsWords({ person: 1, supervision: 14, absence: 1 })).toBe(
      '1 person, 14 supervision records and 1 absence',
    );
    expect([1, 6, 12, 18, 72].map(monthsWords)).toEqual([
      '1 month',
      '6 months',
      '1 year',
      '18 months',
      '6 years',
    ]);
  });

  it('reads months back as they were, and says which are none', () => {
    const fields = monthFields(defaultCareSettings.months);
    expect(readMonths(fields)).toEqual({ ok: true, months: defaultCareSettings.months });
    const read = readMonths({ ...fields, person: '0', absence: '1.5', draft: 'six', export: ' ' });
    expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(['person', 'absence', 'draft']);
  });

  it('counts the days of a deleted item down to its last', () => {
    const day = 86_400_000;
    expect([0, day - 1, day, 29 * day, 31 * day, -day].map((gone) => daysLeft(0, gone))).toEqual([
      30, 30, 29, 1, 1, 30,
    ]);
  });
});

describe('erasing', () => {
  it('takes the name in any case and spacing, and nothing else', () => {
    expect(isTypedName('  ailsa   MUNRO ', 'Ailsa Munro')).toBe(true);
    expect(isTypedName("Róisín O'Neil", 'Ro\u0301isi\u0301n O’Neil')).toBe(true);
    for (const typed of ['', 'Ailsa', 'Ailsa Munroe', 'Roisin O’Neil']) {
      expect(isTypedName(typed, 'Ailsa Munro')).toBe(false);
    }
  });

  it('says of a folder that is not there until when its backups may open', () => {
    expect(lastDayInFolder(defaultBackupPolicy, today)).toBe('2027-11-24');
    expect(lastDayInFolder({ hourly: 0, daily: 1, weekly: 0, monthly: 0 }, today)).toBe('2026-11-25');
    expect(lastDayInFolder({ hourly: 0, daily: 7, weekly: 52, monthly: 1 }, today)).toBe('2027-11-23');
    const gone = folderWords({ isReachable: false, count: 3, policy: defaultBackupPolicy }, today);
    expect(gone).toContain('24 November 2027');
    expect(folderWords(null, today)).not.toContain('20');
    for (const count of [0, 1, 3]) {
      expectCalm(folderWords({ isReachable: true, count, policy: defaultBackupPolicy }, today));
    }
    expectCalm(gone);
  });
});
