/** A measure by month with what somebody has set for its chart: what each kind of chart is made of. */
import { monthsBetween, type LocalMonth } from '@shared/kernel/local-date';
import type { ChartMark, ChartPhase, ChartSetting } from '@shared/records/chart-setting/chart-setting';
import type { MonthlyValue } from '@shared/statistics/run-chart-story';
import { phaseStartsOf } from '@shared/statistics/xmr';
import type { FigureRow } from '@shared/workforce/figure-row';
import { isGroupShown, type Measure } from '@shared/workforce/measures';

/** The measure by month, from its first figure on, with what somebody has set for its chart. */
export interface MeasureSeries {
  readonly measure: Measure;
  readonly improvement: Measure['improvement'];
  readonly rows: readonly FigureRow[];
  readonly points: readonly MonthlyValue[];
  readonly phases: readonly ChartPhase[];
  /** Places in `points`; the first is 0. */
  readonly phaseStarts: readonly number[];
  readonly marks: readonly ChartMark[];
  detailOf(month: LocalMonth): string | undefined;
}

export const standingOf = <T extends { readonly removedOn: unknown }>(items: readonly T[] | undefined): T[] =>
  (items ?? []).filter(({ removedOn }) => removedOn === null);

export function measureSeries(
  measure: Measure,
  rows: readonly FigureRow[],
  setting: ChartSetting | null,
): MeasureSeries {
  const valueIn = (row: FigureRow): number | null =>
    isGroupShown(measure, row) ? measure.valueOf(row) : null;
  const first = rows.findIndex((row) => valueIn(row) !== null);
  const used = first < 0 ? [] : rows.slice(first);
  const rowByMonth = new Map(used.map((row) => [row.month, row]));
  const [from, to] = [used[0]?.month, used.at(-1)?.month];
  const months = from === undefined || to === undefined ? [] : monthsBetween(from, to);
  const points = months.map((month): MonthlyValue => {
    const row = rowByMonth.get(month);
    return { month, value: row === undefined ? null : valueIn(row) };
  });
  const phases = standingOf(setting?.phases);
  return {
    measure,
    improvement: setting?.improvement ?? measure.improvement,
    rows: used,
    points,
    phases,
    phaseStarts: phaseStartsOf(
      points.length,
      phases.map(({ from }) => months.indexOf(from)),
    ),
    marks: standingOf(setting?.marks),
    detailOf: (month) => {
      const row = rowByMonth.get(month);
      return row === undefined || valueIn(row) === null ? undefined : measure.fractionOf(row)?.words;
    },
  };
}
