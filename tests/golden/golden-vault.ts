/**
 * The frozen vault of format 1, made from fixed inputs through the codecs alone, so that no later kind or schema
 * can change a byte of it. Passphrase, code and values stand here; the bytes stand in tests/golden/vault-1/.
 */
import { recordIdFromBytes } from '@shared/kernel/ids';
import { nobodyKeyId } from '@shared/vault/envelope-header';
import { format } from '@shared/vault/format';
import { kdfPolicy } from '@shared/vault/kdf-policy';
import { formatRecoveryCode } from '@shared/vault/recovery-code';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { sealEnvelope } from '../../renderer/vault/worker/crypto/v1/envelope';
import { chainHash, genesisHash, sealFrame, type FrameOp } from '../../renderer/vault/worker/crypto/v1/frame';
import {
  encodeHeader,
  recoveryKeyEncryptionKey,
  sealSlot,
} from '../../renderer/vault/worker/crypto/v1/header';
import { deriveKeys } from '../../renderer/vault/worker/crypto/v1/keys';
import { passphraseBytes } from '../../renderer/vault/passphrase';

/** The é is one character here; typed as two it has to open the vault as well. */
export const goldenPassphrase = 'café lantern thistle 1888';
export const goldenRecoveryCode = '1111-1111-1111-1111-1111-1111-1111-1111-Z7';
const savedAt = Date.UTC(2026, 10, 24, 9, 30, 0);

interface GoldenRecord {
  readonly id: number;
  readonly tableId: number;
  readonly revision: number;
  readonly value: unknown;
}

const person = {
  name: 'Ailsa Munro',
  payrollNumber: '20417',
  role: 'Key worker',
  team: 'Recovery hub',
  site: 'Harbour',
  engagement: 'staff',
  contract: 'permanent',
  weeklyHours: 37.5,
  startDate: '2021-03-01',
  lastDay: null,
  leavingReason: '',
  frontFacing: true,
  exposure: 'frequent',
  supervisionIntervalDays: 28,
};
const service = {
  name: 'Harbour Steps',
  teamSize: 24,
  fullTimeWeeklyHours: 37.5,
  supervisionIntervalDays: 56,
  workingDayStart: '09:00',
  workingDayEnd: '17:00',
  asOf: null,
  setUpDone: true,
};
const caseload = { personId: goldenId(2), month: '2026-03', openCases: 23 };
const draft = {
  form: 'supervision',
  recordId: null,
  title: 'Supervision with Ailsa',
  fields: { note: 'x'.repeat(5000) },
};

/** Four commits: two new records; one changed and two more; one of those removed; one of an unknown table. */
const commits: readonly (readonly (GoldenRecord & { readonly isRemoved?: true })[])[] = [
  [
    { id: 1, tableId: 1, revision: 1, value: service },
    { id: 2, tableId: 2, revision: 1, value: { ...person, role: 'Trainee' } },
  ],
  [
    { id: 2, tableId: 2, revision: 2, value: person },
    { id: 3, tableId: 7, revision: 1, value: caseload },
    { id: 4, tableId: 10, revision: 1, value: draft },
  ],
  [{ id: 3, tableId: 7, revision: 2, value: null, isRemoved: true }],
  [{ id: 5, tableId: 60_001, revision: 1, value: { written: 'by a later version' } }],
];

/** What opens: kind name, id, revision, and the value as it was saved. */
export const goldenRecords = [
  { kind: 'service', id: goldenId(1), revision: 1, value: service },
  { kind: 'person', id: goldenId(2), revision: 2, value: person },
  { kind: 'draft', id: goldenId(4), revision: 1, value: draft },
] as const;

export function buildGoldenVault(real: Sodium): {
  readonly header: Uint8Array;
  readonly journal: Uint8Array;
} {
  const sodium: Sodium = { ...real, randomBytes: createFixedBytes(real) };
  const vaultId = sodium.randomBytes(format.vaultIdBytes);
  const rootKey = sodium.randomBytes(format.keyBytes);
  const salt = sodium.randomBytes(format.saltBytes);
  const params = kdfPolicy.floor;
  const passphrase = passphraseBytes(goldenPassphrase) ?? new Uint8Array(0);
  const byPassphrase = real.argon2id(
    format.keyBytes,
    passphrase,
    salt,
    params.opsLimit,
    params.memLimitKib * 1024,
  );
  if (byPassphrase === null) throw new Error('Not enough memory for the floor');
  const code160 = goldenCode160();
  if (formatRecoveryCode(code160) !== goldenRecoveryCode)
    throw new Error('The golden code has another check');
  const slots = [
    sealSlot(sodium, vaultId, { type: 'passphrase', revision: 1, params, salt }, byPassphrase, rootKey),
    sealSlot(
      sodium,
      vaultId,
      { type: 'recovery', revision: 1 },
      recoveryKeyEncryptionKey(real, code160),
      rootKey,
    ),
  ];
  const header = encodeHeader(sodium, { vaultId, revision: 1, slots });
  const keys = deriveKeys(sodium, rootKey);
  const nobody = { keyId: nobodyKeyId, keys: [keys.recordsKey] };
  const frames: Uint8Array[] = [];
  let prevHash = genesisHash(sodium, vaultId);
  commits.forEach((commit, index) => {
    const ops = commit.map((record): FrameOp => {
      const place = {
        vaultId,
        tableId: record.tableId,
        recordId: goldenId(record.id),
        revision: record.revision,
      };
      if (record.isRemoved)
        return { type: 'remove', ...place, schema: 0, savedAt, envelope: new Uint8Array(0) };
      const text = new TextEncoder().encode(canonicalJson(record.value) ?? '');
      const envelope = sealEnvelope(sodium, nobody, { ...place, schema: 1 }, text);
      return { type: 'put', ...place, schema: 1, savedAt, envelope };
    });
    const frame = sealFrame(sodium, keys.journalKey, { vaultId, seq: index + 1, prevHash }, ops);
    prevHash = chainHash(sodium, frame);
    frames.push(frame);
  });
  return { header, journal: Uint8Array.from(frames.flatMap((frame) => [...frame])) };
}

function goldenId(number: number) {
  const bytes = new Uint8Array(16);
  bytes[15] = number;
  return recordIdFromBytes(bytes);
}

/** 32 times the character 1: every five bits are 00001. */
function goldenCode160(): Uint8Array {
  return Uint8Array.from({ length: 20 }, (_, index) => [0x08, 0x42, 0x10, 0x84, 0x21][index % 5] ?? 0);
}

/** Not random at all: BLAKE2b of a counter. For frozen bytes only. */
function createFixedBytes(sodium: Sodium): Sodium['randomBytes'] {
  let counter = 0;
  return (length) => {
    counter += 1;
    return sodium.hash(length, new TextEncoder().encode(`steading golden ${String(counter)}`));
  };
}
