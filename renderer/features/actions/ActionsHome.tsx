import { Plus, SquareCheckBig } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  addDays,
  formatDate,
  formatDateWithWeekday,
  isoWeekday,
  type LocalDate,
} from '@shared/kernel/local-date';
import { isOpen } from '@shared/records/action/action';
import { isOpenAction, type AgreedAction } from '@shared/records/supervision-session/supervision-session';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import {
  Button,
  Checkbox,
  EmptyState,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  Status,
  TextLink,
  useToast,
} from '../../ui';
import { useRecords, useVault } from '../../vault';
import { doneLast, droppedLast, listActions, openFirst, type ListedAction } from './agreed-actions';
import { ReviewActions } from './ReviewActions';
import { ServiceActions } from './ServiceActions';
import styles from './actions.module.css';

const shownDone = 20;

type Closed = Pick<AgreedAction, 'doneOn' | 'droppedOn'>;

export function ActionsHome() {
  const sessions = useRecords('supervision-session');
  const people = useRecords('person');
  const ofService = useRecords('action');
  const today = useToday();
  const client = useVault();
  const toast = useToast();
  const [failure, setFailure] = useState<string | null>(null);
  const actions = useMemo(() => listActions(sessions), [sessions]);
  const open = openFirst(actions);
  const done = doneLast(actions);
  const dropped = droppedLast(actions);
  const nameById = useMemo(
    () => new Map<string, string>(people.map((person) => [person.id, person.value.name])),
    [people],
  );

  async function tick(action: ListedAction, closed: Closed): Promise<void> {
    const found = await client.whole('supervision-session', [action.sessionId]);
    const session = found.ok ? found.value[0] : undefined;
    if (session === undefined) {
      if (!found.ok) setFailure(errorText(found.error));
      return;
    }
    const changed = session.value.actions.map((each, index) =>
      index === action.index ? { ...each, ...closed } : each,
    );
    const saved = await client.put('supervision-session', { ...session.value, actions: changed }, session);
    if (!saved.ok) {
      setFailure(errorText(saved.error));
      return;
    }
    setFailure(null);
    toast({
      text: isOpenAction(closed)
        ? 'It is open again.'
        : closed.doneOn === null
          ? 'Marked as no longer needed.'
          : 'Marked as done.',
      actions: [
        {
          label: 'Undo',
          onPress: () => void tick(action, { doneOn: action.doneOn, droppedOn: action.droppedOn }),
        },
      ],
    });
  }

  const due =
    open.filter((action) => action.due !== null && action.due <= today).length +
    ofService.filter(({ value }) => isOpen(value) && value.reviewOn <= today).length;
  const openCount = open.length + ofService.filter(({ value }) => isOpen(value)).length;
  const lede =
    openCount === 0
      ? 'What you agreed in supervision, and what the service does, in one place.'
      : `${String(openCount)} open${due === 0 ? '. None is due yet.' : `, ${String(due)} due now.`}`;

  return (
    <Page
      title="Actions"
      lede={lede}
      actions={
        <>
          <LinkButton href="/actions/readiness">Readiness</LinkButton>
          <LinkButton href="/actions/new" icon={<Plus aria-hidden="true" />}>
            New action
          </LinkButton>
        </>
      }
    >
      {failure !== null && (
        <Note kind="caution" title="Not saved">
          <p role="alert">{failure}</p>
        </Note>
      )}
      {actions.length === 0 && ofService.length === 0 ? (
        <EmptyState
          icon={<SquareCheckBig />}
          title="Nothing agreed yet"
          action={
            <LinkButton href="/supervision/new" variant="primary">
              Record a supervision
            </LinkButton>
          }
        >
          <p>
            Write what you agreed in supervision, one line each, and every line shows here until it is done.
            For example: “Swap the Thursday clinic”, due Friday. Findings of a wellbeing round lead here too.
          </p>
        </EmptyState>
      ) : actions.length === 0 ? null : (
        <Section title={ofService.length === 0 ? 'Open' : 'Open, from supervision'}>
          <Sheet>
            {open.length === 0 ? (
              <p className={styles.none}>Nothing you agreed is open.</p>
            ) : (
              <ActionList actions={open} today={today} nameById={nameById} onTick={tick} />
            )}
          </Sheet>
        </Section>
      )}
      <ServiceActions today={today} nameById={nameById} />
      <ReviewActions today={today} nameById={nameById} />
      {done.length > 0 && (
        <Section title="Done">
          <ActionList actions={done.slice(0, shownDone)} today={today} nameById={nameById} onTick={tick} />
          {done.length > shownDone && (
            <p className={styles.more}>Older ones stay in the supervision records they were agreed in.</p>
          )}
        </Section>
      )}
      {dropped.length > 0 && (
        <Section title="No longer needed">
          <ActionList actions={dropped.slice(0, shownDone)} today={today} nameById={nameById} onTick={tick} />
          {dropped.length > shownDone && (
            <p className={styles.more}>Older ones stay in the supervision records they were agreed in.</p>
          )}
        </Section>
      )}
    </Page>
  );
}

