/** What spaces ask of the manager on a day, as lines for Today: a box to fill up, a site to check again. Pure. */
import type { RecordId } from '@shared/kernel/ids';
import { daysBetween, formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { Resource } from '@shared/records/resource/resource';
import type { Site } from '@shared/records/site/site';
import { dueResources, latestCheck, nextCheckOn, type StoredCheck } from './findings';

export interface SpaceNeed {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly daysLate: number;
  readonly href: string;
}

export interface SpaceRecords {
  readonly sites: readonly { readonly id: RecordId; readonly value: Site }[];
  readonly checks: readonly StoredCheck[];
  readonly resources: readonly { readonly id: RecordId; readonly value: Resource }[];
}

/** "Tissues and colouring": two by name, then how many more. */
export function restockWords(things: readonly string[]): string {
  const [first = '', second, ...more] = things;
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${String(more.length)} more`;
}

/** A site that nobody has checked yet asks for nothing here: the Spaces page says so. */
export function spaceNeeds(
  { sites, checks, resources }: SpaceRecords,
  today: LocalDate,
): readonly SpaceNeed[] {
  const boxes = dueResources(resources, today).map(({ id, name, on, daysLate, restock }): SpaceNeed => ({
    key: `resource-${id}`,
    title: restock.length === 0 ? `Look through: ${name}` : `Fill up: ${name}`,
    detail: restock.length === 0 ? `Due ${formatDate(on)}` : restockWords(restock),
    daysLate,
    href: `/spaces/resources/${id}`,
  }));
  const again = sites.flatMap(({ id, value }): SpaceNeed[] => {
    const last = latestCheck(checks, id, 'staff')?.value ?? null;
    const on = nextCheckOn(last);
    if (last === null || on === null || on > today) return [];
    return [
      {
        key: `site-${id}`,
        title: `Check ${value.name} again`,
        detail: `Last checked by staff on ${formatDate(last.on)}`,
        daysLate: daysBetween(on, today),
        href: `/spaces/${id}`,
      },
    ];
  });
  return [...boxes, ...again].toSorted((left, right) => right.daysLate - left.daysLate);
}
