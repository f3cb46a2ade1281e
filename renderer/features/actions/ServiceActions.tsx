import { useMemo, useState } from 'react';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { isOpen, type Action } from '@shared/records/action/action';
import { errorText } from '../../app/error-text';
import {
  Button,
  Checkbox,
  Dialog,
  Note,
  Section,
  Sheet,
  Status,
  TextField,
  TextLink,
  useToast,
} from '../../ui';
import { useRecords, useVault, type StoredRecord } from '../../vault';
import { useSourceWords } from './action-source';
import styles from './actions.module.css';

type Stored = StoredRecord<'action'>;
type Ending = Pick<Action, 'doneOn' | 'droppedOn' | 'droppedWhy'>;

const shownClosed = 20;
const stillOpen: Ending = { doneOn: null, droppedOn: null, droppedWhy: '' };

/** What the service does about its findings, and what was put here by hand. */
export function ServiceActions(props: {
  readonly today: LocalDate;
  readonly nameById: ReadonlyMap<string, string>;
}) {
  const { today, nameById } = props;
  const actions = useRecords('action');
  const vault = useVault();
  const toast = useToast();
  const [failure, setFailure] = useState<string | null>(null);
  const [dropping, setDropping] = useState<Stored | null>(null);
  const listed = useMemo(() => {
    const open = actions
      .filter(({ value }) => isOpen(value))
      .toSorted((left, right) => left.value.reviewOn.localeCompare(right.value.reviewOn));
    const endOf = ({ value }: Stored): string => value.doneOn ?? value.droppedOn ?? '';
    const closed = actions
      .filter(({ value }) => !isOpen(value))
      .toSorted((left, right) => endOf(right).localeCompare(endOf(left)))
      .slice(0, shownClosed);
    return [...open, ...closed];
  }, [actions]);
  if (listed.length === 0) return null;

  const end = async (id: string, ending: Ending): Promise<void> => {
    const before = vault.records('action').find((each) => each.id === id);
    if (before === undefined) return;
    const saved = await vault.put('action', { ...before.value, ...ending }, before);
    setFailure(saved.ok ? null : errorText(saved.error));
    if (!saved.ok) return;
    const { doneOn, droppedOn, droppedWhy } = before.value;
    toast({
      text: isOpen(ending)
        ? 'It is open again.'
        : ending.doneOn === null
          ? 'Marked as not needed.'
          : 'Marked as done.',
      actions: [{ label: 'Undo', onPress: () => void end(id, { doneOn, droppedOn, droppedWhy }) }],
    });
  };

  return (
    <Section title="What the service does">
      {failure !== null && (
        <Note kind="caution" title="Not saved">
          <p role="alert">{failure}</p>
        </Note>
      )}
      <Sheet>
        <ul className={styles.list} aria-label="Actions of the service">
          {listed.map((action) => (
            <ActionRow
              key={action.id}
              action={action}
              today={today}
              nameById={nameById}
              onEnd={(ending) => void end(action.id, ending)}
              onDrop={() => {
                setDropping(action);
              }}
            />
          ))}
        </ul>
      </Sheet>
      {dropping !== null && (
        <DropDialog
          what={dropping.value.what}
          onClose={() => {
            setDropping(null);
          }}
          onDrop={(droppedWhy) => {
            setDropping(null);
            void end(dropping.id, { doneOn: null, droppedOn: today, droppedWhy });
          }}
        />
      )}
    </Section>
  );
}

function ActionRow(props: {
  readonly action: Stored;
  readonly today: LocalDate;
  readonly nameById: ReadonlyMap<string, string>;
  readonly onEnd: (ending: Ending) => void;
  readonly onDrop: () => void;
}) {
  const { action, today, nameById, onEnd, onDrop } = props;
  const { value } = action;
  const source = useSourceWords()(value.source);
  const owner =
    value.ownerId === null ? value.ownerRole : (nameById.get(value.ownerId) ?? 'someone who left');
  const isDropped = value.droppedOn !== null;
  return (
    <li className={styles.item}>
      <div>
        {isDropped ? (
          <strong className={styles.dropped}>{value.what}</strong>
        ) : (
          <Checkbox
            isSelected={value.doneOn !== null}
            onChange={(isDone) => {
              onEnd({ ...stillOpen, doneOn: isDone ? today : null });
            }}
            name={`done-${action.id}`}
          >
            <strong>{value.what}</strong>
          </Checkbox>
        )}
        <div className={styles.detail}>
          {owner === '' ? '' : `${owner}. `}
          {source !== null && (
            <>
              From <TextLink href={source.href}>{source.text}</TextLink>.{' '}
            </>
          )}
          {value.droppedWhy !== '' && `${value.droppedWhy}. `}
          <TextLink href={`/actions/${action.id}`} aria-label={`Change: ${value.what}`}>
            Change
          </TextLink>
        </div>
        {value.doneOn === null && (
          <div className={styles.reopen}>
            <Button
              variant="quiet"
              size="small"
              aria-label={`${isDropped ? 'Open again' : 'Not needed'}: ${value.what}`}
              onPress={
                isDropped
                  ? () => {
                      onEnd(stillOpen);
                    }
                  : onDrop
              }
            >
              {isDropped ? 'Open again' : 'Not needed'}
            </Button>
          </div>
        )}
      </div>
      <ActionStatus value={value} today={today} />
    </li>
  );
}

function ActionStatus(props: { readonly value: Action; readonly today: LocalDate }) {
  const { value, today } = props;
  if (value.doneOn !== null) return <Status kind="good">Done {formatDate(value.doneOn)}</Status>;
  if (value.droppedOn !== null)
    return <Status kind="none">Not needed since {formatDate(value.droppedOn)}</Status>;
  if (value.reviewOn < today)
    return <Status kind="caution">Review overdue since {formatDate(value.reviewOn)}</Status>;
  if (value.reviewOn === today) return <Status kind="due">Review today</Status>;
  return <Status kind="later">Review on {formatDate(value.reviewOn)}</Status>;
}

function DropDialog(props: {
  readonly what: string;
  readonly onClose: () => void;
  readonly onDrop: (why: string) => void;
}) {
  const [why, setWhy] = useState('');
  return (
    <Dialog
      isOpen
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) props.onClose();
      }}
      title="Not needed any more"
      actions={
        <>
          <Button
            variant="primary"
            onPress={() => {
              props.onDrop(why.trim());
            }}
          >
            Mark as not needed
          </Button>
          <Button onPress={props.onClose}>Keep it</Button>
        </>
      }
    >
      <p>{props.what}</p>
      <TextField
        name="droppedWhy"
        label="Why"
        hint="So that nobody asks again in half a year"
        isOptional
        value={why}
        onChange={setWhy}
      />
    </Dialog>
  );
}
