/** Column choices that were confirmed once, kept by the file's headings and found again by them. */
import type { LocalDate } from '@shared/kernel/local-date';
import type { ImportMapping } from '@shared/records/import-mapping/import-mapping';
import { readDate, type DateOrder } from './cells';
import { headingWords } from './heading-words';
import type { ColumnMapping, ImportColumn } from './target';

/** Headings for telling them apart and for finding them again: plain words, a second one of the same words numbered. */
export function headingKeys(headings: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const words = headingWords(heading).slice(0, 180);
    const times = (seen.get(words) ?? 0) + 1;
    seen.set(words, times);
    return times === 1 ? words : `${words} #${times}`;
  });
}

const fingerprintOf = (keys: readonly string[]): string => [...keys].sort().join('\n');

/**
 * In a file without a heading row the "headings" are the first person's cells: a day or a number among them says so.
 * Those are not kept.
 */
function areHeadings(headings: readonly string[]): boolean {
  return !headings.some((heading) => {
    const text = heading.trim();
    return /^[\d\s.,/:-]*\d[\d\s.,/:-]*$/.test(text) || (/\d/.test(text) && readDate(text, 'day-first').ok);
  });
}

export interface ConfirmedColumns {
  readonly targetId: string;
  readonly columns: readonly ImportColumn[];
  readonly headings: readonly string[];
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  readonly sheet: string;
  readonly on: LocalDate;
}

/** Null when this is not to be kept. */
export function mappingToKeep(confirmed: ConfirmedColumns): ImportMapping | null {
  const { targetId, columns, headings, mapping, dateOrder, sheet, on } = confirmed;
  if (headings.length === 0 || headings.length > 500 || !areHeadings(headings)) return null;
  const keys = headingKeys(headings);
  return {
    target: targetId,
    headings: [...keys],
    choices: columns.map(({ key }) => {
      const index = mapping[key] ?? null;
      return { column: key, heading: (index === null ? undefined : keys[index]) ?? '' };
    }),
    dateOrder,
    sheet: sheet.trim().slice(0, 200),
    savedOn: on,
  };
}

/** The newest one of the same headings, in whatever order the file has them. */
export function findMapping<R extends { readonly value: ImportMapping }>(
  saved: readonly R[],
  targetId: string,
  headings: readonly string[],
): R | null {
  const wanted = fingerprintOf(headingKeys(headings));
  const fitting = saved.filter(
    ({ value }) => value.target === targetId && fingerprintOf(value.headings) === wanted,
  );
  return fitting.reduce<R | null>(
    (newest, each) => (newest === null || each.value.savedOn > newest.value.savedOn ? each : newest),
    null,
  );
}

/** The saved choices for these headings. A column of ours that is newer than they are is guessed. */
export function applyMapping(
  saved: ImportMapping,
  columns: readonly ImportColumn[],
  headings: readonly string[],
  guess: ColumnMapping,
): ColumnMapping {
  const keys = headingKeys(headings);
  const chosen = new Map(saved.choices.map(({ column, heading }) => [column, heading]));
  const used = new Set(saved.choices.map(({ heading }) => keys.indexOf(heading)));
  return Object.fromEntries(
    columns.map(({ key }) => {
      const heading = chosen.get(key);
      if (heading === undefined) {
        const index = guess[key] ?? null;
        return [key, index !== null && used.has(index) ? null : index];
      }
      const index = heading === '' ? -1 : keys.indexOf(heading);
      return [key, index === -1 ? null : index];
    }),
  );
}
