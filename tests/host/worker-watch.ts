/**
 * CSP violations inside workers. They have no document to report to, and Playwright does not pass them on; Chromium
 * writes them to each worker's own log, which is read here through a session of our own, nested workers included.
 */
import type { CDPSession } from 'playwright-core';
import { log } from './log.js';
import { toApp } from './schemes.js';

interface TargetInfo {
  readonly type: string;
  readonly url: string;
}

type Send = (method: string, parameters: object) => void;
interface Message {
  readonly method?: string;
  readonly params?: unknown;
}

const AUTO_ATTACH = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };

function recordEntry(entry: { source: string; text: string }, workerUrl: string): void {
  if (entry.source !== 'security' || !/Content Security Policy/i.test(entry.text)) return;
  log.cspViolations.push({
    directive: /(?:directive:? ["'])([a-z-]+)/.exec(entry.text)?.[1] ?? 'unknown',
    blocked: /'(https?:[^']+|wss?:[^']+)'/.exec(entry.text)?.[1] ?? '',
    document: toApp(workerUrl),
    sample: entry.text.slice(0, 300),
  });
}

/** One level of workers below a page or a worker. */
function createWatcher(send: Send): (message: Message) => void {
  const workers = new Map<string, { url: string; handle: (message: Message) => void }>();
  return ({ method, params }) => {
    if (method === 'Target.attachedToTarget') {
      const { sessionId, targetInfo } = params as { sessionId: string; targetInfo: TargetInfo };
      if (targetInfo.type !== 'worker') return;
      let count = 0;
      const sendToWorker: Send = (name, parameters) => {
        send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id: ++count, method: name, params: parameters }),
        });
      };
      workers.set(sessionId, { url: targetInfo.url, handle: createWatcher(sendToWorker) });
      sendToWorker('Log.enable', {});
      sendToWorker('Target.setAutoAttach', AUTO_ATTACH);
    } else if (method === 'Target.receivedMessageFromTarget') {
      const { sessionId, message } = params as { sessionId: string; message: string };
      const worker = workers.get(sessionId);
      const inner = JSON.parse(message) as Message;
      if (!worker) return;
      if (inner.method === 'Log.entryAdded') {
        recordEntry((inner.params as { entry: { source: string; text: string } }).entry, worker.url);
      } else worker.handle(inner);
    } else if (method === 'Target.detachedFromTarget') {
      workers.delete((params as { sessionId: string }).sessionId);
    }
  };
}

export async function watchWorkers(cdp: CDPSession): Promise<void> {
  const handle = createWatcher((method, parameters) => {
    cdp.send(method as 'Target.sendMessageToTarget', parameters as never).catch(() => undefined);
  });
  for (const method of [
    'Target.attachedToTarget',
    'Target.receivedMessageFromTarget',
    'Target.detachedFromTarget',
  ] as const) {
    cdp.on(method, (params) => handle({ method, params }));
  }
  await cdp.send('Target.setAutoAttach', AUTO_ATTACH);
}
