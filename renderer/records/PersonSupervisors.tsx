import { formatDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { pairKinds } from '@shared/records/agreement/agreement';
import { noSupervisorReasonLabels } from '@shared/records/supervision-assignment/supervision-assignment';
import { supervisionKindLabels } from '@shared/records/supervision-session/supervision-session';
import { agreementState, isCurrentAssignment } from '@shared/supervision/agreements';
import { useToday } from '../platform';
import { LinkButton, Row, RowList, Section, Sheet } from '../ui';
import { useRecords } from '../vault';
import { unknownPerson } from './record-words';
import { useSupervisorNames } from './use-supervisors';

const stateWords = {
  agreed: 'Signed by both',
  waiting: 'Waiting for a signature',
  'not-agreed': 'Not agreed',
  'to-come': 'To come',
  ended: 'Ended',
} as const;

/** Of one person: who supervises them in each kind, or why nobody does, and whether there is an agreement. */
export function PersonSupervisors(props: { readonly personId: RecordId }) {
  const { personId } = props;
  const today = useToday();
  const supervisorName = useSupervisorNames();
  const assignments = useRecords('supervision-assignment');
  const agreements = useRecords('agreement');
  const lines = pairKinds.flatMap((kind) => {
    const named = assignments.filter(
      ({ value }) => value.personId === personId && value.kind === kind && isCurrentAssignment(value, today),
    );
    const [agreement] = agreements
      .filter(({ value }) => value.personId === personId && value.kind === kind)
      .map(({ id, value }) => ({ id, state: agreementState(value, today) }))
      .filter(({ state }) => state !== 'ended');
    const rows = named.map(({ id, value }) => ({
      key: id,
      title:
        value.noSupervisorReason === null
          ? (supervisorName(value.facilitatorId as RecordId) ?? unknownPerson)
          : `No supervisor: ${noSupervisorReasonLabels[value.noSupervisorReason].toLowerCase()}`,
      detail: `${supervisionKindLabels[kind]}, since ${formatDate(value.from)}`,
      href: `~/supervision/assignments/${id}/edit`,
    }));
    if (agreement === undefined) return rows;
    return [
      ...rows,
      {
        key: agreement.id,
        title: `${supervisionKindLabels[kind]} agreement`,
        detail: stateWords[agreement.state],
        href: `~/supervision/agreements/${agreement.id}`,
      },
    ];
  });
  return (
    <Section
      title="Supervisors and agreements"
      action={
        <span>
          <LinkButton size="small" variant="quiet" href={`~/supervision/agreements/new/${personId}`}>
            New agreement
          </LinkButton>
          <LinkButton size="small" variant="quiet" href={`~/supervision/assignments/new/${personId}`}>
            Name a supervisor
          </LinkButton>
        </span>
      }
    >
      {lines.length === 0 ? (
        <p>Nobody is named, and nothing is said about why.</p>
      ) : (
        <Sheet>
          <RowList aria-label="Supervisors and agreements">
            {lines.map(({ key, ...row }) => (
              <Row key={key} {...row} />
            ))}
          </RowList>
        </Sheet>
      )}
    </Section>
  );
}
