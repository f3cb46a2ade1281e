import type { ReactNode } from 'react';
import { Button } from '../../../ui';
import { Mark, QuietPage } from '../../Quiet';
import styles from '../../quiet.module.css';

export interface HandedBoxProps {
  readonly title: string;
  readonly lede?: string;
  readonly children?: ReactNode;
  readonly action?: { readonly label: string; readonly onPress: () => void };
  readonly doneLabel?: string;
  readonly onDone: () => void;
}

/** One thing said, one thing to do, and the lock. With nothing to do, the lock has the focus. */
export function HandedBox(props: HandedBoxProps) {
  const { action } = props;
  return (
    <QuietPage>
      <div className={styles.box}>
        <Mark />
        <h1>{props.title}</h1>
        {props.lede !== undefined && <p className={styles.lede}>{props.lede}</p>}
        {props.children}
        {action !== undefined && (
          <Button variant="primary" autoFocus onPress={action.onPress}>
            {action.label}
          </Button>
        )}
        <div className={styles.foot}>
          <Button variant="quiet" size="small" autoFocus={action === undefined} onPress={props.onDone}>
            {props.doneLabel ?? 'Not now: lock Steading'}
          </Button>
        </div>
      </div>
    </QuietPage>
  );
}
