import { useMemo, useState } from 'react';
import { formatMonth, monthOf } from '@shared/kernel/local-date';
import {
  supervisionKindLabels,
  supervisionKinds,
} from '@shared/records/supervision-session/supervision-session';
import { findMeetings } from '@shared/supervision/meetings';
import { useToday } from '../../platform';
import { Button, LinkButton, Note, Page, Section, Select, Sheet } from '../../ui';
import { useRecords } from '../../vault';
import { SessionRows } from './SessionRows';
import styles from './supervision.module.css';
import { SupervisionNav } from './SupervisionNav';

const pageSize = 60;

export function SessionsPage() {
  const today = useToday();
  const sessions = useRecords('supervision-session');
  const groupSessions = useRecords('group-session');
  const people = useRecords('person');
  const [kind, setKind] = useState('all');
  const [personId, setPersonId] = useState('all');
  const [shownCount, setShownCount] = useState(pageSize);
  const found = useMemo(
    () =>
      findMeetings(
        { sessions, groupSessions },
        supervisionKinds.find((each) => each === kind) ?? null,
        personId === 'all' ? null : personId,
      ),
    [sessions, groupSessions, kind, personId],
  );
  const shown = found.slice(0, shownCount);
  const months = [...new Set(shown.map(({ record }) => monthOf(record.value.date)))];
  return (
    <Page
      title="Sessions"
      docTitle="Supervision sessions"
      crumbs={[{ label: 'Supervision', href: '~/supervision' }]}
      lede={found.length === 1 ? '1 session, newest first.' : `${found.length} sessions, newest first.`}
      actions={
        <LinkButton href="~/supervision/new" variant="primary">
          Record supervision
        </LinkButton>
      }
    >
      <SupervisionNav />
      <div className={styles.filters}>
        <Select
          name="kind"
          label="Kind"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: 'Every kind' },
            ...supervisionKinds.map((value) => ({
              value,
              label: supervisionKindLabels[value],
            })),
          ]}
        />
        <Select
          name="person"
          label="Person"
          value={personId}
          onChange={setPersonId}
          options={[
            { value: 'all', label: 'Everyone' },
            ...people
              .map(({ id, value }) => ({ value: id, label: value.name }))
              .sort((left, right) => left.label.localeCompare(right.label, 'en-GB')),
          ]}
        />
      </div>
      {found.length === 0 && (
        <Note kind="plain" title="No sessions to show">
          Choose another kind or person.
        </Note>
      )}
      {months.map((month) => (
        <Section key={month} title={formatMonth(month)}>
          <Sheet>
            <SessionRows
              meetings={shown.filter(({ record }) => monthOf(record.value.date) === month)}
              today={today}
              label={`Sessions in ${formatMonth(month)}`}
            />
          </Sheet>
        </Section>
      ))}
      {found.length > shown.length && (
        <Button onPress={() => setShownCount(shownCount + pageSize)}>
          Show {Math.min(pageSize, found.length - shown.length)} more
        </Button>
      )}
    </Page>
  );
}
