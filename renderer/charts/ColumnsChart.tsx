import type { ReactNode } from 'react';
import {
  CartesianGrid,
  DefaultZIndexes,
  Line,
  LineChart,
  ReferenceLine,
  Tooltip,
  useXAxisScale,
  useYAxisScale,
  usePlotArea,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { formatTick, formatValue, type ChartSpec } from '@shared/charts/chart-spec';
import { dashArrays, Marker, referenceDash, seriesColour } from './marks';
import { placeLabels, tickEvery, wrapText } from './place-labels';
import { ChartTip } from './ChartTip';
import styles from './chart.module.css';

/** What both drawings need from the frame. */
export interface DrawingProps {
  readonly spec: ChartSpec;
  readonly width: number;
  /** The accessible name of the drawing. */
  readonly name: string;
  readonly isTipDismissed: boolean;
}

export type ChartRow = Readonly<Record<string, string | number | null>>;

export function chartRows(spec: ChartSpec): ChartRow[] {
  return spec.x.points.map((point, at) => ({
    key: point.key,
    ...Object.fromEntries(spec.series.map((series) => [series.id, series.values[at] ?? null])),
  }));
}

/** Below this width no name fits beside the plot. */
export const narrowBelow = 560;

function EndLabels(props: { readonly spec: ChartSpec; readonly isNarrow: boolean }): ReactNode {
  const { spec, isNarrow } = props;
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const plot = usePlotArea();
  if (xScale === undefined || yScale === undefined || plot === undefined) return null;
  const { format } = spec.y;
  const ends = spec.series.flatMap((series) => {
    const at = series.values.findLastIndex((value) => value !== null);
    const value = series.values[at] ?? null;
    const x = at === -1 ? undefined : xScale(spec.x.points[at]?.key);
    return value === null || x === undefined
      ? []
      : [
          {
            text: `${series.label} ${formatValue(value, format)}`,
            short: formatValue(value, format),
            y: yScale(value) ?? 0,
            top: yScale(series.intervals?.[at]?.upper ?? value) ?? 0,
            x,
            isStrong: true,
          },
        ];
  });
  const references = spec.references.map((reference) => ({
    text: `${reference.label} ${formatValue(reference.value, format)}`,
    y: yScale(reference.value) ?? 0,
    isStrong: false,
  }));
  const labels = [...ends, ...references];
  if (isNarrow) {
    // No room beside the plot: names stand in the key above it, the newest value over its point.
    return (
      <g>
        {ends.map((label) => (
          <text
            key={label.text}
            className={styles.strong}
            x={label.x + 6}
            y={label.top - 10}
            textAnchor="end"
          >
            {label.short}
          </text>
        ))}
      </g>
    );
  }
  const places = placeLabels(
    labels.map((label) => label.y),
    18,
    plot.y,
    plot.y + plot.height,
  );
  return (
    <g>
      {labels.map((label, index) => (
        <text
          key={label.text}
          className={label.isStrong ? styles.strong : styles.label}
          x={plot.x + plot.width + 12}
          y={places[index]}
          dominantBaseline="central"
        >
          {label.text}
        </text>
      ))}
    </g>
  );
}

function Bands(props: { readonly spec: ChartSpec }): ReactNode {
  const yScale = useYAxisScale();
  const plot = usePlotArea();
  if (yScale === undefined || plot === undefined) return null;
  return (
    <g>
      {props.spec.references.map(({ band, label }) => {
        if (band === undefined) return null;
        const top = yScale(band.upper) ?? plot.y;
        return (
          <rect
            key={label}
            x={plot.x}
            y={top}
            width={plot.width}
            height={Math.max(0, (yScale(band.lower) ?? top) - top)}
            fill="var(--band)"
          />
        );
      })}
    </g>
  );
}

function Whiskers(props: { readonly spec: ChartSpec }): ReactNode {
  const { spec } = props;
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  if (xScale === undefined || yScale === undefined) return null;
  return (
    <g>
      {spec.series.flatMap((series, index) =>
        (series.intervals ?? []).flatMap((interval, at) => {
          const x = xScale(spec.x.points[at]?.key);
          if (interval === null || x === undefined || (series.values[at] ?? null) === null) return [];
          const top = yScale(interval.upper) ?? 0;
          const foot = yScale(interval.lower) ?? 0;
          return [
            <path
              key={`${series.id}-${at}`}
              d={`M${x - 5},${top}h10M${x},${top}V${foot}M${x - 5},${foot}h10`}
              fill="none"
              stroke={seriesColour(index)}
              strokeWidth={1.5}
            />,
          ];
        }),
      )}
    </g>
  );
}

function Annotations(props: { readonly spec: ChartSpec }): ReactNode {
  const { spec } = props;
  const xScale = useXAxisScale();
  const plot = usePlotArea();
  if (xScale === undefined || plot === undefined) return null;
  return (
    <g>
      {spec.annotations.map((note) => {
        const x = xScale(spec.x.points[note.at]?.key) ?? 0;
        const isRight = x > plot.x + plot.width * 0.6;
        return (
          <g key={`${note.at}-${note.label}`}>
            <path
              d={`M${x},${plot.y - 16}V${plot.y + plot.height}`}
              stroke="var(--control)"
              strokeWidth={1}
            />
            <text
              className={styles.strong}
              x={x + (isRight ? -6 : 6)}
              y={plot.y - 6}
              textAnchor={isRight ? 'end' : 'start'}
            >
              {note.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function XTick(props: {
  readonly x?: number | string;
  readonly y?: number | string;
  readonly lines: readonly string[];
}) {
  return (
    <text className={styles.label} x={props.x} y={Number(props.y ?? 0) + 10} textAnchor="middle">
      {props.lines.map((line, index) => (
        <tspan key={line} x={props.x} dy={index === 0 ? '0.71em' : '1.25em'}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Points from left to right in time, values upwards. */
export function ColumnsChart(props: DrawingProps) {
  const { spec, width, name, isTipDismissed } = props;
  const isNarrow = width < narrowBelow;
  const { format, ticks } = spec.y;
  // On a narrow plot the tip stands under it, where it covers no point.
  const height = isNarrow ? 260 : 300;
  const left = 48;
  const longest = Math.max(
    0,
    ...spec.series.map((series) => series.label.length + 6),
    ...spec.references.map((reference) => reference.label.length + 6),
  );
  const right = isNarrow ? 16 : Math.min(200, 24 + longest * 7.5);
  const labelWidth = spec.x.kind === 'months' ? 84 : 112;
  const step = tickEvery(spec.x.points.length, width - left - right, labelWidth);
  const shown = spec.x.points.filter((_, at) => at % step === 0).map((point) => point.key);
  const pointByKey = new Map(spec.x.points.map((point) => [point.key, point]));
  return (
    <LineChart
      width={width}
      height={height}
      data={chartRows(spec)}
      margin={{ top: spec.annotations.length > 0 ? 24 : 12, right, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={name}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        dataKey="key"
        type="category"
        ticks={shown}
        interval={0}
        tickLine={false}
        axisLine={{ stroke: 'var(--control)' }}
        height={spec.x.kind === 'months' ? 32 : 48}
        padding={spec.x.kind === 'months' ? { left: 14, right: 14 } : { left: 44, right: 44 }}
        tick={({ x, y, payload }: { x: number | string; y: number | string; payload: { value: string } }) => (
          <XTick
            x={x}
            y={y}
            lines={wrapText(
              pointByKey.get(payload.value)?.shortLabel ?? '',
              Math.floor(labelWidth / 7),
              spec.x.kind === 'months' ? 1 : 2,
            )}
          />
        )}
      />
      <YAxis
        type="number"
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        ticks={[...ticks]}
        interval={0}
        width={left}
        tickLine={false}
        axisLine={false}
        tickFormatter={(value: number) => formatTick(value, format)}
        tick={{ className: styles.label, fill: 'var(--muted)' }}
      />
      {spec.references.map((reference) => (
        <ReferenceLine
          key={reference.label}
          y={reference.value}
          stroke={reference.kind === 'median' ? 'var(--text)' : 'var(--muted)'}
          strokeDasharray={referenceDash(reference.kind)}
        />
      ))}
      <Bands spec={spec} />
      <Annotations spec={spec} />
      <Whiskers spec={spec} />
      {spec.series.map((series, index) => (
        <Line
          key={series.id}
          dataKey={series.id}
          name={series.label}
          stroke={series.isJoined ? seriesColour(index) : 'none'}
          strokeWidth={2}
          strokeDasharray={dashArrays[series.dash]}
          connectNulls={false}
          isAnimationActive={false}
          activeDot={{ r: 7, fill: seriesColour(index), stroke: 'var(--focus)', strokeWidth: 2 }}
          dot={({ cx, cy, index: at }: { cx?: number | string; cy?: number | string; index: number }) => {
            if (typeof cx !== 'number' || typeof cy !== 'number' || (series.values[at] ?? null) === null)
              return null;
            const isFlagged = spec.flags.some((flag) => flag.at === at);
            return (
              <Marker
                key={at}
                marker={isFlagged ? 'diamond' : series.marker}
                x={cx}
                y={cy}
                colour={isFlagged ? 'var(--s4)' : seriesColour(index)}
                radius={isFlagged ? 5 : spec.x.points.length > 40 ? 3.5 : 4.5}
              />
            );
          }}
        />
      ))}
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        <EndLabels spec={spec} isNarrow={isNarrow} />
      </ZIndexLayer>
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
