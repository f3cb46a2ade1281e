/**
 * How long the check of a large table takes, in the app's own worker: planned and audited, from the question to the
 * answer. `window.benchDisclosure` is what the harness calls.
 */
import { createAudits, openAuditWorker } from '../../../renderer/disclosure/disclosure-client';
import { largeTable, type LargeTableSize } from '../data/large-table.js';

export interface DisclosureFigures {
  readonly figures: number;
  /** Too small by themselves, or their complements are. */
  readonly protectedCount: number;
  /** Neither: the most that could be shown. */
  readonly safe: number;
  readonly shown: number;
  readonly method: string;
  /** In a worker just opened, its library included; and once more in the same. */
  readonly firstMs: number;
  readonly againMs: number;
}

declare global {
  interface Window {
    benchDisclosure?: { open(size: LargeTableSize): Promise<DisclosureFigures> };
  }
}

window.benchDisclosure = {
  open: async (size) => {
    const table = largeTable(size);
    const audits = createAudits(openAuditWorker);
    const policy = { minimumCellSize: 5, minimumSensitiveCellSize: 10 };
    const ask = async () => {
      const start = performance.now();
      const result = await audits.ask({ table, policy, history: [] });
      if (!result.ok) throw new Error(result.error.tag);
      return [result.value, performance.now() - start] as const;
    };
    const [release, firstMs] = await ask();
    const [, againMs] = await ask();
    audits.close();
    const cells = [...release.cells.values()];
    return {
      figures: cells.length,
      protectedCount: release.protectedKeys.length,
      safe: cells.length - release.protectedKeys.length,
      shown: cells.filter(({ state }) => state === 'shown').length,
      method: release.method,
      firstMs,
      againMs,
    };
  },
};
