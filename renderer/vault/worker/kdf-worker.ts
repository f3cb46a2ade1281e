/** Each derivation in a worker of its own, with the policy of this format and no way to weaken it. */
import { err } from '@shared/kernel/result';
import { kdfPolicy } from '@shared/vault/kdf-policy';
import type { KdfDep } from './kdf';
import type { KdfAnswer, KdfQuestion } from './kdf-messages';

const outOfMemory = err({ tag: 'KdfOutOfMemory' } as const);

export function createWorkerKdf(): KdfDep {
  return {
    policy: kdfPolicy,
    calibrate: async () => {
      const answer = await ask({ type: 'calibrate' }, []);
      return answer?.type === 'calibrate' ? answer.result : outOfMemory;
    },
    derive: async (request) => {
      // The passphrase moves: what stays behind here is an empty array.
      const passphrase = Uint8Array.from(request.passphrase);
      request.passphrase.fill(0);
      const answer = await ask({ type: 'derive', request: { ...request, passphrase } }, [passphrase.buffer]);
      return answer?.type === 'derive' ? answer.result : outOfMemory;
    },
  };
}

/** Null when the worker died, which is how a machine without memory shows itself. */
async function ask(question: KdfQuestion, transfer: readonly Transferable[]): Promise<KdfAnswer | null> {
  const worker = new Worker(new URL('./kdf-entry.ts', import.meta.url), { type: 'module', name: 'kdf' });
  try {
    return await new Promise<KdfAnswer | null>((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<KdfAnswer>) => {
        resolve(event.data);
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        resolve(null);
      });
      worker.postMessage(question, [...transfer]);
    });
  } finally {
    worker.terminate();
  }
}
