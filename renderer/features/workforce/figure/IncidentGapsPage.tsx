import { useMemo, useState } from 'react';
import type { RareEvent } from '@shared/charts/gaps-chart';
import { eventTypeLabels, eventTypes } from '@shared/records/event-plan/event-plan';
import { useToday } from '../../../platform';
import { useRecords } from '../../../vault';
import { Page, Section, Select, Sheet } from '../../../ui';
import { Explained } from '../How';
import { DaysBetween } from './DaysBetween';
import styles from './figure.module.css';

const explanation = {
  title: 'days between incidents',
  formula: 'Days from one incident with a plan to the next (t-chart).',
  above: 'Each wait, by the day it happened, and by the time of day where every plan has one.',
  below: null,
  trap: 'Counting incidents by the month when most months have none. The wait since the last one still runs and is in no limit. Only incidents with a plan are here.',
  usedBy: 'Waits are very uneven, so limits are made on the power 1/3.6 and turned back into days.',
} as const;

/** How far apart incidents are: for what is too rare to be counted by the month. */
export function IncidentGapsPage() {
  const today = useToday();
  const plans = useRecords('event-plan');
  const [type, setType] = useState('');
  const present = eventTypes.filter((each) => plans.some(({ value }) => value.eventType === each));
  const events = useMemo(
    () =>
      plans
        .filter(({ value }) => type === '' || value.eventType === type)
        .map(({ value }): RareEvent => ({
          on: value.occurredOn,
          at: value.occurredAt === '' ? null : value.occurredAt,
        })),
    [plans, type],
  );
  return (
    <Page
      title="Days between incidents"
      docTitle="Days between incidents"
      crumbs={[{ label: 'Workforce', href: '/' }]}
      lede="For what is rare: a long wait is the good news, and a short one is a reason to look."
    >
      {present.length > 1 && (
        <Select
          name="type"
          label="Which incidents"
          value={type}
          onChange={setType}
          options={[
            { value: '', label: 'All with a plan' },
            ...present.map((each) => ({ value: each, label: eventTypeLabels[each] })),
          ]}
        />
      )}
      <Sheet pad>
        <DaysBetween
          id="incident-gaps"
          title="Days between one incident and the next"
          measure="Time between incidents"
          one="incident"
          events={events}
          today={today}
          shown={60}
        />
      </Sheet>
      <Section title="How it is worked out">
        <Sheet pad>
          <div className={styles.explained}>
            <Explained explanation={explanation} />
          </div>
        </Sheet>
      </Section>
    </Page>
  );
}
