import { History, Pencil, Trash2 } from 'lucide-react';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import {
  supervisionStatusLabels,
  supervisionThemeLabels,
} from '@shared/records/supervision-session/supervision-session';
import { groupSupervisionCredit } from '@shared/statistics/supervision';
import { errorText } from '../../app/error-text';
import { useToday } from '../../platform';
import { Pairs } from '../../records/Facts';
import { dateNear, sessionTitles } from '../../records/supervision-words';
import { useRemoveWithUndo } from '../../records/use-remove-with-undo';
import {
  Button,
  Checkbox,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  TextLink,
  useGo,
  useToast,
} from '../../ui';
import { useRecord, useRecords, useVault, useViewNote } from '../../vault';
import { NoSession } from './SessionForm';
import styles from './supervision.module.css';

export function SessionPage(props: { readonly id: string }) {
  const record = useRecord('supervision-session', props.id);
  useViewNote('supervision-session', record?.id);
  const people = useRecords('person');
  const vault = useVault();
  const toast = useToast();
  const today = useToday();
  const go = useGo();
  const remove = useRemoveWithUndo();
  if (record === undefined) return <NoSession />;
  const { value: session } = record;
  const isGroup = session.kind === 'reflective-group';
  const present = session.personIds.map(
    (id) => people.find((person) => person.id === id) ?? { id, value: { name: 'Someone who was deleted' } },
  );
  const credit =
    isGroup && session.minutes !== null && session.status === 'held'
      ? groupSupervisionCredit(session.minutes, session.personIds.length)
      : null;

  const setDone = async (index: number, isDone: boolean): Promise<void> => {
    const actions = session.actions.map((action, each) =>
      each === index ? { ...action, doneOn: isDone ? today : null } : action,
    );
    const saved = await vault.put('supervision-session', { ...session, actions }, record);
    if (!saved.ok) toast({ text: errorText(saved.error) });
  };

  return (
    <Page
      title={sessionTitles[session.kind]}
      docTitle="Supervision record"
      lede={formatDateWithWeekday(session.date)}
      crumbs={[{ label: 'Supervision', href: '~/supervision' }]}
      actions={
        <>
          <LinkButton href={`~/supervision/${record.id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <LinkButton
            href={`~/supervision/${record.id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" />}
            onPress={() =>
              void remove([record], 'Record deleted.').then((isRemoved) => {
                if (isRemoved) go('~/supervision');
              })
            }
          >
            Delete
          </Button>
        </>
      }
    >
      <Sheet pad>
        <Pairs
          pairs={[
            [
              isGroup ? 'Who came' : 'With',
              <ul key="who" className={styles.names}>
                {present.map(({ id, value }) => (
                  <li key={id}>
                    <TextLink href={`~/people/${id}`}>{value.name}</TextLink>
                  </li>
                ))}
              </ul>,
            ],
            ['Status', supervisionStatusLabels[session.status]],
            ['Minutes', session.minutes === null ? '' : String(session.minutes)],
            [
              'Counts for each',
              credit === null ? '' : `${Math.round(credit * 10) / 10} minutes of counselling supervision`,
            ],
            ['What came up', session.themes.map((theme) => supervisionThemeLabels[theme]).join(', ')],
            [
              'Asked how they are',
              session.wellbeingAsked === null ? '' : session.wellbeingAsked ? 'Yes' : 'Not this time',
            ],
            [
              'Note',
              session.note === '' ? (
                ''
              ) : (
                <span key="note" className={styles.note}>
                  {session.note}
                </span>
              ),
            ],
            ['Led by', session.facilitator],
            ['Next time', session.nextDate === null ? '' : formatDateWithWeekday(session.nextDate)],
          ]}
        />
      </Sheet>
      {session.actions.length > 0 && (
        <Section title="What we agreed">
          <ul className={styles.lastActions}>
            {session.actions.map((action, index) => (
              <li key={`${index}${action.text}`}>
                <Checkbox
                  name={`action${index}`}
                  isSelected={action.doneOn !== null}
                  onChange={(isDone) => void setDone(index, isDone)}
                >
                  {action.text}
                  <span className={styles.lastDetail}>
                    {[
                      action.owner,
                      action.due === null ? '' : `by ${dateNear(action.due, today)}`,
                      action.doneOn === null ? '' : `done ${dateNear(action.doneOn, today)}`,
                    ]
                      .filter((part) => part !== '')
                      .join(', ') || 'No day set'}
                  </span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Note kind="plain" title="Who can see this">
        You, on this laptop. {isGroup ? 'Those who came' : 'The person'} can ask to see what is written here.
      </Note>
    </Page>
  );
}
