import { useCallback, useMemo } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { useRecords } from '../vault';
import type { NameOf } from './record-words';

/** Names as they are now. Somebody who was erased has none. */
export function useNames(): NameOf {
  const people = useRecords('person');
  const byId = useMemo(
    () => new Map<RecordId, string>(people.map(({ id, value }) => [id, value.name])),
    [people],
  );
  return useCallback((id) => byId.get(id) ?? null, [byId]);
}