interface ActionListProps {
  readonly actions: readonly ListedAction[];
  readonly today: LocalDate;
  readonly nameById: ReadonlyMap<string, string>;
  readonly onTick: (action: ListedAction, closed: Closed) => Promise<void>;
}

function DueStatus(props: { readonly action: ListedAction; readonly today: LocalDate }) {
  const { action, today } = props;
  if (action.doneOn !== null) return <Status kind="good">Done {formatDate(action.doneOn)}</Status>;
  if (action.droppedOn !== null)
    return <Status kind="none">Not needed since {formatDate(action.droppedOn)}</Status>;
  if (action.due === null) return <Status kind="none">No date</Status>;
  if (action.due < today) return <Status kind="caution">Overdue since {formatDate(action.due)}</Status>;
  if (action.due === today) return <Status kind="due">Due today</Status>;
  if (action.due === addDays(today, 1)) return <Status kind="later">Tomorrow</Status>;
  const isThisWeek = action.due <= addDays(today, 7 - isoWeekday(today));
  const weekday = formatDateWithWeekday(action.due).split(' ')[0] ?? '';
  return <Status kind="later">{isThisWeek ? weekday : formatDate(action.due)}</Status>;
}

function ActionList(props: ActionListProps) {
  const { actions, today, nameById, onTick } = props;
  return (
    <ul className={styles.list}>
      {actions.map((action) => {
        const people = action.personIds.map((id) => nameById.get(id) ?? 'someone who left').join(', ');
        return (
          <li key={action.key} className={styles.item}>
            <div>
              {action.droppedOn === null ? (
                <Checkbox
                  isSelected={action.doneOn !== null}
                  onChange={(isDone) =>
                    void onTick(action, { doneOn: isDone ? today : null, droppedOn: null })
                  }
                  name={`done-${action.key}`}
                >
                  <strong>{action.text}</strong>
                </Checkbox>
              ) : (
                <strong className={styles.dropped}>{action.text}</strong>
              )}
              <div className={styles.detail}>
                {action.owner === '' ? 'Agreed' : `${action.owner}. Agreed`} with {people} on{' '}
                <TextLink href={`/supervision/${action.sessionId}`}>{formatDate(action.agreedOn)}</TextLink>
              </div>
              {action.droppedOn !== null && (
                <div className={styles.reopen}>
                  <Button
                    variant="quiet"
                    size="small"
                    aria-label={`Open again: ${action.text}`}
                    onPress={() => void onTick(action, { doneOn: null, droppedOn: null })}
                  >
                    Open again
                  </Button>
                </div>
              )}
            </div>
            <DueStatus action={action} today={today} />
          </li>
        );
      })}
    </ul>
  );
}
