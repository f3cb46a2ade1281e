import { useMemo } from 'react';
import { useRecords } from '../../../vault';
import type { RowRecords } from './row-people';

/** Null until the service is known. */
export function useRowRecords(): RowRecords | null {
  const service = useRecords('service')[0]?.value;
  const people = useRecords('person');
  const absences = useRecords('absence');
  const sessions = useRecords('supervision-session');
  const groupSessions = useRecords('group-session');
  return useMemo(
    () => (service === undefined ? null : { service, people, absences, sessions, groupSessions }),
    [service, people, absences, sessions, groupSessions],
  );
}
