/** What is remembered of an import beside its records: which column was which, and imports too old to be listed. */
import { findMapping, mappingToKeep, type ConfirmedColumns } from '@shared/import/saved-mapping';
import { addMonths } from '@shared/kernel/local-date';
import { dayOfInstant } from '../../platform/clock';
import { newRecordId, type VaultClient, type Write } from '../../vault';

/** Imports are listed, and can be taken back, for this long. Earlier versions are kept for 30 days as everywhere. */
const listedMonths = 24;

type Vault = Pick<VaultClient, 'records'>;

/** For the commit that saves the import. Empty for headings that are not worth keeping. */
export function mappingWrites(vault: Vault, confirmed: ConfirmedColumns): readonly Write[] {
  const value = mappingToKeep(confirmed);
  if (value === null) return [];
  const known = findMapping(vault.records('import-mapping'), confirmed.targetId, confirmed.headings);
  return [
    {
      type: 'put',
      kind: 'import-mapping',
      id: known?.id ?? newRecordId(),
      baseRevision: known?.revision ?? 0,
      value,
    },
  ];
}

/** Goes along with the next import, so that nothing has to be done for it. */
export function staleRunWrites(vault: Vault, now: number): readonly Write[] {
  const horizon = addMonths(dayOfInstant(now), -listedMonths);
  return vault
    .records('import-run')
    .filter(({ value }) => dayOfInstant(value.at) < horizon)
    .map(({ id, revision }): Write => ({ type: 'remove', kind: 'import-run', id, baseRevision: revision }));
}
