/**
 * What leaves, as words: made from shown cells alone. Every file (PDF, Word, Excel, CSV) and the export log are made
 * from this and from nothing else, so no number, name or reason can leave beside it.
 */
import type { ChartSpec } from '@shared/charts/chart-spec';

export interface PublishedTable {
  readonly kind: 'table';
  readonly id: string;
  readonly title: string;
  /** How the figures are worked out, in a sentence: the rule set is always named. */
  readonly note: string;
  /** The first is the head of the labels. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly string[];
    readonly isTotal: boolean;
  }[];
}

export type PublishedPart =
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | PublishedTable
  | {
      readonly kind: 'chart';
      readonly id: string;
      readonly title: string;
      /** The same as the picture, in words. */
      readonly alt: string;
      /** From published numbers only: its axis too. */
      readonly spec: ChartSpec;
    };

export interface PublishedSection {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly PublishedPart[];
}

export interface PublishedReport {
  readonly title: string;
  readonly serviceName: string | null;
  /** Never finer than a month: "October 2025 to September 2026". */
  readonly periodWords: string;
  readonly sections: readonly PublishedSection[];
  readonly footnotes: readonly string[];
  /** Of the file's name: what it is and the month, nothing else. */
  readonly fileStem: string;
}
