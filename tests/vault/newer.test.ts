/** A vault that a later version wrote to: what this one cannot read is kept, and nothing else stops. */
import { expect, it } from 'vitest';
import { recordKinds } from '@shared/records/registry';
import { nobodyKeyId } from '@shared/vault/envelope-header';
import { sealEnvelope } from '../../renderer/vault/worker/crypto/v1/envelope';
import { genesisHash, sealFrame, type FrameOp } from '../../renderer/vault/worker/crypto/v1/frame';
import {
  decodeHeader,
  openSlot,
  recoveryKeyEncryptionKey,
} from '../../renderer/vault/worker/crypto/v1/header';
import { deriveKeys } from '../../renderer/vault/worker/crypto/v1/keys';
import { parseRecoveryCode } from '@shared/vault/recovery-code';
import {
  at,
  codeOf,
  must,
  passphraseOf,
  putOf,
  setupVaultKit,
  testId,
  type VaultKit,
} from '../support/vault-kit';

const { tableId, schemaVersion } = recordKinds['caseload-count'];

/** A fresh vault whose first frame holds what `ops` makes of its keys. */
async function setupWith(
  ops: (seal: (op: Omit<FrameOp, 'envelope'>, text: string) => FrameOp) => readonly FrameOp[],
): Promise<VaultKit> {
  const kit = await setupVaultKit();
  const { sodium } = kit;
  const { recoveryCode } = must(await (await kit.restart()).create({ passphrase: passphraseOf() }));
  const { vaultId, slots } = must(decodeHeader(sodium, kit.files.header ?? new Uint8Array(0)));
  const slot = slots.find((candidate) => candidate.type === 'recovery');
  const code160 = parseRecoveryCode(codeOf(recoveryCode));
  if (slot === undefined || code160 === null) throw new Error('No recovery slot');
  const rootKey = openSlot(sodium, vaultId, slot, recoveryKeyEncryptionKey(sodium, code160));
  if (rootKey === null) throw new Error('The recovery slot does not open');
  const keys = deriveKeys(sodium, rootKey);
  const nobody = { keyId: nobodyKeyId, keys: [keys.recordsKey] };
  const made = ops((op, text) => ({
    ...op,
    envelope: sealEnvelope(sodium, nobody, { ...op, vaultId }, new TextEncoder().encode(text)),
  }));
  const place = { vaultId, seq: 1, prevHash: genesisHash(sodium, vaultId) };
  kit.files.journal = sealFrame(sodium, keys.journalKey, place, made);
  return kit;
}

const base = { type: 'put', tableId, revision: 1, schema: schemaVersion, savedAt: at } as const;

it('keeps a newer schema, an unknown table, a newer envelope and a shape that does not pass sealed', async () => {
  const kit = await setupWith((seal) => {
    const newer = seal({ ...base, recordId: testId(3) }, '{}');
    newer.envelope[3] = '2'.charCodeAt(0);
    return [
      seal({ ...base, recordId: testId(1), schema: schemaVersion + 1 }, '{"new":1}'),
      seal({ ...base, recordId: testId(2), tableId: 999 }, '{}'),
      newer,
      seal({ ...base, recordId: testId(4) }, '{"openCases":"many"}'),
      seal({ ...base, recordId: testId(5) }, JSON.stringify(putOf(5).value)),
    ];
  });
  const vault = await kit.restart();
  expect(must(await vault.unlock({ passphrase: passphraseOf() }))).toMatchObject({
    records: 5,
    keptSealed: 4,
  });
  expect(must(await vault.list({ kind: 'caseload-count' })).map((record) => record.id)).toEqual([testId(5)]);

  const tooNew = { ok: false, error: { tag: 'SchemaTooNew', version: schemaVersion + 1 } };
  expect(await vault.commit({ writes: [putOf(1, 1)], at })).toEqual(tooNew);
  const remove = { type: 'remove', kind: 'caseload-count', id: testId(1), baseRevision: 1 } as const;
  expect(await vault.commit({ writes: [remove], at })).toEqual(tooNew);
  expect(await vault.commit({ writes: [putOf(2, 1)], at })).toMatchObject({
    error: { tag: 'RevisionConflict' },
  });

  must(await vault.commit({ writes: [putOf(6)], at }));
  const again = await kit.restart();
  expect(must(await again.unlock({ passphrase: passphraseOf() }))).toMatchObject({
    records: 6,
    keptSealed: 4,
  });
});

it('refuses the frame of another vault, and leaves it where it is', async () => {
  const kit = await setupWith((seal) => [seal({ ...base, recordId: testId(1) }, '{}')]);
  const other = await setupWith((seal) => [seal({ ...base, recordId: testId(1) }, '{}')]);
  kit.files.journal = other.files.journal;
  expect(await (await kit.restart()).unlock({ passphrase: passphraseOf() })).toEqual({
    ok: false,
    error: { tag: 'EnvelopeCorrupt', where: 'journal frame 1' },
  });
  expect(kit.files.quarantine).toEqual([]);
});
