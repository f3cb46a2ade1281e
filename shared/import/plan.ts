/**
 * From rows to a plan: what is new, what changes, what stays, and which rows have a problem. Nothing is
 * written here. The plan is made in steps (a generator), so that a window stays awake during a large file.
 */
import { recordKinds, type KindName, type RecordValue } from '@shared/records/registry';
import { tidyCell } from './cells';
import { detectDecimalMark, type DecimalMark } from './number-cells';
import {
  columnNames,
  createReader,
  maxValueShown,
  wholeRow,
  type PlanRequest,
  type RowSink,
} from './row-reader';
import { sheetDoubts } from './sheet-rows';
import { spreadsheetError } from './shown-cell';
import { strayRows } from './stray-row';
import type { SourceRow, SourceTable } from './table';
import type { ImportNote, ImportPlan, ImportProblem, PlannedChange, PlannedNew, ReadRow } from './target';

const stepRows = 250;

interface Candidate<K extends KindName> extends ReadRow<K> {
  readonly row: number;
  readonly fingerprint: string;
}

/** Key order does not count; record values are plain data. */
function fingerprint(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(fingerprint).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, part]) => part !== undefined);
    return `{${entries
      .map(([key, part]) => `${JSON.stringify(key)}:${fingerprint(part)}`)
      .sort()
      .join(',')}}`;
  }
  return JSON.stringify(value);
}

function listRows(rows: readonly number[]): string {
  const shown = rows.slice(0, 4).join(', ');
  return rows.length > 4 ? `${shown} and ${rows.length - 4} more` : shown;
}

/** Row length says something only in a file that writes its separators to the end: some leave empty cells off. */
function hasEvenRows({ rows, headings }: SourceTable): boolean {
  const full = rows.filter(({ cells }) => cells.length >= headings.length).length;
  return full * 2 >= rows.length - 1;
}

/** Made once for a table: why a row cannot be data, or its cells cannot be trusted; null when it may be read. */
function untrustedRows<K extends KindName>({
  target,
  table,
  mapping,
}: PlanRequest<K>): (row: SourceRow) => string | null {
  const isEven = hasEvenRows(table);
  const strayReason = strayRows(table, mapping, target.columns);
  const lastMapped = Math.max(...target.columns.map(({ key }) => mapping[key] ?? -1));
  return (row) => {
    if (table.misquotedRows.has(row.row))
      return 'A quotation mark stands where none can be, so this row may have run into the next ones. Look at those too';
    const stray = strayReason(row);
    if (stray !== null) return stray;
    // In a sheet cells stand where they are: none can be split, and empty ones at the end are left off.
    if (table.facts !== null) return null;
    // A cut row would otherwise read as somebody who is still away, or still in post.
    if (isEven && row.cells.length <= lastMapped)
      return 'This row has fewer cells than there are headings. It may have been cut off';
    return row.cells.slice(table.headings.length).some((cell) => tidyCell(cell) !== '')
      ? 'This row has more cells than there are headings. A stray separator may have split one'
      : null;
  };
}

function decimalMarkOf<K extends KindName>({ target, table, mapping }: PlanRequest<K>): DecimalMark {
  const positions = target.columns
    .filter(({ isNumber }) => isNumber === true)
    .map(({ key }) => mapping[key] ?? null);
  function* cells(): Generator<string> {
    for (const position of positions) {
      if (position !== null) for (const row of table.rows) yield row.cells[position] ?? '';
    }
  }
  return detectDecimalMark(cells());
}

