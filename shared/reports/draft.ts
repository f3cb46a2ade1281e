/**
 * A report before it is decided which of its figures may leave: cells name their figures, and hold no number. The
 * disclosure engine decides (decide.ts); what is decided is the only thing that words, charts and files are made from.
 */
import type { SummaryTable } from '@shared/disclosure/summary-model';
import type { HiddenReason } from '@shared/disclosure/thresholds';

/** How a figure is written. Tenths are whole numbers of tenths: hours and days are added up exactly. */
export type FigureFormat = 'count' | 'tenths' | 'percent' | 'whole' | 'one-decimal';

export type DraftCell =
  | {
      readonly kind: 'figure';
      readonly key: string;
      readonly as: FigureFormat;
      /** Words in the place of the mark, the same whatever the number is: "fewer than 5 events". */
      readonly whenHidden?: string;
    }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'no-data' }
  /** Hidden before it was a figure at all. */
  | { readonly kind: 'hidden'; readonly reason: HiddenReason };

export interface DraftRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly DraftCell[];
  readonly isTotal?: boolean;
}

export interface DraftTable extends Omit<SummaryTable, 'rows'> {
  readonly kind: 'table';
  readonly rows: readonly DraftRow[];
  /** Said beside the note where all these are shown: alone it would tell something of a hidden number. */
  readonly noteWhenShown?: { readonly keys: readonly string[]; readonly text: string };
  /** Draws these rows' figures of this column, from what is shown. */
  readonly chart?: { readonly column: number; readonly title: string; readonly rows: readonly string[] };
}

export type DraftPart =
  | DraftTable
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface DraftBlock {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly DraftPart[];
}

export const figure = (key: string, as: FigureFormat = 'count', whenHidden?: string): DraftCell =>
  whenHidden === undefined ? { kind: 'figure', key, as } : { kind: 'figure', key, as, whenHidden };
export const words = (text: string): DraftCell => ({ kind: 'words', text });
export const noData: DraftCell = { kind: 'no-data' };

/** The number as it is written; what the engine knows of it is the same number. */
export function figureText(value: number, as: FigureFormat): string {
  switch (as) {
    case 'count':
      return String(value);
    case 'tenths':
      return (value / 10).toFixed(1);
    case 'percent':
      return `${value.toFixed(1)}%`;
    case 'whole':
      return value.toFixed(0);
    case 'one-decimal':
      return value.toFixed(1);
  }
}

/** To the decimals that are written, so that a file cannot hold more than is read. */
export function asWritten(value: number, as: FigureFormat): number {
  if (as === 'tenths' || as === 'count') return Math.round(value);
  return Number(value.toFixed(as === 'whole' ? 0 : 1));
}
