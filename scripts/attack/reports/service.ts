/** A random service as records: people who come and go over three years, absences with reasons, critical events. */
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { addDays, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { personDefaults, type Person } from '@shared/records/person/person';
import { eventPlanKind, eventTypes } from '@shared/records/event-plan/event-plan';
import type { ReportRecords } from '@shared/reports/report-input';
import { builtInMeasures } from '@shared/wellbeing/measures';
import type { Random } from '../random';

export const firstDay = toLocalDate('2023-04-01');
const daysOfHistory = 3 * 365;
export const teamNames = ['Amber', 'Birch', 'Cedar', 'Dune'] as const;
export const reasonNames = ['Back', 'Cold', 'Stress'] as const;

function idOf(index: number): RecordId {
  return recordIdFromBytes(
    Uint8Array.from({ length: 16 }, (_value, at) => (at < 2 ? (index >> (8 * at)) & 255 : 9)),
  );
}

function personOf(index: number, random: Random, teams: number): Person {
  const isThereFirst = random.chance(0.75);
  const startDate: LocalDate = isThereFirst
    ? toLocalDate('2019-01-07')
    : addDays(firstDay, random.between(0, daysOfHistory));
  const leaves = random.chance(0.3);
  const from = isThereFirst ? firstDay : startDate;
  const lastDay = leaves ? addDays(from, random.between(0, daysOfHistory)) : null;
  const kind = random.next();
  const engagement = kind < 0.7 ? 'staff' : kind < 0.82 ? 'volunteer' : kind < 0.92 ? 'sessional' : 'agency';
  return {
    name: `N${index}`,
    payrollNumber: '',
    role: 'Key worker',
    team: teamNames[random.between(0, teams - 1)] ?? '',
    site: '',
    engagement,
    contract: 'permanent',
    weeklyHours: 37.5,
    startDate,
    lastDay,
    leavingReason: '',
    frontFacing: true,
    exposure: 'direct',
    supervisionIntervalDays: null,
    ...personDefaults,
  };
}

export function createRecords(random: Random): ReportRecords {
  const size = random.between(6, 45);
  const teams = random.between(1, teamNames.length);
  const people = Array.from({ length: size }, (_person, index) => ({
    kind: 'person' as const,
    id: idOf(index),
    revision: 1,
    savedAt: 0,
    value: personOf(index, random, teams),
  }));
  const absences = people.flatMap((person, index) =>
    Array.from({ length: random.between(0, 3) }, (_absence, at) => {
      const first = addDays(firstDay, random.between(0, daysOfHistory));
      return {
        kind: 'absence' as const,
        id: idOf(1000 + 4 * index + at),
        revision: 1,
        savedAt: 0,
        value: {
          personId: person.id,
          firstDay: first,
          lastDay: addDays(first, random.between(0, 30)),
          reason: random.pick(reasonNames),
        },
      };
    }),
  );
  const [plan] = eventPlanKind.examples;
  const plans = Array.from({ length: random.between(0, 30) }, (_event, index) => ({
    kind: 'event-plan' as const,
    id: idOf(5000 + index),
    revision: 1,
    savedAt: 0,
    value: {
      ...plan,
      occurredOn: addDays(firstDay, random.between(0, daysOfHistory)),
      eventType: random.pick(eventTypes.slice(0, 2)),
    },
  })) as unknown as ReportRecords['plans'];
  return {
    service: {
      name: 'Service',
      nation: 'scotland',
      teamSize: null,
      fullTimeWeeks: [{ from: null, hours: 37.5 }],
      caseloadLimit: null,
      supervisionIntervalDays: 56,
      workingDayStart: '09:00',
      workingDayEnd: '17:00',
      asOf: null,
      setUpDone: true,
    },
    people,
    absences,
    sessions: [],
    groupSessions: [],
    waves: [],
    plans,
    measures: builtInMeasures,
    actions: [],
    policies: [],
    issues: [],
    readiness: [],
    rows: [],
  };
}
