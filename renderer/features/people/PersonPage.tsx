import { History, Pencil, Trash2 } from 'lucide-react';
import { formatDate, formatMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';
import { isInPost, personCoverage, type PersonCoverage } from '@shared/supervision/coverage';
import { useToday } from '../../platform';
import { Facts, type Fact } from '../../records/Facts';
import { KeptLine } from '../../records/KeptLine';
import { PersonSupervisors } from '../../records/PersonSupervisors';
import { dateNear, rhythmWords, supervisionWords } from '../../records/supervision-words';
import { useCoverage, useServiceInterval } from '../../records/use-coverage';
import { useRemoveWithUndo } from '../../records/use-remove-with-undo';
import {
  Button,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  Status,
  TextLink,
  ThreadItem,
  useGo,
} from '../../ui';
import { useRecord, useRecords, useViewNote, type StoredRecord } from '../../vault';
import { NoPerson } from './NoPerson';
import { roleWords } from './people-list';
import { PeopleAside } from './PeopleAside';
import styles from './people.module.css';
import { PersonMore, PersonPairs } from './PersonDetails';
import { Timeline } from './timeline/Timeline';

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

function PersonDetail(props: { readonly record: StoredRecord<'person'> }) {
  const { record } = props;
  const { id, value: person } = record;
  const today = useToday();
  const go = useGo();
  const remove = useRemoveWithUndo();
  const sessions = useRecords('supervision-session');
  const absences = useRecords('absence');
  const caseload = useRecords('caseload-count');
  const serviceInterval = useServiceInterval();
  const inPost = useCoverage(today).people.find((each) => each.id === id);
  const coverage = inPost ?? personCoverage(record, [], [], serviceInterval, today);
  const openCases = caseload
    .filter(({ value }) => value.personId === id)
    .reduce<StoredRecord<'caseload-count'> | null>(
      (last, each) => (last === null || each.value.month > last.value.month ? each : last),
      null,
    );
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
      <Timeline
        person={record}
        now={
          isDue ? (
            <ThreadItem
              when="Now"
              state="now"
              title={coverage.state === 'first-to-come' ? 'First supervision to come' : 'Supervision is due'}
            >
              {supervisionWords(coverage).words}. {rhythmWords(coverage.intervalDays)}.
            </ThreadItem>
          ) : null
        }
      />
      {inPost !== undefined && <PersonSupervisors personId={id} />}
      <PersonMore person={record} today={today} />
      <Section title="Details" action={<TextLink href={`~/people/${id}/edit`}>Change</TextLink>}>
        <Sheet pad>
          <PersonPairs person={person} intervalDays={coverage.intervalDays} />
        </Sheet>
      </Section>
      <Note kind="plain" title="Who can see this">
        You, on this laptop. {person.name.split(' ')[0]} can ask to see all that is written here. No wellbeing
        score of a named person is ever kept. <KeptLine of="person" />
      </Note>
    </Page>
  );
}

export function PersonPage(props: { readonly id: string }) {
  const record = useRecord('person', props.id);
  useViewNote('person', record?.id);
  if (record === undefined) return <NoPerson />;
  return (
    <div className={styles.split}>
      <PeopleAside selected={record.id} person={record.value} />
      <div className={styles.detail}>
        <PersonDetail record={record} />
      </div>
    </div>
  );
}
