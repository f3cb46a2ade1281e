import type { ReactNode } from 'react';
import { careErrorText, errorCode, type CareTask, type ExpectedError } from '../app/error-text';
import { Button, Note, useSlow } from '../ui';
import type { Asked } from './use-asked';
import styles from './records.module.css';

/** What did not work while the records were looked after, and the code of it for whoever helps. */
export function CareProblem(props: {
  readonly title: string;
  readonly error: ExpectedError;
  readonly task: CareTask;
  readonly onRetry?: (() => void) | undefined;
}) {
  const { title, error, task, onRetry } = props;
  return (
    <Note kind="caution" title={title}>
      <p role="alert">{careErrorText(error, task)}</p>
      <details>
        <summary>Details</summary>
        <code>{errorCode(error)}</code>
      </details>
      {onRetry !== undefined && (
        <Button size="small" onPress={onRetry}>
          Try again
        </Button>
      )}
    </Note>
  );
}

/** Nothing for a second, then words, then what was asked for; or why it did not come. */
export function Awaited<T>(props: {
  readonly asked: Asked<T, ExpectedError>;
  /** "Reading earlier versions" */
  readonly waiting: string;
  readonly children: (value: T) => ReactNode;
}) {
  const { answer, again } = props.asked;
  const isSlow = useSlow(answer.state === 'waiting');
  switch (answer.state) {
    case 'waiting':
      return (
        <p role="status" className={styles.waiting}>
          {isSlow ? `${props.waiting}…` : ''}
        </p>
      );
    case 'failed':
      return <CareProblem title="This could not be read" error={answer.error} task="read" onRetry={again} />;
    case 'ready':
      return props.children(answer.value);
  }
}
