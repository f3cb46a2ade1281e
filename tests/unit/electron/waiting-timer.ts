import type { TimerPort } from '../../../electron/ports';

/** A timer whose waits end when the test says so. */
export function createWaitingTimer(): TimerPort & {
  /** Ends the waits of this length that were begun so far, or the first few of them. */
  pass(ms: number, count?: number): Promise<void>;
} {
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  return {
    every: () => () => undefined,
    wait: (ms) =>
      new Promise((resolve) => {
        waits.push({ ms, end: resolve });
      }),
    async pass(ms, count = Number.POSITIVE_INFINITY) {
      for (const wait of waits.filter((each) => each.ms === ms).slice(0, count)) {
        waits.splice(waits.indexOf(wait), 1);
        wait.end();
      }
      await turn();
    },
  };
}

/** Everything that waits for nothing but promises has happened. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
