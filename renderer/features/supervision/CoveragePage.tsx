import { CircleHelp, Clock, MessagesSquare, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  coverageHeadline,
  percentText,
  rolesWithNeither,
  type Coverage,
  type PersonCoverage,
} from '@shared/supervision/coverage';
import { latestMeetings } from '@shared/supervision/meetings';
import { useToday } from '../../platform';
import { dateNear, supervisionWords } from '../../records/supervision-words';
import { useCoverage, useServiceInterval } from '../../records/use-coverage';
import { useFirstRows } from '../../records/use-first-rows';
import {
  Button,
  DataTable,
  EmptyState,
  Figure,
  FigureRow,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  TextLink,
} from '../../ui';
import { useRecords } from '../../vault';
import { AsOfButton, AsOfField, useAsOf } from './AsOf';
import { SessionRows } from './SessionRows';
import styles from './supervision.module.css';
import { SupervisionNav } from './SupervisionNav';
import { WaitTrack } from './WaitTrack';

const recentShown = 6;
type Sort = 'wait' | 'name';

function PeopleTable(props: {
  readonly coverage: Coverage;
  readonly today: LocalDate;
  readonly sort: Sort;
  readonly intervalDays: number;
}) {
  const { coverage, today, intervalDays } = props;
  const sorted = useMemo(
    () =>
      props.sort === 'wait'
        ? coverage.people
        : [...coverage.people].sort((left, right) =>
            left.person.name.localeCompare(right.person.name, 'en-GB'),
          ),
    [coverage, props.sort],
  );
  const people = useFirstRows(sorted);
  const lastHeld = (each: PersonCoverage): string =>
    each.lastHeld === null
      ? 'Not yet'
      : `${dateNear(each.lastHeld, today)}${each.lastKind === 'reflective-group' ? ', group' : ''}`;
  return (
    <DataTable
      caption={`Days since the last session held, as of ${formatDate(coverage.asOf)}`}
      isCaptionHidden
      columns={[
        { key: 'person', label: 'Person' },
        { key: 'status', label: 'Status' },
        { key: 'last', label: 'Last held' },
        { key: 'days', label: 'Days', align: 'right' },
        { key: 'track', label: `Against ${intervalDays} days agreed` },
      ]}
      rows={people.map((each) => {
        const { kind, words } = supervisionWords(each);
        return {
          key: each.id,
          cells: [
            <span key="who">
              <TextLink href={`~/people/${each.id}`}>{each.person.name}</TextLink>
              <span className={styles.roleLine}>{each.person.role}</span>
            </span>,
            <Status key="status" kind={kind}>
              {words}
            </Status>,
            lastHeld(each),
            each.daysSince ?? '',
            <span key="track" className={styles.trackCell}>
              <WaitTrack coverage={each} />
              {each.intervalDays !== intervalDays && (
                <span className={styles.roleLine}>Own rhythm: {each.intervalDays} days</span>
              )}
            </span>,
          ],
        };
      })}
    />
  );
}

/** Things that the numbers point at. Each is a sentence and a way on; nobody is ranked. */
function WorthALook(props: { readonly coverage: Coverage }) {
  const { coverage } = props;
  const without = coverage.people.filter(({ state }) => state === 'none-yet');
  const neither = rolesWithNeither(coverage);
  const longest = coverage.people.find(({ state }) => state === 'overdue');
  if (without.length === 0 && neither.length === 0 && longest === undefined) {
    return <Note kind="good">Everyone who should have had supervision by now has had it.</Note>;
  }
  return (
    <RowList aria-label="Worth a look">
      {neither.map(({ role, people }) => (
        <Row
          key={role}
          icon={<Users />}
          href="~/supervision/access"
          title={`${role}: neither route`}
          detail={`${people === 1 ? 'One person has' : `${people} people have`} had no clinical supervision and no reflective group in twelve months.`}
        />
      ))}
      {without.length > 0 && (
        <Row
          icon={<CircleHelp />}
          title={
            without.length === 1 ? 'One person has no record' : `${without.length} people have no record`
          }
          detail={
            <>
              In post for longer than their rhythm:{' '}
              {without.slice(0, 5).map(({ id, person }, index) => (
                <span key={id}>
                  {index > 0 && ', '}
                  <TextLink href={`~/people/${id}`}>{person.name}</TextLink>
                </span>
              ))}
              {without.length > 5 && ` and ${without.length - 5} more`}
            </>
          }
        />
      )}
      {longest !== undefined && (
        <Row
          icon={<Clock />}
          title="The longest wait"
          detail={
            <>
              <TextLink href={`~/supervision/new/${longest.id}`}>{longest.person.name}</TextLink>,{' '}
              {longest.daysSince} days since the last session.
            </>
          }
        />
      )}
    </RowList>
  );
}

