/** Days since the last session against the interval. The mark's shape says the status too: dot, ring, diamond. */
import type { PersonCoverage } from '@shared/supervision/coverage';
import styles from './supervision.module.css';

const width = 160;
const height = 20;
const middle = height / 2;
/** The interval stands at four fifths; what is far beyond it ends at the edge. */
const atInterval = 0.8;

export function WaitTrack(props: { readonly coverage: PersonCoverage }) {
  const { daysSince, intervalDays, state } = props.coverage;
  if (daysSince === null) {
    return (
      <svg className={styles.track} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className={styles.noWait} d={`M0 ${middle}H${width}`} />
      </svg>
    );
  }
  const end = Math.min(width - 6, (daysSince / intervalDays) * atInterval * width);
  const tone =
    state === 'overdue'
      ? styles.trackOverdue
      : state === 'due-today'
        ? styles.trackDue
        : state === 'away'
          ? styles.trackAway
          : styles.trackGood;
  return (
    <svg
      className={`${styles.track ?? ''} ${tone ?? ''}`}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path className={styles.rail} d={`M0 ${middle}H${width}`} />
      <path className={styles.tick} d={`M${width * atInterval} 2V${height - 2}`} />
      <path className={styles.wait} d={`M0 ${middle}H${end}`} />
      {state === 'overdue' && <path className={styles.solid} d={`M${end} ${middle - 6}l6 6l-6 6l-6 -6z`} />}
      {state === 'due-today' && <circle className={styles.ring} cx={end} cy={middle} r={5} />}
      {state !== 'overdue' && state !== 'due-today' && (
        <circle className={styles.solid} cx={end} cy={middle} r={4.5} />
      )}
    </svg>
  );
}
