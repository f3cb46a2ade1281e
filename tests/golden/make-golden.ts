/**
 * Wrote tests/golden/vault-1/, when format 1 was frozen, the same vault as it lies on a disk, in two segments, and
 * tests/fixtures/vault-vectors.json, one of each piece:
 *   npx tsx --tsconfig tests/tsconfig.json tests/golden/make-golden.ts
 * Running it again must change nothing; a later format gets a folder of its own.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { buildGoldenVault } from './golden-vault';
import { buildVectors } from './vault-vectors';

/** The journal as main keeps it: no frame is in two files. */
const framesInFirstSegment = 2;

const sodium = await loadSodium();
const folder = resolve(import.meta.dirname, 'vault-1');
const { header, journal } = buildGoldenVault(sodium);
await mkdir(folder, { recursive: true });
await writeFile(resolve(folder, 'header.bin'), header);
await writeFile(resolve(folder, 'journal.bin'), journal);

let cut = 0;
for (let frame = 0; frame < framesInFirstSegment; frame += 1)
  cut += new DataView(journal.buffer).getUint32(cut);
const onDisk = resolve(import.meta.dirname, 'vault-1-on-disk/vault');
await mkdir(resolve(onDisk, 'journal'), { recursive: true });
await writeFile(resolve(onDisk, 'keys.stk'), header);
await writeFile(resolve(onDisk, 'journal/seg-000001.stj'), journal.subarray(0, cut));
await writeFile(resolve(onDisk, 'journal/seg-000002.stj'), journal.subarray(cut));

const vectors = (await buildVectors(sodium)).map(({ name, bytes }) => [
  name,
  Buffer.from(bytes).toString('hex'),
]);
await writeFile(
  resolve(import.meta.dirname, '../fixtures/vault-vectors.json'),
  `${JSON.stringify(Object.fromEntries(vectors), null, 2)}\n`,
);
