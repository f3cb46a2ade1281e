/** Every measure in one line: what it is called, what it is now, and the newest sentence of its chart. Pure. */
import { formatValue } from '@shared/charts/chart-spec';
import { hiddenWords, measureChart } from '@shared/charts/measure-chart';
import type { ChartSetting } from '@shared/records/chart-setting/chart-setting';
import type { LocalDate } from '@shared/kernel/local-date';
import type { FigureRow } from '@shared/workforce/figure-row';
import { knownRows } from '@shared/workforce/known-rows';
import { isGroupShown, measureOf, type MeasureId } from '@shared/workforce/measures';

export interface FigureLine {
  readonly id: MeasureId;
  readonly label: string;
  /** Null: there is no figure. */
  readonly value: string | null;
  readonly sentence: string;
}

export interface LineGroup {
  readonly title: string;
  readonly ids: readonly MeasureId[];
}

export const lineGroups: readonly LineGroup[] = [
  { title: 'People', ids: ['headcount', 'wte', 'starters', 'leavers', 'vacancy-rate'] },
  { title: 'Staying', ids: ['turnover-average', 'turnover-opening', 'turnover-voluntary', 'stability'] },
  { title: 'Sickness', ids: ['sickness-days', 'sickness-hours', 'sickness-long', 'sickness-short'] },
  {
    title: 'Work and support',
    ids: ['caseload', 'supervision-coverage', 'training-missed', 'protected-time', 'breaks', 'sessions-cut'],
  },
];

export function figureLine(
  id: MeasureId,
  months: readonly FigureRow[],
  setting: ChartSetting | null,
  leaversFrom: LocalDate | null,
): FigureLine {
  const measure = measureOf(id);
  const { rows } = knownRows(measure, months, leaversFrom);
  const last = rows.findLast((row) => measure.valueOf(row) !== null);
  if (last === undefined) return { id, label: measure.label, value: null, sentence: 'No figures yet' };
  if (!isGroupShown(measure, last)) {
    return { id, label: measure.label, value: null, sentence: hiddenWords };
  }
  const value = measure.valueOf(last);
  const { headline } = measureChart({
    measure,
    kind: measure.charts[0] ?? 'run',
    rows,
    shown: 12,
    setting,
    notes: [],
  });
  return {
    id,
    label: measure.label,
    value: value === null ? null : formatValue(value, measure.format),
    sentence: headline,
  };
}
