/** What is known of a person, line by line, and what else can be done for them. */
import { Copy, FileOutput, Route as RouteIcon, Undo2, Users } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { findDuplicates } from '@shared/people/merge';
import {
  contractLabels,
  engagementLabels,
  exposureLabels,
  siteTraitLabels,
  workPatternLabels,
  type Person,
} from '@shared/records/person/person';
import { requestState } from '@shared/requests/due-date';
import { Pairs } from '../../records/Facts';
import { useNation } from '../../records/use-nation';
import { rhythmWords } from '../../records/supervision-words';
import { Row, RowList, Section, Sheet, Status } from '../../ui';
import { useRecords, type StoredRecord } from '../../vault';
import { requestStatus } from './requests/request-words';

const span = (from: LocalDate, to: LocalDate | null): string =>
  to === null ? `From ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`;

export function PersonPairs(props: { readonly person: Person; readonly intervalDays: number }) {
  const { person } = props;
  const lines = (texts: readonly string[]) =>
    texts.length === 0 ? (
      ''
    ) : (
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    );
  return (
    <Pairs
      pairs={[
        ['Role', person.role],
        ['Team', person.team],
        [
          'Teams before',
          lines(
            person.earlierTeams.map(
              ({ team, lastDay }) => `${team === '' ? 'Another team' : team}, until ${formatDate(lastDay)}`,
            ),
          ),
        ],
        ['Site', person.site],
        ['Place of work', person.siteTraits.map((trait) => siteTraitLabels[trait]).join(', ')],
        ['Belongs here as', engagementLabels[person.engagement]],
        ['Contract', contractLabels[person.contract]],
        ['Hours a week', person.weeklyHours === null ? '' : String(person.weeklyHours)],
        ['Part-time', person.partTime === null ? '' : person.partTime ? 'Yes' : 'No'],
        ['When they work', person.workPattern === null ? '' : workPatternLabels[person.workPattern]],
        ['Start date', formatDate(person.startDate)],
        [
          'Here before',
          lines(person.earlierSpells.map(({ startDate, lastDay }) => span(startDate, lastDay))),
        ],
        ['Long leave', lines(person.leaves.map(({ firstDay, lastDay }) => span(firstDay, lastDay)))],
        ['Last day', person.lastDay === null ? '' : formatDate(person.lastDay)],
        ['Leaving reason', person.leavingReason],
        ['Front-facing', person.frontFacing ? 'Yes' : 'No'],
        ['Exposure in the role', exposureLabels[person.exposure]],
        ['Payroll number', person.payrollNumber],
        ['Supervision', rhythmWords(props.intervalDays)],
        [
          'Travel to supervision',
          person.travelMinutes === null ? '' : `${person.travelMinutes} minutes one way`,
        ],
      ]}
    />
  );
}

/** Rarer things, each a line that says what it is for. */
export function PersonMore(props: { readonly person: StoredRecord<'person'>; readonly today: LocalDate }) {
  const { person, today } = props;
  const { id, value } = person;
  const nation = useNation();
  const people = useRecords('person');
  const requests = useRecords('access-request');
  const twin = useMemo(
    () => findDuplicates(people).find(({ ids, reason }) => reason !== 'name' && ids.includes(id)),
    [people, id],
  );
  const other = twin?.ids.find((each) => each !== id);
  const open = requests.find((request) => request.value.personId === id && request.value.status === 'open');
  const hasLeft = value.lastDay !== null && value.lastDay < today;
  return (
    <Section title="Also for this person">
      <Sheet>
        <RowList>
          {hasLeft && (
            <Row
              icon={<Undo2 />}
              title="They came back"
              detail="A new start date. The time before stays as it was."
              href={`~/people/${id}/return`}
            />
          )}
          {other !== undefined && (
            <Row
              icon={<Users />}
              title="Here twice?"
              detail="Somebody with the same number, or the same name and start date, is on the list."
              href={`~/people/merge/${id}/${other}`}
            />
          )}
          {open === undefined ? (
            <Row
              icon={<Copy />}
              title="They asked for a copy"
              detail="Note a request, in any words and any way. It gives the day by which to answer."
              href={`~/people/requests/new/${id}`}
            />
          ) : (
            <Row
              icon={<FileOutput />}
              title="Request for a copy"
              detail={`It came on ${formatDate(open.value.receivedOn)}.`}
              status={<Status {...requestStatus(requestState(open.value, today, nation))} />}
              href={`~/people/requests/${open.id}`}
            />
          )}
          <Row
            icon={<RouteIcon />}
            title="Move a concern to a process"
            detail="Conduct and capability leave supervision. Only the dates are kept here."
            href={`~/people/${id}/process`}
          />
        </RowList>
      </Sheet>
    </Section>
  );
}
