import { UserRoundCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { pairKinds, type PairKind } from '@shared/records/agreement/agreement';
import { noSupervisorReasonLabels } from '@shared/records/supervision-assignment/supervision-assignment';
import { supervisionKindLabels } from '@shared/records/supervision-session/supervision-session';
import { isCurrentAssignment } from '@shared/supervision/agreements';
import { isInPost } from '@shared/supervision/coverage';
import { sameLineAndClinical } from '@shared/supervision/facilitators';
import { groupBy } from '@shared/statistics/days';
import { useToday } from '../../../platform';
import { unknownPerson } from '../../../records/record-words';
import { facilitatorName } from '../../../records/supervisors';
import { useNames } from '../../../records/use-names';
import { useSupervisorNames } from '../../../records/use-supervisors';
import {
  Button,
  DataTable,
  EmptyState,
  LinkButton,
  Note,
  Page,
  Row,
  RowList,
  Section,
  Select,
  Sheet,
  TextLink,
  VisuallyHidden,
} from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { SupervisionNav } from '../SupervisionNav';
import styles from './access.module.css';

type AssignmentRecord = StoredRecord<'supervision-assignment'>;

const crumbs = [{ label: 'Supervision', href: '~/supervision' }];
const pageSize = 60;

function useAssignmentWords(): (record: AssignmentRecord) => string {
  const supervisorName = useSupervisorNames();
  return ({ value }) =>
    value.facilitatorId === null
      ? `No supervisor: ${value.noSupervisorReason === null ? '' : noSupervisorReasonLabels[value.noSupervisorReason].toLowerCase()}`
      : (supervisorName(value.facilitatorId) ?? unknownPerson);
}

function KindCell(props: {
  readonly records: readonly AssignmentRecord[];
  readonly person: StoredRecord<'person'>;
  readonly kind: PairKind;
  readonly words: (record: AssignmentRecord) => string;
}) {
  const { person, kind, words } = props;
  if (props.records.length === 0)
    return (
      <TextLink className={styles.unsaid ?? ''} href={`~/supervision/assignments/new/${person.id}/${kind}`}>
        Not said
        <VisuallyHidden>
          : {supervisionKindLabels[kind].toLowerCase()}, {person.value.name}
        </VisuallyHidden>
      </TextLink>
    );
  return (
    <>
      {props.records.map((record) => (
        <TextLink
          key={record.id}
          className={styles.entry}
          href={`~/supervision/assignments/${record.id}/edit`}
        >
          {words(record)}
        </TextLink>
      ))}
    </>
  );
}

/** Entries that have ended, newest first: who it was, and from when to when. */
function Earlier(props: { readonly records: readonly AssignmentRecord[] }) {
  const words = useAssignmentWords();
  const nameOf = useNames();
  const [shownCount, setShownCount] = useState(10);
  if (props.records.length === 0) return null;
  return (
    <Section title="Earlier">
      <RowList aria-label="Earlier">
        {props.records.slice(0, shownCount).map((record) => (
          <Row
            key={record.id}
            href={`~/supervision/assignments/${record.id}/edit`}
            title={nameOf(record.value.personId) ?? unknownPerson}
            detail={`${supervisionKindLabels[record.value.kind]}: ${words(record)}. ${formatDate(record.value.from)} to ${record.value.until === null ? 'now' : formatDate(record.value.until)}`}
          />
        ))}
      </RowList>
      {props.records.length > shownCount && (
        <Button onPress={() => setShownCount(shownCount + pageSize)}>Show more</Button>
      )}
    </Section>
  );
}

/** Everyone in post, and whom they are with in each kind of supervision. */
export function AssignmentsPage() {
  const today = useToday();
  const nameOf = useNames();
  const people = useRecords('person');
  const register = useRecords('facilitator');
  const assignments = useRecords('supervision-assignment');
  const words = useAssignmentWords();
  const [supervisor, setSupervisor] = useState('all');
  const [shownCount, setShownCount] = useState(pageSize);
  const current = useMemo(
    () =>
      groupBy(
        assignments.filter(({ value }) => isCurrentAssignment(value, today)),
        ({ value }) => value.personId,
      ),
    [assignments, today],
  );
  const same = useMemo(
    () => new Set(sameLineAndClinical({ facilitators: register, assignments, asOf: today })),
    [register, assignments, today],
  );
  const listed = people
    .filter(
      ({ id, value }) =>
        isInPost(value, today) &&
        (supervisor === 'all' ||
          (supervisor === 'none'
            ? !(current.get(id) ?? []).some((each) => each.value.facilitatorId !== null)
            : (current.get(id) ?? []).some((each) => each.value.facilitatorId === supervisor))),
    )
    .sort((left, right) => left.value.name.localeCompare(right.value.name, 'en-GB'));
  const ended = assignments
    .filter(({ value }) => value.until !== null && value.until < today)
    .sort((left, right) => ((left.value.until ?? '') < (right.value.until ?? '') ? 1 : -1));
  const ofKind = (id: AssignmentRecord['value']['personId'], kind: PairKind): readonly AssignmentRecord[] =>
    (current.get(id) ?? []).filter(({ value }) => value.kind === kind);
  return (
    <Page
      title="Who supervises whom"
      docTitle="Who supervises whom"
      crumbs={crumbs}
      lede={`As of ${formatDate(today)}. The kinds are kept apart.`}
      actions={
        <LinkButton href="~/supervision/assignments/new" variant="primary">
          Name a supervisor
        </LinkButton>
      }
    >
      <SupervisionNav />
      {assignments.length === 0 ? (
        <EmptyState
          icon={<UserRoundCheck />}
          title="Nobody is named yet"
          action={
            <LinkButton href="~/supervision/assignments/new" variant="primary">
              Name the first supervisor
            </LinkButton>
          }
        >
          Say who each person turns to, or that there is nobody and why. Gaps then show on the access page.
        </EmptyState>
      ) : (
        <>
          <div className={styles.filters}>
            <Select
              name="supervisor"
              label="Show"
              value={supervisor}
              onChange={setSupervisor}
              options={[
                { value: 'all', label: 'Everyone in post' },
                { value: 'none', label: 'Those with nobody named' },
                ...register
                  .map(({ id, value }) => ({ value: id, label: `With ${facilitatorName(value, nameOf)}` }))
                  .sort((left, right) => left.label.localeCompare(right.label, 'en-GB')),
              ]}
            />
          </div>
          {listed.length === 0 ? (
            <Note kind="plain" title="Nobody to show">
              Choose another line above.
            </Note>
          ) : (
            <Sheet>
              <DataTable
                caption="Named supervisors by person"
                isCaptionHidden
                columns={[
                  { key: 'person', label: 'Person' },
                  ...pairKinds.map((kind) => ({ key: kind, label: supervisionKindLabels[kind] })),
                ]}
                rows={listed.slice(0, shownCount).map((person) => ({
                  key: person.id,
                  cells: [
                    <span key="who">
                      <TextLink href={`~/people/${person.id}`}>{person.value.name}</TextLink>
                      {same.has(person.id) && (
                        <span className={styles.flag}>Line manager is the clinical supervisor too</span>
                      )}
                    </span>,
                    ...pairKinds.map((kind) => (
                      <KindCell
                        key={kind}
                        records={ofKind(person.id, kind)}
                        person={person}
                        kind={kind}
                        words={words}
                      />
                    )),
                  ],
                }))}
              />
            </Sheet>
          )}
          {listed.length > shownCount && (
            <Button onPress={() => setShownCount(shownCount + pageSize)}>
              Show {Math.min(pageSize, listed.length - shownCount)} more
            </Button>
          )}
          <Earlier records={ended} />
        </>
      )}
    </Page>
  );
}
