/**
 * Wrote tests/golden/vault-1/. Run once, when format 1 was frozen:
 *   npx tsx --tsconfig tests/tsconfig.json tests/golden/make-golden.ts
 * Running it again must change nothing; a later format gets a folder of its own.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { buildGoldenVault } from './golden-vault';

const folder = resolve(import.meta.dirname, 'vault-1');
const { header, journal } = buildGoldenVault(await loadSodium());
await mkdir(folder, { recursive: true });
await writeFile(resolve(folder, 'header.bin'), header);
await writeFile(resolve(folder, 'journal.bin'), journal);
