/** Before the first spec: Chromium is there, or is installed, or the person is told what to install. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, HOW_TO_INSTALL } from '../../scripts/lib/chromium-binary.js';
import { sharedFolderVariable } from './support/ready-vault.js';

// Playwright takes the default export of this file; what it gives back is called after the last spec.
export default async function globalSetup(): Promise<() => Promise<void>> {
  const chromium = ensureChromium((line) => void process.stdout.write(`${line}\n`));
  if (chromium === undefined) throw new Error(HOW_TO_INSTALL);
  const shared = await mkdtemp(join(tmpdir(), 'steading-run-'));
  process.env[sharedFolderVariable] = shared;
  return () => rm(shared, { recursive: true, force: true, maxRetries: 5 });
}
