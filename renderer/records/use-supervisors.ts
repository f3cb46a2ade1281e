import { useCallback, useMemo } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { useRecords } from '../vault';
import type { NameOf } from './record-words';
import { facilitatorName } from './supervisors';
import { useNames } from './use-names';

/** Names of those in the register of supervisors, by their id there. */
export function useSupervisorNames(): NameOf {
  const nameOf = useNames();
  const register = useRecords('facilitator');
  const byId = useMemo(
    () => new Map<RecordId, string>(register.map(({ id, value }) => [id, facilitatorName(value, nameOf)])),
    [register, nameOf],
  );
  return useCallback((id) => byId.get(id) ?? null, [byId]);
}
