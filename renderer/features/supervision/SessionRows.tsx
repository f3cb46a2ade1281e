import type { LocalDate } from '@shared/kernel/local-date';
import { supervisionStatusLabels } from '@shared/records/supervision-session/supervision-session';
import { dateNear, sessionTitle } from '../../records/supervision-words';
import { Row, RowList, Status } from '../../ui';
import { useRecords, type StoredOutline } from '../../vault';

export function SessionRows(props: {
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly today: LocalDate;
  readonly label: string;
  readonly isNarrow?: boolean;
}) {
  const { isNarrow = false } = props;
  const people = useRecords('person');
  const nameById = new Map(people.map(({ id, value }) => [id, value.name]));
  return (
    <RowList aria-label={props.label}>
      {props.sessions.map(({ id, value }) => {
        const [first] = value.personIds;
        const who =
          value.personIds.length > 1
            ? `Group of ${value.personIds.length}`
            : ((first === undefined ? undefined : nameById.get(first)) ?? 'Someone who was deleted');
        return (
          <Row
            key={id}
            href={`~/supervision/${id}`}
            title={who}
            detail={[
              `${dateNear(value.date, props.today)}. ${sessionTitle(value)}`,
              isNarrow && value.status !== 'held' ? supervisionStatusLabels[value.status].toLowerCase() : '',
            ]
              .filter((part) => part !== '')
              .join(', ')}
            status={
              isNarrow ? undefined : (
                <Status kind={value.status === 'held' ? 'good' : 'none'}>
                  {supervisionStatusLabels[value.status]}
                </Status>
              )
            }
          />
        );
      })}
    </RowList>
  );
}
