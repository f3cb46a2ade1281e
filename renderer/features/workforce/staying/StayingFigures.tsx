import { useMemo, useState } from 'react';
import { serviceText } from '@shared/charts/retention-chart';
import { formatValue } from '@shared/charts/chart-spec';
import { addDays, addMonths, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { retentionCurve } from '@shared/statistics/retention';
import { isGroupShown, measureOf, smallestGroup } from '@shared/workforce/measures';
import { exitReasons, leaversKnownFrom, stayingSpells } from '@shared/workforce/staying';
import { DataTable, Figure, FigureRow, HiddenCell, Section, Segmented, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';
import { useFullGroups } from '../teams/use-teams';
import styles from '../workforce.module.css';

const hiddenReason = `Hidden: fewer than ${smallestGroup}`;

/** Median length of service, and who of those here a year ago still is. */
export function StayingFigures(props: { readonly today: LocalDate }) {
  const { today } = props;
  const people = useRecords('person');
  const groups = useFullGroups(today);
  const retention = useMemo(
    () => retentionCurve(stayingSpells(people, leaversKnownFrom(people), today)),
    [people, today],
  );
  const stability = measureOf('stability');
  const newest = groups?.[0]?.rows.findLast((row) => stability.valueOf(row) !== null);
  const value = newest === undefined ? null : stability.valueOf(newest);
  return (
    <FigureRow>
      <Figure
        label={
          retention === null
            ? 'Half stay longer than'
            : retention.curve.median === null
              ? `Half stay longer than: more than half were still here after ${serviceText(retention.until)}`
              : 'Half stay longer than'
        }
        value={
          retention === null
            ? 'Not enough data'
            : retention.curve.median === null
              ? 'Not reached'
              : serviceText(retention.curve.median)
        }
      />
      <Figure
        label={
          newest === undefined || value === null || !isGroupShown(stability, newest)
            ? 'Stability over 12 months'
            : `Stability over 12 months: ${stability.fractionOf(newest)?.words ?? ''}`
        }
        value={
          newest === undefined || value === null ? (
            'Not enough data'
          ) : isGroupShown(stability, newest) ? (
            formatValue(value, stability.format)
          ) : (
            <HiddenCell reason={hiddenReason} />
          )
        }
      />
    </FigureRow>
  );
}

const spans = ['12', '36', '120'] as const;
type Span = (typeof spans)[number];
const spanLabels = { '12': '12 months', '36': '3 years', '120': '10 years' } as const satisfies Record<
  Span,
  string
>;

/** Reasons as they were recorded, as counts: none of fewer than 5 people. */
export function WhyTheyLeft(props: { readonly today: LocalDate }) {
  const { today } = props;
  const people = useRecords('person');
  const [span, setSpan] = useState<Span>('36');
  const from = addDays(addMonths(today, -Number(span)), 1);
  const { leavers, counts } = useMemo(() => exitReasons(people, from, today), [people, from, today]);
  return (
    <Section title="Reasons for leaving">
      <Segmented
        label="Time looked at"
        name="reasons-span"
        value={span}
        onChange={setSpan}
        options={spans.map((value) => ({ value, label: spanLabels[value] }))}
      />
      {counts.length === 0 ? (
        <p className={styles.muted}>
          {leavers === 0
            ? `Nobody has left since ${formatDate(from)}.`
            : `Fewer than ${smallestGroup} people have left since ${formatDate(from)}, so no reason is shown.`}
        </p>
      ) : (
        <Sheet pad>
          <DataTable
            caption={`${leavers} leavers since ${formatDate(from)}, by reason as recorded`}
            columns={[
              { key: 'reason', label: 'Reason' },
              { key: 'count', label: 'People', align: 'right' },
            ]}
            rows={counts.map(({ reason, count }) => ({ key: reason, cells: [reason, String(count)] }))}
          />
          <p className={styles.muted}>
            A reason of fewer than {smallestGroup} people is among the other reasons. A recorded reason is
            seldom the whole story.
          </p>
        </Sheet>
      )}
    </Section>
  );
}
