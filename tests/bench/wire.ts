/** Requests and replies between page and bench server: JSON, and after it the bytes that it points to. */
type Plain = unknown;
const mark = '$bytes';

export function encodeWire(value: Plain): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const json = JSON.stringify(value, (_key, item: unknown) => {
    if (!(item instanceof Uint8Array)) return item;
    parts.push(item);
    return { [mark]: item.length };
  });
  const head = new TextEncoder().encode(json);
  const whole = new Uint8Array(4 + head.length + parts.reduce((sum, part) => sum + part.length, 0));
  new DataView(whole.buffer).setUint32(0, head.length);
  whole.set(head, 4);
  let at = 4 + head.length;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function decodeWire(whole: Uint8Array): Plain {
  const headLength = new DataView(whole.buffer, whole.byteOffset, whole.byteLength).getUint32(0);
  const json = new TextDecoder().decode(whole.subarray(4, 4 + headLength));
  let at = 4 + headLength;
  return JSON.parse(json, (_key, item: unknown) => {
    if (typeof item !== 'object' || item === null || !(mark in item)) return item;
    const length = Number(item[mark]);
    const bytes = whole.slice(at, at + length);
    at += length;
    return bytes;
  });
}
