/** The asker of the throw-away worker, with a worker that does what the test says. */
import { afterEach, expect, it, vi } from 'vitest';
import { kdfPolicy } from '@shared/vault/kdf-policy';
import type { KdfAnswer } from '../../../renderer/vault/worker/kdf-messages';
import { createWorkerKdf } from '../../../renderer/vault/worker/kdf-worker';

type Step = KdfAnswer | 'error';

let ended = 0;

/** Each step in its turn, once it was asked something. */
function workerThat(...steps: readonly Step[]): void {
  class ScriptedWorker extends EventTarget {
    postMessage(): void {
      for (const step of steps) {
        queueMicrotask(() => {
          if (step === 'error') this.dispatchEvent(new Event('error', { cancelable: true }));
          else this.dispatchEvent(new MessageEvent('message', { data: step }));
        });
      }
    }
    terminate(): void {
      ended += 1;
    }
  }
  vi.stubGlobal('Worker', ScriptedWorker);
}

afterEach(() => {
  vi.unstubAllGlobals();
  ended = 0;
});

const request = () => ({
  passphrase: Uint8Array.of(1, 2, 3),
  salt: new Uint8Array(16),
  params: kdfPolicy.floor,
});
const key = Uint8Array.of(9);
const outOfMemory = { ok: false, error: { tag: 'KdfOutOfMemory' } };
const notLoaded = { ok: false, error: { tag: 'StorageUnavailable', code: 'KDF_LOAD' } };

it.each([
  [
    'answers',
    [{ type: 'loaded' }, { type: 'derive', result: { ok: true, value: key } }],
    { ok: true, value: key },
  ],
  ['has too little memory', [{ type: 'loaded' }, { type: 'derive', result: outOfMemory }], outOfMemory],
  ['dies after it was there', [{ type: 'loaded' }, 'error'], outOfMemory],
  ['breaks down after it was there', [{ type: 'loaded' }, { type: 'failed' }], outOfMemory],
  ['is not found', ['error'], notLoaded],
  ['does not get its library', [{ type: 'failed' }], notLoaded],
] as const)('a worker that %s', async (_what, steps, expected) => {
  workerThat(...(steps as readonly Step[]));
  expect(await createWorkerKdf().derive(request())).toEqual(expected);
  expect(ended).toBe(1);
});

it('a calibration that cannot load says so too, and the passphrase never stays behind', async () => {
  workerThat('error');
  expect(await createWorkerKdf().calibrate()).toEqual(notLoaded);
  const asked = request();
  await createWorkerKdf().derive(asked);
  expect([...asked.passphrase]).toEqual([0, 0, 0]);
});
