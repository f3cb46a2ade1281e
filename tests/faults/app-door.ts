/**
 * The whole app: the built main under Node, the built page in installed Chromium, the real IndexedDB. Calls go to the
 * vault worker of the page as messages, the same that the page itself sends it; nothing in the product knows of it.
 */
import type { Worker } from '@playwright/test';
import { ChromiumHost } from '../e2e/hosts/chromium.js';
import { type Answer, type Door, DoorGone, type Method, type Request } from './door';

/**
 * Runs in the worker, as text: a compiled function would call helpers that are not there. Bytes come as lists of
 * numbers in `$bytes`.
 */
const callInWorker = `async ({ method, request }) => {
  const revive = (value) => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(revive);
    if (Array.isArray(value.$bytes)) return Uint8Array.from(value.$bytes);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, revive(each)]));
  };
  if (self.waitingDoors === undefined) {
    self.waitingDoors = new Map();
    const post = self.postMessage.bind(self);
    self.postMessage = (message, ...rest) => {
      const waiter = message && self.waitingDoors.get(message.id);
      if (waiter === undefined) return post(message, ...rest);
      self.waitingDoors.delete(message.id);
      waiter(message);
    };
  }
  const id = 'door ' + String(Math.random());
  const answered = new Promise((resolve) => self.waitingDoors.set(id, resolve));
  const data = { id, type: 'APPLY', path: [method], argumentList: [{ type: 'RAW', value: revive(request) }] };
  self.dispatchEvent(new MessageEvent('message', { data }));
  const { type, value } = await answered;
  return { isThrown: type !== 'RAW', value };
}`;

function withLists(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: [...value] };
  if (Array.isArray(value)) return value.map(withLists);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withLists(each)]));
}

export interface AppDoor extends Door {
  readonly app: ChromiumHost;
}

export async function openApp(userDataDir: string): Promise<AppDoor> {
  const app = await ChromiumHost.launch({ userDataDir });
  const worker = await vaultWorker(app);
  let isKilled = false;
  return {
    app,
    call: async <M extends Method>(method: M, request: Request<M>): Promise<Answer<M>> => {
      const order = JSON.stringify({ method, request: withLists(request) });
      let answer: { readonly isThrown: boolean; readonly value: unknown };
      try {
        answer = await worker.evaluate(`(${callInWorker})(${order})`);
      } catch (cause) {
        throw isKilled || !app.isRunning() ? new DoorGone() : cause;
      }
      if (answer.isThrown) throw new Error(`The worker threw: ${JSON.stringify(answer.value)}`);
      return answer.value as Answer<M>;
    },
    kill: () => {
      isKilled = true;
      return app.crash();
    },
  };
}

async function vaultWorker({ page }: ChromiumHost): Promise<Worker> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  for (let tries = 0; tries < 400; tries += 1) {
    // The other workers of the page derive keys, or write files.
    const found = page.workers().find((worker) => /\/entry-[^/]*\.js$/.test(worker.url()));
    if (found !== undefined) return found;
    await page.waitForTimeout(25);
  }
  throw new Error(
    `The page has no vault worker: ${page
      .workers()
      .map((worker) => worker.url())
      .join(', ')}`,
  );
}
