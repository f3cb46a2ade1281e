/** What a debugger would find in the memory of the page and of its worker: snapshots of both heaps, as text. */
import type { CDPSession, Page } from '@playwright/test';

export interface Heap {
  readonly of: 'page' | 'worker';
  /** The snapshot's own JSON: every string that is still reachable stands in it. */
  readonly text: string;
}

async function pageHeap(session: CDPSession): Promise<string> {
  const chunks: string[] = [];
  const onChunk = ({ chunk }: { readonly chunk: string }): void => {
    chunks.push(chunk);
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', onChunk);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', onChunk);
  return chunks.join('');
}

interface FromWorker {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly chunk?: string };
}

/** Without a session of its own: its messages travel in those of the page. */
async function workerHeap(session: CDPSession, sessionId: string): Promise<string> {
  const chunks: string[] = [];
  const answers = new Map<number, () => void>();
  const onMessage = (event: { readonly sessionId: string; readonly message: string }): void => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as FromWorker;
    if (message.method === 'HeapProfiler.addHeapSnapshotChunk') chunks.push(message.params?.chunk ?? '');
    if (message.id !== undefined) answers.get(message.id)?.();
  };
  session.on('Target.receivedMessageFromTarget', onMessage);
  const methods = ['HeapProfiler.enable', 'HeapProfiler.collectGarbage', 'HeapProfiler.takeHeapSnapshot'];
  for (const [id, method] of methods.entries()) {
    const answered = new Promise<void>((resolve) => answers.set(id, resolve));
    const message = JSON.stringify({ id, method, params: {} });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    await answered;
  }
  session.off('Target.receivedMessageFromTarget', onMessage);
  return chunks.join('');
}

/** Of a page of the Chromium host. */
export async function heapsOf(page: Page): Promise<readonly Heap[]> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId);
  });
  const heaps: Heap[] = [{ of: 'page', text: await pageHeap(session) }];
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  for (const worker of workers) heaps.push({ of: 'worker', text: await workerHeap(session, worker) });
  await session.detach();
  return heaps;
}
