/**
 * The vault in a process of its own: the real file services on the real disk and the real worker code. What the worker
 * keeps in IndexedDB is in memory here, so every kill loses the whole cache with it: the journal alone has to do.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { REPOSITORY } from '../../scripts/lib/host-command.js';
import { type Answer, type Door, DoorGone, type Method, type Request } from './door';

export interface ProcessPlace {
  readonly userData: string;
  readonly appData: string;
}

export type ToProcess = { readonly id: number; readonly method: Method; readonly request: unknown };
export type FromProcess =
  { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly threw: string };

/** One file, so that a process is there in a moment. Inside the repository, whose packages it needs. */
export async function buildProcess(): Promise<string> {
  const outDir = resolve(REPOSITORY, `node_modules/.cache/steading-faults-${String(process.pid)}`);
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    root: REPOSITORY,
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(REPOSITORY, 'shared') } },
    build: {
      ssr: resolve(REPOSITORY, 'tests/faults/vault-process.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
    },
  });
  return resolve(outDir, 'vault-process.js');
}

export function openProcess(script: string, place: ProcessPlace): Promise<Door> {
  const child: ChildProcess = fork(script, [place.userData, place.appData], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  const waiting = new Map<
    number,
    { readonly resolve: (answer: unknown) => void; readonly reject: (cause: Error) => void }
  >();
  let calls = 0;
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const gone = new Promise<void>((done) => {
    child.once('exit', (_code, signal) => {
      // Killed by us, or by itself: the second is a fault, and its words are kept.
      const cause =
        signal === 'SIGKILL' ? new DoorGone() : new Error(`The process ended by itself: ${words}`);
      for (const { reject } of waiting.values()) reject(cause);
      waiting.clear();
      done();
    });
  });
  child.on('message', (message: FromProcess) => {
    const waiter = waiting.get(message.id);
    waiting.delete(message.id);
    if ('threw' in message) waiter?.reject(new Error(`The vault threw: ${message.threw}`));
    else waiter?.resolve(message.answer);
  });
  const call = <M extends Method>(method: M, request: Request<M>): Promise<Answer<M>> =>
    new Promise<Answer<M>>((done, reject) => {
      if (child.exitCode !== null || child.signalCode !== null || !child.connected) {
        reject(new DoorGone());
        return;
      }
      calls += 1;
      waiting.set(calls, { resolve: done as (answer: unknown) => void, reject });
      // A message that cannot be sent any more is one that is never answered.
      child.send({ id: calls, method, request } satisfies ToProcess, () => undefined);
    });
  return Promise.resolve({
    call,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  });
}
