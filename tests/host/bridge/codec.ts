/**
 * Values on their way between main (Node) and the preload (Chromium), as JSON text with what structured clone would
 * keep: bytes, dates, undefined, NaN. Self-contained, because its source is also run inside Chromium.
 */
export interface Codec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

export function createCodec(): Codec {
  // Bytes go through whatever is native: Buffer in Node, Uint8Array's own methods in Chromium.
  interface NativeBase64 {
    toBase64?: () => string;
  }
  const fromNative = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array }).fromBase64;
  const toBase64 = (bytes: Uint8Array): string => {
    if (typeof Buffer !== 'undefined')
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
    const native = (bytes as NativeBase64).toBase64;
    if (native) return native.call(bytes);
    let text = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(text);
  };
  const fromBase64 = (text: string): Uint8Array => {
    if (typeof Buffer !== 'undefined') return new Uint8Array(Buffer.from(text, 'base64'));
    if (fromNative) return fromNative.call(Uint8Array, text);
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  };

  const pack = (value: unknown, depth: number): unknown => {
    if (depth > 100) throw new Error('An object could not be cloned: nested too deeply, or circular.');
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', v: String(value) };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value !== 'object') throw new Error(`An object could not be cloned: ${typeof value}.`);
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      return { $: 'bytes', v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Error) return { $: 'error', name: value.name, v: value.message };
    if (Array.isArray(value)) return value.map((item) => pack(item, depth + 1));
    if (
      value instanceof Map ||
      value instanceof Set ||
      typeof (value as { then?: unknown }).then === 'function'
    ) {
      throw new Error('An object could not be cloned: Map, Set and promises do not cross the test host.');
    }
    const packed: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) packed[key] = pack(item, depth + 1);
    return '$' in packed ? { $: 'object', v: packed } : packed;
  };

  const unpack = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(unpack);
    const tagged = value as { $?: unknown; v?: unknown; name?: unknown };
    const fields = (source: object): Record<string, unknown> =>
      Object.fromEntries(Object.entries(source).map(([key, item]) => [key, unpack(item)]));
    switch (tagged.$) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(tagged.v);
      case 'bigint':
        return BigInt(String(tagged.v));
      case 'bytes':
        return fromBase64(String(tagged.v));
      case 'buffer':
        return fromBase64(String(tagged.v)).buffer;
      case 'date':
        return new Date(Number(tagged.v));
      case 'error':
        return Object.assign(new Error(String(tagged.v)), { name: String(tagged.name) });
      case 'object':
        return fields(tagged.v as object);
      default:
        return fields(value);
    }
  };

  return {
    encode: (value) => JSON.stringify(pack(value, 0)),
    decode: (text) => unpack(JSON.parse(text)),
  };
}
