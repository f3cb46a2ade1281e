import { UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { addMonths, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { groupSummary } from '@shared/groups/sittings';
import { useToday } from '../../../platform';
import { dateNear, rhythmWords } from '../../../records/supervision-words';
import { useSupervisorNames } from '../../../records/use-supervisors';
import {
  EmptyState,
  Figure,
  FigureRow,
  LinkButton,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
} from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { SupervisionNav } from '../SupervisionNav';
import { countWords, hasEnded, nextSitting, placeWords, type GroupSitting } from './group-words';
import { groupCrumbs } from './NoGroup';

type GroupRecord = StoredRecord<'reflective-group'>;

function GroupRows(props: {
  readonly groups: readonly GroupRecord[];
  readonly sittings: readonly GroupSitting[];
  readonly label: string;
  readonly today: LocalDate;
}) {
  const { sittings, today } = props;
  const leaderName = useSupervisorNames();
  return (
    <RowList aria-label={props.label}>
      {props.groups.map(({ id, value }) => {
        const summary = groupSummary(id, value, sittings, addMonths(today, -12), today);
        const { kind, words } = placeWords(value, summary, today);
        const next = nextSitting(id, value, sittings, today);
        const led = value.facilitatorId === null ? '' : (leaderName(value.facilitatorId) ?? '');
        return (
          <Row
            key={id}
            href={`~/supervision/groups/${id}`}
            title={value.name}
            detail={[
              countWords(summary.members, 'member', 'members'),
              summary.waiting > 0 ? `${summary.waiting} waiting` : '',
              `${rhythmWords(value.intervalDays).toLowerCase()}, ${value.minutes} minutes`,
              led === '' ? 'nobody leads it yet' : `led by ${led}`,
              next === null
                ? value.endedOn === null
                  ? ''
                  : `ended ${dateNear(value.endedOn, today)}`
                : next.date < today
                  ? `was due ${dateNear(next.date, today)}`
                  : `next ${dateNear(next.date, today)}`,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
            status={<Status kind={kind}>{words}</Status>}
          />
        );
      })}
    </RowList>
  );
}

export function GroupsPage() {
  const today = useToday();
  const groups = useRecords('reflective-group');
  const sittings = useRecords('group-session');
  const sorted = useMemo(
    () => [...groups].sort((left, right) => left.value.name.localeCompare(right.value.name, 'en-GB')),
    [groups],
  );
  const running = sorted.filter(({ value }) => !hasEnded(value, today));
  const ended = sorted.filter(({ value }) => hasEnded(value, today));
  const summaries = running.map(({ id, value }) =>
    groupSummary(id, value, sittings, addMonths(today, -12), today),
  );
  const total = (of: (summary: (typeof summaries)[number]) => number): number =>
    summaries.reduce((sum, summary) => sum + of(summary), 0);
  const protectedCount = running.filter(({ value }) => value.isTimeProtected).length;
  const part = total(({ attendance }) => attendance.part);
  const whole = total(({ attendance }) => attendance.whole);
  const add = (
    <LinkButton href="~/supervision/groups/new" variant="primary">
      Add a group
    </LinkButton>
  );
  return (
    <Page
      title="Reflective groups"
      docTitle="Reflective groups"
      crumbs={groupCrumbs.slice(0, 1)}
      lede={
        groups.length === 0
          ? 'A place to think together about what the work does to us.'
          : `${countWords(running.length, 'group runs', 'groups run')} as of ${formatDate(today)}.`
      }
      actions={groups.length === 0 ? undefined : add}
    >
      <SupervisionNav />
      {groups.length === 0 ? (
        <EmptyState icon={<UsersRound />} title="No groups yet" action={add}>
          Keep here who belongs to a group, who waits for a place, when it met and who came. What is said in
          it stays out.
        </EmptyState>
      ) : (
        <>
          <FigureRow>
            <Figure
              label="Members"
              value={total(({ members }) => members)}
              detail={`in ${countWords(running.length, 'group', 'groups')}`}
            />
            <Figure label="Waiting for a place" value={total(({ waiting }) => waiting)} />
            <Figure
              label="Came"
              value={whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`}
              detail={`${part} of ${whole} in 12 months`}
            />
            <Figure
              label="Time protected"
              value={`${protectedCount} of ${running.length}`}
              detail="cover is there"
            />
          </FigureRow>
          <Sheet>
            <GroupRows groups={running} sittings={sittings} label="Groups that run" today={today} />
          </Sheet>
          {ended.length > 0 && (
            <Section title="Ended">
              <GroupRows groups={ended} sittings={sittings} label="Groups that have ended" today={today} />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}
