import { useMemo, useState } from 'react';
import { funnelChartSpec } from '@shared/charts/funnel-chart';
import { formatMonth, lastDayOf } from '@shared/kernel/local-date';
import { groupCounts, type GroupBy, type YearEvent } from '@shared/workforce/group-counts';
import { lastFullMonth } from '@shared/workforce/workforce-inputs';
import { Chart } from '../../../charts';
import { useToday } from '../../../platform';
import { Section, Segmented, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';
import styles from '../workforce.module.css';

const words = {
  left: {
    title: 'People who left within 12 months, by the size of each',
    valueLabel: 'Share of people who left',
    verb: 'left',
    about:
      'Of the people in post at the start, those who had left the service by the end. Moving to another team is not leaving.',
  },
  sick: {
    title: 'People away sick at least once in 12 months, by the size of each',
    valueLabel: 'Share of people who were away sick',
    verb: 'were away sick',
    about:
      'Of the people in post for the whole 12 months, those with any sickness. Days are not used: days of one person hang together.',
  },
} as const satisfies Record<YearEvent, object>;

/** Teams or sites around the average of all, with what chance alone gives for their size. */
export function FunnelSection() {
  const today = useToday();
  const people = useRecords('person');
  const absences = useRecords('absence');
  const [event, setEvent] = useState<YearEvent>('left');
  const [by, setBy] = useState<GroupBy>('team');
  const to = lastDayOf(lastFullMonth(today));
  const spec = useMemo(() => {
    const teams = groupCounts({ people, absences, by, event, to });
    const { title, valueLabel, verb } = words[event];
    const chart = funnelChartSpec({
      id: `funnel-${by}-${event}`,
      title,
      period: `12 months to ${formatMonth(lastFullMonth(today))}`,
      valueLabel,
      verb,
      teams,
      improvement: 'lower',
      groups: by,
    });
    // "1 of 12 left" tells of one person: without the number of people behind a point the chart stays in the app.
    const points = chart.x.points.map(({ key, label, shortLabel, detail = '' }) => ({
      key,
      label,
      shortLabel,
      detail,
    }));
    return { ...chart, x: { ...chart.x, points } };
  }, [people, absences, by, event, to, today]);
  return (
    <Section title="More than chance?">
      <div className={styles.choiceLine} data-print="no">
        <Segmented
          label="What happened"
          name="funnel-event"
          value={event}
          onChange={setEvent}
          options={[
            { value: 'left', label: 'Left' },
            { value: 'sick', label: 'Away sick' },
          ]}
        />
        <Segmented
          label="Compared"
          name="funnel-by"
          value={by}
          onChange={setBy}
          options={[
            { value: 'team', label: 'Teams' },
            { value: 'site', label: 'Sites' },
          ]}
        />
      </div>
      <Sheet pad>
        <Chart spec={spec} headingLevel={3} />
      </Sheet>
      <p className={styles.muted}>{words[event].about}</p>
    </Section>
  );
}
