import type { ReactNode } from 'react';
import {
  CartesianGrid,
  Line,
  LineChart,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { formatInterval, formatTick, formatValue, type ChartSpec } from '@shared/charts/chart-spec';
import { chartRows, type DrawingProps } from './places';
import { ChartTip } from './ChartTip';
import { dashArrays, Marker, seriesColour } from './marks';
import { fewTicks, wrapText } from './place-labels';
import styles from './chart.module.css';

const narrowBelow = 480;
/** Labels of reference lines stand one over the other: two of them may lie close together. */
const referenceLine = 18;

/** Series of one row lie side by side, so that equal values do not hide each other. */
function rowShift(index: number, count: number): number {
  return (index - (count - 1) / 2) * 13;
}

function Ground(props: { readonly spec: ChartSpec; readonly rowHeight: number }): ReactNode {
  const { spec, rowHeight } = props;
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const plot = usePlotArea();
  if (xScale === undefined || yScale === undefined || plot === undefined) return null;
  const at = (value: number): number => xScale(value) ?? plot.x;
  return (
    <g>
      {spec.references.map((reference, index) => (
        <g key={reference.label}>
          {reference.band !== undefined && (
            <rect
              x={at(reference.band.lower)}
              y={plot.y}
              width={Math.max(0, at(reference.band.upper) - at(reference.band.lower))}
              height={plot.height}
              fill="var(--band)"
            />
          )}
          <path
            d={`M${at(reference.value)},${plot.y - 6 - index * referenceLine}V${plot.y + plot.height}`}
            stroke="var(--muted)"
            strokeWidth={1.5}
            strokeDasharray="2 4"
          />
          <text
            className={styles.strong}
            x={at(reference.value)}
            y={plot.y - 12 - index * referenceLine}
            textAnchor="middle"
          >
            {reference.label}
          </text>
        </g>
      ))}
      {spec.ranges.map((range) => (
        <g key={range.label}>
          {range.spans.map((span, index) => {
            const key = spec.x.points[index]?.key;
            const y = yScale(key);
            if (y === undefined) return null;
            const half = Math.min(16, rowHeight / 2 - 8);
            return (
              <g key={key}>
                <rect
                  className={styles.range}
                  x={at(span.low)}
                  y={y - half}
                  width={at(span.high) - at(span.low)}
                  height={half * 2}
                />
                <path
                  d={`M${at(span.middle)},${y - half}v${half * 2}`}
                  stroke="var(--control)"
                  strokeWidth={1.5}
                />
              </g>
            );
          })}
        </g>
      ))}
      {spec.series.flatMap((series, index) =>
        (series.intervals ?? []).flatMap((interval, point) => {
          const middle = yScale(spec.x.points[point]?.key);
          if (interval === null || middle === undefined || (series.values[point] ?? null) === null) return [];
          const y = middle + rowShift(index, spec.series.length);
          return [
            <path
              key={`${series.id}-${point}`}
              d={`M${at(interval.lower)},${y - 6}v12M${at(interval.lower)},${y}H${at(interval.upper)}M${at(interval.upper)},${y - 6}v12`}
              fill="none"
              stroke={seriesColour(index)}
              strokeWidth={2}
            />,
          ];
        }),
      )}
    </g>
  );
}

/** Names at the left, values at the right: nothing has to be read off a legend. */
function RowLabels(props: {
  readonly spec: ChartSpec;
  readonly isNarrow: boolean;
  readonly leftWidth: number;
}): ReactNode {
  const { spec, isNarrow, leftWidth } = props;
  const yScale = useYAxisScale();
  const plot = usePlotArea();
  if (yScale === undefined || plot === undefined) return null;
  const series = spec.series[0];
  const perLine = Math.floor(leftWidth / 7.4);
  return (
    <g>
      {spec.x.points.map((point, index) => {
        const y = yScale(point.key);
        if (y === undefined) return null;
        const value = series?.values[index] ?? null;
        const interval = series?.intervals?.[index] ?? null;
        const under =
          spec.x.kind === 'scales'
            ? (point.detail ?? '')
            : interval === null
              ? ''
              : `likely ${formatInterval(interval, 'whole')}`;
        const names = wrapText(point.shortLabel, perLine, 2);
        const left = [
          ...names.map((text) => ({ text, className: styles.strong })),
          ...(spec.x.kind === 'rounds' && point.detail !== undefined
            ? [{ text: point.detail, className: styles.label }]
            : []),
        ];
        const right = [
          { text: value === null ? 'Hidden' : formatValue(value, spec.y.format), className: styles.strong },
          ...(value === null || under === '' ? [] : [{ text: under, className: styles.label }]),
        ];
        if (isNarrow) {
          // No room at the left: the name stands over its row.
          const name = [point.shortLabel, spec.x.kind === 'rounds' ? (point.detail ?? '') : '']
            .filter((text) => text !== '')
            .join(', ');
          return (
            <g key={point.key}>
              <text className={styles.label} x={0} y={y - 22} dominantBaseline="central">
                {wrapText(name, 36, 1)[0]}
              </text>
              <text className={styles.strong} x={plot.x + plot.width + 12} y={y} dominantBaseline="central">
                {right[0]?.text}
              </text>
            </g>
          );
        }
        return (
          <g key={point.key}>
            {left.map((line, at) => (
              <text
                key={line.text}
                className={line.className}
                x={0}
                y={y + (at - (left.length - 1) / 2) * 18}
                dominantBaseline="central"
              >
                {line.text}
              </text>
            ))}
            {right.map((line, at) => (
              <text
                key={line.text}
                className={line.className}
                x={plot.x + plot.width + 16}
                y={y + (at - (right.length - 1) / 2) * 18}
                dominantBaseline="central"
              >
                {line.text}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}

/** Points one under the other, values to the right: for scales, and for two or three rounds. */
export function RowsChart(props: DrawingProps) {
  const { spec, width, name, isTipDismissed } = props;
  const isNarrow = width < narrowBelow;
  const rowHeight = spec.x.kind === 'scales' && !isNarrow ? 48 : 64;
  const leftWidth = isNarrow ? 0 : 136;
  const right = isNarrow ? 60 : spec.x.kind === 'scales' ? 176 : 128;
  const { ticks, format } = spec.y;
  const top = spec.references.length > 0 ? 10 + referenceLine * spec.references.length : 8;
  const height = top + rowHeight * spec.x.points.length + 36;
  return (
    <LineChart
      layout="vertical"
      width={width}
      height={height}
      data={chartRows(spec)}
      margin={{ top, right, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={name}
    >
      <CartesianGrid horizontal={false} stroke="var(--grid)" />
      <XAxis
        type="number"
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={isNarrow ? fewTicks(ticks) : [...ticks]}
        interval={0}
        height={36}
        tickLine={false}
        axisLine={false}
        tickMargin={8}
        tickFormatter={(value: number) => formatTick(value, format)}
        tick={{ className: styles.label, fill: 'var(--muted)' }}
      />
      <YAxis
        type="category"
        dataKey="key"
        width={leftWidth + 12}
        tick={false}
        tickLine={false}
        axisLine={false}
        padding={{ top: rowHeight / 2, bottom: rowHeight / 2 }}
      />
      <Ground spec={spec} rowHeight={rowHeight} />
      {/* Later series first, so that the newest lies on top. */}
      {spec.series.toReversed().map((series, reversed) => {
        const index = spec.series.length - 1 - reversed;
        return (
          <Line
            key={series.id}
            dataKey={series.id}
            name={series.label}
            stroke="none"
            strokeDasharray={dashArrays[series.dash]}
            connectNulls={false}
            isAnimationActive={false}
            activeDot={({ cx, cy }: { cx?: number | string; cy?: number | string }) => (
              <circle
                cx={cx}
                cy={Number(cy) + rowShift(index, spec.series.length)}
                r={9}
                fill={seriesColour(index)}
                stroke="var(--focus)"
                strokeWidth={2}
              />
            )}
            dot={({ cx, cy, index: at }: { cx?: number | string; cy?: number | string; index: number }) =>
              typeof cx === 'number' && typeof cy === 'number' && (series.values[at] ?? null) !== null ? (
                <Marker
                  key={at}
                  marker={series.marker}
                  x={cx}
                  y={cy + rowShift(index, spec.series.length)}
                  colour={seriesColour(index)}
                  radius={6}
                />
              ) : null
            }
          />
        );
      })}
      <RowLabels spec={spec} isNarrow={isNarrow} leftWidth={leftWidth} />
      <Tooltip
        isAnimationActive={false}
        filterNull={false}
        {...(isNarrow ? { position: { x: 0, y: height } } : {})}
        cursor={{ stroke: 'var(--control)', strokeWidth: 1 }}
        {...(isTipDismissed ? { active: false } : {})}
        content={({ active, label }) =>
          active ? <ChartTip spec={spec} pointKey={label} maxWidth={Math.min(300, width)} /> : null
        }
      />
    </LineChart>
  );
}
