import {
  flagReasonsAt,
  formatInterval,
  formatValue,
  missingText,
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
  const at = spec.x.points.findIndex((point) => point.key === pointKey);
  const point = spec.x.points[at];
  if (point === undefined) return null;
  const reason = flagReasonsAt(spec, at);
  return (
    <div className={styles.tip} role="status" style={{ maxWidth: props.maxWidth }}>
      <strong>{point.label}</strong>
      {spec.series.map((series) => {
        const value = series.values[at] ?? null;
        const interval = series.intervals?.[at] ?? null;
        return (
          <span key={series.id}>
            {series.label}: {value === null ? missingText.toLowerCase() : formatValue(value, spec.y.format)}
            {value !== null &&
              interval !== null &&
              ` (${(series.intervalLabel ?? 'likely range').toLowerCase()} ${formatInterval(interval, spec.y.format)})`}
          </span>
        );
      })}
      {point.detail !== undefined && (
        <span>
          {spec.x.detailLabel}: {point.detail}
        </span>
      )}
      {reason !== '' && <span className={styles.tipReason}>{reason}</span>}
    </div>
  );
}
