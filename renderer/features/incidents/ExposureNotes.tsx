import { eventsInYear } from '@shared/event-plans/exposure';
import { formatMonth, type LocalDate, monthOf } from '@shared/kernel/local-date';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { Note } from '../../ui';
import { useRecords } from '../../vault';
import type { People } from './people';

const ordinals = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth'] as const;

/** Those for whom this is not the first hard event of the year, beside their caseload: for what to offer. */
export function ExposureNotes(props: {
  readonly plan: EventPlan;
  readonly people: People;
  readonly today: LocalDate;
}) {
  const { plan, people, today } = props;
  const plans = useRecords('event-plan');
  const caseloads = useRecords('caseload-count');
  if (plan.closedOn !== null) return null;
  const repeated = plan.affected
    .map(({ personId }) => ({ personId, count: eventsInYear(plans, personId, today) }))
    .filter(({ count }) => count > 1);
  if (repeated.length === 0) return null;
  return (
    <>
      {repeated.map(({ personId, count }) => {
        const latest = caseloads
          .filter(({ value }) => value.personId === personId && value.month <= monthOf(today))
          .reduce<(typeof caseloads)[number] | null>(
            (best, each) => (best === null || each.value.month > best.value.month ? each : best),
            null,
          );
        return (
          <Note
            key={personId}
            kind="caution"
            title={`${people.nameOf(personId)}: ${(ordinals[count] ?? `${count}th`).toLowerCase()} hard event in 12 months`}
          >
            {latest !== null &&
              `${latest.value.openCases} open cases at the end of ${formatMonth(latest.value.month)}. `}
            Think about easing the work. This line is never exported.
          </Note>
        );
      })}
    </>
  );
}
