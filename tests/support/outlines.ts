/** Takes outlines as the page does: batch by batch, the later ones over the earlier. */
import type { RecordId } from '@shared/kernel/ids';
import { decodeOutlines } from '@shared/vault/outline-codec';
import type { StoredOutline, VaultApi } from '@shared/vault/vault-api';

/** Null when there is no whole set, or nothing to ask. */
export async function pullOutlines(vault: VaultApi): Promise<ReadonlyMap<RecordId, StoredOutline> | null> {
  const all = new Map<RecordId, StoredOutline>();
  for (let from = 0; ;) {
    const answer = await vault.outlines({ from });
    if (!answer.ok || answer.value === null) return null;
    const { batches, isLast } = answer.value;
    for (const batch of batches) {
      for (const row of decodeOutlines(new TextDecoder().decode(batch))) {
        if (row.value === null) all.delete(row.id);
        else all.set(row.id, row);
      }
    }
    if (isLast) return all;
    from += batches.length;
  }
}
