/** The parts of the rescue tool that need no vault. */
import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { asciiBytes, concatBytes } from '@shared/vault/bytes';
import { parseArguments } from '../../scripts/rescue/args';
import { carveFrame, mendFrame } from '../../scripts/rescue/mend';
import { createRawStream, hchacha20, unsealRaw } from '../../scripts/rescue/raw-cipher';
import { scanRun } from '../../scripts/rescue/scan';
import { promptSecret, readSecretFile, type Terminal } from '../../scripts/rescue/secret';
import { createDisk, joinSources, type ByteSource } from '../../scripts/rescue/sources';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { sealEnvelope } from '../../renderer/vault/worker/crypto/v1/envelope';
import { chainHash, genesisHash, sealFrame, type FrameOp } from '../../renderer/vault/worker/crypto/v1/frame';
import { createFolder } from '../support/rescue-kit';
import { testId } from '../support/vault-kit';

const sodium = await loadSodium();
const folder = createFolder();
afterAll(() => {
  folder.remove();
});
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(/[\s:]/g, ''), 'hex'));
const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });

describe('the cipher without its seal', () => {
  it('is HChaCha20 as the draft has it (draft-irtf-cfrg-xchacha-03, 2.2.1)', () => {
    const key = Uint8Array.from({ length: 32 }, (_, index) => index);
    const derived = hchacha20(key, hex('00:00:00:09:00:00:00:4a:00:00:00:00:31:41:59:27'));
    expect(Buffer.from(derived).toString('hex')).toBe(
      '82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc',
    );
  });

  it('gives what libsodium sealed', () => {
    fc.assert(
      fc.property(bytes(32), bytes(24), fc.uint8Array({ maxLength: 500 }), (key, nonce, plain) => {
        const sealed = sodium.seal(plain, asciiBytes('any'), nonce, key);
        expect(Uint8Array.from(unsealRaw(key, nonce, sealed.subarray(0, -16)))).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  it('goes through a stream of libsodium, also behind a chunk whose content or tag was changed', () => {
    const data = (index: number): Uint8Array => asciiBytes(`chunk ${String(index)}`);
    fc.assert(
      fc.property(bytes(32), fc.integer({ min: 0, max: 2 }), fc.boolean(), (key, damaged, isTag) => {
        const { state, header } = sodium.secretstreamInitPush(key);
        const plain = Array.from({ length: 4 }, () => sodium.randomBytes(65_536));
        const sealed = plain.map((chunk, index) =>
          sodium.secretstreamPush(state, chunk, data(index), index === 3),
        );
        const chunk = sealed[damaged] ?? new Uint8Array(0);
        const at = isTag ? chunk.length - 10 : 500;
        chunk[at] = (chunk[at] ?? 0) ^ 0x81;
        const stream = createRawStream(key, header);
        sealed.forEach((piece, index) => {
          const read = stream.next(piece, data(index));
          expect(read.isProven).toBe(index !== damaged);
          const expected = (plain[index] ?? new Uint8Array(0)).slice();
          if (index === damaged && !isTag) expected[499] = (expected[499] ?? 0) ^ 0x81;
          expect(Buffer.compare(read.open(piece), expected)).toBe(0);
        });
      }),
      { numRuns: 12 },
    );
  });
});

describe('frames', () => {
  const vaultId = sodium.randomBytes(16);
  const journalKey = sodium.randomBytes(32);
  const recordsKey = sodium.randomBytes(32);
  const keys = { sodium, vaultId, journalKey, context: 'frame', segment: 1 } as const;
  const op = (number: number): FrameOp => {
    const place = { tableId: 7, recordId: testId(number), revision: 1, schema: 1 };
    const key = { keyId: new Uint8Array(16), keys: [recordsKey] };
    const envelope = sealEnvelope(sodium, key, { vaultId, ...place }, asciiBytes('{}'));
    return { type: 'put', ...place, savedAt: 1, envelope };
  };
  const frames: Uint8Array[] = [];
  let prevHash = genesisHash(sodium, vaultId);
  for (let seq = 1; seq <= 4; seq += 1) {
    const ops = [op(seq * 10), op(seq * 10 + 1)];
    const frame = sealFrame(sodium, journalKey, { vaultId, seq, prevHash }, ops);
    prevHash = chainHash(sodium, frame);
    frames.push(frame);
  }
  const memory = (content: Uint8Array): ByteSource => ({
    size: content.length,
    read: (at, length) => content.subarray(at, at + length),
    locate: (from, to) => [{ file: 'memory', from, to }],
  });
  const frameAt = (index: number): Uint8Array => (frames[index] ?? new Uint8Array(0)).slice();

  it('are found wherever they stand, with the bytes between them', () => {
    const garbage = sodium.randomBytes(777);
    const run = concatBytes(garbage, frameAt(0), frameAt(2), garbage, frameAt(1), garbage);
    const found = [...scanRun(sodium, memory(run))].map((part) =>
      part.type === 'frame' ? part.whole.seq : part.end - part.at,
    );
    expect(found).toEqual([777, 1, 3, 777, 2, 777]);
  });

  it('are proven again when length, number, link or hash were changed, and never otherwise', () => {
    const whole = frameAt(1);
    const expected = { seq: 2, prevHash: chainHash(sodium, frameAt(0)) };
    for (let at = 0; at < whole.length; at += 1) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const isClear = at < 44 || at >= whole.length - 16;
      const mended = mendFrame(keys, changed, expected);
      expect({ at, isMended: mended !== null }).toEqual({ at, isMended: isClear });
      if (mended !== null) expect(mended.frame).toEqual(whole);
    }
  });

  it('give their records one by one when their own seal does not fit', () => {
    const changed = frameAt(2);
    changed[changed.length - 40] = 0;
    const carved = carveFrame(keys, changed);
    expect(carved.map(({ place }) => place.recordId)).toEqual([testId(30), testId(31)]);
    expect(carveFrame(keys, changed.subarray(0, 70))).toEqual([]);
  });
});

describe('bytes in several files', () => {
  it('are read and placed as if they were one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 5 }),
        fc.nat(40),
        fc.nat(12),
        (parts, at, length) => {
          const disk = createDisk();
          const sources = parts.map((part, index) =>
            disk.open(folder.write(`part-${String(index)}`, part), String(index)),
          );
          const joined = joinSources(sources);
          const whole = concatBytes(...parts);
          expect(joined.size).toBe(whole.length);
          expect(Uint8Array.from(joined.read(at, length))).toEqual(whole.slice(at, at + length));
          const placed = joined.locate(at, Math.min(at + length, whole.length));
          const sum = placed.reduce((total, { from, to }) => total + Math.max(0, to - from), 0);
          expect(sum).toBe(Math.max(0, Math.min(at + length, whole.length) - Math.min(at, whole.length)));
          expect(disk.refused).toEqual([]);
          disk.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a secret file', () => {
  const read = (content: Uint8Array | string) => readSecretFile(folder.write('secret', content));

  it.each([
    ['harbour', 'harbour', 0],
    ['harbour\n', 'harbour', 1],
    ['harbour\r\n', 'harbour', 1],
    ['\ufeffharbour\n', 'harbour', 2],
    [' harbour lantern ', ' harbour lantern ', 1],
    ['harbour\n\n', 'harbour\n', 2],
    [Buffer.from('\ufeffcaf\u00e9\r\n', 'utf16le'), 'caf\u00e9', 2],
  ])('loses one line break and a mark, each told, and nothing else: %j', (content, secret, notes) => {
    const result = read(content);
    expect(result).toMatchObject({ ok: true, value: { secret } });
    if (result.ok) {
      expect(result.value.notes).toHaveLength(notes);
      expect(result.value.notes.join()).not.toContain('harbour');
    }
  });

  it.each([[''], ['\n'], [Uint8Array.of(0x66, 0xff, 0xfe)], ['x'.repeat(2_000_000)]])(
    'is refused: %#',
    (content) => {
      expect(read(content).ok).toBe(false);
    },
  );

  it('is refused when it is not there, without its path', () => {
    const result = readSecretFile('/nowhere/at/all');
    expect(result).toEqual({ ok: false, error: 'The secret file cannot be read (ENOENT).' });
  });
});

describe('a typed secret', () => {
  function createTerminal() {
    const events = new EventEmitter();
    const raw: boolean[] = [];
    const terminal = Object.assign(events, {
      isTTY: true as const,
      setRawMode: (mode: boolean) => {
        raw.push(mode);
        return terminal;
      },
      setEncoding: () => terminal,
      resume: () => terminal,
      pause: () => terminal,
    });
    return {
      terminal: terminal as unknown as Terminal,
      raw,
      type: (text: string) => events.emit('data', text),
    };
  }

  it.each([
    [['har', 'bour\r'], 'harbour'],
    [['harx\u007fbour\n'], 'harbour'],
    [['wrong\u0015harbour\r'], 'harbour'],
    [['\u001b[200~harbour\u001b[201~', '\u001b[A', '\r'], 'harbour'],
    [['caf\u00e9 \u{1f33f}\r'], 'caf\u00e9 \u{1f33f}'],
    [['har\u0003'], null],
    [['\u0004'], null],
  ])('is taken as it is typed and never shown: %j', async (typed, secret) => {
    const { terminal, raw, type } = createTerminal();
    let shown = '';
    const asking = promptSecret(terminal, (text) => (shown += text), 'Secret: ');
    for (const text of typed) type(text);
    expect(await asking).toBe(secret);
    expect(shown).toBe('Secret: \n');
    expect(raw).toEqual([true, false]);
  });
});

describe('the command line', () => {
  it('names a command, a file and options in any order', () => {
    const asked = {
      command: 'export',
      file: 'a b',
      secretFile: 's',
      keys: 'k',
      ring: 'r',
      anchor: 'n',
      out: 'o',
    };
    const argv = [
      '--keys',
      'k',
      'export',
      '--ring=r',
      'a b',
      '--secret-file',
      's',
      '--out=o',
      '--anchor',
      'n',
    ];
    expect(parseArguments(argv)).toEqual({ ok: true, value: asked });
    expect(parseArguments(['verify', '--', '--odd'])).toMatchObject({ ok: true, value: { file: '--odd' } });
  });

  it.each([
    [['verify']],
    [['open', 'x']],
    [['verify', 'x', '--keys']],
    [['list', 'x', '--out', 'd']],
    [['verify', 'x', '--keys', 'a', '--keys', 'b']],
  ])('is refused: %j', (argv) => {
    expect(parseArguments(argv).ok).toBe(false);
  });

  it.each([[[]], [['--help']], [['help']], [['verify', '-h']]])('explains itself: %j', (argv) => {
    expect(parseArguments(argv)).toEqual({ ok: true, value: 'help' });
  });
});
