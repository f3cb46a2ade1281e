/** One team's months as a sheet shows them: stored figures under typed ones, each with what is said against it. */
import { addMonthsToMonth, formatMonth, formatMonthShort, type LocalMonth } from '@shared/kernel/local-date';
import { handCheck, usualFigure } from '@shared/workforce/hand-checks';
import {
  byMonthAndTeam,
  handKey,
  handSheets,
  handText,
  settleRow,
  type HandField,
  type HandSheet,
  type HandValues,
} from '@shared/workforce/hand-sheets';
import {
  valuesOf,
  type HandCell,
  type HandPlace,
  type HandRecord,
  type HandState,
  type TypedCell,
} from './hand-keeper';

export interface ShownCell extends HandCell {
  /** "May 2026, leavers". */
  readonly name: string;
  readonly text: string;
  /** Why it is not saved. */
  readonly problem: string | null;
  /** Something to look at; it is saved. */
  readonly check: string | null;
  /** The same figure of the month before, and what is usual; empty when neither is known. */
  readonly beside: string;
}

export interface ShownRow {
  readonly month: LocalMonth;
  readonly cells: readonly ShownCell[];
}

export interface ShownSheet {
  readonly sheet: HandSheet;
  readonly rows: readonly ShownRow[];
  /** Sums of what happened in the months; null where a sum means nothing or no month is known. */
  readonly totals: ReadonlyMap<HandField, { readonly sum: string; readonly months: number }>;
}

export const fromBefore = 'Typed earlier and not saved. Press Enter in the cell to save it';

export function cellName({ month, field, kind }: Pick<HandCell, 'month' | 'field' | 'kind'>): string {
  const column = handSheets[kind].columns.find((each) => each.field === field);
  return `${formatMonth(month)}, ${column?.inWords ?? field}`;
}

export function problemOfCell(
  cell: HandCell,
  stored: HandValues,
  typed: ReadonlyMap<HandField, TypedCell>,
): string | null {
  const own = typed.get(cell.field);
  if (own === undefined) return null;
  const problem = settleRow(handSheets[cell.kind], stored, typed).problems.get(cell.field) ?? null;
  return problem ?? (own.isFromBefore ? fromBefore : null);
}

/** Typed cells by month, of one sheet and team. */
export function typedByMonth(
  typed: HandState['typed'],
  { kind, team }: HandPlace,
): ReadonlyMap<LocalMonth, ReadonlyMap<HandField, TypedCell>> {
  const months = new Map<LocalMonth, Map<HandField, TypedCell>>();
  for (const cell of typed.values()) {
    if (cell.kind !== kind || cell.team !== team) continue;
    const row = months.get(cell.month) ?? new Map<HandField, TypedCell>();
    months.set(cell.month, row.set(cell.field, cell));
  }
  return months;
}

const nothingTyped: ReadonlyMap<HandField, TypedCell> = new Map();

export function shownSheet(
  place: HandPlace,
  months: readonly LocalMonth[],
  records: readonly HandRecord[],
  typed: HandState['typed'],
): ShownSheet {
  const sheet = handSheets[place.kind];
  const byKey = byMonthAndTeam(records);
  const typedRows = typedByMonth(typed, place);
  const storedOf = (month: LocalMonth): HandValues => valuesOf(byKey.get(handKey(month, place.team)));
  const settled = new Map(
    months.map((month) => [month, settleRow(sheet, storedOf(month), typedRows.get(month) ?? nothingTyped)]),
  );
  const valuesOfMonth = (month: LocalMonth): HandValues => settled.get(month)?.values ?? storedOf(month);

  const rows = months.map((month): ShownRow => {
    const typedRow = typedRows.get(month) ?? nothingTyped;
    const values = valuesOfMonth(month);
    return {
      month,
      cells: sheet.columns.map(({ field }) => {
        const cell = { ...place, month, field };
        const own = typedRow.get(field);
        const problem = settled.get(month)?.problems.get(field) ?? null;
        return {
          ...cell,
          name: cellName(cell),
          text: own?.text ?? handText(values[field]),
          problem: problem ?? (own?.isFromBefore === true ? fromBefore : null),
          check: problem === null ? handCheck(month, field, valuesOfMonth) : null,
          beside: besideOf(month, field, valuesOfMonth),
        };
      }),
    };
  });

  const totals = new Map<HandField, { readonly sum: string; readonly months: number }>();
  for (const { field, addsUp } of sheet.columns) {
    if (!addsUp) continue;
    const known = months.flatMap((month) => valuesOfMonth(month)[field] ?? []);
    if (known.length > 0)
      totals.set(field, {
        // As typed, sums have few decimals; adding them must not give more.
        sum: handText(Math.round(known.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6),
        months: known.length,
      });
  }
  return { sheet, rows, totals };
}

function besideOf(
  month: LocalMonth,
  field: HandField,
  valuesOfMonth: (month: LocalMonth) => HandValues,
): string {
  const before = addMonthsToMonth(month, -1);
  const last = valuesOfMonth(before)[field] ?? null;
  const usual = usualFigure(month, field, valuesOfMonth);
  return [
    last === null ? '' : `${formatMonthShort(before)}: ${handText(last)}`,
    usual === null ? '' : `middle of 12 months: ${handText(Math.round(usual * 10) / 10)}`,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
