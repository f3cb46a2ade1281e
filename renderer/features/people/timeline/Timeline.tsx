/** What has happened, newest first, with what is still to come on top; narrowed to one sort of thing on request. */
import { useMemo, useState, type ReactNode } from 'react';
import { personTimeline } from '@shared/people/timeline';
import { useToday } from '../../../platform';
import { dateNear } from '../../../records/supervision-words';
import { Button, Section, Select, TextLink, Thread, ThreadItem } from '../../../ui';
import { useRecords, type StoredRecord } from '../../../vault';
import styles from '../people.module.css';
import { sortOf, timelineLine, timelineSorts } from './timeline-words';

const firstShown = 12;
const everything = '';

export function Timeline(props: {
  readonly person: StoredRecord<'person'>;
  /** What is due now: stands before everything else. */
  readonly now: ReactNode;
}) {
  const { person, now } = props;
  const today = useToday();
  const [sort, setSort] = useState<string>(everything);
  const [isLong, setLong] = useState(false);
  const items = useTimeline(person);
  const sorts = useMemo(() => new Set<string>(items.map(sortOf)), [items]);
  const narrowed = sort === everything ? items : items.filter((item) => sortOf(item) === sort);
  const shown = isLong ? narrowed : narrowed.slice(0, firstShown);
  const isNowShown = now !== null && (sort === everything || sort === 'supervision');
  return (
    <Section title="Timeline">
      {sorts.size > 1 && (
        <div className={styles.sorts}>
          <Select
            name="sort"
            label="Show"
            value={sort}
            onChange={(value) => {
              setSort(value);
              setLong(false);
            }}
            options={[
              { value: everything, label: 'Everything' },
              ...timelineSorts.filter(({ value }) => sorts.has(value)),
            ]}
          />
          <p role="status" className={styles.count}>
            {narrowed.length === 1 ? '1 entry' : `${narrowed.length} entries`}
          </p>
        </div>
      )}
      {narrowed.length === 0 && !isNowShown ? (
        <p className={styles.muted}>
          Nothing yet. Supervision, time away and support offered will stand here.
        </p>
      ) : (
        <Thread aria-label="What has happened, newest first">
          {isNowShown && now}
          {shown.map((item, index) => {
            const { title, body, state, href } = timelineLine(item, today);
            return (
              <ThreadItem
                key={`${item.type}${item.id}${item.on}${index}`}
                when={dateNear(item.on, today)}
                state={state}
                title={href === null ? title : <TextLink href={`~${href}`}>{title}</TextLink>}
              >
                {body === '' ? undefined : body}
              </ThreadItem>
            );
          })}
        </Thread>
      )}
      {narrowed.length > shown.length && (
        <div className={styles.more}>
          <Button
            size="small"
            onPress={() => {
              setLong(true);
            }}
          >
            Show all {narrowed.length}
          </Button>
        </div>
      )}
    </Section>
  );
}

function useTimeline(person: StoredRecord<'person'>) {
  const sessions = useRecords('supervision-session');
  const absences = useRecords('absence');
  const plans = useRecords('event-plan');
  const groupSessions = useRecords('group-session');
  const agreements = useRecords('agreement');
  const wellbeingPlans = useRecords('wellbeing-plan');
  const processMoves = useRecords('process-move');
  const accessRequests = useRecords('access-request');
  return useMemo(
    () =>
      personTimeline({
        person,
        personId: person.id,
        sessions,
        absences,
        plans,
        groupSessions,
        agreements,
        wellbeingPlans,
        processMoves,
        accessRequests,
      }),
    [
      person,
      sessions,
      absences,
      plans,
      groupSessions,
      agreements,
      wellbeingPlans,
      processMoves,
      accessRequests,
    ],
  );
}
