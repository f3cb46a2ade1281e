/**
 * Every workforce figure by month, for the service and for each team. `packRecords` makes numbers of records;
 * `packedFigures` is all arithmetic, and runs in a worker. Definitions: shared/statistics, and docs/statistics.md.
 */
import { addDays, dayNumber, monthOf, type LocalDate, type LocalMonth } from '@shared/kernel/local-date';
import type { Absence } from '@shared/records/absence/absence';
import type { CaseloadCount } from '@shared/records/caseload-count/caseload-count';
import type { Establishment } from '@shared/records/establishment/establishment';
import type { MonthFigures } from '@shared/records/month-figures/month-figures';
import type { Person } from '@shared/records/person/person';
import type { PracticeTime } from '@shared/records/practice-time/practice-time';
import { defaultLongTermDays } from '@shared/statistics/absence';
import {
  groupMonths,
  headsAt,
  monthWindows,
  openEnd,
  type GroupMonth,
} from '@shared/statistics/workforce-engine';
import { rowsByHand } from './by-hand';
import { caseloadMonth } from './caseload';
import { caseloadFigures, coverageCounts, vacancyMonths } from './figure-extras';
import { figureGroups } from './figure-groups';
import {
  packAbsences,
  packCounts,
  packPeople,
  packSessions,
  personIndex,
  type FigureGroupSession,
  type FigureSession,
  type PackedAbsences,
  type PackedCounts,
  type PackedPeople,
  type PackedSessions,
} from './figure-pack';
import { figureRow } from './figure-merge';
import type { FigureGroup } from './figure-row';
import { practiceTimeMonths } from './practice-time';
import type { WithId } from './workforce-inputs';
import type { HoursBasis } from './wte';

export type { FigureGroup } from './figure-row';

export interface FigureSettings extends HoursBasis {
  /** For people without an interval of their own. */
  readonly supervisionIntervalDays: number;
}

export interface FigureRecords extends FigureSettings {
  readonly people: readonly WithId<Person>[];
  readonly absences: readonly WithId<Absence>[];
  readonly caseloadCounts: readonly WithId<CaseloadCount>[];
  readonly establishment: readonly WithId<Establishment>[];
  readonly sessions: readonly FigureSession[];
  readonly groupSessions: readonly FigureGroupSession[];
  readonly monthFigures: readonly WithId<MonthFigures>[];
  readonly practiceTimes: readonly WithId<PracticeTime>[];
}

/** Plain numbers and month sums: nobody's name, role or words. */
export interface PackedRecords {
  readonly settings: FigureSettings;
  readonly people: PackedPeople;
  readonly absences: PackedAbsences;
  readonly sessions: PackedSessions;
  readonly counts: PackedCounts;
  readonly establishment: readonly WithId<Establishment>[];
  readonly monthFigures: readonly WithId<MonthFigures>[];
  readonly practiceTimes: readonly WithId<PracticeTime>[];
}

export function packRecords(records: FigureRecords): PackedRecords {
  const index = personIndex(records.people);
  return {
    settings: {
      fullTimeWeeks: records.fullTimeWeeks,
      asOf: records.asOf,
      supervisionIntervalDays: records.supervisionIntervalDays,
    },
    people: packPeople(records.people),
    absences: packAbsences(records.absences, index),
    sessions: packSessions(records.sessions, records.groupSessions, index),
    counts: packCounts(records.caseloadCounts, index),
    establishment: records.establishment,
    monthFigures: records.monthFigures,
    practiceTimes: records.practiceTimes,
  };
}

/** The first month with an absence: before it absence is not known, which is something else than none. */
function absenceKnownFrom(absences: PackedAbsences): LocalMonth | null {
  let first: number | null = null;
  for (let at = 1; at < absences.length; at += 3) {
    const day = absences[at] ?? openEnd;
    if (first === null || day < first) first = day;
  }
  return first === null ? null : monthOf(addDays('1970-01-01' as LocalDate, first));
}

const hasStaff = ({ headcount, openingHeadcount12, leavers12 }: GroupMonth): boolean =>
  headcount + openingHeadcount12 + leavers12 > 0;

export function packedFigures(packed: PackedRecords, from: LocalMonth, to: LocalMonth): FigureGroup[] {
  const { settings } = packed;
  const windows = monthWindows(from, to, settings.asOf);
  if (windows.length === 0) return [{ team: null, rows: [] }];
  const knownUntil = dayNumber(settings.asOf);
  const groups = figureGroups(packed, knownUntil);
  const knownFrom = absenceKnownFrom(packed.absences);

  const staff = new Map<string | null, readonly GroupMonth[]>();
  for (const { key, paid } of groups) staff.set(key, groupMonths(paid, windows, defaultLongTermDays));
  const wteOfTeam = (key: string, at: number): number => staff.get(key)?.[at]?.wte ?? 0;
  const vacancies = vacancyMonths(packed.establishment, windows, wteOfTeam);
  const cases = caseloadFigures(packed, windows);
  const coverage = coverageCounts(packed, windows);
  return groups.map((group) => {
    const volunteers = headsAt(group.volunteers, windows);
    const hand = rowsByHand(packed.monthFigures, group.name);
    const practice = practiceTimeMonths(packed.practiceTimes, group.name);
    const months = staff.get(group.key) ?? [];
    return {
      team: group.name,
      rows: windows.flatMap((window, at) => {
        const figures = months[at];
        if (figures === undefined) return [];
        const workers = cases.get(group.key)?.[at];
        return figureRow({
          window,
          figures,
          volunteers: volunteers[at] ?? 0,
          basis: settings,
          hasStaffList: hasStaff(staff.get(null)?.[at] ?? figures),
          isAbsenceKnown: knownFrom !== null && knownFrom <= window.month,
          vacancy: vacancies.get(group.key)?.[at] ?? null,
          caseload:
            workers === undefined || workers.known.length + workers.withoutHours === 0
              ? null
              : caseloadMonth(window.month, workers),
          coverage: coverage.get(group.key)?.[at] ?? null,
          hand: hand.get(window.month) ?? null,
          practice: practice.get(window.month) ?? null,
        });
      }),
    };
  });
}

/** The whole service first, then each team by name. Months after `asOf` are left out. */
export function workforceFigures(
  records: FigureRecords,
  from: LocalMonth,
  to: LocalMonth,
): readonly FigureGroup[] {
  return packedFigures(packRecords(records), from, to);
}
