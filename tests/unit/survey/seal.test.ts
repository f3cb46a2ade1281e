import * as library from 'libsodium-wrappers';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeAnswers, decodeReply, encodeAnswers, surveyTag } from '@shared/survey/reply-format';
import { replyFileName } from '../../../renderer/survey/reply-name';
import { sealReply, trySealing } from '../../../renderer/survey/seal';
import { seededBytes } from './survey-kit';

const sodium = library.default;
const random = (bytes: Uint8Array<ArrayBuffer>): void => {
  crypto.getRandomValues(bytes);
};

/** All that libsodium holds: the wrapper has it under a name that its types leave out. */
const heap = (): Uint8Array =>
  (library as unknown as { readonly libsodium: { readonly HEAPU8: Uint8Array } }).libsodium.HEAPU8;
const isInHeap = (bytes: Uint8Array): boolean => Buffer.from(heap()).includes(Buffer.from(bytes));

function open(reply: string, pair: { publicKey: Uint8Array; privateKey: Uint8Array }) {
  const decoded = decodeReply(reply);
  if (!decoded.ok) throw new Error(decoded.error);
  const { tag, sealed } = decoded.value;
  expect(tag).toEqual(surveyTag(sodium.crypto_generichash(32, pair.publicKey, null)));
  return decodeAnswers(sodium.crypto_box_seal_open(sealed, pair.publicKey, pair.privateKey));
}

describe('sealing a reply', () => {
  beforeAll(() => sodium.ready);

  it('can be opened with the secret key, and holds what was answered', async () => {
    const pair = sodium.crypto_box_keypair();
    const filled = { answers: [1, null, 5, 0, 100], split: 2 };
    const opened = open(await sealReply(filled, pair.publicKey, { random: seededBytes('id') }), pair);
    const replyId = new Uint8Array(16);
    seededBytes('id')(replyId);
    expect(opened).toEqual({ ...filled, replyId });
  });

  it('cannot be opened with another key, nor after a change of any byte', async () => {
    const [pair, other] = [sodium.crypto_box_keypair(), sodium.crypto_box_keypair()];
    const decoded = decodeReply(await sealReply({ answers: [3], split: null }, pair.publicKey, { random }));
    if (!decoded.ok) throw new Error(decoded.error);
    const { sealed } = decoded.value;
    const opening = (bytes: Uint8Array, keys: typeof pair) => () =>
      sodium.crypto_box_seal_open(bytes, keys.publicKey, keys.privateKey);
    expect(opening(sealed, pair)).not.toThrow();
    expect(opening(sealed, other)).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(opening(changed, pair)).toThrow();
    }
  });

  it('knows beforehand whether it will work', async () => {
    expect(await trySealing(sodium.crypto_box_keypair().publicKey)).toBe('works');
    expect(await trySealing(new Uint8Array(32))).toBe('no-key');
    expect(await trySealing(new Uint8Array(31))).toBe('no-key');
  });

  it('gives every reply a number of its own, also when the answers are the same', async () => {
    const pair = sodium.crypto_box_keypair();
    const filled = { answers: [1, 2, 3], split: null };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => sealReply(filled, pair.publicKey, { random })),
    );
    const ids = replies.map((reply) => Buffer.from(open(reply, pair)?.replyId ?? []).toString('hex'));
    expect(new Set(ids).size).toBe(20);
    expect(new Set(replies).size).toBe(20);
  });

  it('leaves the answers neither in the memory of the library nor changed', async () => {
    const pair = sodium.crypto_box_keypair();
    const marked = new Uint8Array(16);
    seededBytes('marked')(marked);
    // Unusual runs of answers, found by any eight in a row of them (what was given back loses its first bytes).
    const runOf = (step: number) => Array.from({ length: 60 }, (_, index) => (index * step) % 101);
    const found = (run: readonly number[]) =>
      run.slice(0, -8).filter((_, at) => isInHeap(Uint8Array.from(run.slice(at, at + 8)))).length;

    // Without the second sealing they stay there: the search finds what is there. Another run, under another mark: where
    // these lie need not be where the next ones come to lie.
    const left = runOf(53);
    sodium.crypto_box_seal(
      encodeAnswers({ replyId: new Uint8Array(16), split: 1, answers: left }),
      pair.publicKey,
    );
    expect(found(left)).toBeGreaterThan(30);
    const answers = runOf(37);

    const filled = { answers: [...answers], split: 1 };
    await sealReply(filled, pair.publicKey, { random: (bytes) => bytes.set(marked) });
    expect(found(answers)).toBe(0);
    expect(isInHeap(marked)).toBe(false);
    expect(filled.answers).toEqual(answers);
  });
});

describe('the name of a reply’s file', () => {
  it('is random, of one length, and of letters that a person can read out', () => {
    const names = Array.from({ length: 500 }, () => replyFileName(random));
    for (const name of names) expect(name).toMatch(/^[abcdefghijkmnpqrstuvwxyz2-9]{12}\.steading-reply$/);
    expect(new Set(names).size).toBe(500);
  });
});
