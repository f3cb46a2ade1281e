import { readinessRatings, type ReadinessRating } from '@shared/readiness/areas';
import { cx, VisuallyHidden } from '../../../ui';
import styles from './readiness.module.css';
import { ratingWords } from './readiness-words';

/** Five steps, filled as far as the area has come; a dot below marks where it stood last time. The words say the same. */
export function RatingTrack(props: {
  readonly rating: ReadinessRating | null;
  readonly was?: ReadinessRating | null;
  /** In a table the words stand under the steps. */
  readonly isSmall?: boolean;
}) {
  const { rating, was = null, isSmall = false } = props;
  return (
    <span className={cx(styles.track, isSmall && styles.trackSmall)}>
      <span className={styles.steps} aria-hidden="true">
        {readinessRatings.map((step) => (
          <i
            key={step}
            data-filled={rating !== null && step <= rating ? '' : undefined}
            data-was={was !== null && was !== rating && step === was ? '' : undefined}
          />
        ))}
      </span>
      <span className={rating === null ? styles.unrated : styles.rated}>
        {ratingWords(rating)}
        {rating !== null && <VisuallyHidden>, {rating} of 4</VisuallyHidden>}
      </span>
    </span>
  );
}
