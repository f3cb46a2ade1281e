/** Forms, replies and a source of randomness that says the same every time, for the tests of the survey. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { SurveyForm } from '@shared/survey/survey-form';
import sodium from 'libsodium-wrappers';
import { vi } from 'vitest';

export function formOf(items: number, change: Partial<SurveyForm> = {}): SurveyForm {
  const numbers = Array.from({ length: items }, (_, index) => index + 1);
  return {
    wording: {
      language: 'en-GB',
      title: 'How work has been',
      notice: '',
      introduction: 'Think of the last four weeks.',
      items: numbers.map((number) => ({ number, text: `Statement ${number} of this made-up form.` })),
      answers: [
        {
          items: numbers,
          options: [
            { value: 1, text: 'Never' },
            { value: 2, text: 'Seldom' },
            { value: 3, text: 'About half the time' },
            { value: 4, text: 'Mostly' },
            { value: 5, text: 'Always' },
          ],
        },
      ],
    },
    split: null,
    serviceName: 'Harbour Support',
    closesOn: '14 May 2026',
    publicKey: 'A'.repeat(43),
    isValidated: false,
    ...change,
  };
}

/** SHA-256 of the seed and a counter: bytes as good as random, and the same at every run. */
export function seededBytes(seed: string): (bytes: Uint8Array) => void {
  let counter = 0;
  let rest = new Uint8Array(0);
  return (bytes) => {
    for (let filled = 0; filled < bytes.length;) {
      if (rest.length === 0) {
        rest = sha256(new TextEncoder().encode(`${seed} ${counter}`));
        counter += 1;
      }
      const part = rest.subarray(0, bytes.length - filled);
      bytes.set(part, filled);
      filled += part.length;
      rest = rest.slice(part.length);
    }
  };
}

/** libsodium's own randomness, from the seed while `work` runs. Tells how often it was asked. */
export async function withSeededSodium<T>(
  seed: string,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly asked: number }> {
  await sodium.ready;
  const fill = seededBytes(seed);
  const spy = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (ArrayBuffer.isView(array)) fill(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return array;
  });
  try {
    const value = await work();
    return { value, asked: spy.mock.calls.length };
  } finally {
    spy.mockRestore();
  }
}
