/** Every bit of every sealed thing: changed, it does not open. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areBytesEqual } from '@shared/vault/bytes';
import { envelopeHeaderBytes, nobodyKeyId, type EnvelopePlace } from '@shared/vault/envelope-header';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { openEnvelope, sealEnvelope } from '../../renderer/vault/worker/crypto/v1/envelope';
import { genesisHash, openFrame, sealFrame, type FrameOp } from '../../renderer/vault/worker/crypto/v1/frame';
import {
  decodeHeader,
  encodeHeader,
  openSlot,
  sealSlot,
  type KeySlot,
} from '../../renderer/vault/worker/crypto/v1/header';
import { bitFlips } from '../support/damage';
import { must, testId } from '../support/vault-kit';

const sodium = await loadSodium();
const key = sodium.randomBytes(32);
const nobody = { keyId: nobodyKeyId, keys: [key] };
const vaultId = sodium.randomBytes(16);
const place: EnvelopePlace = { vaultId, tableId: 3, recordId: testId(1), revision: 4, schema: 1 };
const text = new TextEncoder().encode('{"note":"half a thought"}');

describe('an envelope', () => {
  const envelope = sealEnvelope(sodium, nobody, place, text);

  it('opens in its own place', () => {
    expect(must(openEnvelope(sodium, () => [key], place, envelope))).toEqual(text);
    expect(envelope.length).toBe(envelopeHeaderBytes + 256 + 16);
  });

  it('does not open with any bit flipped', () => {
    for (const flipped of bitFlips(envelope))
      expect(openEnvelope(sodium, () => [key], place, flipped).ok).toBe(false);
  });

  it('does not open cut at any byte, nor with a byte more', () => {
    for (let length = 0; length < envelope.length; length += 1) {
      expect(openEnvelope(sodium, () => [key], place, envelope.subarray(0, length)).ok).toBe(false);
    }
    expect(openEnvelope(sodium, () => [key], place, Uint8Array.from([...envelope, 0])).ok).toBe(false);
  });

  it('does not open in another place', () => {
    const others: EnvelopePlace[] = [
      { ...place, vaultId: sodium.randomBytes(16) },
      { ...place, tableId: 2 },
      { ...place, recordId: testId(2) },
      { ...place, revision: 3 },
      { ...place, schema: 2 },
    ];
    for (const other of others) {
      expect(openEnvelope(sodium, () => [key], other, envelope)).toEqual({
        ok: false,
        error: { tag: 'EnvelopeCorrupt', where: `record ${other.recordId}` },
      });
    }
    expect(openEnvelope(sodium, () => [sodium.randomBytes(32)], place, envelope).ok).toBe(false);
  });

  it('says so when it is of a later format', () => {
    const later = (index: number, value: number) => {
      const bytes = envelope.slice();
      bytes[index] = value;
      return openEnvelope(sodium, () => [key], place, bytes);
    };
    expect(later(3, '2'.charCodeAt(0))).toEqual({ ok: false, error: { tag: 'EnvelopeTooNew', version: 2 } });
    expect(later(4, 2)).toEqual({ ok: false, error: { tag: 'EnvelopeTooNew', version: 2 } });
    expect(later(5, 1)).toEqual({ ok: false, error: { tag: 'EnvelopeTooNew', version: 2 } });
  });

  it('round-trips any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6000 }), (bytes) => {
        const sealed = sealEnvelope(sodium, nobody, place, bytes);
        expect(areBytesEqual(must(openEnvelope(sodium, () => [key], place, sealed)), bytes)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('never seals the same twice', () => {
    expect(sealEnvelope(sodium, nobody, place, text)).not.toEqual(envelope);
  });
});

describe('a header and its slots', () => {
  const rootKey = sodium.randomBytes(32);
  const slot = sealSlot(
    sodium,
    vaultId,
    {
      type: 'passphrase',
      revision: 1,
      params: { opsLimit: 3, memLimitKib: 65536 },
      salt: sodium.randomBytes(16),
    },
    key,
    rootKey,
  );
  const bytes = encodeHeader(sodium, { vaultId, revision: 1, slots: [slot] });

  it('reads back', () => {
    const header = must(decodeHeader(sodium, bytes));
    expect(header).toEqual({ vaultId, revision: 1, slots: [slot] });
    expect(openSlot(sodium, vaultId, slot, key)).toEqual(rootKey);
  });

  it('is damaged with any bit flipped, and cut at any byte', () => {
    const damaged = { ok: false, error: { tag: 'HeaderCorrupt' } };
    for (const flipped of bitFlips(bytes)) expect(decodeHeader(sodium, flipped)).toEqual(damaged);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeHeader(sodium, bytes.subarray(0, length))).toEqual(damaged);
    }
  });

  it('does not open with any field changed, even with the hash made anew', () => {
    const body = bytes.subarray(0, bytes.length - 32);
    let opened = 0;
    for (const flipped of bitFlips(body)) {
      const header = decodeHeader(sodium, Uint8Array.from([...flipped, ...sodium.hash(32, flipped)]));
      if (!header.ok) continue;
      const [first] = header.value.slots;
      if (first === undefined || openSlot(sodium, header.value.vaultId, first, key) !== null) opened += 1;
    }
    // The file's own revision (4 bytes) counts writes and guards nothing.
    expect(opened).toBe(32);
  });

  it('does not open as another slot', () => {
    const changed: Partial<KeySlot>[] = [
      { type: 'recovery' },
      { revision: 2 },
      { params: { opsLimit: 1, memLimitKib: 65536 } },
      { params: { opsLimit: 3, memLimitKib: 8 } },
      { salt: sodium.randomBytes(16) },
    ];
    for (const change of changed) expect(openSlot(sodium, vaultId, { ...slot, ...change }, key)).toBeNull();
    expect(openSlot(sodium, sodium.randomBytes(16), slot, key)).toBeNull();
  });

  it('says so when it is of a later version, and refuses two slots of one type', () => {
    const later = bytes.slice(0, bytes.length - 32);
    later[5] = 2;
    expect(decodeHeader(sodium, Uint8Array.from([...later, ...sodium.hash(32, later)]))).toEqual({
      ok: false,
      error: { tag: 'EnvelopeTooNew', version: 2 },
    });
    expect(decodeHeader(sodium, encodeHeader(sodium, { vaultId, revision: 1, slots: [slot, slot] })).ok).toBe(
      false,
    );
  });
});

describe('a frame', () => {
  const prevHash = genesisHash(sodium, vaultId);
  const op: FrameOp = {
    type: 'put',
    tableId: 3,
    recordId: testId(1),
    revision: 4,
    schema: 1,
    savedAt: 1_795_511_234_567,
    envelope: new Uint8Array(40).fill(7),
  };
  const removal: FrameOp = {
    ...op,
    type: 'remove',
    schema: 0,
    envelope: new Uint8Array(0),
    recordId: testId(2),
  };
  const frame = sealFrame(sodium, key, { vaultId, seq: 1, prevHash }, [op, removal]);

  it('reads back', () => {
    expect(must(openFrame(sodium, key, { vaultId, seq: 1, prevHash }, frame))).toEqual([op, removal]);
  });

  it('does not open with any bit flipped, with or without its hash made anew', () => {
    for (const flipped of bitFlips(frame)) {
      expect(openFrame(sodium, key, { vaultId, seq: 1, prevHash }, flipped).ok).toBe(false);
      const body = flipped.subarray(0, flipped.length - 16);
      const rehashed = Uint8Array.from([...body, ...sodium.hash(16, body)]);
      if (areBytesEqual(rehashed, frame)) continue;
      expect(openFrame(sodium, key, { vaultId, seq: 1, prevHash }, rehashed).ok).toBe(false);
    }
  });

  it('does not open in another place', () => {
    const other = sodium.randomBytes(32);
    for (const changed of [{ vaultId: sodium.randomBytes(16) }, { seq: 2 }, { prevHash: other }]) {
      expect(openFrame(sodium, key, { vaultId, seq: 1, prevHash, ...changed }, frame)).toEqual({
        ok: false,
        error: { tag: 'EnvelopeCorrupt', where: `journal frame ${String(changed.seq ?? 1)}` },
      });
    }
    expect(openFrame(sodium, other, { vaultId, seq: 1, prevHash }, frame).ok).toBe(false);
  });
});
