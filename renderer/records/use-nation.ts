import type { Nation } from '@shared/kernel/bank-holidays';
import { defaultNation } from '@shared/records/service/service';
import { useRecords } from '../vault';

/** Where the service is: its bank holidays are no working days. */
export function useNation(): Nation {
  return useRecords('service')[0]?.value.nation ?? defaultNation;
}
