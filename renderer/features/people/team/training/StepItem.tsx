import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import type { Result } from '@shared/kernel/result';
import type { TrainingPlan, TrainingStep } from '@shared/records/training-plan/training-plan';
import { movedStep, withoutStep, withStep, type OrderError } from '@shared/team-life/training';
import { useToday } from '../../../../platform';
import { keepFocus } from '../../../../records/focus-kept';
import { nextId } from '../../../../records/form-read';
import type { ChangeRecord } from '../../../../records/use-change-record';
import { Button, ButtonMenu, Status } from '../../../../ui';
import styles from '../team.module.css';
import { SessionDialog } from './SessionDialog';
import { attendanceWords, stepLine, stepStatus } from './training-words';

export interface StepItemProps {
  readonly step: TrainingStep;
  /** From 1. */
  readonly place: number;
  readonly places: number;
  readonly onChange: () => void;
  readonly onReorder: (
    change: (plan: TrainingPlan) => Result<TrainingPlan, OrderError>,
    done: string,
  ) => Promise<boolean>;
  readonly change: ChangeRecord<'training-plan'>;
}

/** A step in its place, with what came of it. */
export function StepItem(props: StepItemProps) {
  const { step, place, places, onChange, onReorder, change } = props;
  const today = useToday();
  const [isAdding, setAdding] = useState(false);
  const move = (by: -1 | 1): Promise<boolean> =>
    onReorder((plan) => movedStep(plan, step.id, by), `Moved to place ${place + by}.`);
  /** The rest of the plan stays as it is now. */
  const set = (patch: Partial<TrainingStep>, done: string): Promise<boolean> =>
    change((plan) => {
      const changed = withStep(plan, {
        ...(plan.steps.find(({ id }) => id === step.id) ?? step),
        ...patch,
      });
      return changed.ok ? changed.value : plan;
    }, done);
  return (
    <li className={styles.step}>
      <span className={styles.place} aria-hidden="true">
        {place}
      </span>
      <div className={styles.stepBody}>
        <div className={styles.stepHead}>
          <h3>{step.title}</h3>
          <Status {...stepStatus(step, today)} />
        </div>
        <p className={styles.small}>{stepLine(step)}</p>
        {step.material !== '' && <p className={styles.small}>Material: {step.material}</p>}
        <p className={styles.attendance}>{attendanceWords(step)}</p>
        {step.sessions.length > 0 && (
          <ul className={styles.sessions} aria-label={`Sessions of ${step.title}`}>
            {step.sessions.map(({ id, on, invited, came }) => (
              <li key={id}>
                {formatDate(on)}: {came} of {invited} came
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Take away the session of ${formatDate(on)}`}
                  onPress={() =>
                    void set(
                      { sessions: step.sessions.filter((each) => each.id !== id) },
                      'Session taken away.',
                    ).then(keepFocus)
                  }
                >
                  Take away
                </Button>
              </li>
            ))}
          </ul>
        )}
        <div className={styles.stepButtons}>
          <Button
            size="small"
            aria-label={`Add a session: ${step.title}`}
            onPress={() => {
              setAdding(true);
            }}
          >
            Add a session
          </Button>
          <Button size="small" variant="quiet" aria-label={`Change: ${step.title}`} onPress={onChange}>
            Change
          </Button>
          {place > 1 && (
            <Button
              size="small"
              variant="quiet"
              icon={<ArrowUp aria-hidden="true" />}
              aria-label={`Move up: ${step.title}`}
              onPress={() => void move(-1).then(keepFocus)}
            >
              Up
            </Button>
          )}
          {place < places && (
            <Button
              size="small"
              variant="quiet"
              icon={<ArrowDown aria-hidden="true" />}
              aria-label={`Move down: ${step.title}`}
              onPress={() => void move(1).then(keepFocus)}
            >
              Down
            </Button>
          )}
          <ButtonMenu
            label="More"
            size="small"
            aria-label={`More: ${step.title}`}
            items={[
              step.doneOn === null
                ? {
                    label: 'Everybody has had it',
                    onAction: () => void set({ doneOn: today }, 'Marked as done.'),
                  }
                : { label: 'Not everybody yet', onAction: () => void set({ doneOn: null }, 'Taken back.') },
              {
                label: 'Take the step away',
                onAction: () =>
                  void onReorder((plan) => withoutStep(plan, step.id), 'Step taken away.').then(keepFocus),
              },
            ]}
          />
        </div>
      </div>
      {isAdding && (
        <SessionDialog
          id={nextId('session', step.sessions)}
          onClose={() => {
            setAdding(false);
          }}
          onSave={(session) =>
            set(
              {
                sessions: [...step.sessions, session].toSorted((left, right) =>
                  left.on.localeCompare(right.on),
                ),
              },
              'Session added.',
            )
          }
        />
      )}
    </li>
  );
}
