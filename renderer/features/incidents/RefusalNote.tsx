import type { StepRefusal } from '@shared/event-plans/refuse-step';
import { Button, Note } from '../../ui';
import styles from './incidents.module.css';

export interface RefusalNoteProps {
  readonly refusal: StepRefusal;
  readonly onPick: (alternative: StepRefusal['alternatives'][number]) => void;
  readonly onKeep: () => void;
}

/** In place of a step that does harm: a question, the reason, and two things that help. */
export function RefusalNote(props: RefusalNoteProps) {
  const { refusal, onPick, onKeep } = props;
  return (
    <Note kind="info" title={refusal.question}>
      {refusal.reason}
      <span className={styles.guardButtons}>
        {refusal.alternatives.map((alternative) => (
          <Button
            key={alternative.title}
            size="small"
            onPress={() => {
              onPick(alternative);
            }}
          >
            {alternative.title}
          </Button>
        ))}
        {refusal.keep !== null && (
          <Button size="small" onPress={onKeep}>
            {refusal.keep}
          </Button>
        )}
      </span>
    </Note>
  );
}
