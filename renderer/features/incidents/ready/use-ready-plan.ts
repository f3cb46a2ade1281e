import { type StoredRecord, useRecords } from '../../../vault';

/** The one of the service; null until somebody has written it. */
export function useReadyPlan(): StoredRecord<'ready-plan'> | null {
  return useRecords('ready-plan')[0] ?? null;
}
