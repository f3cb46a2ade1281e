/**
 * The throw-away worker that runs Argon2id. WASM memory never shrinks and keeps copies of what passed through it,
 * so the worker answers once and is terminated.
 */
import { loadSodium, type Sodium } from './crypto/sodium';
import { calibrateInline, deriveInline } from './kdf';
import type { KdfAnswer, KdfQuestion } from './kdf-messages';

self.addEventListener('message', (event: MessageEvent<KdfQuestion>) => {
  void run(event.data);
});

const say = (answer: KdfAnswer): void => {
  self.postMessage(answer);
};

async function run(question: KdfQuestion): Promise<void> {
  try {
    const sodium = await loadSodium();
    say({ type: 'loaded' });
    say(answer(sodium, question));
  } catch {
    say({ type: 'failed' });
  }
}

function answer(sodium: Sodium, question: KdfQuestion): KdfAnswer {
  switch (question.type) {
    case 'calibrate':
      return { type: 'calibrate', result: calibrateInline(sodium, () => performance.now()) };
    case 'derive':
      return { type: 'derive', result: deriveInline(sodium, question.request) };
  }
}
