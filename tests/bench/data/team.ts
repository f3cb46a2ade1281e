/** A large service for the screens: its people, and supervision sessions spread over all of them. */
import { personDefaults, type Person } from '@shared/records/person/person';
import type { Service } from '@shared/records/service/service';
import { toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { personIdOf, recordAt, type BenchRecord } from './records.js';

export interface TeamSize {
  readonly seed: number;
  readonly people: number;
  readonly sessions: number;
}

/** The last day of the made-up sessions: as the screens stand then, some are on time and some are late. */
export const teamAsOf: LocalDate = toLocalDate('2026-04-01');

const roles = ['Key worker', 'Support worker', 'Nurse', 'Peer volunteer', 'Team lead'];
const sites = ['Harbour office', 'North hub', 'Isles', ''];

export const benchService: Service = {
  name: 'Made-up service',
  nation: 'scotland',
  teamSize: 500,
  fullTimeWeeks: [{ from: null, hours: 37.5 }],
  caseloadLimit: null,
  supervisionIntervalDays: 56,
  workingDayStart: '09:00',
  workingDayEnd: '17:00',
  asOf: teamAsOf,
  setUpDone: true,
};

export function teamMember(index: number): Person {
  return {
    name: `Made-up Person ${index + 1}`,
    payrollNumber: '',
    role: roles[index % roles.length]!,
    team: index % 3 === 0 ? 'Outreach' : 'Recovery hub',
    site: sites[index % sites.length]!,
    engagement: 'staff',
    contract: 'permanent',
    weeklyHours: index % 4 === 0 ? 22.5 : 37.5,
    startDate: toLocalDate('2016-04-04'),
    lastDay: null,
    leavingReason: '',
    frontFacing: true,
    exposure: 'frequent',
    supervisionIntervalDays: index % 10 === 0 ? 28 : null,
    ...personDefaults,
  };
}

/** As in the store's own records, but for whom it was: everyone in turn, and some years with one person twice. */
export function teamSession({ seed, people }: TeamSize, index: number): BenchRecord {
  const { id, value } = recordAt(seed, index);
  return { id, value: { ...value, personIds: [personIdOf(seed, (index * 7) % people)] } };
}
