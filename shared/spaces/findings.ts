/** What the last checks of a site found: by question, by group, and where the two groups see it differently. */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, addMonths, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import type { Resource } from '@shared/records/resource/resource';
import type { Site } from '@shared/records/site/site';
import type { CheckItemAnswer, SpaceCheck } from '@shared/records/space-check/space-check';
import { checkParts, itemLabel, type CheckAnswer, type CheckGroup, type CheckItemId } from './check-items';
import { roomFit } from './room';

export interface StoredCheck {
  readonly id: RecordId;
  readonly value: SpaceCheck;
}

/** The newest of a group at a site; of two on one day the one that was saved last stands later in the list. */
export function latestCheck<C extends StoredCheck>(
  checks: readonly C[],
  siteId: RecordId,
  group: CheckGroup,
): C | null {
  const own = checks.filter(({ value }) => value.siteId === siteId && value.answeredBy === group);
  return own.reduce<C | null>(
    (best, each) => (best === null || each.value.on >= best.value.on ? each : best),
    null,
  );
}

export interface SidedItem {
  readonly id: CheckItemId;
  readonly label: string;
  /** Null: this group was not asked, or did not say. */
  readonly staff: CheckItemAnswer | null;
  readonly people: CheckItemAnswer | null;
  /** Both answered, and not the same. */
  readonly isSplit: boolean;
}

export interface SidedPart {
  readonly title: string;
  readonly items: readonly SidedItem[];
}

/** Both last checks side by side, question by question. What neither answered is left out. */
export function sideBySide(staff: SpaceCheck | null, people: SpaceCheck | null): readonly SidedPart[] {
  return checkParts
    .map(({ title, items }) => ({
      title,
      items: items
        .map(({ id, forPeople }): SidedItem => {
          const own = staff?.items[id] ?? null;
          const theirs = people?.items[id] ?? null;
          return {
            id,
            label: itemLabel(id, own === null && forPeople !== null ? 'people-who-use' : 'staff'),
            staff: own,
            people: theirs,
            isSplit: own !== null && theirs !== null && own.answer !== theirs.answer,
          };
        })
        .filter((item) => item.staff !== null || item.people !== null),
    }))
    .filter(({ items }) => items.length > 0);
}

const isGap = (answer: CheckAnswer | undefined): boolean => answer === 'no' || answer === 'partly';
const gapRank = ({ staff, people }: SidedItem): number =>
  staff?.answer === 'no' || people?.answer === 'no' ? 0 : 1;

/** What either group said is missing, what is missing altogether first. */
export function gapsOf(staff: SpaceCheck | null, people: SpaceCheck | null): readonly SidedItem[] {
  return sideBySide(staff, people)
    .flatMap(({ items }) => items)
    .filter((item) => isGap(item.staff?.answer) || isGap(item.people?.answer))
    .toSorted((left, right) => gapRank(left) - gapRank(right));
}

export interface DeskFigures {
  readonly measured: number;
  readonly desks: number;
  /** Desks that fit in the rooms that have any. */
  readonly fit: number;
  /** Rooms with more desks than fit. */
  readonly crowded: readonly { readonly id: string; readonly name: string; readonly tooMany: number }[];
}

/** Of rooms with desks only: the rule is about work at a desk, not about meetings. */
export function deskFigures({ rooms }: Pick<Site, 'rooms'>): DeskFigures {
  const atDesks = rooms.filter(({ desks }) => desks > 0);
  const fits = atDesks.map((room) => ({ room, fit: roomFit(room, room.desks) }));
  return {
    measured: atDesks.length,
    desks: atDesks.reduce((sum, { desks }) => sum + desks, 0),
    fit: fits.reduce((sum, { fit }) => sum + fit.most, 0),
    crowded: fits
      .filter(({ fit }) => fit.tooMany > 0)
      .map(({ room, fit }) => ({ id: room.id, name: room.name, tooMany: fit.tooMany })),
  };
}

/** A site is looked at again after a year. */
const monthsBetweenChecks = 12;

export function nextCheckOn(last: SpaceCheck | null): LocalDate | null {
  return last === null ? null : addMonths(last.on, monthsBetweenChecks);
}

export interface DueThing {
  readonly id: RecordId;
  readonly name: string;
  readonly on: LocalDate;
  /** 0 is today; less is still ahead. */
  readonly daysLate: number;
  /** What is to be filled up; empty when it is the look itself that is due. */
  readonly restock: readonly string[];
}

/** Days of one thing in a resource. Never filled up yet: due at once. */
export function restockDue(
  { restockEveryDays, lastRestockedOn }: Resource['contents'][number],
  today: LocalDate,
): LocalDate | null {
  if (restockEveryDays === null) return null;
  return lastRestockedOn === null ? today : addDays(lastRestockedOn, restockEveryDays);
}

export const lookDue = ({ checkedOn, checkEveryDays }: Resource, today: LocalDate): LocalDate =>
  checkedOn === null ? today : addDays(checkedOn, checkEveryDays);

/** Resources to fill up or to look through by `until`, the longest overdue first: one line for each. */
export function dueResources(
  resources: readonly { readonly id: RecordId; readonly value: Resource }[],
  today: LocalDate,
  until: LocalDate = today,
): readonly DueThing[] {
  return resources
    .flatMap(({ id, value }): DueThing[] => {
      const stock = value.contents.flatMap((content) => {
        const on = restockDue(content, today);
        return on !== null && on <= until ? [{ on, what: content.what }] : [];
      });
      const look = lookDue(value, today);
      const days = [...stock.map(({ on }) => on), ...(look <= until ? [look] : [])];
      const on = days.toSorted()[0];
      if (on === undefined) return [];
      const restock = stock.map(({ what }) => what);
      return [{ id, name: value.name, on, daysLate: daysBetween(on, today), restock }];
    })
    .toSorted((left, right) => right.daysLate - left.daysLate);
}
