import { useMemo } from 'react';
import type { ReportChoice, ReportRecords } from '@shared/reports/report-input';
import { spanOf } from '@shared/reports/build-report';
import { useWorkforceFigures } from '../../../figures';
import { useMeasures } from '../../../records/use-measures';
import { useRecords } from '../../../vault';

/** Null while the figures of the months are worked out. */
export function useReportRecords(choice: Pick<ReportChoice, 'periodEnd' | 'months'>): ReportRecords | null {
  const span = spanOf(choice);
  const service = useRecords('service')[0]?.value;
  const people = useRecords('person');
  const absences = useRecords('absence');
  const sessions = useRecords('supervision-session');
  const groupSessions = useRecords('group-session');
  const waves = useRecords('wellbeing-wave');
  const plans = useRecords('event-plan');
  const actions = useRecords('action');
  const policies = useRecords('policy-review');
  const issues = useRecords('outside-issue');
  const readiness = useRecords('readiness-check');
  const measures = useMeasures();
  const groups = useWorkforceFigures(span.from, span.to)?.groups ?? null;
  return useMemo(() => {
    if (service === undefined || groups === null) return null;
    const rows = groups.find(({ team }) => team === null)?.rows ?? [];
    return {
      service,
      people,
      absences,
      sessions,
      groupSessions,
      waves,
      plans,
      actions,
      policies,
      issues,
      readiness,
      measures,
      rows,
    };
  }, [
    service,
    people,
    absences,
    sessions,
    groupSessions,
    waves,
    plans,
    actions,
    policies,
    issues,
    readiness,
    measures,
    groups,
  ]);
}
