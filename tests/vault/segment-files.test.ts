/** Runs of segments in a file: what goes in comes out, and of what is damaged never more than a beginning. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { must } from '../support/vault-kit';
import {
  createSegmentFiles,
  type OpenFile,
  type OpenSegmentFile,
} from '../../renderer/vault/worker/store/segment-files';
import type { SealedSegment, SegmentKind } from '../../renderer/vault/worker/store/sealed-store';

/** Files in memory, with the calls of a `FileSystemSyncAccessHandle`. */
function memoryFiles() {
  const files = new Map<string, Uint8Array>();
  let open = 0;
  const openFile: OpenFile = (name, isToBeMade) => {
    if (!files.has(name) && !isToBeMade) return Promise.resolve(null);
    open += 1;
    const bytes = (): Uint8Array => files.get(name) ?? new Uint8Array(0);
    const file: OpenSegmentFile = {
      getSize: () => bytes().length,
      read: (into, { at }) => {
        const part = bytes().subarray(at, at + into.length);
        into.set(part);
        return part.length;
      },
      write: (part, { at }) => {
        const grown = new Uint8Array(Math.max(bytes().length, at + part.length));
        grown.set(bytes());
        grown.set(part, at);
        files.set(name, grown);
        return part.length;
      },
      truncate: (size) => void files.set(name, bytes().slice(0, size)),
      flush: () => undefined,
      close: () => {
        open -= 1;
      },
    };
    return Promise.resolve(file);
  };
  return { files, openFile, stillOpen: () => open };
}

const segments = (lengths: readonly number[], fill: number): SealedSegment[] =>
  lengths.map((length, index) => ({ number: index + 1, bytes: new Uint8Array(length).fill(fill + index) }));

async function readBack(openFile: OpenFile, kind: SegmentKind): Promise<SealedSegment[]> {
  const found: SealedSegment[] = [];
  const read = await createSegmentFiles('main', openFile).read(kind, ({ number, bytes }) => {
    found.push({ number, bytes: bytes.slice() });
    return Promise.resolve();
  });
  must(read);
  return found;
}

describe('segments in files', () => {
  it('come back in order, each kind by itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(300), { maxLength: 12 }),
        fc.array(fc.nat(300), { maxLength: 12 }),
        async (one, other) => {
          const { openFile, stillOpen } = memoryFiles();
          const made = { bodies: segments(one, 1), outlines: segments(other, 101) };
          must(await createSegmentFiles('main', openFile).write(made));
          expect(await readBack(openFile, 'bodies')).toEqual(made.bodies);
          expect(await readBack(openFile, 'outlines')).toEqual(made.outlines);
          expect(stillOpen()).toBe(0);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('cut anywhere give whole segments from the beginning, and nothing else', async () => {
    const { files, openFile } = memoryFiles();
    const made = { bodies: segments([40, 0, 7, 120], 1), outlines: [] };
    must(await createSegmentFiles('main', openFile).write(made));
    const whole = files.get('s-main.b')!;
    for (let end = 0; end < whole.length; end += 1) {
      files.set('s-main.b', whole.slice(0, end));
      const found = await readBack(openFile, 'bodies');
      expect(found).toEqual(made.bodies.slice(0, found.length));
      expect(found.length).toBeLessThan(4);
    }
  });

  it('are not read past the end for a length that is damaged', async () => {
    const { files, openFile } = memoryFiles();
    must(await createSegmentFiles('main', openFile).write({ bodies: segments([40, 40], 1), outlines: [] }));
    files.get('s-main.b')![4] = 0xff;
    expect(await readBack(openFile, 'bodies')).toEqual([]);
  });

  it('take the place of longer ones without leaving any of them, and go when they are cleared', async () => {
    const { files, openFile } = memoryFiles();
    const store = createSegmentFiles('main', openFile);
    must(await store.write({ bodies: segments([400, 400], 1), outlines: segments([9], 5) }));
    must(await store.write({ bodies: segments([3], 7), outlines: [] }));
    expect(files.get('s-main.b')).toHaveLength(8 + 3);
    must(await store.clear());
    expect([...files.values()].map((bytes) => bytes.length)).toEqual([0, 0]);
  });

  it('that cannot be opened are an error with a name and nothing more', async () => {
    const refuse: OpenFile = () => Promise.reject(new DOMException('said', 'NoModificationAllowedError'));
    const store = createSegmentFiles('main', refuse);
    const failed = { ok: false, error: { tag: 'StoreFailed', code: 'NoModificationAllowedError' } };
    expect(await store.read('bodies', () => Promise.resolve())).toEqual(failed);
    expect(await store.write({ bodies: [], outlines: [] })).toEqual(failed);
    expect(await store.clear()).toEqual(failed);
  });
});
