/** Absences, caseloads and funded posts of the made-up service, April 2023 to March 2026. */
import type { RecordId } from '@shared/kernel/ids';
import {
  addDays,
  firstDayOf,
  lastDayOf,
  type LocalDate,
  type LocalMonth,
  monthsBetween,
} from '@shared/kernel/local-date';
import type { Absence } from '@shared/records/absence/absence';
import type { CaseloadCount } from '@shared/records/caseload-count/caseload-count';
import type { Establishment } from '@shared/records/establishment/establishment';
import type { Person } from '@shared/records/person/person';
import { isInPost } from './demo-people';
import { createSeeded } from './seeded';

export interface DemoPerson {
  readonly id: RecordId;
  readonly person: Person;
}

export const demoMonths = monthsBetween('2023-04' as LocalMonth, '2026-03' as LocalMonth);
export const demoAsOf = '2026-03-31' as LocalDate;

const reasons = [
  'Cold, cough, flu',
  'Anxiety, stress, depression',
  'Gastrointestinal',
  'Headache, migraine',
  'Back problems',
  'Other',
] as const;

/** Winter brings more and shorter absences; the strained year 2024-25 brings longer ones. */
export function demoAbsences(people: readonly DemoPerson[]): readonly Absence[] {
  const seeded = createSeeded(4043);
  const absences: Absence[] = [];
  for (const { id, person } of people) {
    if (person.engagement === 'volunteer') continue;
    let free = '' as LocalDate | '';
    for (const month of demoMonths) {
      const firstDay = addDays(firstDayOf(month), seeded.whole(0, 27));
      const isLong = seeded.chance(isStrained(month) ? 0.16 : 0.07);
      const days = isLong ? seeded.whole(29, 95) : seeded.pick([1, 1, 2, 2, 3, 4, 5, 8]);
      const reason = isLong
        ? seeded.pick(['Anxiety, stress, depression', 'Back problems', 'Other'])
        : seeded.pick(reasons);
      const chance =
        (['11', '12', '01', '02'].includes(month.slice(5)) ? 0.24 : 0.12) + (isStrained(month) ? 0.05 : 0);
      if (!seeded.chance(chance) || firstDay <= free || !isInPost(person, firstDay)) continue;
      const end = addDays(firstDay, days - 1);
      free = end;
      const lastInPost = person.lastDay ?? end;
      const lastDay = end < lastInPost ? end : lastInPost;
      if (firstDay <= demoAsOf)
        absences.push({ personId: id, firstDay, lastDay: lastDay > demoAsOf ? null : lastDay, reason });
    }
  }
  return absences;
}

function isStrained(month: LocalMonth): boolean {
  return month >= '2024-06' && month <= '2025-04';
}

/** Open cases creep up while posts are empty and come down after a limit was agreed in May 2025. */
export function demoCaseloads(people: readonly DemoPerson[]): readonly CaseloadCount[] {
  const seeded = createSeeded(977);
  const carriers = people.filter(({ person }) =>
    ['Key worker', 'Recovery practitioner'].includes(person.role),
  );
  return carriers.flatMap(({ id, person }) => {
    const share = (person.weeklyHours ?? 37.5) / 37.5;
    const own = seeded.whole(-3, 3);
    return demoMonths
      .filter((month) => isInPost(person, lastDayOf(month)))
      .map((month): CaseloadCount => ({
        personId: id,
        month,
        openCases: Math.max(2, Math.round((load(month) + own) * share) + seeded.whole(-2, 2)),
      }));
  });
}

function load(month: LocalMonth): number {
  const index = demoMonths.indexOf(month);
  if (index < 10) return 29;
  if (index < 25) return 29 + (index - 9) * 0.7;
  return Math.max(31, 39 - (index - 25) * 0.9);
}

export function demoEstablishment(): readonly Establishment[] {
  return demoMonths.flatMap((month): Establishment[] => [
    { month, team: 'Recovery hub', fundedWte: month < '2024-04' ? 12 : 13 },
    { month, team: 'Outreach', fundedWte: month < '2025-04' ? 10 : 9.5 },
  ]);
}
