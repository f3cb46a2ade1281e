import { useState } from 'react';
import { redatePlan } from '@shared/event-plans/open-plan';
import { parseTimeText } from '@shared/event-plans/time-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { useNation } from '../../records/use-nation';
import { Button, DateField, Dialog, Form, TextField, useToast } from '../../ui';
import styles from './incidents.module.css';
import { readDay } from './new-plan-values';
import { countWords, dayWords } from './plan-words';
import type { PlanHandle } from './use-plan';

export interface CorrectDateDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly plan: PlanOutline;
  readonly today: LocalDate;
  readonly change: PlanHandle['change'];
}

/** As many as can be taken in at a glance. */
const shownMoves = 6;

/** Corrects when it happened. Says beforehand how many steps will get another day. */
export function CorrectDateDialog(props: CorrectDateDialogProps) {
  const { isOpen, onOpenChange, plan, today, change } = props;
  const toast = useToast();
  const nation = useNation();
  const [on, setOn] = useState(formatDate(plan.occurredOn));
  const [at, setAt] = useState(plan.occurredAt);
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([]);
  const day = readDay(on, today);
  const time = parseTimeText(at);
  const redated = day.ok ? redatePlan(plan, day.value, nation, time ?? plan.occurredAt) : null;
  const moved = redated?.moved ?? 0;
  const year = plan.occurredOn.slice(0, 4);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;

  const save = async () => {
    const problems = [
      ...(day.ok ? [] : [{ field: 'occurredOn', message: day.error }]),
      ...(time === null
        ? [{ field: 'occurredAt', message: 'Enter a time like 16:20, or leave it empty' }]
        : []),
    ];
    setErrors(problems);
    if (!day.ok || time === null) return;
    if (await change((now) => redatePlan(now, day.value, nation, time).plan)) {
      toast({
        text:
          moved === 0 ? 'Date corrected.' : `Date corrected. ${countWords(moved, 'step', 'steps')} moved.`,
      });
      onOpenChange(false);
    }
  };

  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Correct the date" actions={null}>
      <Form onSubmit={save} errors={errors} aria-label="Correct the date">
        <DateField
          name="occurredOn"
          label="Day it happened"
          value={on}
          onChange={setOn}
          today={today}
          error={errorOf('occurredOn')}
          autoFocus
        />
        <TextField
          name="occurredAt"
          label="Time"
          isOptional
          width="short"
          value={at}
          onChange={setAt}
          error={errorOf('occurredAt')}
        />
        <div role="status" className={styles.redated}>
          <p>
            {redated === null || moved === 0
              ? 'Steps that follow the event move with it.'
              : `${countWords(moved, 'open step moves', 'open steps move')} with it.`}
            {redated !== null &&
              redated.keptDone > 0 &&
              ` ${countWords(redated.keptDone, 'done step stays', 'done steps stay')} done.`}
            {redated !== null &&
              redated.keptOwnDay > 0 &&
              ` ${countWords(redated.keptOwnDay, 'step has a day of its own and keeps it', 'steps have a day of their own and keep it')}.`}
          </p>
          {redated !== null && moved > 0 && (
            <ul aria-label="Steps that move">
              {redated.changes.slice(0, shownMoves).map(({ id, title, from, to }) => (
                <li key={id}>
                  {title}: {dayWords(from, year)} to {dayWords(to, year)}
                </li>
              ))}
              {moved > shownMoves && <li>And {moved - shownMoves} more.</li>}
            </ul>
          )}
        </div>
        <div className={styles.guardButtons}>
          <Button type="submit" variant="primary">
            Save date
          </Button>
          <Button
            onPress={() => {
              onOpenChange(false);
            }}
          >
            Not now
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