/** Yields the share done (0 to 1) between steps and returns the plan. */
export function* planImport<K extends KindName>(request: PlanRequest<K>): Generator<number, ImportPlan<K>> {
  const { target, table, context, mapping } = request;
  const handler = target.begin(context);
  const decimalMark = decimalMarkOf(request);
  const untrustedReason = untrustedRows(request);
  const doubts = sheetDoubts(table, mapping, target.columns);
  const problems: ImportProblem[] = [];
  const notes: Partial<Record<ImportNote, number>> = {};
  const candidates: Candidate<K>[] = [];

  let done = 0;
  for (const row of table.rows) {
    done += 1;
    if (done % stepRows === 0) yield (done / table.rows.length) * 0.6;
    if (table.brokenAtRow !== null && row.row >= table.brokenAtRow) {
      problems.push({
        ...wholeRow,
        row: row.row,
        reason:
          'A quotation mark opens in this row and never closes, so the rest of the file could not be read',
      });
      break;
    }
    const untrusted = untrustedReason(row) ?? doubts.row(row);
    if (untrusted !== null) {
      problems.push({ ...wholeRow, row: row.row, reason: untrusted });
      continue;
    }
    const sink: RowSink = { problems: [], notes: [] };
    const reader = createReader(request, decimalMark, row, sink);
    for (const { key } of target.columns) {
      const index = mapping[key] ?? null;
      const wrong = (index === null ? null : doubts.cell(row, index)) ?? spreadsheetError(reader.text(key));
      if (wrong !== null) reader.fail(key, wrong);
    }
    const read = sink.problems.length > 0 ? null : handler.read(reader);
    problems.push(...sink.problems);
    if (read === null || sink.problems.length > 0) continue;
    for (const note of sink.notes) notes[note] = (notes[note] ?? 0) + 1;
    // Capitals do not make two people of one.
    candidates.push({ ...read, row: row.row, fingerprint: fingerprint(read.patch).toLowerCase() });
  }

  const sourceRows = new Map(table.rows.map((row) => [row.row, row]));
  const byKey = new Map<string, Candidate<K>[]>();
  const byWeakKey = new Map<string, Candidate<K>[]>();
  for (const candidate of candidates) {
    const group = byKey.get(candidate.key);
    if (group === undefined) byKey.set(candidate.key, [candidate]);
    else group.push(candidate);
    if (candidate.weakKey === null || candidate.weakKey === candidate.key) continue;
    // Two with different keys are enough to know that there is another one, however many there are.
    const sharing = byWeakKey.get(candidate.weakKey);
    if (sharing === undefined) byWeakKey.set(candidate.weakKey, [candidate]);
    else if (sharing.length === 1 && sharing[0]?.key !== candidate.key) sharing.push(candidate);
  }

  const created: PlannedNew<K>[] = [];
  const changed: PlannedChange<K>[] = [];
  const claimed = new Map<string, number>();
  let unchanged = 0;
  const repeats: { readonly row: number; readonly sameAs: number }[] = [];
  done = 0;
  for (const all of byKey.values()) {
    done += 1;
    if (done % stepRows === 0) yield 0.6 + (done / byKey.size) * 0.4;
    const different = new Map<string, Candidate<K>>();
    const sameAgain: { readonly row: number; readonly sameAs: number }[] = [];
    for (const candidate of all) {
      const same = different.get(candidate.fingerprint);
      if (same === undefined) different.set(candidate.fingerprint, candidate);
      else sameAgain.push({ row: candidate.row, sameAs: same.row });
    }
    const group = [...different.values()];
    const [only] = group;
    if (only === undefined) continue;
    const combined = group.length > 1 ? (handler.combine?.(group) ?? null) : null;
    const first: Candidate<K> = combined === null ? only : { ...only, ...combined };
    const failAll = (reason: string, ownColumn = ''): void => {
      for (const { row } of all) problems.push({ row, column: ownColumn, ownColumn, reason, value: '' });
    };
    if (group.length > 1 && combined === null) {
      const rows = listRows(group.map(({ row }) => row));
      failAll(`Rows ${rows} ${target.doubled} but differ, so none of them was taken`);
      continue;
    }
    const doubles = group.flatMap(({ weakKey }) => (weakKey === null ? [] : (byWeakKey.get(weakKey) ?? [])));
    const double = doubles.find(({ key }) => key !== first.key);
    if (double !== undefined) {
      const likeness = `Row ${double.row} looks like the same ${target.label.one}`;
      failAll(
        first.weakKey === first.key
          ? `${likeness}, with more detail`
          : `${likeness} under another number, so neither was taken`,
      );
      continue;
    }

    const match = handler.match(first);
    if (match.type === 'covered') {
      unchanged += 1;
      repeats.push(...sameAgain);
      continue;
    }
    if (match.type === 'problem') {
      failAll(match.reason, match.column);
      continue;
    }
    const claim = match.type === 'new' ? undefined : claimed.get(match.record.id);
    if (claim !== undefined) {
      failAll(`Row ${claim} is about the same ${target.label.one}`);
      continue;
    }
    const wanted: unknown =
      match.type === 'new'
        ? handler.complete(first.patch)
        : { ...((match.base ?? match.record.value) as object), ...first.patch };
    const parsed = recordKinds[target.kind].schema.safeParse(wanted);
    if (!parsed.success) {
      const seen = new Set<string>();
      for (const issue of parsed.error.issues) {
        const field = String(issue.path[0] ?? '');
        const key = target.columnOfField[field] ?? field;
        if (seen.has(key)) continue;
        seen.add(key);
        const index = mapping[key] ?? null;
        for (const { row } of all) {
          const source = sourceRows.get(row);
          problems.push({
            ...columnNames(request, key),
            row,
            reason: issue.message,
            value: index === null ? '' : tidyCell(source?.cells[index] ?? '').slice(0, maxValueShown),
          });
        }
      }
      continue;
    }
    repeats.push(...sameAgain);
    if (combined !== null) notes['times-joined'] = (notes['times-joined'] ?? 0) + 1;
    // The kind's schema has just made this value.
    const value = parsed.data as RecordValue<K>;
    if (match.type === 'new') {
      created.push({ row: first.row, value });
      continue;
    }
    claimed.set(match.record.id, first.row);
    if (fingerprint(match.record.value) === fingerprint(value)) unchanged += 1;
    else
      changed.push({
        row: first.row,
        id: match.record.id,
        baseRevision: match.record.revision,
        before: match.record.value,
        value,
      });
  }

  problems.sort((left, right) => left.row - right.row);
  return {
    created,
    changed,
    unchanged,
    repeated: repeats.length,
    repeats,
    rows: table.rows.length,
    problems,
    problemRows: new Set(problems.map(({ row }) => row)).size,
    notes,
  };
}

/** The whole plan at once: for small files and tests. */
export function planImportNow<K extends KindName>(request: PlanRequest<K>): ImportPlan<K> {
  const steps = planImport(request);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
