/** Caseloads and funded posts of the made-up service, April 2023 to March 2026. */
import { lastDayOf, type LocalMonth } from '@shared/kernel/local-date';
import type { CaseloadCount } from '@shared/records/caseload-count/caseload-count';
import type { Establishment } from '@shared/records/establishment/establishment';
import type { DemoPerson } from './demo-context';
import { demoMonths } from './demo-months';
import { isInPost } from './demo-people';
import { createSeeded } from './seeded';

/** Open cases for each whole-time equivalent that were agreed as the most, from May 2025 on. */
export const demoCaseloadLimit = 20;

const carrying: readonly string[] = [
  'Key worker',
  'Support worker',
  'Recovery practitioner',
  'Nurse prescriber',
];

/** They creep up while posts are empty, come down when the limit is agreed and the lists are gone through, and stay down. */
export function demoCaseloads(people: readonly DemoPerson[]): readonly CaseloadCount[] {
  const seeded = createSeeded(977);
  return people
    .filter(({ person }) => carrying.includes(person.role))
    .flatMap(({ id, person }) => {
      const share = (person.weeklyHours ?? 37.5) / 37.5;
      const own = seeded.whole(-2, 1);
      return demoMonths.flatMap((month): CaseloadCount[] => {
        const wobble = seeded.whole(-1, 1);
        if (!isInPost(person, lastDayOf(month)) || isOnLeave(person, month)) return [];
        const openCases = Math.max(2, Math.round((load(month) + own) * share) + wobble);
        return [{ personId: id, month, openCases: Math.round(openCases * starting(person, month)) }];
      });
    });
}

/** Whoever is new takes cases over bit by bit. */
function starting({ startDate }: DemoPerson['person'], month: LocalMonth): number {
  return startDate >= '2023-04-01' && startDate.slice(0, 7) === month ? 0.4 : 1;
}

function isOnLeave({ leaves }: DemoPerson['person'], month: LocalMonth): boolean {
  const last = lastDayOf(month);
  return leaves.some(({ firstDay, lastDay }) => firstDay <= last && (lastDay === null || lastDay >= last));
}

/** From June 2024 to April 2025, then month by month after the limit of May 2025. */
const rise = [23, 23.5, 24, 25, 25.5, 26.5, 27, 28, 29, 29, 28.5] as const;
const fall = [25.5, 22, 20.5, 20, 19.5] as const;
const before = 22;
const since = 19.5;

function load(month: LocalMonth): number {
  const index = demoMonths.indexOf(month) - demoMonths.indexOf('2024-06' as LocalMonth);
  return index < 0 ? before : (rise[index] ?? fall[index - rise.length] ?? since);
}

/** Money for posts is given year by year, and was less from April 2025 on. */
export function demoEstablishment(): readonly Establishment[] {
  return demoMonths.flatMap((month): Establishment[] => [
    { month, team: 'Recovery hub', fundedWte: month < '2025-04' ? 8.2 : 7.3 },
    { month, team: 'Outreach', fundedWte: month < '2025-04' ? 5.6 : 4.8 },
  ]);
}
