/** How careful this service is with what leaves: as set, never below the floor. */
import { useMemo } from 'react';
import { policyOf, type DisclosurePolicy } from '@shared/disclosure/thresholds';
import {
  disclosureDefaults,
  type DisclosureSettings,
} from '@shared/records/disclosure-settings/disclosure-settings';
import { useRecords } from '../vault';

export function useDisclosurePolicy(): DisclosurePolicy {
  const set = useRecords('disclosure-settings')[0]?.value;
  return useMemo(() => policyOf(set ?? null), [set]);
}

/** With what is not a threshold: whether rows may be made. */
export function useDisclosureSettings(): DisclosureSettings {
  return useRecords('disclosure-settings')[0]?.value ?? disclosureDefaults;
}
