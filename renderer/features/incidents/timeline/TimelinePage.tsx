import { useMemo, useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { eventTypeLabels, type PlanOutline } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../../platform';
import {
  EmptyState,
  LinkButton,
  Page,
  Segmented,
  Sheet,
  Status,
  Thread,
  ThreadItem,
  VisuallyHidden,
} from '../../../ui';
import { useRecord } from '../../../vault';
import type { Side } from '../month/plan-entries';
import { usePeople } from '../people';
import { PlanNav } from '../PlanNav';
import { countWords, planLede, weekdayWords } from '../plan-words';
import { notificationTitle } from './notification-title';
import { timelineItems, waitingPeople, type TimelineItem } from './timeline-items';
import styles from './timeline.module.css';

/** One event in one line of time: what was done, what is late, what is to come. */
export function TimelinePage(props: { readonly id: string }) {
  const record = useRecord('event-plan', props.id);
  if (record === undefined) {
    return (
      <Page title="Timeline" crumbs={[{ label: 'Incidents', href: '~/incidents' }]}>
        <EmptyState
          title="This plan is not here"
          action={<LinkButton href="~/incidents">All plans</LinkButton>}
        >
          It may have been removed. Nothing else is changed.
        </EmptyState>
      </Page>
    );
  }
  return <Line id={record.id} plan={record.value} />;
}

function Line(props: { readonly id: RecordId; readonly plan: PlanOutline }) {
  const { id, plan } = props;
  const today = useToday();
  const people = usePeople();
  const [side, setSide] = useState<Side>('support');
  const items = useMemo(
    () => timelineItems(id, plan, side, today, { nameOf: people.nameOf, notificationTitle }),
    [id, plan, side, today, people],
  );
  return (
    <Page
      title="Timeline"
      docTitle="Timeline of an event"
      lede={`${eventTypeLabels[plan.eventType]}. ${planLede(plan, today)}`}
      crumbs={[
        { label: 'Incidents', href: '~/incidents' },
        { label: 'Plan', href: `~/incidents/${id}` },
      ]}
    >
      <PlanNav id={id} />
      <Segmented
        name="side"
        label="Show"
        value={side}
        onChange={(value) => {
          setSide(value === 'investigation' ? 'investigation' : 'support');
        }}
        options={[
          { value: 'support', label: 'Support and service' },
          { value: 'investigation', label: 'Learning and investigation' },
        ]}
      />
      <div className={styles.standing} role="status">
        <Standing
          late={items.filter(({ isLate }) => isLate).length}
          waiting={side === 'support' ? waitingPeople(plan, today) : 0}
        />
      </div>
      <div className={styles.line}>
        <Sheet pad>
          <Thread aria-label="What happened when">
            {items.map((item, index) => (
              <ThreadItem
                key={item.key}
                state={item.state}
                when={
                  <When
                    item={item}
                    year={plan.occurredOn.slice(0, 4)}
                    isSameDay={items[index - 1]?.on === item.on}
                  />
                }
                title={item.title}
              >
                {item.isLate ? (
                  <Status kind="caution">{item.detail}</Status>
                ) : item.detail === '' ? undefined : (
                  item.detail
                )}
              </ThreadItem>
            ))}
          </Thread>
        </Sheet>
      </div>
    </Page>
  );
}

function Standing(props: { readonly late: number; readonly waiting: number }) {
  const { late, waiting } = props;
  const people =
    waiting === 0 ? '' : `${countWords(waiting, 'person has', 'people have')} not been asked in this phase.`;
  const steps = late === 0 ? 'Nothing is overdue.' : `${countWords(late, 'thing is', 'things are')} overdue.`;
  return (
    <Status kind={late > 0 ? 'caution' : waiting > 0 ? 'due' : 'good'}>
      {people === '' ? steps : `${steps} ${people}`}
    </Status>
  );
}

/** A day is drawn once, and said for every line of it. */
function When(props: { readonly item: TimelineItem; readonly year: string; readonly isSameDay: boolean }) {
  const { item, year, isSameDay } = props;
  const day = weekdayWords(item.on, year);
  return (
    <time dateTime={item.at === '' ? item.on : `${item.on}T${item.at}`}>
      {isSameDay ? <VisuallyHidden>{day}</VisuallyHidden> : day}
      {item.at !== '' && <span className={styles.at}>{item.at}</span>}
    </time>
  );
}
