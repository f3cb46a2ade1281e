import { useMemo, useState } from 'react';
import { annotated, hiddenWords, measureChart } from '@shared/charts/measure-chart';
import {
  averageHeadcount12,
  caseloadChart,
  headcountChart,
  sicknessRateChart,
  turnoverChart,
} from '@shared/charts/workforce-charts';
import { formatAverage } from '@shared/charts/month-points';
import { niceTicks, rateTicks } from '@shared/charts/nice-scale';
import { lastPoints } from '@shared/charts/spec-window';
import type { LocalDate } from '@shared/kernel/local-date';
import { formatInterval, type ChartSpec } from '@shared/charts/chart-spec';
import { wilsonInterval } from '@shared/statistics/wilson';
import type { FigureRow } from '@shared/workforce/figure-row';
import { knownRows } from '@shared/workforce/known-rows';
import { isGroupShown, measureOf, type MeasureId } from '@shared/workforce/measures';
import { Chart } from '../../../charts';
import { Checkbox, Note, Segmented, Sheet } from '../../../ui';
import { useChartNotes, useLeaversFrom } from '../figure/use-figure';
import { How } from '../How';
import styles from './overview.module.css';

const ranges = ['12', '24', '36', '120'] as const;
type Range = (typeof ranges)[number];

/** Below this the rate of leaving is told with its likely range and as a count. */
const smallTeamBelow = 100;

function SmallNumbers(props: { readonly now: FigureRow }) {
  const { now } = props;
  const average = averageHeadcount12(now);
  const interval = wilsonInterval(now.leavers12, average);
  if (interval === null || average >= smallTeamBelow) return null;
  return (
    <Note kind="info" title={`${now.leavers12} of ${formatAverage(average)} left`}>
      With so few people, read the count before the rate. One leaver more or less moves it by{' '}
      {(100 / average).toFixed(1)} points. A rate from {formatInterval(interval, 'percent')} would fit this
      count (Wilson, 95%).
    </Note>
  );
}

interface Shown {
  readonly of: MeasureId;
  readonly spec: ChartSpec;
}

/** From the first month with people to the last: before and after there is nothing to draw. */
function withPeople(rows: readonly FigureRow[]): readonly FigureRow[] {
  const { valueOf } = measureOf('headcount');
  const isKnown = (row: FigureRow): boolean => valueOf(row) !== null;
  const first = rows.findIndex(isKnown);
  return first < 0 ? [] : rows.slice(first, rows.findLastIndex(isKnown) + 1);
}

/** A service of fewer than 5 people has no figure that is not about somebody. */
function hiddenWhereSmall({ of, spec }: Shown, rows: readonly FigureRow[]): Shown {
  const measure = measureOf(of);
  const last = rows.findLast((row) => measure.valueOf(row) !== null);
  return last === undefined || isGroupShown(measure, last)
    ? { of, spec }
    : { of, spec: { ...spec, hidden: hiddenWords } };
}

/** Middle values are of all known months, as on the figures' own pages: the range shown moves no line. */
function chartsOf(
  rows: readonly FigureRow[],
  count: number,
  leaversFrom: LocalDate | null,
): readonly Shown[] {
  const people = withPeople(rows);
  const turnover = knownRows(measureOf('turnover-average'), people, leaversFrom).rows;
  const isByHand = !rows.some((row) => row.source.sickness === 'records');
  const sicknessFrom = rows.find((row) => row.source.sickness === 'records')?.month ?? null;
  const hasHours = rows.some((row) => measureOf('sickness-hours').valueOf(row) !== null);
  const caseload = rows.flatMap((row) => (row.caseload === null ? [] : [row.caseload]));
  const charts: readonly Shown[] = [
    {
      of: 'turnover-average',
      spec: lastPoints(turnoverChart(turnover, []), count, (values) => rateTicks(values, 0.2)),
    },
    isByHand && hasHours
      ? {
          of: 'sickness-hours',
          spec: measureChart({
            measure: measureOf('sickness-hours'),
            kind: 'run',
            rows,
            shown: count,
            setting: null,
            notes: [],
          }),
        }
      : {
          of: 'sickness-days',
          spec: lastPoints(sicknessRateChart(people, sicknessFrom), count, (values) => rateTicks(values)),
        },
    { of: 'headcount', spec: headcountChart(people.slice(-count)) },
    ...(caseload.length > 0
      ? [
          {
            of: 'caseload' as const,
            spec: lastPoints(caseloadChart(caseload), count, (values) =>
              niceTicks(0, Math.max(1, ...values)),
            ),
          },
        ]
      : []),
  ];
  return charts.map((shownChart) => hiddenWhereSmall(shownChart, rows));
}

/** The series that matter most: sentence, drawing, table, and how each is worked out. */
export function OverviewCharts(props: { readonly rows: readonly FigureRow[]; readonly now: FigureRow }) {
  const { rows, now } = props;
  const [range, setRange] = useState<Range>('36');
  const [hasNotes, setNotes] = useState(true);
  const notes = useChartNotes(null, hasNotes);
  const leaversFrom = useLeaversFrom();
  const charts = useMemo(() => chartsOf(rows, Number(range), leaversFrom), [rows, range, leaversFrom]);
  return (
    <>
      <div className={styles.choices} data-print="no">
        <Segmented
          label="Months shown"
          name="range"
          value={range}
          onChange={setRange}
          options={ranges.map((value) => ({
            value,
            label: value === '120' ? 'Last 10 years' : `Last ${value} months`,
          }))}
        />
        <Checkbox name="notes" isSelected={hasNotes} onChange={setNotes}>
          Show notes and events
        </Checkbox>
      </div>
      {charts.map(({ of, spec }) => (
        <Sheet key={of} pad>
          <Chart spec={annotated(spec, notes)} />
          {of === 'turnover-average' && now.openingHeadcount12 > 0 && <SmallNumbers now={now} />}
          <How of={of} />
        </Sheet>
      ))}
    </>
  );
}
