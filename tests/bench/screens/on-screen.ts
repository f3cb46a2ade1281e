/** Times until rows are on the screen. */

export interface Shown {
  readonly firstMs: number;
  readonly wholeMs: number;
  /** Drawn at first. */
  readonly rows: number;
}

export async function shown(selector: string, all: number, show: () => void): Promise<Shown> {
  const start = performance.now();
  show();
  await onScreen(selector, 1);
  const firstMs = performance.now() - start;
  const rows = document.querySelectorAll(selector).length;
  await onScreen(selector, all);
  return { firstMs, wholeMs: performance.now() - start, rows };
}

/** Resolves after the frame that has the rows in it was painted: a task queued in that frame runs behind it. */
export async function onScreen(selector: string, least: number): Promise<void> {
  const frame = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  do await frame();
  while (document.querySelectorAll(selector).length < least);
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
