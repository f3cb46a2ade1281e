import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeAnswers,
  decodeReply,
  encodeAnswers,
  encodeReply,
  fromBase64Url,
  maxItems,
  maxReplyFileLength,
  plaintextBytes,
  replyBytes,
  splitPasted,
  toBase64Url,
} from '@shared/survey/reply-format';

const exactly = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });
const place = fc.option(fc.integer({ min: 0, max: 254 }), { nil: null, freq: 4 });
const answered = fc.record({
  replyId: exactly(16),
  split: place,
  answers: fc.array(place, { minLength: 1, maxLength: maxItems }),
});
const reply = fc.tuple(exactly(8), exactly(304)).map(([tag, sealed]) => encodeReply(tag, sealed));

describe('the sealed part', () => {
  it('has one length for whatever was answered, and reads back as it was', () => {
    fc.assert(
      fc.property(answered, (given) => {
        const bytes = encodeAnswers(given);
        expect(bytes).toHaveLength(plaintextBytes);
        expect(decodeAnswers(bytes)).toEqual(given);
      }),
    );
  });

  it('has one spelling: what can be read is what would be written', () => {
    fc.assert(
      fc.property(
        answered,
        fc.nat(plaintextBytes - 1),
        fc.integer({ min: 0, max: 255 }),
        (given, at, byte) => {
          const bytes = encodeAnswers(given);
          bytes[at] = byte;
          const read = decodeAnswers(bytes);
          if (read !== null) expect(encodeAnswers(read)).toEqual(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is not read with another length, another version, no items, too many, or something in the padding', () => {
    const bytes = encodeAnswers({ replyId: new Uint8Array(16), split: null, answers: [1, 2, 3] });
    const changed = (at: number, byte: number): Uint8Array => {
      const copy = bytes.slice();
      copy[at] = byte;
      return copy;
    };
    expect(decodeAnswers(bytes)).not.toBeNull();
    expect(decodeAnswers(bytes.slice(1))).toBeNull();
    expect(decodeAnswers(new Uint8Array([...bytes, 0]))).toBeNull();
    expect(decodeAnswers(changed(0, 2))).toBeNull();
    expect(decodeAnswers(changed(18, 0))).toBeNull();
    expect(decodeAnswers(changed(18, 201))).toBeNull();
    expect(decodeAnswers(changed(22, 1))).toBeNull();
    expect(decodeAnswers(changed(255, 1))).toBeNull();
  });

  it('refuses what does not fit, before it is sealed', () => {
    const replyId = new Uint8Array(16);
    const make = (change: object) => () => encodeAnswers({ replyId, split: null, answers: [1], ...change });
    expect(make({})).not.toThrow();
    expect(make({ replyId: new Uint8Array(15) })).toThrow(RangeError);
    expect(make({ answers: [] })).toThrow(RangeError);
    expect(make({ answers: Array<number>(201).fill(1) })).toThrow(RangeError);
    for (const wrong of [-1, 255, 1.5, Number.NaN]) {
      expect(make({ answers: [wrong] })).toThrow(RangeError);
      expect(make({ split: wrong })).toThrow(RangeError);
    }
  });
});

describe('base64url', () => {
  it('reads what it writes, as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(text)).toEqual(bytes);
      }),
    );
  });

  it('reads one spelling only', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12, unit: fc.constantFrom(...'AQgw-_09z=+/ '.split('')) }),
        (text) => {
          const bytes = fromBase64Url(text);
          if (bytes !== null) expect(toBase64Url(bytes)).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
    expect(fromBase64Url('AA')).toEqual(new Uint8Array([0]));
    // The same byte with bits set that count for nothing, with padding, in the other alphabet, cut short.
    for (const other of ['AB', 'AA==', 'AA=', '-_+/', 'A', 'AA ', 'AÄ'])
      expect(fromBase64Url(other)).toBeNull();
  });
});

describe('a reply as text', () => {
  it('is one line of one length, and reads back', () => {
    fc.assert(
      fc.property(exactly(8), exactly(304), (tag, sealed) => {
        const text = encodeReply(tag, sealed);
        expect(text).toMatch(/^steading-reply-1:[A-Za-z0-9_-]{416}$/);
        expect(decodeReply(text)).toEqual({ ok: true, value: { tag, sealed } });
        expect(decodeReply(`\uFEFF \r\n${text}\n\n`)).toEqual({ ok: true, value: { tag, sealed } });
      }),
      { numRuns: 50 },
    );
    expect(replyBytes).toBe(312);
  });

  it('says of anything else whether it was a reply once', () => {
    fc.assert(
      fc.property(reply, fc.nat(432), (text, cut) => {
        expect(decodeReply(text.slice(0, cut))).toEqual({
          ok: false,
          error: cut < 'steading-reply-1:'.length ? 'foreign' : 'damaged',
        });
      }),
    );
    expect(decodeReply('')).toEqual({ ok: false, error: 'foreign' });
    expect(decodeReply('<!doctype html>')).toEqual({ ok: false, error: 'foreign' });
    expect(decodeReply(' '.repeat(maxReplyFileLength + 1))).toEqual({ ok: false, error: 'foreign' });
  });

  it('reads any text without an exception', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600, unit: 'binary' }), (text) => {
        expect(decodeReply(text).ok).toBe(false);
        expect(decodeReply(`steading-reply-1:${text}`).ok).toBe(false);
      }),
    );
  });
});

describe('several replies in one text', () => {
  it('are found again, however a mail programme broke the lines', () => {
    const broken = fc.tuple(
      reply,
      fc.constantFrom('\n', '\r\n', ' ', '\n  '),
      fc.integer({ min: 20, max: 90 }),
    );
    fc.assert(
      fc.property(fc.array(broken, { minLength: 1, maxLength: 5 }), (parts) => {
        const text = parts
          .map(([line, gap, width]) => {
            // The format's own word is short: line breaks come after it.
            const rows = line.slice(17).match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
            return line.slice(0, 17) + rows.join(gap);
          })
          .join('\n');
        expect(splitPasted(text)).toEqual(parts.map(([line]) => line));
      }),
    );
  });

  it('leaves out no line that is none, so that it can be counted', () => {
    const line = encodeReply(new Uint8Array(8), new Uint8Array(304));
    expect(splitPasted(`Hello\n\n${line}\n\nBest wishes`)).toEqual(['Hello', line, 'Bestwishes']);
    expect(splitPasted(' \r\n\r\n ')).toEqual([]);
  });
});
