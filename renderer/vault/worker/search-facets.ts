/** What a search is narrowed by: of a record, and whether a filter lets it through. Pure but for the machine's zone. */
import type { RecordId } from '@shared/kernel/ids';
import { dayNumber } from '@shared/kernel/local-date';
import { recordKinds, type KindName } from '@shared/records/registry';
import type { RecordKind } from '@shared/records/record-kind';
import type { SearchFilter } from '@shared/vault/vault-api';
import { hashOf, type QueryWord } from './search-text';

export interface Facets {
  readonly day: number;
  readonly people: readonly RecordId[];
  readonly themes: readonly string[];
}

export function facetsOf(name: KindName, id: RecordId, value: unknown, savedAt: number): Facets {
  const kind: RecordKind = recordKinds[name];
  const facets = kind.searchFacets?.(value);
  const day = facets?.date == null ? localDayOf(savedAt) : dayNumber(facets.date);
  return { day, people: kind.people(value, id), themes: facets?.themes ?? [] };
}

/** A filter as the index asks it: one look at kind and day, and words that nobody can type. */
export interface Narrowing {
  /** Null: any. */
  readonly kinds: ReadonlySet<KindName> | null;
  readonly from: number;
  readonly to: number;
  readonly markers: readonly QueryWord[];
}

export function narrowingOf(filter: SearchFilter): Narrowing {
  const { kinds, from, to, personId, theme } = filter;
  return {
    kinds: kinds === undefined || kinds.length === 0 ? null : new Set(kinds),
    from: from === undefined ? -Infinity : dayNumber(from),
    to: to === undefined ? Infinity : dayNumber(to),
    markers: [
      ...(personId === undefined ? [] : [personMarker(personId)]),
      ...(theme === undefined ? [] : [themeMarker(theme)]),
    ],
  };
}

export function isFilter({ kinds, from, to, personId, theme }: SearchFilter): boolean {
  return (kinds?.length ?? 0) > 0 || [from, to, personId, theme].some((each) => each !== undefined);
}

/** The same without an index. */
export function letsThrough(filter: SearchFilter, kind: KindName, facets: Facets): boolean {
  const { kinds, from, to } = narrowingOf(filter);
  return (
    (kinds === null || kinds.has(kind)) &&
    facets.day >= from &&
    facets.day <= to &&
    (filter.personId === undefined || facets.people.includes(filter.personId)) &&
    (filter.theme === undefined || facets.themes.includes(filter.theme))
  );
}

/** Below any letter or digit, so that no word of a text begins so. */
const personUnit = 1;
const themeUnit = 2;

export function isMarker(firstUnit: number | undefined): boolean {
  return firstUnit === personUnit || firstUnit === themeUnit;
}

export function personMarker(id: RecordId): QueryWord {
  return marker(personUnit, id);
}

export function themeMarker(theme: string): QueryWord {
  return marker(themeUnit, theme);
}

function marker(first: number, text: string): QueryWord {
  const units = Uint16Array.from({ length: text.length + 1 }, (_, at) =>
    at === 0 ? first : text.charCodeAt(at - 1),
  );
  return { units, hash: hashOf(units, units.length) };
}

const dayMs = 86_400_000;

/** Where the manager is, as a day number. */
function localDayOf(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs;
}
