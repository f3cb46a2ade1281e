/**
 * app.requestSingleInstanceLock: a file with the holder's pid in the user data folder, and a socket over which the
 * second start tells the first one about itself.
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log } from './log.js';

interface Holder {
  readonly pid: number;
  /** Tells a living holder from a stranger who was given the same pid later. */
  readonly startedAt: string;
  readonly socket: string;
}

function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
    return startTime(holder.pid) === holder.startedAt;
  } catch {
    return false;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

export interface SecondStart {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
}

let lockFile: string | undefined;
let socketFile: string | undefined;
let told: Promise<void> = Promise.resolve();

function listen(socket: string, onSecondStart: (start: SecondStart) => void): void {
  rmSync(socket, { force: true });
  const server = createServer((connection) => {
    let text = '';
    connection.setEncoding('utf8');
    connection.on('data', (chunk: string) => (text += chunk));
    connection.on('end', () => onSecondStart(JSON.parse(text) as SecondStart));
    connection.on('error', () => undefined);
  });
  server.on('error', (error) => log.hostErrors.push(`single instance: ${error.message}`));
  server.listen(socket);
  server.unref();
}

function tell(socket: string): Promise<void> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => {
      const start: SecondStart = { argv: process.argv, workingDirectory: process.cwd() };
      connection.end(JSON.stringify(start));
    });
    connection.on('close', () => resolve());
    connection.on('error', () => resolve());
  });
}

export function takeLock(userData: string, onSecondStart: (start: SecondStart) => void): boolean {
  if (lockFile) return true;
  const file = join(userData, 'chromium-host.lock');
  const name = createHash('sha256').update(userData).digest('hex').slice(0, 16);
  const pipe =
    process.platform === 'win32' ? `\\\\.\\pipe\\steading-${name}` : join(tmpdir(), `steading-${name}.sock`);
  const mine: Holder = { pid: process.pid, startedAt: startTime(process.pid), socket: pipe };
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      lockFile = file;
      socketFile = pipe;
      listen(pipe, onSecondStart);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = readHolder(file);
      if (holder && isAlive(holder)) {
        told = tell(holder.socket);
        return false;
      }
      rmSync(file, { force: true }); // left behind by a crash
    }
  }
  return false;
}

export const holdsLock = (): boolean => lockFile !== undefined;

export function releaseLock(): void {
  if (!lockFile) return;
  rmSync(lockFile, { force: true });
  if (socketFile && process.platform !== 'win32') rmSync(socketFile, { force: true });
  lockFile = undefined;
}

/** A second start must not end before the first has heard of it. */
export const firstInstanceTold = (): Promise<void> => told;
