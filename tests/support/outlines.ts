/** Takes outlines as the page does: batch by batch, the later ones over the earlier. */
import type { RecordId } from '@shared/kernel/ids';
import { decodeOutlines } from '@shared/vault/outline-codec';
import type { StoredOutline, VaultApi } from '@shared/vault/vault-api';

/** Null when they were not to be used, or there was nothing to ask. */
export async function pullOutlines(vault: VaultApi): Promise<ReadonlyMap<RecordId, StoredOutline> | null> {
  const all = new Map<RecordId, StoredOutline>();
  for (let batch = 0; ; batch += 1) {
    const answer = await vault.outlines({ batch });
    if (!answer.ok || answer.value.type === 'void') return null;
    if (answer.value.type === 'end') return all;
    for (const row of decodeOutlines(new TextDecoder().decode(answer.value.json))) {
      if (row.value === null) all.delete(row.id);
      else all.set(row.id, row);
    }
  }
}
