import { useMemo, type ReactNode } from 'react';
import {
  CartesianGrid,
  DefaultZIndexes,
  Line,
  LineChart,
  Tooltip,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { formatTick, numberedNotes, type ChartSpec } from '@shared/charts/chart-spec';
import { ChartTip } from './ChartTip';
import { chartRows, manyPoints, narrowBelow, usePlaces, type DrawingProps } from './places';
import { EndLabels, endLabelRoom } from './layers/EndLabels';
import { LimitLayer } from './layers/LimitLayer';
import { NoteLayer } from './layers/NoteLayer';
import { PointLayer } from './layers/PointLayer';
import { ReferenceLayer } from './layers/ReferenceLayer';
import { WhiskerLayer } from './layers/WhiskerLayer';
import { dashArrays, seriesColour } from './marks';
import { fewTicks, namedPoints, noteLane, noteLanes, wrapText } from './place-labels';
import styles from './chart.module.css';

const leftRoom = 48;
const heights = { full: 300, small: 148, stacked: 190 } as const;

function Points(props: { readonly spec: ChartSpec; readonly radius?: number }): ReactNode {
  const places = usePlaces(props.spec);
  if (places === null) return null;
  return (
    <PointLayer
      spec={props.spec}
      xs={places.xs}
      y={places.y}
      {...(props.radius === undefined ? {} : { radius: props.radius })}
    />
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

function activeDotOf(colour: string, isSmall: boolean) {
  return { r: isSmall ? 5.5 : 7, fill: colour, stroke: 'var(--focus)', strokeWidth: 2 };
}

/** Points from left to right in time, values upwards. */
export function ColumnsChart(props: DrawingProps) {
  const { spec, width, name, isTipDismissed, size = 'full', hasXAxis = true, syncId } = props;
  const isNarrow = width < narrowBelow;
  const isSmall = size === 'small';
  const isTime = spec.x.kind === 'months' || spec.x.kind === 'weeks';
  const { format } = spec.y;
  const count = spec.x.points.length;
  const right = props.rightRoom ?? (isSmall ? 56 : isNarrow ? 16 : endLabelRoom(spec));
  const side = isSmall ? 6 : isTime ? 14 : 44;
  const labelWidth = isTime ? 84 : 112;
  const rows = useMemo(() => chartRows(spec), [spec]);
  const pointByKey = useMemo(() => new Map(spec.x.points.map((point) => [point.key, point])), [spec]);
  const plotWidth = width - leftRoom - right;
  const fitting = Math.max(1, Math.floor(plotWidth / labelWidth));
  const shown = useMemo(() => namedPoints(spec, fitting), [spec, fitting]);
  const between = (plotWidth - side * 2) / Math.max(1, count - 1);
  const lanes = isSmall
    ? 0
    : Math.max(0, ...noteLanes(numberedNotes(spec).map(({ at }) => at * between)).map((lane) => lane + 1));
  // On a narrow plot the tip stands under it, where it covers no point.
  const height = (isNarrow && size === 'full' ? 260 : heights[size]) + lanes * noteLane - (hasXAxis ? 0 : 24);
  const ticks = isSmall || size === 'stacked' ? fewTicks(spec.y.ticks) : [...spec.y.ticks];
  return (
    <LineChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: 12 + lanes * noteLane + (lanes > 0 ? 2 : 0), right, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={name}
      {...(syncId === undefined ? {} : { syncId, syncMethod: 'index' as const })}
    >
      <CartesianGrid vertical={false} stroke="var(--grid)" />
      <XAxis
        dataKey="key"
        type="category"
        ticks={shown}
        interval={0}
        tickLine={false}
        axisLine={{ stroke: 'var(--control)' }}
        height={hasXAxis ? (isTime ? 32 : 48) : 8}
        padding={{ left: side, right: side }}
        tick={
          hasXAxis &&
          (({ x, y, payload }: { x: number | string; y: number | string; payload: { value: string } }) => (
            <XTick
              x={x}
              y={y}
              lines={wrapText(
                pointByKey.get(payload.value)?.shortLabel ?? '',
                Math.floor(labelWidth / 7),
                isTime ? 1 : 2,
              )}
            />
          ))
        }
      />
      <YAxis
        type="number"
        domain={[spec.y.ticks[0] ?? 0, spec.y.ticks.at(-1) ?? 1]}
        ticks={ticks}
        interval={0}
        width={leftRoom}
        tickLine={false}
        axisLine={false}
        tickFormatter={(value: number) => formatTick(value, format)}
        tick={{ className: styles.label, fill: 'var(--muted)' }}
      />
      <LimitLayer spec={spec} />
      <ReferenceLayer spec={spec} />
      <NoteLayer spec={spec} hasMarkers={!isSmall} />
      <WhiskerLayer spec={spec} />
      {spec.series.map((series, index) => (
        <Line
          key={series.id}
          dataKey={series.id}
          name={series.label}
          stroke={series.isJoined ? seriesColour(index) : 'none'}
          strokeWidth={count > manyPoints ? 1.25 : 2}
          strokeDasharray={dashArrays[series.dash]}
          connectNulls={false}
          isAnimationActive={false}
          activeDot={activeDotOf(seriesColour(index), isSmall)}
          dot={false}
        />
      ))}
      <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
        <Points spec={spec} {...(isSmall && count <= manyPoints ? { radius: 2.5 } : {})} />
      </ZIndexLayer>
      <ZIndexLayer zIndex={DefaultZIndexes.label}>
        <EndLabels spec={spec} isNarrow={isNarrow} size={size} />
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
