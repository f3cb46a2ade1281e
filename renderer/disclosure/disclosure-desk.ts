/** The work of the disclosure worker. The library and the clock are handed in, so that tests run it as it is. */
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { reconcile } from '@shared/disclosure/reconcile';
import { release } from '@shared/disclosure/release';
import { err, ok } from '@shared/kernel/result';
import type { DisclosureDesk } from './protocol';

export interface DeskParts {
  /** Rejects where the library does not start. */
  readonly loadSolver: () => Promise<LinearSolver>;
  /** Milliseconds, from any start. */
  readonly now: () => number;
  /** After this long no better plan is looked for: more is hidden instead. */
  readonly planForMs: number;
}

/** Messages to the page: often enough for a bar that moves, and no more. */
const tellEveryMs = 100;

export function createDisclosureDesk({ loadSolver, now, planForMs }: DeskParts): DisclosureDesk {
  // Loaded once; what it works on is let go of after each audit.
  let loading: Promise<LinearSolver> | null = null;
  return {
    audit: async ({ table, policy, history, boundsOf = [] }, onProgress) => {
      loading ??= loadSolver();
      const solver = await loading.catch(() => null);
      if (solver === null) {
        loading = null;
        return err({ tag: 'AuditUnavailable' });
      }
      const end = now() + planForMs;
      let toldAt = Number.NEGATIVE_INFINITY;
      let furthest = 0;
      const tell = (done: number, of: number): void => {
        // What is looked at a second time is no step back for whoever waits.
        if (now() - toldAt < tellEveryMs || done / of < furthest) return;
        toldAt = now();
        furthest = done / of;
        onProgress({ done, of });
      };
      const reconciled = reconcile(table, history);
      const result = release(reconciled, policy, history, {
        solver,
        mayContinue: () => now() < end,
        onProgress: tell,
      });
      if (!result.ok) return result;
      const { cells, hidden, blockedByHistory, roundedKeys, audit } = result.value;
      const isProtected = new Set(audit.protectedKeys);
      return ok({
        table: reconciled,
        cells,
        hidden,
        blockedByHistory,
        roundedKeys,
        protectedKeys: audit.protectedKeys,
        alreadyDisclosed: audit.alreadyDisclosed,
        method: audit.method,
        bounds: audit.intervals(boundsOf.filter((key) => isProtected.has(key))),
      });
    },
  };
}
