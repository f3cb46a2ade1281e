import fc from 'fast-check';
import { recordContact } from '@shared/event-plans/contacts';
import { openPlan } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { parseDateText } from '@shared/kernel/date-text';
import { addDays, isoWeekday, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { personDefaults, type Person } from '@shared/records/person/person';
import {
  sessionDefaults,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { readAgreedLine } from '@shared/supervision/agreed-line';
import {
  coverageHeadline,
  percentText,
  rolesWithNeither,
  supervisionCoverageAsOf,
} from '@shared/supervision/coverage';
import { personHistory } from '@shared/supervision/history';
import { checkNote, noteWarning } from '@shared/supervision/note-check';
import { suggestNextDate } from '@shared/supervision/rhythm';
import type { KindName, RecordValue } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';

const day = toLocalDate;
const idOf = (letter: string): RecordId => letter.charCodeAt(0).toString(16).padStart(32, '0') as RecordId;
const record = <K extends KindName>(kind: K, id: RecordId, value: RecordValue<K>): StoredRecord<K> => ({
  kind,
  id,
  revision: 1,
  savedAt: 0,
  value,
});
const person = (letter: string, patch: Partial<Person> = {}): StoredRecord<'person'> =>
  record('person', idOf(letter), {
    name: `Person ${letter}`,
    payrollNumber: letter,
    role: 'Key worker',
    team: '',
    site: '',
    engagement: 'staff',
    contract: 'permanent',
    weeklyHours: 30,
    startDate: day('2022-01-10'),
    lastDay: null,
    leavingReason: '',
    frontFacing: true,
    exposure: 'direct',
    supervisionIntervalDays: null,
    ...personDefaults,
    ...patch,
  });
let next = 1000;
const session = (
  letters: string,
  date: LocalDate,
  patch: Partial<SupervisionSession> = {},
): StoredRecord<'supervision-session'> => {
  next += 1;
  return record('supervision-session', next.toString(16).padStart(32, '0') as RecordId, {
    kind: 'clinical',
    personIds: Array.from(letters, idOf),
    date,
    status: 'held',
    minutes: 60,
    themes: [],
    wellbeingAsked: null,
    note: '',
    actions: [],
    nextDate: null,
    facilitator: '',
    ...sessionDefaults,
    ...patch,
  });
};

describe('story 2: coverage as of 31 March 2026, interval 56 days', () => {
  const asOf = day('2026-03-31');
  const people = [
    person('A'),
    person('B'),
    person('C'),
    person('H', { role: 'Volunteer', engagement: 'volunteer', startDate: day('2026-03-01') }),
    person('I', { role: 'Nurse' }),
    person('J', { role: 'Nurse' }),
    person('L', { role: 'Social worker' }),
    person('N', { role: 'Outreach worker' }),
    person('P', { role: 'Support worker' }),
    person('Z', { lastDay: day('2026-03-30') }),
  ];
  const held = [
    session('A', day('2026-02-05')),
    session('B', day('2026-02-03')),
    session('C', day('2026-02-02')),
    session('I', day('2026-03-11')),
    session('J', day('2026-02-25')),
    session('LN', day('2026-02-18'), { kind: 'reflective-group' }),
    session('N', day('2026-03-19'), { kind: 'reflective-group' }),
  ];
  const cancelled = Array.from({ length: 4 }, (_, index) =>
    session('A', addDays(day('2025-06-02'), index * 7), { status: 'cancelled-by-service' }),
  );
  const earlier = Array.from({ length: 9 }, (_, index) =>
    session('A', addDays(day('2025-07-01'), index * 7)),
  );
  const coverage = supervisionCoverageAsOf({
    people,
    sessions: [...held, ...cancelled, ...earlier],
    absences: [],
    intervalDays: 56,
    asOf,
  });
  const of = (letter: string) => coverage.people.find(({ id }) => id === idOf(letter));

  it('counts days as the story does', () => {
    expect(of('A')).toMatchObject({ daysSince: 54, state: 'on-time', overdueBy: 0 });
    expect(of('B')).toMatchObject({ daysSince: 56, state: 'due-today', overdueBy: 0 });
    expect(of('C')).toMatchObject({ daysSince: 57, state: 'overdue', overdueBy: 1 });
    expect(of('H')).toMatchObject({ daysSince: null, state: 'first-to-come' });
    expect(of('P')).toMatchObject({ daysSince: null, state: 'none-yet' });
    expect(of('Z')).toBeUndefined();
  });

  it('says 6 of 9 (66.7%) and 4 of 20 cancelled by the service (20.0%)', () => {
    expect(coverage).toMatchObject({
      counted: 9,
      onTime: 6,
      overdue: 1,
      withoutRecord: 2,
      booked: 20,
      cancelledByService: 4,
    });
    expect(coverageHeadline(coverage)).toBe('6 of 9 people had supervision on time');
    expect(percentText(coverage.onTime, coverage.counted)).toBe('66.7%');
    expect(percentText(coverage.cancelledByService, coverage.booked)).toBe('20.0%');
  });

  it('lists support workers under neither route, newcomers not, and the longest wait first', () => {
    expect(rolesWithNeither(coverage).map(({ role }) => role)).toEqual(['Support worker']);
    expect(coverage.people.map(({ id }) => id)).toEqual(
      ['P', 'H', 'C', 'B', 'A', 'L', 'J', 'I', 'N'].map(idOf),
    );
    expect(of('N')).toMatchObject({ hasGroup: true, hasClinical: false, lastIndividual: null });
  });
});

describe('coverage, other edges', () => {
  const asOf = day('2026-03-31');
  const request = {
    people: [person('A')],
    sessions: [] as StoredRecord<'supervision-session'>[],
    absences: [] as StoredRecord<'absence'>[],
    intervalDays: 56,
    asOf,
  };

  it('leaves out someone who was away for the whole interval', () => {
    const absences = [
      record('absence', idOf('q'), {
        personId: idOf('A'),
        firstDay: day('2026-01-01'),
        lastDay: null,
        reason: '',
      }),
    ];
    const coverage = supervisionCoverageAsOf({
      ...request,
      sessions: [session('A', day('2025-12-01'))],
      absences,
    });
    expect(coverage).toMatchObject({ counted: 0, onTime: 0, overdue: 0, away: 1 });
    expect(coverageHeadline(coverage)).toBe('Nobody is in post on this day');
  });

  it('takes an interval of one’s own before the service’s', () => {
    const people = [person('A', { supervisionIntervalDays: 28 })];
    expect(
      supervisionCoverageAsOf({ ...request, people, sessions: [session('A', day('2026-02-20'))] }).people[0],
    ).toMatchObject({ state: 'overdue', overdueBy: 11 });
  });

  it('counts no session of the future, none cancelled', () => {
    const sessions = [
      session('A', day('2026-04-01')),
      session('A', day('2026-03-30'), { status: 'cancelled-by-person' }),
    ];
    expect(supervisionCoverageAsOf({ ...request, sessions }).people[0]?.state).toBe('none-yet');
  });

  it('never has more people on time than counted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -200, max: 30 }), { maxLength: 30 }),
        fc.integer({ min: 7, max: 366 }),
        (offsets, intervalDays) => {
          const sessions = offsets.map((offset, index) =>
            session('ABC'[index % 3] ?? 'A', addDays(asOf, offset)),
          );
          const coverage = supervisionCoverageAsOf({
            ...request,
            people: [person('A'), person('B'), person('C')],
            sessions,
            intervalDays,
          });
          expect(coverage.onTime + coverage.overdue + coverage.withoutRecord).toBe(coverage.counted);
          for (const role of coverage.roles)
            expect(role.both + role.clinicalOnly + role.groupOnly + role.neither).toBe(role.people);
        },
      ),
    );
  });

  it('says it in words at each end', () => {
    expect(coverageHeadline({ counted: 9, onTime: 9 })).toBe('All 9 people had supervision on time');
    expect(coverageHeadline({ counted: 1, onTime: 1 })).toBe(
      'The one person in post had supervision on time',
    );
    expect(coverageHeadline({ counted: 1, onTime: 0 })).toBe('None of 1 person had supervision on time');
  });
});

