/** A bundle as version 1 was first written reads and verifies for ever: by our code, and by Node's own Ed25519. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readBundle } from '@shared/bundle/bundle';
import { serviceCodeOf } from '@shared/bundle/service-code';
import { blake2b } from '@noble/hashes/blake2.js';
import { isSigned } from '../../renderer/vault/worker/bundles';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { must } from '../support/vault-kit';

const text = await readFile(resolve(import.meta.dirname, 'bundle-1.json'), 'utf8');

it('is the file that was frozen', () => {
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    'a4374384cecea65b5250a7c40dbb6a0bf4be15bc79a853478eb34bf66eab6d53',
  );
});

it('reads with all that is in it', async () => {
  const { bundle, signedText } = must(readBundle(text));
  expect(isSigned(await loadSodium(), { ...bundle, signedText })).toBe(true);
  const { format, version, service, nation, periodFrom, periodTo, edition } = bundle;
  expect({ format, version, service, nation, periodFrom, periodTo, edition }).toEqual({
    format: 'steading-bundle',
    version: 1,
    service: 'CFRGQCE73D',
    nation: 'scotland',
    periodFrom: '2025-10',
    periodTo: '2026-09',
    edition: 1,
  });
  const { months } = bundle.tables;
  expect(months).toHaveLength(150);
  expect(months.filter(({ state }) => state === 'shown')).toHaveLength(121);
});

/** From docs/bundle.md alone. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

it('verifies with another implementation, from the page in docs', () => {
  const { signature, ...content } = JSON.parse(text) as Record<string, unknown>;
  const raw = Buffer.from(String(content['publicKey']), 'base64url');
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  });
  const bytes = Buffer.from(String(signature), 'base64url');
  expect(verify(null, Buffer.from(canonical(content)), key, bytes)).toBe(true);
  expect(verify(null, Buffer.from(canonical({ ...content, edition: 2 })), key, bytes)).toBe(false);
  expect(serviceCodeOf(blake2b(raw, { dkLen: 32 }))).toBe(content['service']);
});
