/**
 * 2,000 replies, half with the lowest answer to every question and half with the highest, sealed by the code of the
 * survey file with libsodium: nothing that somebody without the key can see may tell the halves apart. The seed is
 * fixed, so that a figure is the same at every run; each figure is shown to find a leak that was put there on purpose.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import sodium from 'libsodium-wrappers';
import { decodeAnswers, decodeReply } from '@shared/survey/reply-format';
import { replyFileName } from '../../../renderer/survey/reply-name';
import { sealReply } from '../../../renderer/survey/seal';
import { seededBytes, withSeededSodium } from './survey-kit';
import { beyondChance, columnsOf, figuresOf, pickFrom, runsOf, shuffled } from './two-classes';

const replies = 2000;
const items = 35;
const deals = 49;
/** Standard deviations beyond what chance gives: the leaks below are all further out, and small ones. */
const bar = 5;

interface Sent {
  readonly text: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

describe('2,000 sealed replies', () => {
  let sent: readonly Sent[];
  let isHigh: readonly boolean[];
  const pair = { publicKey: new Uint8Array(), privateKey: new Uint8Array() };

  beforeAll(async () => {
    await sodium.ready;
    Object.assign(pair, sodium.crypto_box_keypair());
    const pick = pickFrom(1);
    isHigh = shuffled(
      Array.from({ length: replies }, (_, index) => index % 2 === 0),
      pick,
    );
    const { value, asked } = await withSeededSodium('libsodium', async () => {
      const made: Sent[] = [];
      for (const high of isHigh) {
        const filled = { answers: Array<number>(items).fill(high ? 5 : 1), split: high ? 0 : 1 };
        const text = await sealReply(filled, pair.publicKey, { random: seededBytes(`reply ${made.length}`) });
        const decoded = decodeReply(text);
        if (!decoded.ok) throw new Error(decoded.error);
        const name = replyFileName(seededBytes(`name ${made.length}`));
        made.push({ text, name, bytes: decoded.value.sealed });
      }
      return made;
    });
    // Every seal took its own key from the seed: what is looked at is what libsodium does with it.
    expect(asked).toBeGreaterThan(replies);
    sent = value;
  }, 60_000);

  const deal = <Key extends string>(
    figures: (kinds: readonly boolean[]) => Readonly<Record<Key, number>>,
  ): Record<Key, number> => beyondChance(isHigh, figures, deals, pickFrom(2));
  const beyond = (rows: readonly Uint8Array[]): Record<'sum' | 'cell' | 'bit', number> => {
    const columns = columnsOf(rows);
    return deal((kinds) => ({ ...figuresOf(columns, kinds) }));
  };

  it('hold what was answered', () => {
    sent.forEach(({ bytes }, index) => {
      const opened = decodeAnswers(sodium.crypto_box_seal_open(bytes, pair.publicKey, pair.privateKey));
      expect(opened?.answers).toEqual(Array<number>(items).fill(isHigh[index] === true ? 5 : 1));
    });
  });

  it('have one size, one kind of name, and differ from each other', () => {
    expect(new Set(sent.map(({ text }) => text.length))).toEqual(new Set([433]));
    expect(new Set(sent.map(({ text }) => text.slice(0, 27)))).toHaveLength(1);
    expect(new Set(sent.map(({ name }) => name.length))).toHaveLength(1);
    expect(new Set(sent.map(({ name }) => name))).toHaveLength(replies);
    expect(new Set(sent.map(({ text }) => text))).toHaveLength(replies);
  });

  it('have the same size for 1 item and for 200, answered or left out', async () => {
    const lengths = new Set<number>();
    for (const count of [1, 10, 60, 200]) {
      for (const value of [null, 0, 254]) {
        const filled = { answers: Array<number | null>(count).fill(value), split: value };
        lengths.add((await sealReply(filled, pair.publicKey, { random: seededBytes('any') })).length);
      }
    }
    expect(lengths).toEqual(new Set([433]));
  });

  it('say nothing by their bytes, at any position', () => {
    const { sum, cell, bit } = beyond(sent.map(({ bytes }) => bytes));
    expect(Math.max(sum, cell, bit)).toBeLessThan(bar);
  });

  it('say nothing by their names', () => {
    const { sum, cell, bit } = beyond(sent.map(({ name }) => Buffer.from(name)));
    expect(Math.max(sum, cell, bit)).toBeLessThan(bar);
  });

  it('say nothing by their order in a folder, by name or by content', () => {
    const orders = (['name', 'text'] as const).map((by) =>
      sent.map((_, index) => index).sort((a, b) => (sent[a]![by] < sent[b]![by] ? -1 : 1)),
    );
    const [name, text] = orders.map((order) =>
      deal((kinds) => ({ away: awayFromChance(order.map((index) => kinds[index] === true)) })),
    );
    expect(Math.max(name!.away, text!.away)).toBeLessThan(bar);
  });

  it('would be found out if one bit, one byte, or the order gave something away', () => {
    const pick = pickFrom(3);
    const change = (oneIn: number, leak: (bytes: Uint8Array) => void): Uint8Array[] =>
      sent.map(({ bytes }, index) => {
        const copy = bytes.slice();
        if (isHigh[index] === true && pick(oneIn) === 0) leak(copy);
        return copy;
      });
    // One bit in a third of the replies of one half, one byte in a twelfth of them.
    const oneBit = change(3, (bytes) => {
      bytes[200]! |= 1;
    });
    expect(beyond(oneBit).bit).toBeGreaterThan(bar);
    const oneByte = change(12, (bytes) => {
      bytes[200] = 7;
    });
    expect(beyond(oneByte).cell).toBeGreaterThan(bar);
    // A tenth of the bytes, each now and then.
    const here = change(1, (bytes) => {
      for (let at = 48; at < 80; at += 1) if (pick(8) === 0) bytes[at] = 5;
    });
    expect(beyond(here).sum).toBeGreaterThan(bar);
    const sorted = [...isHigh].sort();
    const half = sorted.map((kind, index) => (index % 8 === 0 ? isHigh[index] === true : kind));
    const order = beyondChance(half, (kinds) => ({ away: awayFromChance(kinds) }), deals, pick);
    expect(order.away).toBeGreaterThan(bar);
  });
});

/** Runs of one kind, against what a shuffled pack has. */
function awayFromChance(kinds: readonly boolean[]): number {
  return Math.abs(runsOf(kinds) - (replies / 2 + 1));
}