describe('the next date', () => {
  it('is one interval on and never on a weekend, never later than the interval', () => {
    expect(suggestNextDate(day('2026-11-24'), 56)).toBe('2027-01-19');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 7, max: 366 }), (offset, interval) => {
        const date = addDays(day('2020-01-01'), offset);
        const suggested = suggestNextDate(date, interval);
        expect(isoWeekday(suggested)).toBeLessThan(6);
        expect(suggested > date && suggested <= addDays(date, interval)).toBe(true);
      }),
    );
  });
});

describe('what we agreed', () => {
  const today = day('2026-11-24');
  const read = (line: string) => readAgreedLine(line, (text) => parseDateText(text, today));

  it('reads days and owners behind @', () => {
    expect(read('Swap the Thursday clinic @fri @manager')).toEqual({
      text: 'Swap the Thursday clinic',
      owner: 'Manager',
      due: '2026-11-27',
    });
    expect(read('Book leave @8 dec @ailsa')).toEqual({
      text: 'Book leave',
      owner: 'Ailsa',
      due: '2026-12-08',
    });
    expect(read('@tomorrow Ring the rota team')).toEqual({
      text: 'Ring the rota team',
      owner: '',
      due: '2026-11-25',
    });
    expect(read('Call @24 nov 2026, then rest')).toEqual({
      text: 'Call then rest',
      owner: '',
      due: '2026-11-24',
    });
  });

  it('leaves plain lines and addresses alone', () => {
    expect(read('  Keep going  ')).toEqual({ text: 'Keep going', owner: '', due: null });
    expect(read('Mail rota@service.example')).toEqual({
      text: 'Mail rota@service.example',
      owner: '',
      due: null,
    });
  });
});

