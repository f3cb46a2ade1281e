import { History, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDate, formatMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import { contactStatusLabels, phaseLabels } from '@shared/records/event-plan/event-plan';
import { contractLabels, engagementLabels, exposureLabels, type Person } from '@shared/records/person/person';
import {
  supervisionStatusLabels,
  supervisionThemeLabels,
} from '@shared/records/supervision-session/supervision-session';
import { isInPost, personCoverage, type PersonCoverage } from '@shared/supervision/coverage';
import { personHistory, type HistoryItem } from '@shared/supervision/history';
import { useToday } from '../../platform';
import { Facts, Pairs, type Fact } from '../../records/Facts';
import { dateNear, rhythmWords, sessionTitle, supervisionWords } from '../../records/supervision-words';
import { useCoverage, useServiceInterval } from '../../records/use-coverage';
import { useRemoveWithUndo } from '../../records/use-remove-with-undo';
import {
  Button,
  EmptyState,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  Status,
  TextLink,
  Thread,
  ThreadItem,
  useGo,
} from '../../ui';
import { useRecord, useRecords, useViewNote, type StoredRecord } from '../../vault';
import { roleWords } from './people-list';
import { PeopleAside } from './PeopleAside';
import styles from './people.module.css';

const firstShown = 12;

function lede(person: Person, today: LocalDate): string {
  const where = [roleWords(person), person.team].filter((part) => part !== '').join(', ');
  const since =
    person.startDate > today
      ? `Starts ${formatDate(person.startDate)}`
      : person.lastDay !== null && person.lastDay < today
        ? `Left ${formatDate(person.lastDay)}`
        : `Here since ${formatMonth(monthOf(person.startDate))}`;
  const hours = person.weeklyHours === null ? '' : ` ${person.weeklyHours} hours a week.`;
  return `${where}. ${since}.${hours}`;
}

function factsOf(
  coverage: PersonCoverage,
  openCases: { readonly count: number; readonly month: string } | null,
  today: LocalDate,
): Fact[] {
  const { kind, words } = supervisionWords(coverage);
  const facts: Fact[] = [
    {
      label: 'Supervision',
      value: <Status kind={kind}>{words}</Status>,
      detail:
        coverage.daysSince === null
          ? rhythmWords(coverage.intervalDays)
          : `${rhythmWords(coverage.intervalDays)}. ${coverage.daysSince} days since the last`,
    },
    {
      label: 'Last one to one',
      value: coverage.lastIndividual === null ? 'Not yet' : dateNear(coverage.lastIndividual, today),
    },
    {
      label: 'Last reflective group',
      value: coverage.lastGroup === null ? 'Not yet' : dateNear(coverage.lastGroup, today),
    },
  ];
  if (openCases !== null)
    facts.push({ label: 'Open cases', value: openCases.count, detail: openCases.month });
  return facts;
}

function HistoryEntry(props: { readonly item: HistoryItem; readonly today: LocalDate }) {
  const { item, today } = props;
  const when = dateNear(item.on, today);
  switch (item.type) {
    case 'session': {
      const { session } = item;
      const themes = session.themes.map((theme) => supervisionThemeLabels[theme]).join(', ');
      const done = session.actions.filter(({ doneOn }) => doneOn !== null).length;
      const agreed = session.actions.length === 0 ? '' : `${session.actions.length} agreed, ${done} done.`;
      return (
        <ThreadItem
          when={when}
          state={session.status === 'held' ? 'done' : 'dot'}
          title={<TextLink href={`~/supervision/${item.id}`}>{sessionTitle(session)}</TextLink>}
        >
          {session.status === 'held'
            ? [themes === '' ? '' : `${themes}.`, agreed].filter((part) => part !== '').join(' ')
            : `${supervisionStatusLabels[session.status]}.`}
        </ThreadItem>
      );
    }
    case 'absence':
      return (
        <ThreadItem
          when={when}
          state="dot"
          title={
            item.days === null
              ? 'Away from work'
              : `Away from work, ${item.days === 1 ? '1 day' : `${item.days} days`}`
          }
        >
          {item.absence.lastDay === null
            ? 'Still away.'
            : `${formatDate(item.absence.firstDay)} to ${formatDate(item.absence.lastDay)}.`}
        </ThreadItem>
      );
    case 'contact':
      return (
        <ThreadItem
          when={when}
          state="dot"
          title={`Support after an event: ${contactStatusLabels[item.status].toLowerCase()}`}
        >
          {phaseLabels[item.phaseId]}. Event on {formatDate(item.eventOn)}.
        </ThreadItem>
      );
  }
}

function PersonDetail(props: { readonly record: StoredRecord<'person'> }) {
  const { record } = props;
  const { id, value: person } = record;
  const today = useToday();
  const go = useGo();
  const remove = useRemoveWithUndo();
  const [isLong, setLong] = useState(false);
  const sessions = useRecords('supervision-session');
  const absences = useRecords('absence');
  const plans = useRecords('event-plan');
  const caseload = useRecords('caseload-count');
  const serviceInterval = useServiceInterval();
  const inPost = useCoverage(today).people.find((each) => each.id === id);
  const history = useMemo(
    () => personHistory({ personId: id, sessions, absences, plans }),
    [id, sessions, absences, plans],
  );
  const coverage = inPost ?? personCoverage(record, [], [], serviceInterval, today);
  const openCases = caseload
    .filter(({ value }) => value.personId === id)
    .reduce<StoredRecord<'caseload-count'> | null>(
      (last, each) => (last === null || each.value.month > last.value.month ? each : last),
      null,
    );
  const shown = isLong ? history : history.slice(0, firstShown);
  const linked = [
    ...sessions.filter(({ value }) => value.personIds.includes(id)),
    ...absences.filter(({ value }) => value.personId === id),
  ].length;

  const onDelete = async (): Promise<void> => {
    if (
      await remove(
        [record],
        linked === 0
          ? 'Person deleted.'
          : 'Person deleted. Their supervision and absences stay until you put them back or delete them.',
      )
    )
      go('~/people');
  };

  const isDue = isInPost(person, today) && coverage.state !== 'on-time' && coverage.state !== 'away';
  return (
    <Page
      title={person.name}
      docTitle="Person"
      lede={lede(person, today)}
      crumbs={[{ label: 'People', href: '~/people' }]}
    >
      <div>
        <div className={styles.actions}>
          <LinkButton href={`~/supervision/new/${id}`} variant="primary">
            Record supervision
          </LinkButton>
          <LinkButton href={`~/people/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change details
          </LinkButton>
          <LinkButton href={`~/people/${id}/history`} variant="quiet" icon={<History aria-hidden="true" />}>
            Earlier versions
          </LinkButton>
          <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onPress={() => void onDelete()}>
            Delete
          </Button>
        </div>
        {inPost !== undefined && (
          <Facts
            facts={factsOf(
              coverage,
              openCases === null
                ? null
                : { count: openCases.value.openCases, month: formatMonth(openCases.value.month) },
              today,
            )}
          />
        )}
      </div>
      <Section title="What has happened">
        {history.length === 0 && !isDue ? (
          <p className={styles.muted}>
            Nothing yet. Supervision, time away and support offered will stand here.
          </p>
        ) : (
          <Thread aria-label="What has happened, newest first">
            {isDue && (
              <ThreadItem
                when="Now"
                state="now"
                title={
                  coverage.state === 'first-to-come' ? 'First supervision to come' : 'Supervision is due'
                }
              >
                {supervisionWords(coverage).words}. {rhythmWords(coverage.intervalDays)}.
              </ThreadItem>
            )}
            {shown.map((item) => (
              <HistoryEntry
                key={`${item.type}${item.id}${item.on}${item.type === 'contact' ? item.phaseId : ''}`}
                item={item}
                today={today}
              />
            ))}
          </Thread>
        )}
        {history.length > shown.length && (
          <div className={styles.more}>
            <Button size="small" onPress={() => setLong(true)}>
              Show all {history.length}
            </Button>
          </div>
        )}
      </Section>
      <Section title="Details" action={<TextLink href={`~/people/${id}/edit`}>Change</TextLink>}>
        <Sheet pad>
          <Pairs
            pairs={[
              ['Role', person.role],
              ['Team', person.team],
              ['Site', person.site],
              ['Belongs here as', engagementLabels[person.engagement]],
              ['Contract', contractLabels[person.contract]],
              ['Hours a week', person.weeklyHours === null ? '' : String(person.weeklyHours)],
              ['Start date', formatDate(person.startDate)],
              ['Last day', person.lastDay === null ? '' : formatDate(person.lastDay)],
              ['Leaving reason', person.leavingReason],
              ['Front-facing', person.frontFacing ? 'Yes' : 'No'],
              ['Exposure in the role', exposureLabels[person.exposure]],
              ['Payroll number', person.payrollNumber],
              ['Supervision', rhythmWords(coverage.intervalDays)],
            ]}
          />
        </Sheet>
      </Section>
      <Note kind="plain" title="Who can see this">
        You, on this laptop. {person.name.split(' ')[0]} can ask to see all that is written here. No wellbeing
        score of a named person is ever kept.
      </Note>
    </Page>
  );
}

export function PersonPage(props: { readonly id: string }) {
  const record = useRecord('person', props.id);
  useViewNote('person', record?.id);
  if (record === undefined) {
    return (
      <Page
        title="This person is not here"
        docTitle="Person"
        crumbs={[{ label: 'People', href: '~/people' }]}
      >
        <EmptyState title="No such person" action={<LinkButton href="~/people">See people</LinkButton>}>
          They may have been deleted. If that was just now, press Undo in the message.
        </EmptyState>
      </Page>
    );
  }
  return (
    <div className={styles.split}>
      <PeopleAside selected={record.id} person={record.value} />
      <div className={styles.detail}>
        <PersonDetail record={record} />
      </div>
    </div>
  );
}
