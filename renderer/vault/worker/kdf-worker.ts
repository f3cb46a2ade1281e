/** Each derivation in a worker of its own, with the policy of this format and no way to weaken it. */
import { err } from '@shared/kernel/result';
import { kdfPolicy } from '@shared/vault/kdf-policy';
import type { KdfDep } from './kdf';
import type { KdfAnswer, KdfQuestion } from './kdf-messages';

const failures = {
  'out-of-memory': err({ tag: 'KdfOutOfMemory' } as const),
  'not-loaded': err({ tag: 'StorageUnavailable', code: 'KDF_LOAD' } as const),
};
type Failure = keyof typeof failures;
type Reply = Extract<KdfAnswer, { readonly result: unknown }>;

export function createWorkerKdf(): KdfDep {
  return {
    policy: kdfPolicy,
    calibrate: async () => {
      const answer = await ask({ type: 'calibrate' }, []);
      return typeof answer === 'string'
        ? failures[answer]
        : answer.type === 'calibrate'
          ? answer.result
          : failures['not-loaded'];
    },
    derive: async (request) => {
      // The passphrase moves: what stays behind here is an empty array.
      const passphrase = Uint8Array.from(request.passphrase);
      request.passphrase.fill(0);
      const answer = await ask({ type: 'derive', request: { ...request, passphrase } }, [passphrase.buffer]);
      return typeof answer === 'string'
        ? failures[answer]
        : answer.type === 'derive'
          ? answer.result
          : failures['not-loaded'];
    },
  };
}

/** A worker that dies after it was there is how a machine without memory shows itself; one that never was did not load. */
async function ask(question: KdfQuestion, transfer: readonly Transferable[]): Promise<Reply | Failure> {
  const worker = new Worker(new URL('./kdf-entry.ts', import.meta.url), { type: 'module', name: 'kdf' });
  try {
    return await new Promise<Reply | Failure>((resolve) => {
      let isLoaded = false;
      worker.addEventListener('message', ({ data }: MessageEvent<KdfAnswer>) => {
        if (data.type === 'loaded') isLoaded = true;
        else if (data.type === 'failed') resolve(isLoaded ? 'out-of-memory' : 'not-loaded');
        else resolve(data);
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        resolve(isLoaded ? 'out-of-memory' : 'not-loaded');
      });
      worker.postMessage(question, [...transfer]);
    });
  } finally {
    worker.terminate();
  }
}
