import { useMemo } from 'react';
import { missingToFinish, previousOf, type Missing } from '@shared/readiness/finish';
import type { ReadinessCheck } from '@shared/records/readiness-check/readiness-check';
import { useRecord, useRecords, type StoredRecord } from '../../../vault';

export interface CheckInView {
  readonly record: StoredRecord<'readiness-check'>;
  readonly previous: StoredRecord<'readiness-check'> | null;
  readonly missing: readonly Missing[];
}

/** A check with the one before it, and what is missing to finish it. Undefined where it is gone. */
export function useCheck(id: string): CheckInView | undefined {
  const record = useRecord('readiness-check', id);
  const checks = useRecords('readiness-check');
  const missing = useMissing(record?.value);
  const previous = useMemo(
    () => (record === undefined ? null : previousOf(checks, record)),
    [checks, record],
  );
  return record === undefined ? undefined : { record, previous, missing };
}

/** Nothing is missing of a finished one. */
export function useMissing(check: ReadinessCheck | undefined): readonly Missing[] {
  const actions = useRecords('action');
  return useMemo(
    () => (check === undefined || check.finalisedOn !== null ? [] : missingToFinish(check, actions)),
    [check, actions],
  );
}
