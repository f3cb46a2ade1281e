import { useMemo, useState } from 'react';
import { changeReviewAction } from '@shared/event-plans/kept-dates';
import { dueWords } from '@shared/event-plans/step-order';
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { ReviewAction } from '@shared/records/event-plan/event-plan';
import { errorText } from '../../app/error-text';
import { Checkbox, Note, Section, Sheet, Status, TextLink, useToast } from '../../ui';
import { useRecords, useVault } from '../../vault';
import styles from './actions.module.css';

interface Listed {
  readonly planId: RecordId;
  readonly occurredOn: LocalDate;
  readonly action: ReviewAction;
}

const shownDone = 20;

/** What learning reviews asked for, out of the plans that hold it. Nothing is shown while there is none. */
export function ReviewActions(props: {
  readonly today: LocalDate;
  readonly nameById: ReadonlyMap<string, string>;
}) {
  const { today, nameById } = props;
  const plans = useRecords('event-plan');
  const vault = useVault();
  const toast = useToast();
  const [failure, setFailure] = useState<string | null>(null);
  const { open, done } = useMemo(() => {
    const all: Listed[] = plans.flatMap(({ id, value }) =>
      value.reviewActions.map((action) => ({ planId: id, occurredOn: value.occurredOn, action })),
    );
    const isOpen = ({ action }: Listed) => action.doneOn === null;
    return {
      open: all
        .filter(isOpen)
        .toSorted((a, b) => (a.action.due ?? '9999').localeCompare(b.action.due ?? '9999')),
      done: all
        .filter((each) => !isOpen(each))
        .toSorted((a, b) => (b.action.doneOn ?? '').localeCompare(a.action.doneOn ?? ''))
        .slice(0, shownDone),
    };
  }, [plans]);
  if (open.length + done.length === 0) return null;

  const tick = async ({ planId, action }: Listed, doneOn: LocalDate | null): Promise<void> => {
    const found = await vault.whole('event-plan', [planId]);
    const plan = found.ok ? found.value[0] : undefined;
    if (plan === undefined) {
      if (!found.ok) setFailure(errorText(found.error));
      return;
    }
    const saved = await vault.put('event-plan', changeReviewAction(plan.value, action.id, { doneOn }), plan);
    setFailure(saved.ok ? null : errorText(saved.error));
    if (!saved.ok) return;
    toast({
      text: doneOn === null ? 'It is open again.' : 'Marked as done.',
      actions: [
        {
          label: 'Undo',
          onPress: () => void tick({ planId, occurredOn: plan.value.occurredOn, action }, action.doneOn),
        },
      ],
    });
  };

  return (
    <Section title="From learning reviews">
      {failure !== null && (
        <Note kind="caution" title="Not saved">
          <p role="alert">{failure}</p>
        </Note>
      )}
      <Sheet>
        <ul className={styles.list} aria-label="Actions from learning reviews">
          {[...open, ...done].map((each) => {
            const { planId, occurredOn, action } = each;
            const owner =
              action.ownerPersonId === null
                ? action.ownerRole
                : (nameById.get(action.ownerPersonId) ?? 'someone who left');
            return (
              <li key={`${planId}-${action.id}`} className={styles.item}>
                <div>
                  <Checkbox
                    isSelected={action.doneOn !== null}
                    onChange={(isDone) => void tick(each, isDone ? today : null)}
                    name={`done-${planId}-${action.id}`}
                  >
                    <strong>{action.what}</strong>
                  </Checkbox>
                  <div className={styles.detail}>
                    {owner === '' ? '' : `${owner}. `}From the review of the event of{' '}
                    <TextLink href={`/incidents/${planId}/investigation`}>{formatDate(occurredOn)}</TextLink>
                  </div>
                </div>
                <ReviewStatus action={action} today={today} />
              </li>
            );
          })}
        </ul>
      </Sheet>
    </Section>
  );
}

function ReviewStatus(props: { readonly action: ReviewAction; readonly today: LocalDate }) {
  const { action, today } = props;
  if (action.doneOn !== null) return <Status kind="good">Done {formatDate(action.doneOn)}</Status>;
  if (action.due === null) return <Status kind="none">No date</Status>;
  const kind = action.due < today ? 'caution' : action.due === today ? 'due' : 'later';
  return <Status kind={kind}>{dueWords(action.due, today)}</Status>;
}
