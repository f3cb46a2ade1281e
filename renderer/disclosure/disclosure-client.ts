/** The page's handle on the disclosure worker. Without its answer nothing is shown and nothing leaves. */
import * as Comlink from 'comlink';
import { err } from '@shared/kernel/result';
import type { VaultClient } from '../vault';
import type { AuditError, AuditInput, AuditResult, DisclosureDesk, OnAuditProgress } from './protocol';

export interface AuditOptions {
  readonly onProgress?: OnAuditProgress;
  /** Ends the worker in the middle of whatever it does. */
  readonly signal?: AbortSignal;
}

/** One worker and what it takes to end it. */
export interface AuditWorker {
  readonly desk: DisclosureDesk;
  /** Called when the worker dies by itself; one at a time. */
  onDeath(tell: () => void): void;
  terminate(): void;
}

export function openAuditWorker(): AuditWorker {
  const worker = new Worker(new URL('./disclosure-worker.ts', import.meta.url), {
    type: 'module',
    name: 'disclosure',
  });
  const desk = Comlink.wrap<DisclosureDesk>(worker);
  let tellDeath = (): void => undefined;
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    tellDeath();
  });
  worker.addEventListener('messageerror', () => {
    tellDeath();
  });
  return {
    desk: { audit: (input, onProgress) => desk.audit(input, Comlink.proxy(onProgress)) },
    onDeath: (tell) => {
      tellDeath = tell;
    },
    terminate: () => {
      worker.terminate();
    },
  };
}

export interface Audits {
  ask(input: AuditInput, options?: AuditOptions): Promise<AuditResult>;
  /** Ends every worker: what they hold is gone. */
  close(): void;
}

/** A worker that has answered waits for the next question, since its library takes a while to start. */
export function createAudits(open: () => AuditWorker): Audits {
  let idle: AuditWorker | null = null;
  let isClosed = false;
  const stops = new Set<() => void>();

  const keepOrEnd = (worker: AuditWorker): void => {
    if (isClosed || idle !== null) worker.terminate();
    else idle = worker;
  };

  const ask = async (input: AuditInput, { onProgress, signal }: AuditOptions = {}): Promise<AuditResult> => {
    if (isClosed || signal?.aborted === true) return err({ tag: 'AuditStopped' });
    const worker = idle ?? open();
    idle = null;
    let end: (error: AuditError) => void = () => undefined;
    const ended = new Promise<AuditResult>((resolve) => {
      end = (error) => {
        worker.terminate();
        resolve(err(error));
      };
    });
    let isOver = false;
    const stop = (): void => {
      end({ tag: 'AuditStopped' });
    };
    worker.onDeath(() => {
      if (idle === worker) idle = null;
      end({ tag: 'AuditUnavailable' });
    });
    stops.add(stop);
    signal?.addEventListener('abort', stop, { once: true });
    const answer = worker.desk.audit(input, (progress) => {
      if (!isOver) onProgress?.(progress);
    });
    const failed = answer.catch((): AuditResult => err({ tag: 'AuditUnavailable' }));
    const result = await Promise.race([failed, ended]);
    isOver = true;
    stops.delete(stop);
    signal?.removeEventListener('abort', stop);
    if (result.ok || isAboutTheTable(result.error)) keepOrEnd(worker);
    else worker.terminate();
    return result;
  };

  return {
    ask,
    close: () => {
      isClosed = true;
      for (const stop of [...stops]) stop();
      idle?.terminate();
      idle = null;
    },
  };
}

/** The worker is well: the answer is that the table does not add up. */
function isAboutTheTable({ tag }: AuditError): boolean {
  return tag !== 'AuditStopped' && tag !== 'AuditUnavailable';
}

const auditsOf = new WeakMap<VaultClient, Audits>();

/** What of the table may leave, given all that has left before. Ends with the lock. */
export function auditRelease(
  vault: VaultClient,
  input: AuditInput,
  options?: AuditOptions,
): Promise<AuditResult> {
  let audits = auditsOf.get(vault);
  if (audits === undefined) {
    const opened = createAudits(openAuditWorker);
    audits = opened;
    auditsOf.set(vault, opened);
    const forget = vault.clearOnLock(() => {
      opened.close();
      auditsOf.delete(vault);
      forget();
    });
  }
  return audits.ask(input, options);
}
