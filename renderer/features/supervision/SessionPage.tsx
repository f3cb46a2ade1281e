import { History, Pencil, Trash2 } from 'lucide-react';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import { meetingModeLabels } from '@shared/records/supervision-parts';
import {
  cancelReasonLabels,
  followUpLabels,
  supervisionStatusLabels,
  supervisionThemeLabels,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { groupSupervisionCredit } from '@shared/statistics/supervision';
import { useToday } from '../../platform';
import { Pairs } from '../../records/Facts';
import { KeptLine } from '../../records/KeptLine';
import { sessionTitles } from '../../records/supervision-words';
import { useChangeRecord } from '../../records/use-change-record';
import { useRemoveWithUndo } from '../../records/use-remove-with-undo';
import {
  Button,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  TextLink,
  useGo,
  type StatusKind,
} from '../../ui';
import { useRecord, useRecords, useViewNote, useWholeRecord, type StoredRecord } from '../../vault';
import { AgreedActions } from './AgreedActions';
import { NoSession, Reading } from './EditSession';
import { SessionSignatures } from './SessionSignatures';
import styles from './supervision.module.css';

const outcomeKinds = {
  done: 'good',
  'under-way': 'due',
  'not-done': 'later',
  dropped: 'none',
} as const satisfies Record<SupervisionSession['followUp'][number]['outcome'], StatusKind>;

export function SessionPage(props: { readonly id: string }) {
  const listed = useRecord('supervision-session', props.id);
  const record = useWholeRecord('supervision-session', props.id);
  useViewNote('supervision-session', listed?.id);
  const go = useGo();
  const remove = useRemoveWithUndo();
  if (listed === undefined || record === null) return <NoSession />;
  const { kind, date } = listed.value;
  return (
    <Page
      title={sessionTitles[kind]}
      docTitle="Supervision record"
      lede={formatDateWithWeekday(date)}
      crumbs={[{ label: 'Supervision', href: '~/supervision' }]}
      actions={
        <>
          <LinkButton href={`~/supervision/${listed.id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <LinkButton
            href={`~/supervision/${listed.id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
          {record !== undefined && (
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
          )}
        </>
      }
    >
      {record === undefined ? <Reading /> : <SessionBody record={record} />}
    </Page>
  );
}

const yesOrNotAsked = (asked: boolean | null): string =>
  asked === null ? '' : asked ? 'Yes' : 'Not this time';

function prose(text: string) {
  return text === '' ? '' : <span className={styles.note}>{text}</span>;
}

/** "75, of 60 planned" */
function minutesWords({ minutes, plannedMinutes }: SupervisionSession): string {
  if (minutes === null) return plannedMinutes === null ? '' : `${plannedMinutes} planned`;
  return plannedMinutes === null || plannedMinutes === minutes
    ? String(minutes)
    : `${minutes}, of ${plannedMinutes} planned`;
}

function SessionBody(props: { readonly record: StoredRecord<'supervision-session'> }) {
  const { record } = props;
  const { value: session } = record;
  const people = useRecords('person');
  const change = useChangeRecord('supervision-session', record.id);
  const today = useToday();
  const isGroup = session.kind === 'reflective-group';
  const present = session.personIds.map(
    (id) => people.find((person) => person.id === id) ?? { id, value: { name: 'Someone who was deleted' } },
  );
  const credit =
    isGroup && session.minutes !== null && session.status === 'held'
      ? groupSupervisionCredit(session.minutes, session.personIds.length)
      : null;

  const setDone = (index: number, isDone: boolean): Promise<boolean> =>
    change((now) => ({
      ...now,
      actions: now.actions.map((action, each) =>
        each === index ? { ...action, doneOn: isDone ? today : null, droppedOn: null } : action,
      ),
    }));

  return (
    <>
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
            [
              'Cancelled because',
              session.cancelledBecause === null ? '' : cancelReasonLabels[session.cancelledBecause],
            ],
            ['Minutes', minutesWords(session)],
            ['How you met', session.mode === null ? '' : meetingModeLabels[session.mode]],
            [
              'Counts for each',
              credit === null ? '' : `${Math.round(credit * 10) / 10} minutes of counselling supervision`,
            ],
            ['What came up', session.themes.map((theme) => supervisionThemeLabels[theme]).join(', ')],
            ['Asked how they are', yesOrNotAsked(session.wellbeingAsked)],
            ['Open cases', session.workload === null ? '' : String(session.workload)],
            ['Note', prose(session.note)],
            ['What was learned', prose(session.learning)],
            ['What was decided', prose(session.decisions)],
            ['Led by', session.facilitator],
            ['Next time', session.nextDate === null ? '' : formatDateWithWeekday(session.nextDate)],
          ]}
        />
      </Sheet>
      {session.followUp.length > 0 && (
        <Section title="From last time">
          <Sheet>
            <RowList aria-label="From last time">
              {session.followUp.map(({ text, outcome }, index) => (
                <Row
                  key={`${index}${text}`}
                  title={text}
                  status={<Status kind={outcomeKinds[outcome]}>{followUpLabels[outcome]}</Status>}
                />
              ))}
            </RowList>
          </Sheet>
        </Section>
      )}
      {session.actions.length > 0 && (
        <Section title="What we agreed">
          <AgreedActions actions={session.actions} today={today} onDone={setDone} />
        </Section>
      )}
      {!isGroup && session.status === 'held' && (
        <SessionSignatures
          signatures={session.signatures}
          today={today}
          onChange={(signatures) => void change((now) => ({ ...now, signatures }))}
        />
      )}
      <Note kind="plain" title="Who can see this">
        You, on this laptop. {isGroup ? 'Those who came' : 'The person'} can ask to see what is written here.{' '}
        <KeptLine of="supervision" />
        {!isGroup && session.personIds.length === 1 && (
          <ul className={styles.plainList}>
            <li>
              <TextLink href={`~/people/recorded/${record.id}`}>What we recorded, a copy for them</TextLink>
            </li>
            <li>
              <TextLink href={`~/people/${session.personIds[0] ?? ''}/process`}>
                Conduct or capability: move it to a process
              </TextLink>
            </li>
          </ul>
        )}
      </Note>
    </>
  );
}
