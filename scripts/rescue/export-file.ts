/** The export as a file of its own, which only its owner can read. */
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ok, type Result } from '@shared/kernel/result';
import { ending, exitCodes, type Ending } from './ending';
import { exportPieces } from './export-json';
import { codeOf } from './pieces';
import type { Survey } from './survey';

const exportName = 'steading-export.json';

/** Null for standard output. */
export function outPlace(out: string | null, folder: string): Result<string | null, Ending> {
  if (out === null) return ok(null);
  const path = join(resolve(folder, out), exportName);
  return existsSync(path) ? alreadyThere : ok(path);
}

const alreadyThere = ending(
  exitCodes.notDone,
  `There is a file ${exportName} in that folder already. It was left as it is.`,
);

export function writeExport(path: string, surveyed: Survey): Result<void, Ending> {
  let file: number;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    file = openSync(path, 'wx', 0o600);
  } catch (cause) {
    const code = codeOf(cause);
    return code === 'EEXIST'
      ? alreadyThere
      : ending(exitCodes.notDone, `The export cannot be written there (${code}).`);
  }
  try {
    for (const piece of exportPieces(surveyed)) writeAll(file, Buffer.from(piece, 'utf8'));
    closeSync(file);
    return ok();
  } catch (cause) {
    rmSync(path, { force: true });
    return ending(
      exitCodes.notDone,
      `The export could not be written to its end (${codeOf(cause)}). It was removed.`,
    );
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
}
