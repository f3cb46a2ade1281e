/** The frozen pieces of format 1: still made byte for byte the same, and still opened. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadSodium } from '../../../renderer/vault/worker/crypto/sodium';
import { buildVectors } from '../../golden/vault-vectors';
import { flipBit } from '../../support/damage';

const path = resolve(import.meta.dirname, '../../fixtures/vault-vectors.json');
const frozen = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
const vectors = await buildVectors(await loadSodium());

it('are all there, and no others', () => {
  expect(Object.keys(frozen)).toEqual(vectors.map(({ name }) => name));
  expect(vectors.length).toBeGreaterThan(25);
});

it.each(vectors)('$name', async ({ name, bytes, reopen, value }) => {
  const kept = Uint8Array.from(Buffer.from(frozen[name] ?? '', 'hex'));
  expect(Buffer.from(bytes).toString('hex')).toBe(frozen[name]);
  expect(await reopen(kept)).toEqual(value);
});

it('would not be taken with a bit changed', async () => {
  for (const { name, bytes, reopen, value } of vectors) {
    // The vectors' own `must` throws where a codec refuses.
    const isTaken = await (async () => {
      try {
        const changed: unknown = await reopen(flipBit(bytes, bytes.length * 4));
        return Buffer.from(JSON.stringify(changed)).equals(Buffer.from(JSON.stringify(value)));
      } catch {
        return false;
      }
    })();
    expect([name, isTaken]).toEqual([name, false]);
  }
});
