/** The two sheets that are typed by hand, one figure a cell, and what a typed cell may hold. */
import { detectDecimalMark, readNumber, type DecimalMark } from '@shared/import/number-cells';
import { plainWords, tidyCell } from '@shared/import/cells';
import type { LocalMonth } from '@shared/kernel/local-date';
import { err, ok, type Result } from '@shared/kernel/result';
import { exceedsWhole, type PartsOfWhole } from '@shared/records/month-parts';
import {
  practiceGroups,
  staffingGroups,
  type HandColumn,
  type HandField,
  type HandGroup,
} from './hand-columns';
import {
  monthFigureFields,
  monthFiguresKind,
  monthFigureWholes,
} from '@shared/records/month-figures/month-figures';
import {
  practiceTimeFields,
  practiceTimeKind,
  practiceTimeWholes,
} from '@shared/records/practice-time/practice-time';

export type { HandField } from './hand-columns';
export type HandValues = Readonly<Partial<Record<HandField, number | null>>>;

export interface HandSheet {
  readonly kind: 'month-figures' | 'practice-time';
  readonly groups: readonly HandGroup[];
  readonly columns: readonly HandColumn[];
  readonly wholes: readonly PartsOfWhole<HandField>[];
  /** Of one cell alone, by the kind's own schema. */
  problemOf(field: HandField, value: number | null): string | null;
}

/** The kind's schema on an otherwise empty month: what it has against this one figure. */
function judge(
  schema: typeof monthFiguresKind.schema | typeof practiceTimeKind.schema,
  fields: readonly HandField[],
): HandSheet['problemOf'] {
  const empty = { month: '2000-01', team: '', ...Object.fromEntries(fields.map((field) => [field, null])) };
  return (field, value) => {
    const parsed = schema.safeParse({ ...empty, [field]: value });
    return parsed.success ? null : (parsed.error.issues[0]?.message ?? null);
  };
}

const columnsOf = (groups: readonly HandGroup[]): readonly HandColumn[] =>
  groups.flatMap(({ columns }) => columns);

export const handSheets: Readonly<Record<HandSheet['kind'], HandSheet>> = {
  'month-figures': {
    kind: 'month-figures',
    groups: staffingGroups,
    columns: columnsOf(staffingGroups),
    wholes: monthFigureWholes,
    problemOf: judge(monthFiguresKind.schema, monthFigureFields),
  },
  'practice-time': {
    kind: 'practice-time',
    groups: practiceGroups,
    columns: columnsOf(practiceGroups),
    wholes: practiceTimeWholes,
    problemOf: judge(practiceTimeKind.schema, practiceTimeFields),
  },
};

const nothing = /^(?:[-–—.]+|n\/?a|none given|not known|unknown)$/i;

/** What was typed, as a figure; null: nothing is known. */
export function readHandCell(
  sheet: HandSheet,
  field: HandField,
  typed: string,
  mark: DecimalMark = 'unknown',
): Result<number | null, string> {
  const text = tidyCell(typed);
  if (text === '' || nothing.test(text)) return ok(null);
  if (text.endsWith('%')) return err('This is a share. Type the number itself');
  const number = readNumber(text, mark);
  if (!number.ok) return number;
  const problem = sheet.problemOf(field, number.value);
  return problem === null ? number : err(problem);
}

const shown = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 });

/** As a cell shows it; `readHandCell` reads the same figure out of it again. */
export function handText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : shown.format(value);
}

/** `mark`: how decimals were marked in the block of cells that it came with. */
export interface TypedFigure {
  readonly text: string;
  readonly mark?: DecimalMark | undefined;
}

export interface SettledRow {
  /** What may be saved: the figures as they stood, with every typed one that holds. */
  readonly values: HandValues;
  /** Typed cells that stay as they are, unsaved, each with its reason. */
  readonly problems: ReadonlyMap<HandField, string>;
}

/**
 * One month: what stood there, and what was typed over it. Typed cells are judged together, so that a part and its whole
 * may come in either order; of those that contradict each other the part waits.
 */
export function settleRow(
  sheet: HandSheet,
  stood: HandValues,
  typed: ReadonlyMap<HandField, TypedFigure>,
): SettledRow {
  const problems = new Map<HandField, string>();
  const accepted = new Map<HandField, number | null>();
  for (const [field, { text, mark }] of typed) {
    const read = readHandCell(sheet, field, text, mark);
    if (read.ok) accepted.set(field, read.value);
    else problems.set(field, read.error);
  }
  const valuesNow = (): Record<HandField, number | null> =>
    Object.fromEntries(
      sheet.columns.map(({ field }) => [
        field,
        accepted.get(field) ?? (accepted.has(field) ? null : (stood[field] ?? null)),
      ]),
    ) as Record<HandField, number | null>;
  // Each turn takes one typed cell out, so this ends.
  for (;;) {
    const values = valuesNow();
    const broken = sheet.wholes.find(
      (rule) =>
        exceedsWhole(values, rule) && [...rule.parts, rule.whole].some((field) => accepted.has(field)),
    );
    if (broken === undefined) return { values, problems };
    const part = broken.parts.findLast((field) => accepted.has(field) && values[field] !== null);
    const field = part ?? broken.whole;
    accepted.delete(field);
    problems.set(field, part === undefined ? tooSmall(broken, sheet) : broken.message);
  }
}

function tooSmall(rule: PartsOfWhole<HandField>, sheet: HandSheet): string {
  const parts = rule.parts.map(
    (field) => sheet.columns.find((column) => column.field === field)?.inWords ?? field,
  );
  return `This is less than ${parts.join(' and ')}`;
}

/** Two months or teams are one when only case, marks and spaces differ. */
export function handKey(month: LocalMonth, team: string): string {
  return `${month}|${plainWords(team)}`;
}

/**
 * The record of a month and team. Should two ever stand side by side (two copies of a vault brought together), every
 * reader takes the same one: the one saved last.
 */
export function byMonthAndTeam<
  R extends {
    readonly id: string;
    readonly savedAt?: number;
    readonly value: { readonly month: LocalMonth; readonly team: string };
  },
>(records: readonly R[]): ReadonlyMap<string, R> {
  const found = new Map<string, R>();
  // A team's name stands in hundreds of months: it is taken to plain words once.
  const words = new Map<string, string>();
  for (const record of records) {
    const { month, team } = record.value;
    const plain = words.get(team) ?? plainWords(team);
    words.set(team, plain);
    const key = `${month}|${plain}`;
    const other = found.get(key);
    const isNewer =
      other === undefined ||
      (record.savedAt ?? 0) > (other.savedAt ?? 0) ||
      ((record.savedAt ?? 0) === (other.savedAt ?? 0) && record.id > other.id);
    if (isNewer) found.set(key, record);
  }
  return found;
}

/** The records of one team, whichever way it is written; null is the whole service. */
export function recordsOfTeam<R extends { readonly value: { readonly team: string } }>(
  records: readonly R[],
  team: string | null,
): readonly R[] {
  const wanted = plainWords(team ?? '');
  const isWanted = new Map<string, boolean>();
  return records.filter(({ value }) => {
    const known = isWanted.get(value.team) ?? plainWords(value.team) === wanted;
    isWanted.set(value.team, known);
    return known;
  });
}

/** How cells that come in one go mark their decimals: decided together. */
export function markOf(cells: Iterable<string>): DecimalMark {
  return detectDecimalMark(cells);
}
