/** Outlines on their way to the page before the vault has been read and checked: see ADR 0021 and 0023. */
import type { OutlinePart } from '@shared/vault/vault-api';
import type { CacheDep, Tail } from './cache';
import type { FrameOp } from './crypto/v1/frame';
import type { JournalAhead } from './journal';
import { readOutlines, tailBatch, type HandedOver, type OutlineJson, type OutlinesPlace } from './outlines';

export interface OutlineStream {
  push(batch: OutlineJson): void;
  /** Nothing comes behind it. */
  end(): void;
  /** What came so far does not count. Of one that has ended: nothing. */
  fail(): void;
  /** Batches from the one with this number on, as soon as there is one. */
  take(from: number): Promise<OutlinePart | null>;
}

export function createOutlineStream(): OutlineStream {
  const batches: OutlineJson[] = [];
  let state: 'open' | 'ended' | 'failed' = 'open';
  let waiting: (() => void)[] = [];
  const tell = (): void => {
    for (const go of waiting.splice(0)) go();
  };
  const close = (as: 'ended' | 'failed'): void => {
    if (state === 'open') state = as;
    tell();
  };
  return {
    push: (batch) => {
      batches.push(batch);
      tell();
    },
    end: () => {
      close('ended');
    },
    fail: () => {
      close('failed');
    },
    take: async (from) => {
      while (state === 'open' && batches.length <= from)
        await new Promise<void>((go) => (waiting = [...waiting, go]));
      return state === 'failed' ? null : { batches: batches.slice(from), isLast: state === 'ended' };
    },
  };
}

/**
 * Null when there is no whole set of them. They leave together, and only when the journal is here: from then on the page
 * is busy with them, and whatever main answers comes by way of the page.
 */
export async function handOutlines(
  parts: CacheDep,
  place: OutlinesPlace,
  outlines: OutlineStream,
  ahead: JournalAhead,
): Promise<HandedOver['heads'] | null> {
  const batches: OutlineJson[] = [];
  const heads = await readOutlines(parts, place, (batch) => {
    batches.push(batch);
  });
  await Promise.all([ahead.segments, ahead.first]);
  if (heads === null) return null;
  for (const batch of batches) outlines.push(batch);
  await aTurn();
  return heads;
}

/** Of the loop, so that what was handed over leaves before a long part begins. */
export const aTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/**
 * What was saved since the outlines were made goes behind them, and nothing comes after it. Null when this version
 * cannot read some of it: `openBody` answers null.
 */
export function handTail(
  tail: Tail,
  heads: HandedOver['heads'],
  outlines: OutlineStream,
  openBody: (op: FrameOp) => Uint8Array | null,
): HandedOver | null {
  const later = tailBatch(tail, openBody);
  if (later === null) return null;
  outlines.push(later);
  outlines.end();
  return { heads, tail: new Map(tail) };
}
