/** The page's only source of chance: ids of records. Keys and nonces are made in the worker. */
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';

/** For callers that link several new records in one commit. */
export function newRecordId(): RecordId {
  return recordIdFromBytes(crypto.getRandomValues(new Uint8Array(16)));
}
