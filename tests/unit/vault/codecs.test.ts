import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, createByteReader, uintBytes } from '@shared/vault/bytes';
import { canonicalJson } from '@shared/vault/canonical-json';
import { padBytes, paddedLength, unpadBytes } from '@shared/vault/padding';

describe('canonical JSON', () => {
  it('sorts keys, leaves undefined out, and reads back the same', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é' }], a: undefined, A: true })).toBe(
      '{"A":true,"b":[1,{"c":"é","d":null}]}',
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text ?? '')).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text ?? ''))).toBe(text);
      }),
    );
  });

  it('is null for what is not JSON', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    for (const value of [
      undefined,
      NaN,
      Infinity,
      1n,
      () => 1,
      Symbol('x'),
      new Date(0),
      new Map(),
      [undefined],
      { a: NaN },
      loop,
    ]) {
      expect(canonicalJson(value)).toBeNull();
    }
  });
});

describe('padding', () => {
  it('steps by 256 bytes to 4 KiB', () => {
    expect([0, 1, 255, 256, 4095].map(paddedLength)).toEqual([256, 256, 256, 512, 4096]);
    expect(paddedLength(4096)).toBe(4352);
  });

  it('adds at most 12 % above that, and always at least its mark', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4096, max: 50_000_000 }), (length) => {
        const padded = paddedLength(length);
        expect(padded).toBeGreaterThan(length);
        expect(padded / (length + 1)).toBeLessThanOrEqual(1.12);
        expect(paddedLength(length + 1)).toBeGreaterThanOrEqual(padded);
      }),
    );
  });

  it('comes off exactly as it went on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => {
        expect(unpadBytes(padBytes(bytes))).toEqual(bytes);
      }),
    );
    expect(unpadBytes(new Uint8Array(256))).toBeNull();
    expect(unpadBytes(new Uint8Array(0))).toBeNull();
    expect(unpadBytes(concatBytes(padBytes(new Uint8Array(3)), new Uint8Array(256)))).toBeNull();
    expect(unpadBytes(padBytes(new Uint8Array(3)).subarray(0, 255))).toBeNull();
  });
});

describe('integers on disk', () => {
  it('are big-endian and read back', () => {
    expect([...uintBytes(0x0102030405, 8)]).toEqual([0, 0, 0, 1, 2, 3, 4, 5]);
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        expect(createByteReader(uintBytes(value, 8)).uint(8)).toBe(value);
      }),
    );
  });

  it('refuse what does not fit', () => {
    for (const [value, length] of [
      [256, 1],
      [65_536, 2],
      [2 ** 32, 4],
      [2 ** 53, 8],
      [-1, 8],
      [0.5, 4],
    ] as const) {
      expect(() => uintBytes(value, length)).toThrow();
    }
    expect(createByteReader(new Uint8Array(8).fill(255)).uint(8)).toBeNull();
    const reader = createByteReader(new Uint8Array(3));
    expect(reader.uint(4)).toBeNull();
    expect(reader.left()).toBe(3);
  });
});
