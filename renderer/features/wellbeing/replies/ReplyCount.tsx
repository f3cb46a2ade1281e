import { minimumReplies } from '@shared/wellbeing/round-results';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { cx } from '../../../ui';
import { countText } from '../rounds';
import styles from '../wellbeing.module.css';

const mostPips = 60;

/** How many are in, and how far that is from results. Nothing else is said of an open round. */
export function ReplyCount(props: { readonly wave: WellbeingWave }) {
  const { invited, answerSets } = props.wave;
  const replies = answerSets.length;
  return (
    <div>
      <div role="status">
        <p className={styles.count}>
          {replies} of {invited} in
        </p>
        <p className={styles.muted}>{countText(replies, invited).replace(/^[^.]*\. /, '')}.</p>
      </div>
      {invited <= mostPips && (
        <div className={styles.pips} aria-hidden="true">
          {Array.from({ length: invited }, (_, index) => (
            <i
              key={index}
              className={cx(index < replies && styles.in, index === minimumReplies - 1 && styles.enough)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
