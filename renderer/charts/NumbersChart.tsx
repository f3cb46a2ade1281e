import { useMemo, type ReactNode } from 'react';
import {
  CartesianGrid,
  DefaultZIndexes,
  Line,
  LineChart,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { formatTick, formatValue, type ChartSpec, type NumberAxis } from '@shared/charts/chart-spec';
import { ChartTip } from './ChartTip';
import { narrowBelow, type ChartRow, type DrawingProps } from './places';
import { NameLayer } from './layers/NameLayer';
import { PointLayer } from './layers/PointLayer';
import { ReferenceLayer } from './layers/ReferenceLayer';
import { RegionLayer } from './layers/RegionLayer';
import { seriesColour } from './marks';
import { fewTicks, fittingTicks } from './place-labels';
import styles from './chart.module.css';

const leftRoom = 48;
const noAxis: NumberAxis = { label: '', positions: [], low: 0, high: 1, ticks: [] };

/** From the left to the right, as the arrow keys go. Equal places are a hair apart: Recharts finds a point by its place. */
function rowsOf(spec: ChartSpec, { positions }: NumberAxis): ChartRow[] {
  const hair = (Math.max(1, ...positions) - Math.min(0, ...positions)) * 1e-7;
  return spec.x.points
    .map((point, at) => ({ point, at, place: positions[at] ?? 0 }))
    .sort((left, right) => left.place - right.place || left.at - right.at)
    .map(({ point, at, place }, order) => ({
      key: point.key,
      place: place + order * hair,
      ...Object.fromEntries(spec.series.map((series) => [series.id, series.values[at] ?? null])),
    }));
}

function Marks(props: {
  readonly spec: ChartSpec;
  readonly axis: NumberAxis;
  readonly isNarrow: boolean;
}): ReactNode {
  const { spec, axis, isNarrow } = props;
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const plot = usePlotArea();
  const placed = useMemo(
    () =>
      xScale === undefined || yScale === undefined || plot === undefined
        ? null
        : {
            xs: axis.positions.map((position) => xScale(position) ?? plot.x),
            y: (value: number) => yScale(value) ?? plot.y,
            plot,
          },
    [axis, xScale, yScale, plot],
  );
  if (placed === null) return null;
  const isFunnel = spec.layout === 'funnel';
  return (
    <>
      <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
        <PointLayer spec={spec} xs={placed.xs} y={placed.y} radius={isFunnel ? 6 : 4.5} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        {isFunnel && !isNarrow && <NameLayer spec={spec} {...placed} />}
        {isFunnel && (
          <RegionNames spec={spec} axis={axis} y={placed.y} plot={placed.plot} isNarrow={isNarrow} />
        )}
        {!isFunnel && !isNarrow && <StepNames spec={spec} xs={placed.xs} y={placed.y} />}
      </ZIndexLayer>
    </>
  );
}

/** What the curves of a funnel are, at their right ends. */
function RegionNames(props: {
  readonly spec: ChartSpec;
  readonly axis: NumberAxis;
  readonly y: (value: number) => number;
  readonly plot: { readonly x: number; readonly width: number };
  readonly isNarrow: boolean;
}): ReactNode {
  const { spec, y, plot, isNarrow } = props;
  if (isNarrow) return null;
  const lines = [
    ...(spec.regions ?? []).flatMap(({ label, points }) => {
      const last = points.at(-1);
      return last === undefined ? [] : [{ text: label, at: y(last.high) }];
    }),
    ...(spec.curves ?? []).flatMap(({ seriesId, points }) => {
      const last = points.at(-1);
      return seriesId !== null || last === undefined
        ? []
        : [{ text: `Average ${formatValue(last.value, spec.y.format)}`, at: y(last.value) }];
    }),
  ];
  return lines.map(({ text, at }) => (
    <text key={text} className={styles.label} x={plot.x + plot.width + 10} y={at} dominantBaseline="central">
      {text}
    </text>
  ));
}

/** The shares after set lengths of service, over their points. */
function StepNames(props: {
  readonly spec: ChartSpec;
  readonly xs: readonly number[];
  readonly y: (value: number) => number;
}): ReactNode {
  const { spec, xs, y } = props;
  const series = spec.series[0];
  if (series === undefined || spec.series.length > 1) return null;
  const fitting = fittingTicks(xs, 56);
  return fitting.map((at) => {
    const value = series.values[at] ?? null;
    return value === null ? null : (
      <text
        key={spec.x.points[at]?.key}
        className={styles.strong}
        x={(xs[at] ?? 0) + 4}
        y={y(value) - 13}
        textAnchor="start"
      >
        {formatValue(value, spec.y.format)}
      </text>
    );
  });
}

/** Names under the axis, the people at risk below them, and what the axis is. */
function Axis(props: { readonly spec: ChartSpec; readonly axis: NumberAxis }): ReactNode {
  const { spec, axis } = props;
  const xScale = useXAxisScale();
  const plot = usePlotArea();
  if (xScale === undefined || plot === undefined) return null;
  const foot = plot.y + plot.height;
  const places = axis.ticks.map(({ at }) => xScale(at) ?? plot.x);
  const shown = fittingTicks(places, 60);
  const under = spec.x.underLabel;
  return (
    <g data-layer="axis">
      {shown.map((at) => (
        <g key={axis.ticks[at]?.label}>
          <path d={`M${places[at] ?? 0},${foot}v5`} stroke="var(--control)" />
          <text className={styles.label} x={places[at]} y={foot + 20} textAnchor="middle">
            {axis.ticks[at]?.label}
          </text>
          {under !== undefined && (
            <text className={styles.label} x={places[at]} y={foot + 62} textAnchor="middle">
              {spec.x.points[at]?.under}
            </text>
          )}
        </g>
      ))}
      <text
        className={styles.label}
        x={under === undefined ? plot.x + plot.width / 2 : plot.x}
        y={foot + 42}
        textAnchor={under === undefined ? 'middle' : 'start'}
      >
        {under ?? axis.label}
      </text>
    </g>
  );
}

/** Points on an axis of numbers: how long people stay, or teams by their size. */
export function NumbersChart(props: DrawingProps) {
  const { spec, width, name, isTipDismissed, size = 'full' } = props;
  const isSmall = size === 'small';
  const isNarrow = isSmall || width < narrowBelow;
  const isFunnel = spec.layout === 'funnel';
  const axis = spec.x.scale ?? noAxis;
  const { format, ticks } = spec.y;
  const rows = useMemo(() => rowsOf(spec, axis), [spec, axis]);
  const below = spec.x.underLabel === undefined ? 52 : 72;
  const height = (isSmall ? 150 : isNarrow ? 260 : 320) + below - 32;
  const right = isNarrow ? 16 : isFunnel ? 116 : 32;
  return (
    <LineChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: 16, right, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={name}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        type="number"
        dataKey="place"
        domain={[axis.low, axis.high * (1 + 1e-6)]}
        allowDataOverflow
        tick={false}
        tickLine={false}
        axisLine={{ stroke: 'var(--control)' }}
        height={below}
        padding={{ left: 0, right: isFunnel ? 0 : 12 }}
      />
      <YAxis
        type="number"
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={isSmall ? fewTicks(ticks) : [...ticks]}
        interval={0}
        width={leftRoom}
        tickLine={false}
        axisLine={false}
        tickFormatter={(value: number) => formatTick(value, format)}
        tick={{ className: styles.label, fill: 'var(--muted)' }}
      />
      <RegionLayer spec={spec} />
      <ReferenceLayer spec={spec} />
      <Axis spec={spec} axis={axis} />
      {spec.series.map((series, index) => (
        <Line
          key={series.id}
          dataKey={series.id}
          name={series.label}
          stroke="none"
          connectNulls={false}
          isAnimationActive={false}
          activeDot={{ r: 8, fill: seriesColour(index), stroke: 'var(--focus)', strokeWidth: 2 }}
          dot={false}
        />
      ))}
      <Marks spec={spec} axis={axis} isNarrow={isNarrow} />
      <Tooltip
        isAnimationActive={false}
        filterNull={false}
        {...(isNarrow ? { position: { x: 0, y: height } } : {})}
        cursor={{ stroke: 'var(--control)', strokeWidth: 1 }}
        {...(isTipDismissed ? { active: false } : {})}
        content={({ active, payload }) => {
          const row: unknown = payload[0]?.payload;
          const key = typeof row === 'object' && row !== null && 'key' in row ? String(row.key) : undefined;
          return active ? <ChartTip spec={spec} pointKey={key} maxWidth={Math.min(300, width)} /> : null;
        }}
      />
    </LineChart>
  );
}
