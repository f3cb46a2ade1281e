/** The draft and what the disclosure engine says of its figures → the report as it may leave, cell by cell. */
import type { SummaryCell, SummaryRow, SummaryTable } from '@shared/disclosure/summary-model';
import type { HiddenReason } from '@shared/disclosure/thresholds';
import { formatMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import type { ReportDraft } from './build-report';
import { figureText, type DraftCell, type DraftTable } from './draft';
import { headlines } from './headlines';
import { reportKindWords } from './report-kinds';

/** What the engine answers, as it comes from the worker. */
export interface DecidedFigures {
  /** Published figures by key: the number that is shown, or the reason why there is none. */
  readonly cells: ReadonlyMap<string, { readonly value: number } | { readonly reason: HiddenReason }>;
  /** Keys that would be shown if nothing had been given out before. */
  readonly blocked: ReadonlySet<string>;
  readonly isRounded: boolean;
}

export type DecidedPart =
  | (SummaryTable & { readonly kind: 'table'; readonly chart?: DraftTable['chart'] })
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface DecidedBlock {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly DecidedPart[];
}

export interface DecidedReport {
  readonly title: string;
  readonly serviceName: string | null;
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly kind: ReportDraft['choice']['kind'];
  readonly blocks: readonly DecidedBlock[];
  readonly hidden: readonly HiddenFigure[];
  readonly isRounded: boolean;
}

export interface HiddenFigure {
  /** Null where it was never a figure. */
  readonly key: string | null;
  readonly blockId: string;
  readonly tableId: string;
  readonly tableTitle: string;
  readonly rowLabel: string;
  readonly column: string;
  readonly reason: HiddenReason;
  /** Only because of what was given out before. */
  readonly isBlocked: boolean;
  readonly isLeftOut: boolean;
}

/** A day of the period is never finer than a month in what leaves. */
export function periodText(report: {
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
}): string {
  return `${formatMonth(monthOf(report.periodStart))} to ${formatMonth(monthOf(report.periodEnd))}`;
}

export function decideReport(draft: ReportDraft, decided: DecidedFigures): DecidedReport {
  const hidden: HiddenFigure[] = [];
  const leftOut = new Set(draft.choice.leftOut);

  const decideTable = (blockId: string, table: DraftTable): DecidedPart => {
    const decideCell = (cell: DraftCell, rowLabel: string, column: number): SummaryCell => {
      if (cell.kind === 'words') return { state: 'shown', text: cell.text };
      if (cell.kind === 'no-data') return { state: 'not-enough-data' };
      const found = cell.kind === 'figure' ? decided.cells.get(cell.key) : { reason: cell.reason };
      if (found !== undefined && 'value' in found && cell.kind === 'figure')
        return { state: 'shown', text: figureText(found.value, cell.as) };
      // A figure that nobody decided about is hidden.
      const reason = found !== undefined && 'reason' in found ? found.reason : 'protects-another';
      if (reason === 'not-enough-data') return { state: 'not-enough-data' };
      const key = cell.kind === 'figure' ? cell.key : null;
      hidden.push({
        key,
        blockId,
        tableId: table.id,
        tableTitle: table.title,
        rowLabel,
        column: table.columns[column + 1] ?? '',
        reason,
        isBlocked: key !== null && decided.blocked.has(key),
        isLeftOut: key !== null && leftOut.has(key),
      });
      // The words are true of small numbers alone.
      if (cell.kind === 'figure' && cell.whenHidden !== undefined && reason === 'small-count')
        return { state: 'shown', text: cell.whenHidden };
      return { state: 'hidden', reason };
    };
    const rows = table.rows.map(({ key, label, cells, isTotal }): SummaryRow => ({
      key,
      label,
      cells: cells.map((cell, index) => decideCell(cell, label, index)),
      ...(isTotal === undefined ? {} : { isTotal }),
    }));
    const { id, title, note, columns, noteWhenShown, chart } = table;
    const isWhole = noteWhenShown?.keys.every((key) => 'value' in (decided.cells.get(key) ?? {})) === true;
    return {
      kind: 'table',
      id,
      title,
      note: isWhole ? `${note} ${noteWhenShown.text}` : note,
      columns,
      rows,
      ...(chart === undefined ? {} : { chart }),
    };
  };

  const blocks = draft.blocks.map((block): DecidedBlock => ({
    ...block,
    parts: block.parts.map((part) => (part.kind === 'table' ? decideTable(block.id, part) : part)),
  }));
  const { choice } = draft;
  const tables = blocks.flatMap(({ parts }) => parts.filter((part) => part.kind === 'table'));
  const inShort = new Set(choice.blocks.filter(({ block }) => block === 'headlines').map(({ key }) => key));
  return {
    title: reportKindWords[choice.kind].title,
    serviceName: choice.withServiceName ? draft.serviceName : null,
    periodStart: draft.periodStart,
    periodEnd: choice.periodEnd,
    kind: choice.kind,
    blocks: blocks.map((block) =>
      inShort.has(block.id)
        ? { ...block, parts: [{ kind: 'text', paragraphs: headlines(tables, choice.months) }] }
        : block,
    ),
    hidden,
    isRounded: decided.isRounded,
  };
}
