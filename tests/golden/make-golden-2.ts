/**
 * Wrote tests/golden/vault-2-on-disk/, once, when its format was frozen:
 *   npx tsx --tsconfig tests/tsconfig.json tests/golden/make-golden-2.ts
 * It refuses to write over what is there: a later format gets a folder of its own.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createMemoryFiles } from '../support/vault-files';
import { writeVault2 } from './golden-vault-2';

const folder = resolve(import.meta.dirname, 'vault-2-on-disk');
const files = createMemoryFiles(undefined, { reserveBytes: 0 });
const recoveryCode = await writeVault2(files);
await mkdir(folder);
for (const path of files.disk.paths()) {
  const bytes = files.disk.bytesOf(path);
  if (bytes === null || bytes.length === 0 || path.endsWith('.lock')) continue;
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, bytes, { flag: 'wx' });
}
await writeFile(join(folder, 'recovery-code.txt'), `${recoveryCode}\n`, { flag: 'wx' });