describe('the note check', () => {
  it('finds addresses, numbers, postcodes and scores', () => {
    expect(checkNote('write to a.b@example.org')).toEqual(['email']);
    expect(checkNote('rang 07700 900123')).toEqual(['phone']);
    expect(checkNote('+44 7700 900 123')).toEqual(['phone']);
    expect(checkNote('lives at KW15 1AA')).toEqual(['postcode']);
    expect(checkNote('QQ 12 34 56 C')).toEqual([]);
    expect(checkNote('AB 12 34 56 C')).toEqual(['ni-number']);
    expect(checkNote('CHI 0101700001')).toEqual(['phone']);
    expect(checkNote('WHO-5 was 52')).toEqual(['score']);
  });

  it('knows a CHI number by its check digit', () => {
    const nine = '010170123';
    const sum = Array.from(nine).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
    const check = (11 - (sum % 11)) % 11;
    expect(checkNote(`see ${nine}${check}`)).toEqual(check === 10 ? [] : ['chi-number']);
  });

  it('is quiet about ordinary notes', () => {
    for (const note of [
      'Quieter week. The new rota is helping.',
      'Two weeks of leave in 2026, 37.5 hours, room B12',
      'Started 24/11/2026 at 16:20',
    ]) {
      expect(checkNote(note)).toEqual([]);
      expect(noteWarning(note)).toBeNull();
    }
    expect(noteWarning('a@b.uk or 07700 900123')).toBe(
      'This looks like it holds an email address and a phone number. Those are not kept here. You can still save.',
    );
  });
});

describe('history', () => {
  it('holds sessions, time away and support offered, newest first, and nothing of others', () => {
    const plans = [
      record(
        'event-plan',
        idOf('x'),
        recordContact(
          openPlan({
            nation: 'scotland',
            template: templateFor('overdose-survived'),
            eventType: 'overdose-survived',
            occurredOn: day('2026-03-01'),
            occurredAt: '',
            everyoneSafe: 'yes',
            facts: '',
            affected: [{ personId: idOf('A'), closeness: 'was-there' }],
          }),
          idOf('A'),
          { phaseId: 'day-28', status: 'declined', on: day('2026-03-29'), by: '' },
        ),
      ),
    ];
    const absences = [
      record('absence', idOf('y'), {
        personId: idOf('A'),
        firstDay: day('2026-03-10'),
        lastDay: day('2026-03-13'),
        reason: 'Other',
      }),
    ];
    const items = personHistory({
      personId: idOf('A'),
      sessions: [
        session('AB', day('2026-01-05'), { kind: 'reflective-group' }),
        session('B', day('2026-03-30')),
      ],
      absences,
      plans,
    });
    expect(items.map(({ type, on }) => [type, on])).toEqual([
      ['contact', '2026-03-29'],
      ['absence', '2026-03-10'],
      ['session', '2026-01-05'],
    ]);
    expect(items[1]).toMatchObject({ days: 4 });
  });
});
