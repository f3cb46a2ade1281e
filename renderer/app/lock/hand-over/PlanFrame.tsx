import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../../ui';
import { Mark } from '../../Quiet';
import styles from './hand-over.module.css';

export interface PlanFrameProps {
  readonly title: string;
  readonly lede: ReactNode;
  /** Beside the way out: how much of it is sealed. */
  readonly status?: ReactNode;
  readonly children: ReactNode;
  readonly doneLabel: string;
  /** The way out is the main thing here only once the plan is open. */
  readonly isDonePrimary?: boolean | undefined;
  readonly onDone: () => void;
}

/** A page of the hand-over: what it is on the left, the way out on the right, and nothing else to go to. */
export function PlanFrame(props: PlanFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [props.title]);
  return (
    <div className={styles.page}>
      <header className={styles.bar} data-print="no">
        <div className={styles.brand}>
          <Mark className={styles.mark} />
          <div>
            <b>Wellbeing Plan</b>
            <span>Everything else is shut</span>
          </div>
        </div>
        <div className={styles.out}>
          {props.status}
          <Button variant={props.isDonePrimary === true ? 'primary' : 'secondary'} onPress={props.onDone}>
            {props.doneLabel}
          </Button>
        </div>
      </header>
      <main className={styles.main}>
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        <p className={styles.lede}>{props.lede}</p>
        {props.children}
      </main>
    </div>
  );
}
