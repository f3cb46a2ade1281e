/** Takes outlines as the page does: batch by batch, the later ones over the earlier. */
import type { RecordId } from '@shared/kernel/ids';
import { decodeOutlines } from '@shared/vault/outline-codec';
import type { StoredOutline, VaultApi } from '@shared/vault/vault-api';

/** Null when there is no whole set, or nothing to ask. */
export async function pullOutlines(vault: VaultApi): Promise<ReadonlyMap<RecordId, StoredOutline> | null> {
  const answer = await vault.outlines({});
  if (!answer.ok || answer.value === null) return null;
  const all = new Map<RecordId, StoredOutline>();
  for (const batch of answer.value) {
    for (const row of decodeOutlines(new TextDecoder().decode(batch))) {
      if (row.value === null) all.delete(row.id);
      else all.set(row.id, row);
    }
  }
  return all;
}
