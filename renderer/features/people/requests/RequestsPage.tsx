import { Copy } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { requestChannelLabels } from '@shared/records/access-request/access-request';
import { requestState } from '@shared/requests/due-date';
import { useToday } from '../../../platform';
import { unknownPerson } from '../../../records/record-words';
import { useNames } from '../../../records/use-names';
import { useNation } from '../../../records/use-nation';
import { EmptyState, LinkButton, Page, Row, RowList, Section, Sheet, Status } from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import { requestStatus } from './request-words';

/** Who asked for what is held about them: open ones first, the nearest day on top. */
export function RequestsPage() {
  const today = useToday();
  const nation = useNation();
  const requests = useRecords('access-request');
  const { open, closed } = useMemo(() => {
    const states = requests.map((record) => ({
      record,
      state: requestState(record.value, today, nation),
    }));
    return {
      open: states
        .filter(({ record }) => record.value.status === 'open')
        .sort((left, right) => left.state.due.localeCompare(right.state.due)),
      closed: states
        .filter(({ record }) => record.value.status !== 'open')
        .sort((left, right) =>
          (right.record.value.closedOn ?? '').localeCompare(left.record.value.closedOn ?? ''),
        ),
    };
  }, [requests, today, nation]);
  const add = (
    <LinkButton href="~/people/requests/new" variant="primary">
      Note a request
    </LinkButton>
  );
  return (
    <Page
      title="Requests for a copy"
      docTitle="Requests for a copy"
      crumbs={[{ label: 'People', href: '~/people' }]}
      lede="Anybody may ask what is held about them, in any words. An answer is due within one month."
      actions={requests.length === 0 ? undefined : add}
    >
      {requests.length === 0 ? (
        <Sheet>
          <EmptyState icon={<Copy />} title="Nobody has asked so far" action={add}>
            Note a request the day it comes: the day by which to answer stands here, and why.
          </EmptyState>
        </Sheet>
      ) : (
        <>
          <Section title="Open">
            {open.length === 0 ? <p>None. Every request is answered.</p> : <Requests list={open} />}
          </Section>
          {closed.length > 0 && (
            <Section title="Closed">
              <Requests list={closed} />
            </Section>
          )}
        </>
      )}
    </Page>
  );
}

function Requests(props: {
  readonly list: readonly {
    readonly record: StoredRecord<'access-request'>;
    readonly state: ReturnType<typeof requestState>;
  }[];
}) {
  const nameOf = useNames();
  return (
    <Sheet>
      <RowList>
        {props.list.map(({ record: { id, value }, state }) => (
          <Row
            key={id}
            href={`~/people/requests/${id}`}
            title={nameOf(value.personId) ?? unknownPerson}
            detail={`Came on ${formatDate(value.receivedOn)}. ${requestChannelLabels[value.channel]}.`}
            status={<Status {...requestStatus(state)} />}
          />
        ))}
      </RowList>
    </Sheet>
  );
}
