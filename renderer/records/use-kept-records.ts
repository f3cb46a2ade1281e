/** Everything that has a time of keeping: one object until a record changes. */
import { useMemo } from 'react';
import type { AnyOutline } from '@shared/retention/redact';
import type { RetentionRecords } from '@shared/retention/due';
import { useRecords } from '../vault';

/** The kinds that say of themselves how long they are kept and what an erasure leaves of them. */
function useOtherRecords(): readonly AnyOutline[] {
  const agreements = useRecords('agreement');
  const groups = useRecords('reflective-group');
  const meetings = useRecords('group-session');
  const facilitators = useRecords('facilitator');
  const assignments = useRecords('supervision-assignment');
  const moves = useRecords('process-move');
  const requests = useRecords('access-request');
  const wellbeingPlans = useRecords('wellbeing-plan');
  return useMemo(
    () => [
      ...agreements,
      ...groups,
      ...meetings,
      ...facilitators,
      ...assignments,
      ...moves,
      ...requests,
      ...wellbeingPlans,
    ],
    [agreements, groups, meetings, facilitators, assignments, moves, requests, wellbeingPlans],
  );
}

export function useKeptRecords(): RetentionRecords {
  const people = useRecords('person');
  const sessions = useRecords('supervision-session');
  const absences = useRecords('absence');
  const caseload = useRecords('caseload-count');
  const plans = useRecords('event-plan');
  const waves = useRecords('wellbeing-wave');
  const exports = useRecords('export-entry');
  const drafts = useRecords('draft');
  const others = useOtherRecords();
  return useMemo(
    () => ({ people, sessions, absences, caseload, plans, waves, exports, drafts, others }),
    [people, sessions, absences, caseload, plans, waves, exports, drafts, others],
  );
}
