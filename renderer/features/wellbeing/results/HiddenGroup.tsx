import { ArrowRight, EyeOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { minimumReplies } from '@shared/wellbeing/round-results';
import type { GuardedCount } from '@shared/instruments/wave-summary';
import { HiddenCell } from '../../../ui';
import styles from './results.module.css';

export const hiddenScaleReason = `Fewer than ${minimumReplies} replies can be scored on this, all came out the same, or it would give others away`;

/** One reason for both sides of a count: telling them apart would tell the count. */
export const hiddenCountReason = `Fewer than ${minimumReplies}, or all but fewer than ${minimumReplies}`;

export function HiddenGroup(props: {
  readonly title: string;
  readonly why: string;
  readonly ways: readonly string[];
}) {
  return (
    <div className={styles.hidden}>
      <EyeOff aria-hidden="true" />
      <div>
        <strong>{props.title}</strong>
        <p>{props.why}</p>
        {props.ways.length > 0 && (
          <ul className={styles.ways}>
            {props.ways.map((way) => (
              <li key={way}>
                <ArrowRight aria-hidden="true" />
                <span>{way}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** A range or a count that breaks over lines is hard to read across. */
export function oneLine(text: string): ReactNode {
  return <span className={styles.oneLine}>{text}</span>;
}

export function guardedText(count: GuardedCount | null): ReactNode {
  if (count === null) return '';
  return count.shown ? String(count.count) : <HiddenCell reason={hiddenCountReason} />;
}
