/**
 * One value, one text: keys sorted by UTF-16 code unit, no white space, `undefined` fields left out.
 * Null when the value is not JSON (a date, a function, NaN, something that refers to itself).
 */
export function canonicalJson(value: unknown): string | null {
  return write(value, 0);
}

/** Deeper than any record; also what stops a value that refers to itself. */
const maxDepth = 64;

function write(value: unknown, depth: number): string | null {
  if (depth > maxDepth) return null;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : null;
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
    default:
      return null;
  }
}

function writeArray(items: readonly unknown[], depth: number): string | null {
  const parts: string[] = [];
  for (const item of items) {
    const part = write(item, depth + 1);
    if (part === null) return null;
    parts.push(part);
  }
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, depth: number): string | null {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return null;
  const fields = value as Readonly<Record<string, unknown>>;
  const parts: string[] = [];
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] === undefined) continue;
    const part = write(fields[key], depth + 1);
    if (part === null) return null;
    parts.push(`${JSON.stringify(key)}:${part}`);
  }
  return `{${parts.join(',')}}`;
}
