/** Runs one task after the other, in the order asked, whatever became of the one before. */
export interface TaskQueue {
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Resolves when everything asked so far has ended. */
  settled(): Promise<void>;
}

export function createTaskQueue(): TaskQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<T>(task: () => Promise<T>): Promise<T> {
      const result = last.then(task);
      last = result.catch(() => undefined);
      return result;
    },
    async settled(): Promise<void> {
      await last;
    },
  };
}
