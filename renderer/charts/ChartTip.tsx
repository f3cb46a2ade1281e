import {
  flagReasonsAt,
  formatInterval,
  formatValue,
  missingText,
  numberedNotes,
  type ChartSpec,
} from '@shared/charts/chart-spec';
import styles from './chart.module.css';

/** The numbers of one point, for the pointer and for the arrow keys alike; from the same spec as the table. */
export function ChartTip(props: {
  readonly spec: ChartSpec;
  readonly pointKey: string | number | undefined;
  readonly maxWidth: number;
}) {
  const { spec, pointKey } = props;
  const { format } = spec.y;
  const at = spec.x.points.findIndex((point) => point.key === pointKey);
  const point = spec.x.points[at];
  if (point === undefined) return null;
  const reason = flagReasonsAt(spec, at);
  const notes = spec.annotations.length === 0 ? [] : numberedNotes(spec).filter((note) => note.at === at);
  return (
    <div className={styles.tip} role="status" style={{ maxWidth: props.maxWidth }}>
      <strong>{point.label}</strong>
      {spec.series.map((series) => {
        const value = series.values[at] ?? null;
        const interval = series.intervals?.[at] ?? null;
        return (
          <span key={series.id}>
            {series.label}: {value === null ? missingText.toLowerCase() : formatValue(value, format)}
            {value !== null &&
              interval !== null &&
              ` (${(series.intervalLabel ?? 'likely range').toLowerCase()} ${formatInterval(interval, format)})`}
          </span>
        );
      })}
      {(spec.bands ?? []).map(({ label, spans }) => {
        const span = spans[at] ?? null;
        return span === null ? null : (
          <span key={label} className={styles.tipReason}>
            {label}: {formatValue(span.low, format)} to {formatValue(span.high, format)}
          </span>
        );
      })}
      {point.detail !== undefined && (
        <span>
          {spec.x.detailLabel}: {point.detail}
        </span>
      )}
      {reason !== '' && <span className={styles.tipReason}>{reason}</span>}
      {notes.flatMap(({ number, notes: here }) =>
        here.map((note) => (
          <span key={`${number}-${note.label}`} className={styles.tipReason}>
            {number}. {note.day === undefined ? '' : `${note.day}: `}
            {note.label}
          </span>
        )),
      )}
    </div>
  );
}