export function CoveragePage() {
  const today = useToday();
  const people = useRecords('person');
  const sessions = useRecords('supervision-session');
  const intervalDays = useServiceInterval();
  const groupSessions = useRecords('group-session');
  const day = useAsOf(today);
  const { asOf } = day;
  const [sort, setSort] = useState<Sort>('wait');
  const coverage = useCoverage(asOf);
  const recent = useMemo(
    () => latestMeetings({ sessions, groupSessions }, asOf, recentShown),
    [sessions, groupSessions, asOf],
  );

  if (people.length === 0 || (sessions.length === 0 && groupSessions.length === 0)) {
    return (
      <Page title="Supervision">
        {people.length > 0 && <SupervisionNav />}
        <EmptyState
          icon={<MessagesSquare />}
          title={people.length === 0 ? 'People first' : 'No sessions yet'}
          action={
            people.length === 0 ? (
              <>
                <LinkButton href="~/people/import" variant="primary">
                  Bring in people
                </LinkButton>
                <LinkButton href="~/people/new">Add a person</LinkButton>
              </>
            ) : (
              <>
                <LinkButton href="~/supervision/new" variant="primary">
                  Record supervision
                </LinkButton>
                <LinkButton href="~/supervision/import">Bring in sessions</LinkButton>
              </>
            )
          }
        >
          <p>
            Here you see who has supervision, who is waiting, and which roles can reach none. Clinical, line
            management, professional and reflective groups are kept apart.
          </p>
          <p>An example: last held 2 February, 57 days ago, agreed every 56. Overdue 1 day.</p>
        </EmptyState>
      </Page>
    );
  }

  return (
    <Page
      title={coverageHeadline(coverage)}
      lede={`As of ${formatDate(asOf)}. Agreed rhythm: every ${intervalDays} days.`}
      actions={
        <>
          <AsOfButton state={day} today={today} />
          <LinkButton href="~/supervision/new" variant="primary">
            Record supervision
          </LinkButton>
        </>
      }
    >
      <SupervisionNav />
      <AsOfField state={day} today={today} />
      <FigureRow>
        <Figure
          label="Held on time"
          value={percentText(coverage.onTime, coverage.counted)}
          detail={`${coverage.onTime} of ${coverage.counted}`}
        />
        <Figure label="Overdue" value={coverage.overdue} detail={`of ${coverage.counted}`} />
        <Figure label="No record yet" value={coverage.withoutRecord} detail={`of ${coverage.counted}`} />
        <Figure
          label="Cancelled by the service"
          value={percentText(coverage.cancelledByService, coverage.booked)}
          detail={`${coverage.cancelledByService} of ${coverage.booked} in 12 months`}
        />
      </FigureRow>
      <div className={styles.coverage}>
        <Section
          title="Each person"
          action={
            <Button size="small" variant="quiet" onPress={() => setSort(sort === 'wait' ? 'name' : 'wait')}>
              {sort === 'wait' ? 'Sort by name' : 'Sort by longest wait'}
            </Button>
          }
        >
          <Sheet>
            <PeopleTable coverage={coverage} today={asOf} sort={sort} intervalDays={intervalDays} />
          </Sheet>
          <p className={styles.key}>
            <span aria-hidden="true">● on time, ○ due that day, ◆ overdue. </span>The upright line is the
            agreed day. Any session held counts, one to one or group. Cancelled ones do not.
            {coverage.away > 0 &&
              ` ${coverage.away === 1 ? 'One person was' : `${coverage.away} people were`} away for the whole time and not counted.`}
          </p>
        </Section>
        <div className={styles.side}>
          <Section title="Worth a look">
            <WorthALook coverage={coverage} />
          </Section>
          <Section
            title="Recent sessions"
            action={
              <TextLink href="~/supervision/sessions">All {sessions.length + groupSessions.length}</TextLink>
            }
          >
            <SessionRows meetings={recent} today={today} label="Recent sessions" isNarrow />
            <p className={styles.key}>
              Kept elsewhere too? <TextLink href="~/supervision/import">Bring in sessions</TextLink>
            </p>
          </Section>
        </div>
      </div>
    </Page>
  );
}
