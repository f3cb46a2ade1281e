import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { groupSessionKind, type GroupSession } from '@shared/records/group-session/group-session';
import {
  supervisionSessionKind,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { findMeetings, latestMeetings } from '@shared/supervision/meetings';
import { hasTheirCopy, nextInCalendar } from '../../../renderer/features/supervision/after-saving';

const id = (letter: string): RecordId => letter.repeat(32) as RecordId;
const [ailsa, calum] = [id('1'), id('2')] as const;
const day = toLocalDate;
const base = supervisionSessionKind.examples[0]!;
const sitting = groupSessionKind.examples[0]!;

const session = (letter: string, date: string, patch: Partial<SupervisionSession> = {}) => ({
  kind: 'supervision-session' as const,
  id: id(letter),
  revision: 1,
  savedAt: 1,
  value: { ...base, personIds: [ailsa], date: day(date), ...patch },
});
const group = (letter: string, date: string, attendance: GroupSession['attendance']) => ({
  kind: 'group-session' as const,
  id: id(letter),
  revision: 1,
  savedAt: 1,
  value: { ...sitting, date: day(date), attendance },
});

const records = {
  sessions: [
    session('a', '2026-03-02'),
    session('b', '2026-03-20', { kind: 'line-management', personIds: [calum] }),
    session('c', '2026-02-01'),
    session('d', '2026-04-20'),
  ],
  groupSessions: [
    group('e', '2026-03-10', [
      { personId: ailsa, answer: 'came' },
      { personId: calum, answer: 'work' },
    ]),
    group('f', '2026-01-10', [{ personId: ailsa, answer: 'came' }]),
  ],
};
const ids = (meetings: readonly { readonly record: { readonly id: RecordId } }[]): string =>
  meetings.map(({ record }) => record.id.slice(0, 1)).join('');

describe('sessions and sittings in one list', () => {
  it('gives the newest up to the day, sittings among them, in order', () => {
    expect(ids(latestMeetings(records, day('2026-03-31'), 4))).toBe('beac');
    expect(ids(latestMeetings(records, day('2026-03-31'), 2))).toBe('be');
    expect(ids(latestMeetings(records, day('2026-03-09'), 6))).toBe('acf');
    expect(latestMeetings({ sessions: [], groupSessions: [] }, day('2026-03-31'), 6)).toEqual([]);
  });

  it('finds a sitting as a reflective group, and only for those who came', () => {
    expect(ids(findMeetings(records, null, null))).toBe('dbeacf');
    expect(ids(findMeetings(records, 'reflective-group', null))).toBe('ef');
    expect(ids(findMeetings(records, null, ailsa))).toBe('deacf');
    expect(ids(findMeetings(records, null, calum))).toBe('b');
    expect(ids(findMeetings(records, 'clinical', calum))).toBe('');
  });
});

describe('what the message after saving offers', () => {
  const today = day('2026-03-31');
  const value = { ...base, personIds: [ailsa], nextDate: day('2026-05-26') };

  it('has a sheet for one person whose session was held', () => {
    expect(hasTheirCopy(value)).toBe(true);
    expect(hasTheirCopy({ ...value, status: 'cancelled-by-service' })).toBe(false);
    expect(hasTheirCopy({ ...value, kind: 'reflective-group', personIds: [ailsa, calum] })).toBe(false);
  });

  it('has the next day for a calendar, the same entry each time, and none that is over', () => {
    expect(nextInCalendar(id('a'), value, today)).toEqual({
      uid: `${ailsa}-supervision-0`,
      kind: 'supervision',
      on: '2026-05-26',
    });
    expect(nextInCalendar(id('a'), { ...value, kind: 'reflective-group' }, today)).toMatchObject({
      uid: `${id('a')}-group-0`,
      kind: 'group',
    });
    expect(nextInCalendar(id('a'), { ...value, nextDate: day('2026-03-30') }, today)).toBeNull();
    expect(nextInCalendar(id('a'), { ...value, nextDate: null }, today)).toBeNull();
  });
});
