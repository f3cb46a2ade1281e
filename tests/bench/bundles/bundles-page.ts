/**
 * How long 500 bundles of 24 months take: read, checked against their schema, verified, kept as records are, and added up.
 * All of it in one thread, the signatures too, which the app has in the vault's worker. `window.benchBundles` is what the
 * harness calls.
 */
import { readBundleFiles } from '../../../renderer/features/reports/together/read-bundles';
import { isSigned } from '../../../renderer/vault/worker/bundles';
import { loadSodium } from '../../../renderer/vault/worker/crypto/sodium';
import { receivedOf, shownSpan, sortIn } from '@shared/bundle/received';
import { bringTogether, figuresByService } from '@shared/bundle/together';
import { toLocalDate } from '@shared/kernel/local-date';
import { ok } from '@shared/kernel/result';
import { madeUpDraft, signedFile } from '../../support/made-up-bundles';

export interface BundleFigures {
  readonly bundles: number;
  readonly months: number;
  readonly kilobytes: number;
  readonly series: number;
  /** Sums that are shown: something has been worked out. */
  readonly sums: number;
  readonly readMs: number;
  readonly sumMs: number;
  readonly allMs: number;
}

declare global {
  interface Window {
    benchBundles?: { open(seed: number, count: number): Promise<BundleFigures> };
  }
}

window.benchBundles = {
  open: async (seed, count) => {
    const sodium = await loadSodium();
    const texts = Array.from({ length: count }, (_, at) => signedFile(sodium, madeUpDraft(seed + at), at));
    const files = texts.map((text, at) => ({
      name: `${at}.json`,
      size: text.length,
      text: () => Promise.resolve(text),
    }));
    const start = performance.now();
    const read = await readBundleFiles(files, (signed) =>
      Promise.resolve(ok(signed.map((bundle) => isSigned(sodium, bundle)))),
    );
    if (!read.ok || read.value.problems.length > 0) throw new Error('Not every bundle was read');
    const readMs = performance.now() - start;
    const received = sortIn(read.value.bundles, []).map(({ bundle }) =>
      receivedOf(bundle, '', toLocalDate('2026-10-05')),
    );
    const months = shownSpan(received);
    const series = bringTogether(figuresByService(received), months);
    const allMs = performance.now() - start;
    return {
      bundles: received.length,
      months: months.length,
      kilobytes: Math.round(texts.reduce((sum, text) => sum + text.length, 0) / 1024),
      series: series.length,
      sums: series.flatMap(({ points }) => points).filter(({ value }) => value !== null).length,
      readMs,
      sumMs: allMs - readMs,
      allMs,
    };
  },
};
