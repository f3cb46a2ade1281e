/** The two charts of a pair, on the same months, each with its own scale and its own sentence. */
import { monthOf, type LocalDate } from '@shared/kernel/local-date';
import { blankChartSetting, type ChartSetting } from '@shared/records/chart-setting/chart-setting';
import type { ChartNote } from '@shared/workforce/chart-notes';
import type { FigureRow } from '@shared/workforce/figure-row';
import { knownRows } from '@shared/workforce/known-rows';
import { measureOf, type Measure } from '@shared/workforce/measures';
import type { MeasurePair } from '@shared/workforce/together';
import type { ChartSpec } from './chart-spec';
import { measureChart } from './measure-chart';

export interface PairInput {
  readonly pair: MeasurePair;
  /** Full months, oldest first. */
  readonly rows: readonly FigureRow[];
  readonly shown: number;
  readonly team: string | null;
  readonly settings: readonly ChartSetting[];
  readonly notes: readonly ChartNote[];
  /** See `knownRows`. */
  readonly leaversFrom: LocalDate | null;
}

/** The target is drawn; phases are not: what runs through both charts is what happened, and nothing else. */
function targetOf(settings: readonly ChartSetting[], measure: Measure, team: string | null): ChartSetting {
  const found = settings.find((setting) => setting.measure === measure.id && setting.team === team);
  return { ...blankChartSetting(measure.id, team), target: found?.target ?? null };
}

/** Behind every month. */
const noFigure = '~';

function firstFigure(measure: Measure, rows: readonly FigureRow[]): string {
  return rows.find((row) => measure.valueOf(row) !== null)?.month ?? noFigure;
}

/** Notes hang on the chart that begins first, so that none falls off the drawing of the other. */
export function pairCharts({
  pair,
  rows,
  shown,
  team,
  settings,
  notes,
  leaversFrom,
}: PairInput): ChartSpec[] {
  const measures = [pair.upper, pair.lower].map(measureOf);
  const window = rows.slice(-shown);
  const known = measures.map((measure) => knownRows(measure, rows, leaversFrom).rows);
  const starts = measures.map((measure, at) => firstFigure(measure, known[at] ?? []));
  const bearer = (starts[1] ?? noFigure) < (starts[0] ?? noFigure) ? 1 : 0;
  const from = window[0]?.month;
  const inWindow = notes.filter(({ from: day }) => from !== undefined && monthOf(day) >= from);
  return measures.map((measure, at): ChartSpec => {
    const spec = measureChart({
      measure,
      kind: 'run',
      rows: known[at] ?? [],
      shown,
      setting: targetOf(settings, measure, team),
      notes: at === bearer ? inWindow : [],
      team,
    });
    return {
      ...spec,
      id: `${pair.id}-${measure.id}`,
      // Beside the line: the title above says the rest.
      series: spec.series.map((series) => ({ ...series, label: measure.sentenceName })),
    };
  });
}
