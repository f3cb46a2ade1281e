import { numberedNotes, type ChartSpec } from '@shared/charts/chart-spec';
import styles from './chart.module.css';

/** The words of the numbered markers, with their days. */
export function NotesList(props: { readonly spec: ChartSpec }) {
  const { spec } = props;
  if (spec.annotations.length === 0) return null;
  return (
    <ol className={styles.notes} aria-label="What happened">
      {numberedNotes(spec).map(({ at, number, notes }) => (
        <li key={at}>
          <span className={styles.noteBadge} aria-hidden="true">
            {number}
          </span>
          <span>
            {notes.map(({ day, label }) => (
              <span key={`${day ?? ''}${label}`} className={styles.noteLine}>
                <span className={styles.noteDay}>{day ?? spec.x.points[at]?.label}</span> {label}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
