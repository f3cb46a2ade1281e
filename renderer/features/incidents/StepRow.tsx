import { Check } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { changeStep, removeStep } from '@shared/event-plans/open-plan';
import { hasLapsed, lateFrom } from '@shared/event-plans/plan-state';
import { dueWords } from '@shared/event-plans/step-order';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline, PlanStep } from '@shared/records/event-plan/event-plan';
import {
  Button,
  ComboBox,
  cx,
  DateField,
  Form,
  FormActions,
  FormRow,
  Status,
  TextField,
  useToast,
} from '../../ui';
import styles from './incidents.module.css';
import { type People, personOptions } from './people';
import { dayWords, weekdayWords } from './plan-words';
import { notUndone } from './undo-words';
import type { PlanHandle } from './use-plan';

export interface StepRowProps {
  readonly step: PlanStep;
  readonly plan: PlanOutline;
  readonly people: People;
  readonly today: LocalDate;
  readonly change: PlanHandle['change'];
}

/** One step: a tick, what, who and by when. */
export function StepRow(props: StepRowProps) {
  const { step, plan, people, today, change } = props;
  const [isEditing, setEditing] = useState(false);
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const isDone = step.doneOn !== null;
  const isClosed = plan.closedOn !== null;
  const isPast = hasLapsed(plan, step);
  const since = lateFrom(plan, step);
  const year = plan.occurredOn.slice(0, 4);
  const owner = step.ownerPersonId === null ? step.ownerRole : people.nameOf(step.ownerPersonId);
  return (
    <li className={styles.step}>
      <label className={cx(styles.tick, isDone && styles.tickDone)}>
        <input
          type="checkbox"
          checked={isDone}
          disabled={isClosed}
          aria-labelledby={id}
          onChange={(event) => {
            const doneOn = event.target.checked ? today : null;
            void change((now) => changeStep(now, step.id, { doneOn }));
          }}
        />
        <Check aria-hidden="true" />
      </label>
      <div className={styles.stepBody}>
        <span id={id} className={styles.stepTitle}>
          {step.title}
        </span>
        {step.detail !== '' && <span className={styles.small}>{step.detail}</span>}
        <span className={styles.stepMeta}>
          {owner !== '' && <span>{owner}</span>}
          {isDone && <span>Done {dayWords(step.doneOn ?? today, year)}</span>}
          {!isDone && (step.due > today || isClosed) && (
            <span>
              {weekdayWords(step.due, year)}
              {step.dueAt !== '' && `, ${step.dueAt}`}
            </span>
          )}
          {!isClosed && (
            <button
              ref={opener}
              aria-expanded={isEditing}
              type="button"
              className={styles.textButton}
              aria-label={`Change who or when: ${step.title}`}
              onClick={() => {
                setEditing(!isEditing);
              }}
            >
              Change
            </button>
          )}
        </span>
      </div>
      <div className={styles.stepState}>
        {!isDone && !isClosed && isPast && <Status kind="none">Its moment has passed</Status>}
        {!isDone && !isClosed && !isPast && step.due <= today && (
          <Status kind={since < today ? 'caution' : 'due'}>
            {dueWords(step.due, today, { dueAt: step.dueAt, lateFrom: since })}
          </Status>
        )}
      </div>
      {isEditing && (
        <StepEditor
          {...props}
          onDone={() => {
            setEditing(false);
            opener.current?.focus();
          }}
        />
      )}
    </li>
  );
}

function StepEditor(props: StepRowProps & { readonly onDone: () => void }) {
  const { step, people, today, change, onDone } = props;
  const toast = useToast();
  const [person, setPerson] = useState<string | null>(step.ownerPersonId);
  const [role, setRole] = useState(step.ownerRole);
  const [due, setDue] = useState(formatDate(step.due));
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([]);

  const save = async () => {
    const day = parseDateText(due, today);
    if (day === null) {
      setErrors([{ field: 'due', message: 'Enter the day, like fri or 24/11/2026' }]);
      return;
    }
    const owner = people.all.find(({ id }) => id === person)?.id ?? null;
    const isSaved = await change((now) =>
      changeStep(now, step.id, { ownerPersonId: owner, ownerRole: role.trim().slice(0, 200), due: day }),
    );
    if (isSaved) onDone();
  };
  const remove = async () => {
    const isRemoved = await change((now) => removeStep(now, step.id));
    const putBack = async () => {
      const isBack = await change((now) => ({ ...now, steps: [...now.steps, step] }));
      toast({ text: isBack ? 'Put back.' : notUndone });
    };
    if (isRemoved)
      toast({ text: 'Step taken out.', actions: [{ label: 'Undo', onPress: () => void putBack() }] });
  };

  return (
    <div className={styles.panel}>
      <Form onSubmit={save} errors={errors} aria-label={`Who and when: ${step.title}`}>
        <FormRow>
          <ComboBox
            name="owner"
            label="Person"
            isOptional
            autoFocus
            value={person}
            onChange={setPerson}
            options={personOptions(people, today)}
          />
          <TextField name="role" label="Or a role" isOptional value={role} onChange={setRole} />
        </FormRow>
        <DateField
          name="due"
          label="By when"
          value={due}
          onChange={setDue}
          today={today}
          error={errors[0]?.message}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            Save step
          </Button>
          <Button onPress={onDone}>Not now</Button>
          <Button variant="quiet" onPress={() => void remove()}>
            Take this step out
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}
