import { useState } from 'react';
import { addReviewAction, changeReviewAction, removeReviewAction } from '@shared/event-plans/kept-dates';
import { dueWords } from '@shared/event-plans/step-order';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline, ReviewAction } from '@shared/records/event-plan/event-plan';
import {
  Button,
  Checkbox,
  ComboBox,
  DateField,
  Form,
  FormActions,
  FormRow,
  Section,
  Sheet,
  Status,
  TextField,
  useToast,
} from '../../ui';
import styles from './incidents.module.css';
import { type People, personOptions } from './people';
import { notUndone } from './undo-words';
import type { PlanHandle } from './use-plan';

export interface ReviewActionsProps {
  readonly plan: PlanOutline;
  readonly people: People;
  readonly today: LocalDate;
  readonly change: PlanHandle['change'];
}

/** What the learning review asked for. The same lines stand in Actions, and on Today once they are due. */
export function ReviewActions(props: ReviewActionsProps) {
  const { plan, people, today, change } = props;
  const toast = useToast();
  const isClosed = plan.closedOn !== null;
  const remove = async (action: ReviewAction) => {
    if (!(await change((now) => removeReviewAction(now, action.id)))) return;
    const putBack = async () => {
      const isBack = await change((now) => ({ ...now, reviewActions: [...now.reviewActions, action] }));
      toast({ text: isBack ? 'Put back.' : notUndone });
    };
    toast({ text: 'Action taken out.', actions: [{ label: 'Undo', onPress: () => void putBack() }] });
  };
  return (
    <Section title="Actions from the learning review">
      <Sheet>
        {plan.reviewActions.length === 0 ? (
          <p className={styles.padded}>Nothing yet. What the review asks for goes here, and into Actions.</p>
        ) : (
          <ul className={styles.steps} aria-label="Actions from the learning review">
            {plan.reviewActions.map((action) => (
              <li key={action.id} className={styles.actionRow}>
                <div>
                  <Checkbox
                    isSelected={action.doneOn !== null}
                    onChange={(isDone) =>
                      void change((now) =>
                        changeReviewAction(now, action.id, { doneOn: isDone ? today : null }),
                      )
                    }
                  >
                    <strong>{action.what}</strong>
                  </Checkbox>
                  <span className={styles.small}>{ownerWords(action, people)}</span>
                </div>
                <ActionState action={action} today={today} />
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={`Take out: ${action.what}`}
                  onPress={() => void remove(action)}
                >
                  Take out
                </Button>
              </li>
            ))}
          </ul>
        )}
        {!isClosed && <AddAction {...props} />}
      </Sheet>
    </Section>
  );
}

function ownerWords({ ownerPersonId, ownerRole }: ReviewAction, people: People): string {
  if (ownerPersonId !== null) return people.nameOf(ownerPersonId);
  return ownerRole === '' ? 'Nobody has it yet' : ownerRole;
}

function ActionState(props: { readonly action: ReviewAction; readonly today: LocalDate }) {
  const { action, today } = props;
  if (action.doneOn !== null) return <Status kind="good">Done {formatDate(action.doneOn)}</Status>;
  if (action.due === null) return <Status kind="none">No date</Status>;
  const kind = action.due < today ? 'caution' : action.due === today ? 'due' : 'later';
  return <Status kind={kind}>{dueWords(action.due, today)}</Status>;
}

function AddAction(props: ReviewActionsProps) {
  const { people, today, change } = props;
  const [what, setWhat] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const [role, setRole] = useState('');
  const [due, setDue] = useState('');
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([]);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const add = async () => {
    const day = due.trim() === '' ? null : parseDateText(due, today);
    const words = what.trim();
    const problems = [
      ...(words === '' ? [{ field: 'what', message: 'Write what has to be done' }] : []),
      ...(words.length > 200 ? [{ field: 'what', message: 'Use 200 characters or fewer' }] : []),
      ...(due.trim() !== '' && day === null
        ? [{ field: 'due', message: 'Enter the day, like fri or 24/11/2026' }]
        : []),
    ];
    setErrors(problems);
    if (problems.length > 0) return;
    const owner = people.all.find(({ id }) => id === person)?.id ?? null;
    const isAdded = await change((now) =>
      addReviewAction(now, {
        what: words,
        ownerPersonId: owner,
        ownerRole: role.trim().slice(0, 200),
        due: day,
      }),
    );
    if (!isAdded) return;
    setWhat('');
    setPerson(null);
    setRole('');
    setDue('');
  };
  return (
    <div className={styles.addStep}>
      <Form onSubmit={add} errors={errors} aria-label="Add an action">
        <TextField
          name="what"
          label="Add an action"
          value={what}
          onChange={setWhat}
          error={errorOf('what')}
        />
        <FormRow>
          <ComboBox
            name="owner"
            label="Person"
            isOptional
            value={person}
            onChange={setPerson}
            options={personOptions(people, today)}
          />
          <TextField name="role" label="Or a role" isOptional value={role} onChange={setRole} />
        </FormRow>
        <DateField
          name="due"
          label="By when"
          isOptional
          value={due}
          onChange={setDue}
          today={today}
          error={errorOf('due')}
        />
        <FormActions>
          <Button type="submit">Add action</Button>
        </FormActions>
      </Form>
    </div>
  );
}
