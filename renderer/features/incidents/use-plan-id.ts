import type { RecordId } from '@shared/kernel/ids';
import { useParams } from 'wouter';
import { useRecord } from '../../vault';

/** The plan of the page: the parts of a plan's page keep their drafts under it. */
export function usePlanId(): RecordId | null {
  const { id } = useParams<{ id: string }>();
  return useRecord('event-plan', id)?.id ?? null;
}
