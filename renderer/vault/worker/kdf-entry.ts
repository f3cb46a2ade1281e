/**
 * The throw-away worker that runs Argon2id. WASM memory never shrinks and keeps copies of what passed through it,
 * so the worker answers once and is terminated.
 */
import { loadSodium } from './crypto/sodium';
import { calibrateInline, deriveInline } from './kdf';
import type { KdfAnswer, KdfQuestion } from './kdf-messages';

self.addEventListener('message', (event: MessageEvent<KdfQuestion>) => {
  void answer(event.data).then((reply) => {
    self.postMessage(reply);
  });
});

async function answer(question: KdfQuestion): Promise<KdfAnswer> {
  const sodium = await loadSodium();
  switch (question.type) {
    case 'calibrate':
      return { type: 'calibrate', result: calibrateInline(sodium, () => performance.now()) };
    case 'derive':
      return { type: 'derive', result: deriveInline(sodium, question.request) };
  }
}
