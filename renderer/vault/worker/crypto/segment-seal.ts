/**
 * The seal of what the cache's files hold: some hundred records at a time. The browser's own AES-256-GCM opens them
 * many times faster than WASM can, and beside the worker's own thread (ADR 0023). Each segment has a key of its own out
 * of the cache key and 24 random bytes, used once, so that no nonce can ever come twice. Without WebCrypto, and for what
 * an older version wrote: XChaCha20-Poly1305, as everything else of the vault.
 */
import { areBytesEqual, asciiBytes, concatBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { Sodium } from './sodium';

export interface SegmentSeal {
  seal(content: Uint8Array, associatedData: Uint8Array, cacheKey: Uint8Array): Promise<Uint8Array>;
  /** Null when it is not ours or not of this place. `sealed` must stay as it is until this has answered. */
  open(sealed: Uint8Array, associatedData: Uint8Array, cacheKey: Uint8Array): Promise<Uint8Array | null>;
}

const magic = asciiBytes('STG2');
const headBytes = magic.length + format.nonceBytes;
const name = 'AES-GCM';
/** The key is used for this one segment, so that its nonce need not differ from another's. */
const onlyNonce = new Uint8Array(12);

/** `subtle` null: there is no WebCrypto here. */
export function createSegmentSeal(sodium: Sodium, subtle: SubtleCrypto | null): SegmentSeal {
  if (subtle === null) {
    return {
      seal: (...what) => Promise.resolve(sealOld(sodium, ...what)),
      open: (...what) => Promise.resolve(openOld(sodium, ...what)),
    };
  }
  const keyOf = async (
    cacheKey: Uint8Array,
    random: Uint8Array,
    usage: 'encrypt' | 'decrypt',
  ): Promise<CryptoKey> => {
    const message = concatBytes(asciiBytes(format.context.segmentKey), random);
    const raw = sodium.keyedHash(format.keyBytes, message, cacheKey) as Uint8Array<ArrayBuffer>;
    try {
      return await subtle.importKey('raw', raw, name, false, [usage]);
    } finally {
      sodium.wipe(raw);
    }
  };
  const settings = (associatedData: Uint8Array): AesGcmParams => ({
    name,
    iv: onlyNonce,
    additionalData: associatedData as Uint8Array<ArrayBuffer>,
    tagLength: format.tagBytes * 8,
  });
  return {
    seal: async (content, associatedData, cacheKey) => {
      const random = sodium.randomBytes(format.nonceBytes);
      const key = await keyOf(cacheKey, random, 'encrypt');
      const sealed = await subtle.encrypt(settings(associatedData), key, content as Uint8Array<ArrayBuffer>);
      return concatBytes(magic, random, new Uint8Array(sealed));
    },
    open: async (sealed, associatedData, cacheKey) => {
      const isNew =
        sealed.length >= headBytes + format.tagBytes &&
        areBytesEqual(sealed.subarray(0, magic.length), magic);
      if (!isNew) return openOld(sodium, sealed, associatedData, cacheKey);
      const key = await keyOf(cacheKey, sealed.subarray(magic.length, headBytes), 'decrypt');
      try {
        const body = sealed.subarray(headBytes) as Uint8Array<ArrayBuffer>;
        return new Uint8Array(await subtle.decrypt(settings(associatedData), key, body));
      } catch {
        // WebCrypto throws for a wrong tag and gives no other sign.
        return null;
      }
    },
  };
}

function sealOld(
  sodium: Sodium,
  content: Uint8Array,
  associatedData: Uint8Array,
  cacheKey: Uint8Array,
): Uint8Array {
  const nonce = sodium.randomBytes(format.nonceBytes);
  return concatBytes(nonce, sodium.seal(content, associatedData, nonce, cacheKey));
}

function openOld(
  sodium: Sodium,
  sealed: Uint8Array,
  associatedData: Uint8Array,
  cacheKey: Uint8Array,
): Uint8Array | null {
  if (sealed.length < format.nonceBytes + format.tagBytes) return null;
  const nonce = sealed.subarray(0, format.nonceBytes);
  return sodium.open(sealed.subarray(format.nonceBytes), associatedData, nonce, cacheKey);
}
