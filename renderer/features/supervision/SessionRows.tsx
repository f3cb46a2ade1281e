import type { LocalDate } from '@shared/kernel/local-date';
import { groupSessionStatusLabels } from '@shared/records/group-session/group-session';
import { supervisionStatusLabels } from '@shared/records/supervision-session/supervision-session';
import type { Meeting } from '@shared/supervision/meetings';
import { capital, unknownPerson } from '../../records/record-words';
import { dateNear, sessionTitle } from '../../records/supervision-words';
import { useNames } from '../../records/use-names';
import { Row, RowList, Status } from '../../ui';
import { useRecords } from '../../vault';

interface RowWords {
  readonly href: string;
  readonly who: string;
  readonly what: string;
  readonly status: string;
}

export function SessionRows(props: {
  readonly meetings: readonly Meeting[];
  readonly today: LocalDate;
  readonly label: string;
  readonly isNarrow?: boolean;
}) {
  const { isNarrow = false } = props;
  const nameOf = useNames();
  const groups = useRecords('reflective-group');
  const wordsOf = (meeting: Meeting): RowWords => {
    if (meeting.type === 'sitting') {
      const { id, value } = meeting.record;
      return {
        href: `~/supervision/sittings/${id}`,
        who: groups.find((group) => group.id === value.groupId)?.value.name ?? 'A group that was deleted',
        what: sessionTitle({
          kind: 'reflective-group',
          minutes: value.minutes,
          status: value.status === 'held' ? 'held' : 'cancelled-by-service',
        }),
        status: groupSessionStatusLabels[value.status],
      };
    }
    const { id, value } = meeting.record;
    const [first] = value.personIds;
    return {
      href: `~/supervision/${id}`,
      who:
        value.personIds.length > 1
          ? `Group of ${value.personIds.length}`
          : ((first === undefined ? null : nameOf(first)) ?? capital(unknownPerson)),
      what: sessionTitle(value),
      status: supervisionStatusLabels[value.status],
    };
  };
  return (
    <RowList aria-label={props.label}>
      {props.meetings.map((meeting) => {
        const { href, who, what, status } = wordsOf(meeting);
        const { date, status: state } = meeting.record.value;
        return (
          <Row
            key={meeting.record.id}
            href={href}
            title={who}
            detail={[
              `${dateNear(date, props.today)}. ${what}`,
              isNarrow && state !== 'held' ? status.toLowerCase() : '',
            ]
              .filter((part) => part !== '')
              .join(', ')}
            status={
              isNarrow ? undefined : <Status kind={state === 'held' ? 'good' : 'none'}>{status}</Status>
            }
          />
        );
      })}
    </RowList>
  );
}
