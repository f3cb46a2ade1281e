import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { VisuallyHidden } from './Lists';
import styles from './thread.module.css';

/** The one motif for time: a tick is done, a ringed dot is now, an open ring is later, a dot just happened. */
export type ThreadState = 'done' | 'now' | 'later' | 'dot';

const stateWords = { done: 'Done', now: 'Now', later: 'Later', dot: '' } as const;

function Node(props: { readonly state: ThreadState }) {
  const { state } = props;
  return (
    <span
      className={cx(
        styles.node,
        state === 'done' && styles.done,
        state === 'now' && styles.now,
        state === 'dot' && styles.dot,
      )}
    >
      {state === 'done' && <Check aria-hidden="true" />}
      {stateWords[state] !== '' && <VisuallyHidden>{stateWords[state]}</VisuallyHidden>}
    </span>
  );
}

export function Thread(props: { readonly children: ReactNode; readonly 'aria-label'?: string | undefined }) {
  return <ol aria-label={props['aria-label']}>{props.children}</ol>;
}

export interface ThreadItemProps {
  readonly when: ReactNode;
  readonly state: ThreadState;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

export function ThreadItem(props: ThreadItemProps) {
  return (
    <li className={styles.item}>
      <span className={styles.when}>{props.when}</span>
      <Node state={props.state} />
      <div className={styles.main}>
        <span className={styles.title}>{props.title}</span>
        {props.children !== undefined && <div className={styles.body}>{props.children}</div>}
      </div>
    </li>
  );
}

export interface PhaseThreadProps<Id extends string = string> {
  readonly phases: readonly {
    readonly id: Id;
    readonly title: string;
    readonly when: string;
    readonly state: 'done' | 'now' | 'later';
    readonly note?: ReactNode;
  }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly 'aria-label'?: string | undefined;
}

/** Dated phases along a line; one of them is open below. Under 1024 px the line runs down. */
export function PhaseThread<Id extends string>(props: PhaseThreadProps<Id>) {
  return (
    <ol className={styles.phases} aria-label={props['aria-label'] ?? 'Phases'}>
      {props.phases.map((phase) => (
        <li key={phase.id} className={cx(styles.phase, phase.state === 'done' && styles.phaseDone)}>
          <button
            type="button"
            className={styles.phaseButton}
            aria-current={phase.id === props.selected ? 'step' : undefined}
            onClick={() => {
              props.onSelect(phase.id);
            }}
          >
            <Node state={phase.state} />
            <span className={styles.phaseTitle}>{phase.title}</span>
            <span className={styles.phaseWhen}>{phase.when}</span>
            {phase.note !== undefined && <span className={styles.phaseNote}>{phase.note}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
}
