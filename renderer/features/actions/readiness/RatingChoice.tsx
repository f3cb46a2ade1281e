import {
  ratingMeanings,
  readinessRatingLabels,
  readinessRatings,
  type ReadinessAreaId,
} from '@shared/readiness/areas';
import styles from './readiness.module.css';

/** Five steps, each with what it means for this area. Arrow keys move within. */
export function RatingChoice(props: {
  readonly area: ReadinessAreaId;
  readonly value: string;
  readonly onChange: (rating: string) => void;
}) {
  const { area, value, onChange } = props;
  const options = [
    { value: '', label: 'Not rated yet', meaning: '' },
    ...readinessRatings.map((rating) => ({
      value: String(rating),
      label: readinessRatingLabels[rating],
      meaning: ratingMeanings[area][rating],
    })),
  ];
  return (
    <fieldset role="radiogroup" className={styles.choice}>
      <legend>Where it stands</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name="rating"
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value);
            }}
          />
          <span>
            <strong>{option.label}</strong>
            {option.meaning !== '' && <span className={styles.meaning}>{option.meaning}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
