/** The very records behind one month of one measure: what each adds above the line, and below it. */
import type { LocalMonth } from '@shared/kernel/local-date';
import type { FigureRow } from '../figure-row';
import type { MeasureId } from '../measures';
import { caseloadSources, coverageSources, practiceSources, vacancySources } from './source-extras';
import type { FigureRecords } from '../figures';
import { sourceGroup } from './group-people';
import { sicknessSources, staffSources } from './source-people';

export interface SourceRow {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly link: { readonly kind: 'person' | 'absence'; readonly id: string } | null;
  readonly above: number | null;
  readonly below: number | null;
}

export interface SourceTable {
  readonly title: string;
  /** Words of the two columns of numbers; null: there is no such column. */
  readonly above: string | null;
  readonly below: string | null;
  /** Without a sum the figure is made of the rows in another way: see `note`. */
  readonly hasSum: boolean;
  readonly rows: readonly SourceRow[];
}

export interface Sources {
  /** Typed in by the month: there are no single records. */
  readonly isByHand: boolean;
  readonly tables: readonly SourceTable[];
  readonly note: string | null;
}

const noSources: Sources = { isByHand: false, tables: [], note: null };
const byHand: Sources = { isByHand: true, tables: [], note: null };

const sicknessMeasures = ['sickness-days', 'sickness-hours', 'sickness-long', 'sickness-short'] as const;
const practiceMeasures = ['training-missed', 'protected-time', 'breaks', 'sessions-cut'] as const;
const isOneOf = <T extends MeasureId>(ids: readonly T[], id: MeasureId): id is T =>
  ids.some((each) => each === id);

export function sourcesOf(
  id: MeasureId,
  records: FigureRecords,
  team: string | null,
  row: FigureRow,
): Sources {
  const month: LocalMonth = row.month;
  if (isOneOf(practiceMeasures, id)) return practiceSources(id, records, team, month);
  if (isOneOf(sicknessMeasures, id)) {
    if (row.source.sickness !== 'records') return row.source.sickness === 'by-hand' ? byHand : noSources;
    const group = sourceGroup(records, team, month);
    return group === null ? noSources : sicknessSources(id, group, records);
  }
  if (id === 'caseload') return caseloadSources(records, team, month);
  if (id === 'supervision-coverage') return coverageSources(records, team, month);
  // Funded posts of a team that nobody is in are vacant: that says no record of a person, and is no gap.
  if (id === 'vacancy-rate' && row.source.staff !== 'by-hand')
    return vacancySources(records, team, month, row);
  if (row.source.staff !== 'records') return row.source.staff === 'by-hand' ? byHand : noSources;
  const group = sourceGroup(records, team, month, false);
  if (group === null) return noSources;
  return id === 'vacancy-rate' ? byHand : staffSources(id, group);
}

export function sumOf(table: SourceTable, column: 'above' | 'below'): number {
  return table.rows.reduce((sum, row) => sum + (row[column] ?? 0), 0);
}
