/** What the page and the figures worker say to each other. */
import type { LocalMonth } from '@shared/kernel/local-date';
import type { FigureGroup, PackedRecords } from '@shared/workforce/figures';

export interface FiguresDesk {
  /** Only the parts that are new since the last time: the worker keeps the others. */
  keep(parts: Partial<PackedRecords>): void;
  figures(from: LocalMonth, to: LocalMonth): readonly FigureGroup[];
}
