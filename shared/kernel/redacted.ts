/** A secret that prints nothing by accident. Reading it is a separate, greppable act. */
const secrets = new WeakMap<Redacted<unknown>, unknown>();

export class Redacted<T> {
  declare private readonly kind: T;

  constructor(value: T) {
    secrets.set(this, value);
  }
  toString(): string {
    return '[redacted]';
  }
  toJSON(): string {
    return '[redacted]';
  }
}

export function revealRedacted<T>(secret: Redacted<T>): T {
  return secrets.get(secret) as T;
}
