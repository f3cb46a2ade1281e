import { describe, expect, it } from 'vitest';
import { SearchIndex, type SearchDoc } from '../../../renderer/vault/worker/search-index';
import { StartSets } from '../../../renderer/vault/worker/search-starts';
import { eachWord, queryOf } from '../../../renderer/vault/worker/search-text';
import { WordIndex } from '../../../renderer/vault/worker/search-words';
import type { RecordId } from '@shared/kernel/ids';
import { naive, sessionWith } from '../../support/search-kit';
import { testId } from '../../support/vault-kit';

const unitsOf = (text: string) => queryOf(text)[0]!.units;
const bitsOf = (bits: Uint32Array) =>
  [...bits].flatMap((word, at) =>
    Array.from({ length: 32 }, (_, bit) => ((word >>> bit) & 1 ? at * 32 + bit : -1)).filter(
      (doc) => doc >= 0,
    ),
  );

function setupWords(docs: number) {
  const words = new WordIndex();
  const starts = new StartSets(words);
  const expected = { any: [] as number[], short: [] as number[] };
  const put = (doc: number) => {
    const text = [`over${doc % 200}`, `ov${doc % 7}`, doc % 3 === 0 ? 'other' : 'under', 'of'];
    for (const [at, each] of text.entries())
      eachWord(each, (units, length, hash) => {
        const isShort = at === 0 && doc % 5 === 0;
        words.add(doc, units, length, hash, isShort);
        starts.add(doc, units, length, isShort);
      });
    expected.any.push(doc);
    if (doc % 5 === 0) expected.short.push(doc);
  };
  for (let doc = 0; doc < docs; doc += 1) put(doc);
  return { words, starts, expected, put };
}

describe('common starts', () => {
  it('hold every document with a word that starts so, those included that come while and after they are made', () => {
    const { starts, expected, put } = setupWords(25_000);
    expect(starts.of(unitsOf('ov'))).toBe(null);
    let calls = 0;
    let next = 25_000;
    // A few words at a time, with a document between.
    while (!starts.build(10_000, () => (calls += 1) % 40 !== 0)) {
      if (next < 25_200) put(next);
      next += 1;
    }
    for (let doc = 25_200; doc < 26_000; doc += 1) put(doc);
    for (const typed of ['o', 'ov', 'over']) {
      const start = starts.of(unitsOf(typed))!;
      expect(bitsOf(start.any), typed).toEqual(expected.any);
      expect(bitsOf(start.short), typed).toEqual(expected.short);
    }
    expect(starts.of(unitsOf('unde'))).toBe(null);
    expect(starts.of(unitsOf('over1'))).toBe(null);
    expect(starts.byteLength()).toBeGreaterThan(0);
    starts.wipe();
    expect(starts.of(unitsOf('ov'))).toBe(null);
    expect(starts.byteLength()).toBe(0);
  });

  it('change nothing in what is found', () => {
    const docs = new Map<RecordId, SearchDoc>();
    for (let doc = 0; doc < 10_500; doc += 1)
      docs.set(
        testId(doc),
        sessionWith(`over${doc % 50} ov${doc % 3}`, doc % 40 === 0 ? 'overdue' : 'x', doc % 500),
      );
    const index = new SearchIndex({ docOf: (id) => docs.get(id) ?? null, now: () => 0 });
    index.begin(docs.keys());
    index.build(Infinity);
    docs.set(testId(7), sessionWith('over', 'Over it', 3));
    docs.delete(testId(40));
    index.changed([testId(7), testId(40)]);
    for (const typed of ['ov', 'over1 o', 'x ov'])
      expect(
        index.search(typed, 100).hits.map(({ id }) => id),
        typed,
      ).toEqual(naive(docs, typed).slice(0, 100));
  });
});
