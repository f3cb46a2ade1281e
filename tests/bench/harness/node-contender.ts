/** Runs a task in a Node process of its own, cold each time, as a page is. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from '../../../scripts/lib/host-command.js';
import type { BuildFigures, OpenFigures, Task } from '../contender.js';

const run = promisify(execFile);
const tsx = resolve(REPOSITORY, 'node_modules/tsx/dist/cli.mjs');
const script = resolve(REPOSITORY, 'tests/bench/sqlcipher/process.ts');
const tsconfig = resolve(REPOSITORY, 'tests/tsconfig.json');

export async function runInNode(folder: string, task: Task): Promise<BuildFigures | OpenFigures> {
  const { stdout } = await run(
    process.execPath,
    [tsx, '--tsconfig', tsconfig, script, folder, JSON.stringify(task)],
    { maxBuffer: 16 * 1024 * 1024 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as BuildFigures | OpenFigures;
}
