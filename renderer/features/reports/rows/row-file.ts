/** From records and a choice of columns to the file of rows, its line in the export log, and what the log forbids. */
import Papa from 'papaparse';
import {
  generaliseRows,
  type GeneralisedRows,
  type NothingSafe,
  type RowDraw,
} from '@shared/disclosure/generalise';
import { rowsStandUp } from '@shared/disclosure/generalise-check';
import type { DisclosurePolicy } from '@shared/disclosure/thresholds';
import { addMonthsToMonth, firstDayOf, monthOf, type LocalDate } from '@shared/kernel/local-date';
import { err, type Result } from '@shared/kernel/result';
import { z } from '@shared/kernel/zod';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import type { StoredRecord } from '@shared/vault/vault-api';
import { firstAbsenceMonth } from '@shared/workforce/workforce-inputs';
import { buildColumn, columnRules, needsAbsences, rowColumnIds, type RowColumnId } from './row-columns';
import { peopleOfPeriod, type RowPeriod, type RowPerson, type RowRecords } from './row-people';

export interface RowChoice {
  readonly period: RowPeriod;
  readonly columns: readonly RowColumnId[];
}

export function periodEndingOn(end: LocalDate): RowPeriod {
  return { start: firstDayOf(addMonthsToMonth(monthOf(end), -11)), end };
}

/** Everybody who has a row. Where sickness is a column, volunteers have none: nobody records theirs. */
export function peopleOfChoice(records: RowRecords, choice: RowChoice): readonly RowPerson[] {
  const people = peopleOfPeriod(records.people, choice.period);
  return needsAbsences(choice.columns)
    ? people.filter(({ record }) => record.value.engagement !== 'volunteer')
    : people;
}

/** Sickness of a period is known only when absences were recorded from its start on. */
export function knowsAbsences(records: RowRecords, period: RowPeriod): boolean {
  const first = firstAbsenceMonth(records.absences);
  return first !== null && first <= monthOf(period.start);
}

export function rowFile(input: {
  readonly records: RowRecords;
  readonly people: readonly RowPerson[];
  readonly choice: RowChoice;
  readonly policy: DisclosurePolicy;
  readonly draw: RowDraw;
}): Result<GeneralisedRows, NothingSafe> {
  const { records, people, choice, policy, draw } = input;
  const built = rowColumnIds
    .filter((id) => choice.columns.includes(id))
    .map((id) => buildColumn(id, { records, people, period: choice.period, policy }));
  const columns = built.map(({ column }) => column);
  const k = policy.minimumCellSize;
  const made = generaliseRows({
    columns,
    rows: people.map((_, row) => built.map(({ codes }) => codes[row] ?? 0)),
    k,
    draw,
  });
  if (!made.ok) return made;
  const inFile = columns.filter((_, position) => made.value.columns[position]?.levelName !== null);
  return rowsStandUp(inFile, made.value.rows, k) ? made : err({ tag: 'NothingSafe', why: 'too-alike' });
}

/** What the log keeps of it: the very rows, so that the same file can be saved again, and no other. */
const keptRowsSchema = z.strictObject({
  columns: z.array(z.strictObject({ id: z.enum(rowColumnIds), title: z.string().max(200) })).readonly(),
  rows: z
    .array(z.array(z.string().max(200)).readonly())
    .max(10_000)
    .readonly(),
});
export type KeptRows = z.infer<typeof keptRowsSchema>;
const keptModelSchema = z.looseObject({ rows: keptRowsSchema });

export function keptRowsOf({ columns, rows }: GeneralisedRows): KeptRows {
  return {
    columns: rowColumnIds.flatMap((id) =>
      columns
        .filter((column) => column.id === id && column.levelName !== null)
        .map(({ title }) => ({ id, title })),
    ),
    rows,
  };
}

/** Null where the log holds no rows, or such as the rules of today would not let out. */
export function keptRows(entry: ExportEntry, policy: DisclosurePolicy): KeptRows | null {
  const model = keptModelSchema.safeParse(entry.model);
  if (!model.success) return null;
  const { columns, rows } = model.data.rows;
  const checked = columns.map(({ id }) => columnRules(id, policy));
  return rowsStandUp(checked, rows, policy.minimumCellSize) ? model.data.rows : null;
}

export function rowsEntry(rows: KeptRows, period: RowPeriod, today: LocalDate): ExportEntry {
  return {
    report: 'rows',
    format: 'csv',
    title: 'Rows, one a person',
    periodStart: period.start,
    periodEnd: period.end,
    exportedOn: today,
    hiddenCells: 0,
    model: { tables: [], rows },
    ledger: null,
  };
}

/** A file of rows whose months meet these; the newest. Two of them could be laid side by side, row by row. */
export function earlierRows(
  entries: readonly StoredRecord<'export-entry'>[],
  period: RowPeriod,
): StoredRecord<'export-entry'> | null {
  const meeting = entries.filter(
    ({ value }) =>
      value.report === 'rows' &&
      value.periodStart !== null &&
      value.periodEnd !== null &&
      value.periodStart <= period.end &&
      value.periodEnd >= period.start,
  );
  return meeting.toSorted((left, right) => right.savedAt - left.savedAt)[0] ?? null;
}

/** UTF-8 with a byte-order mark and CRLF, as Excel wants it; what a spreadsheet would run is made inert. */
export function rowsCsv({ columns, rows }: KeptRows): Uint8Array {
  const text = Papa.unparse([columns.map(({ title }) => title), ...rows.map((row) => [...row])], {
    escapeFormulae: true,
    newline: '\r\n',
  });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
