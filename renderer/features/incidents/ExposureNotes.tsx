import { useMemo } from 'react';
import { exposures } from '@shared/event-plans/exposure';
import type { LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { Note } from '../../ui';
import { useRecords } from '../../vault';
import type { People } from './people';

/** Those for whom this is not the first hard event of the year, beside their caseload: for what to offer. */
export function ExposureNotes(props: {
  readonly plan: PlanOutline;
  readonly people: People;
  readonly today: LocalDate;
}) {
  const { plan, people, today } = props;
  const plans = useRecords('event-plan');
  const caseloads = useRecords('caseload-count');
  const repeated = useMemo(() => {
    const listed = new Set(plan.affected.map(({ personId }) => personId));
    return exposures(plans, caseloads, today).filter(
      ({ personId, events }) => events > 1 && listed.has(personId),
    );
  }, [plan.affected, plans, caseloads, today]);
  if (plan.closedOn !== null) return null;
  return (
    <>
      {repeated.map(({ personId, words, offers }) => {
        const [times = '', ...rest] = words.split(/(?<=\.) /);
        return (
          <Note
            key={personId}
            kind="caution"
            title={`${people.nameOf(personId)}: ${times.charAt(0).toLowerCase()}${times.slice(1, -1)}`}
          >
            {[...rest, ...offers.map((offer) => `${offer}.`)].join(' ')} This line is never exported.
          </Note>
        );
      })}
    </>
  );
}
