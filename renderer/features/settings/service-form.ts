/** The service's own details as they are typed, shared by the first run and Settings. */
import { nations, type Nation } from '@shared/kernel/bank-holidays';
import type { LocalDate } from '@shared/kernel/local-date';
import { defaultNation, type Service } from '@shared/records/service/service';
import {
  fullTimeWeekFields,
  readFullTimeWeeks,
  readNumber,
  type FullTimeWeekFields,
} from './full-time-weeks';

export interface ServiceFields extends FullTimeWeekFields {
  readonly name: string;
  readonly nation: Nation;
  readonly teamSize: string;
  readonly workingDayStart: string;
  readonly workingDayEnd: string;
  readonly supervisionIntervalDays: string;
  readonly caseloadLimit: string;
}

export interface ServiceProblem {
  /** A field, or a line of a list: `weekFrom-0`. */
  readonly field: string;
  readonly message: string;
}

export function serviceFields(service: Service | undefined): ServiceFields {
  return {
    name: service?.name ?? '',
    nation: service?.nation ?? defaultNation,
    teamSize: service?.teamSize?.toString() ?? '',
    workingDayStart: service?.workingDayStart ?? '09:00',
    workingDayEnd: service?.workingDayEnd ?? '17:00',
    ...fullTimeWeekFields(service?.fullTimeWeeks),
    supervisionIntervalDays: (service?.supervisionIntervalDays ?? 56).toString(),
    caseloadLimit: service?.caseloadLimit?.toString() ?? '',
  };
}

/** What a list of choices answers; a text that is none of them changes nothing. */
export function readNation(text: string, before: Nation): Nation {
  return nations.find((nation) => nation === text) ?? before;
}

/** "9", "9:00", "0900" and "9.30" are times; null when it is none. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(text.trim());
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** A service to save, or what stands in its way. */
export function readService(
  fields: ServiceFields,
  asOf: Service['asOf'],
  today: LocalDate,
):
  | { readonly ok: true; readonly value: Service }
  | { readonly ok: false; readonly problems: readonly ServiceProblem[] } {
  const problems: ServiceProblem[] = [];
  const name = fields.name.trim();
  if (name === '') problems.push({ field: 'name', message: 'Enter the name of your service' });
  else if (name.length > 200)
    problems.push({ field: 'name', message: 'Use 200 characters or fewer for the name' });

  const teamSize = fields.teamSize.trim() === '' ? null : readNumber(fields.teamSize);
  if (teamSize !== null && !(Number.isInteger(teamSize) && teamSize >= 0 && teamSize <= 5000)) {
    problems.push({ field: 'teamSize', message: 'Enter the team size as a whole number, up to 5,000' });
  }
  const workingDayStart = readTime(fields.workingDayStart);
  if (workingDayStart === null)
    problems.push({ field: 'workingDayStart', message: 'Enter when the day starts, like 09:00' });
  const workingDayEnd = readTime(fields.workingDayEnd);
  if (workingDayEnd === null)
    problems.push({ field: 'workingDayEnd', message: 'Enter when the day ends, like 17:00' });
  const fullTimeWeeks = readFullTimeWeeks(fields, today, (problem) => {
    problems.push(problem);
  });
  const supervisionIntervalDays = readNumber(fields.supervisionIntervalDays);
  if (!(
    Number.isInteger(supervisionIntervalDays) &&
    supervisionIntervalDays >= 7 &&
    supervisionIntervalDays <= 366
  )) {
    problems.push({
      field: 'supervisionIntervalDays',
      message: 'Enter the days between supervisions as a whole number, from 7 to 366',
    });
  }
  const caseloadLimit = fields.caseloadLimit.trim() === '' ? null : readNumber(fields.caseloadLimit);
  if (caseloadLimit !== null && !(caseloadLimit > 0 && caseloadLimit <= 2000)) {
    problems.push({
      field: 'caseloadLimit',
      message: 'Enter the most open cases for each full-time worker, up to 2,000',
    });
  }
  if (problems.length > 0 || workingDayStart === null || workingDayEnd === null)
    return { ok: false, problems };
  return {
    ok: true,
    value: {
      name,
      nation: fields.nation,
      teamSize,
      workingDayStart,
      workingDayEnd,
      fullTimeWeeks,
      caseloadLimit,
      supervisionIntervalDays,
      asOf,
      setUpDone: true,
    },
  };
}
