/** The compiler proves that a switch is exhaustive by calling this in its default branch. */
export function assertNever(value: never): never {
  throw new Error(`Unreachable variant: ${typeof value}`);
}

/** A defect, not an expected failure: the message must hold no record content. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}
