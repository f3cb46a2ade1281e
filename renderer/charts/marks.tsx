import type { FlagTone, ReferenceLine, SeriesDash, SeriesMarker } from '@shared/charts/chart-spec';

/** Colours come from the tokens, so light, dark and forced colours need nothing here. */
export function seriesColour(index: number): string {
  return `var(--s${(index % 4) + 1})`;
}

export const dashArrays: Readonly<Record<SeriesDash, string | undefined>> = {
  solid: undefined,
  long: '9 5',
  short: '5 4',
  dotted: '1.5 4',
};

export function markerPath(marker: SeriesMarker, x: number, y: number, radius: number): string {
  switch (marker) {
    case 'circle':
      return `M${x - radius},${y}a${radius},${radius} 0 1,0 ${radius * 2},0a${radius},${radius} 0 1,0 ${-radius * 2},0Z`;
    case 'square': {
      const half = radius * 0.9;
      return `M${x - half},${y - half}h${half * 2}v${half * 2}h${-half * 2}Z`;
    }
    case 'triangle':
      return `M${x},${y - radius * 1.15}L${x + radius * 1.1},${y + radius * 0.8}H${x - radius * 1.1}Z`;
    case 'diamond':
      return `M${x},${y - radius * 1.35}L${x + radius * 1.35},${y}L${x},${y + radius * 1.35}L${x - radius * 1.35},${y}Z`;
  }
}

/** A marked point: its shape says what it means without colour, its word stands in the key. */
export const flagMarks: Readonly<
  Record<FlagTone, { readonly marker: SeriesMarker; readonly colour: string; readonly words: string }>
> = {
  concern: { marker: 'diamond', colour: 'var(--s4)', words: 'Marked: worse than usual' },
  improvement: { marker: 'square', colour: 'var(--s2)', words: 'Marked: better than usual' },
  neutral: { marker: 'triangle', colour: 'var(--s3)', words: 'Marked: out of the ordinary' },
};

/** One point. A rim of the paper keeps it apart from the line and from its neighbours. */
export function Marker(props: {
  readonly marker: SeriesMarker;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly radius?: number;
}) {
  const { marker, x, y, colour, radius = 4.5 } = props;
  return <path d={markerPath(marker, x, y, radius)} fill={colour} stroke="var(--card)" strokeWidth={1.5} />;
}

/** The line and marker of a series, beside its name. */
export function KeySwatch(props: {
  readonly marker: SeriesMarker;
  readonly dash: SeriesDash;
  readonly colour: string;
  readonly isJoined: boolean;
}) {
  return (
    <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
      {props.isJoined && (
        <path d="M0 8H28" stroke={props.colour} strokeWidth="2" strokeDasharray={dashArrays[props.dash]} />
      )}
      <Marker marker={props.marker} x={14} y={8} colour={props.colour} />
    </svg>
  );
}

/** How a reference line is drawn: the median solid and thin, a target in long dashes, a baseline dotted. */
export function referenceDash(kind: ReferenceLine['kind']): string | undefined {
  if (kind === 'median') return undefined;
  return kind === 'limit' ? '10 3 2 3' : '2 4';
}

/** A marked point, beside what it means. */
export function FlagSwatch(props: { readonly tone: FlagTone }) {
  const { marker, colour } = flagMarks[props.tone];
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <Marker marker={marker} x={8} y={8} colour={colour} radius={5.5} />
    </svg>
  );
}

export function ReferenceSwatch(props: { readonly kind: ReferenceLine['kind'] }) {
  return (
    <svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
      <path d="M0 8H28" stroke="var(--text)" strokeWidth="1" strokeDasharray={referenceDash(props.kind)} />
    </svg>
  );
}
