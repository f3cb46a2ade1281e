/** The door of the vault: everything the page may use of it. */
export type { TypedSecret } from './care';
export { createVaultClient, type VaultClient } from './client';
export { createVaultWorker } from './create-worker';
export { createDesktopFiles } from './desktop-files';
export {
  useLastSavedAt,
  useRecord,
  useRecords,
  useVault,
  useVaultCare,
  useWholeRecord,
  useViewNote,
  VaultProvider,
} from './hooks';
export { startHousekeeping } from './housekeeping';
export type { OwnerPlans } from './owner-plans-client';
export { newRecordId } from './random';
export { saveDraftsNow, useDraft } from './use-draft';
export { isRecoveryCodeWellFormed } from '@shared/vault/recovery-code';
export type { RecordError, VaultError } from '@shared/vault/errors';
export type { OwnPlan } from '@shared/vault/owner-plans';
export type { RoundError } from '@shared/vault/rounds';
export type {
  Saved,
  StoredOutline,
  StoredRecord,
  UnlockReport,
  VaultName,
  Write,
} from '@shared/vault/vault-api';
