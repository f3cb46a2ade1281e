import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { recordKinds } from '@shared/records/registry';
import { SearchIndex, type SearchDoc } from '../../../renderer/vault/worker/search-index';
import { mayHold, needleOf } from '../../../renderer/vault/worker/search-scan';
import { eachWord, queryOf, textsOf } from '../../../renderer/vault/worker/search-text';
import { isReached, isWholeMark, shortBitsOf, WordIndex } from '../../../renderer/vault/worker/search-words';
import { docOf, naive, naiveAnswer, sessionWith, wordsOf } from '../../support/search-kit';
import { testId } from '../../support/vault-kit';

const encoder = new TextEncoder();

/** An index whose stopwatch stands still, so that everything is built and read in one go; or one that is always late. */
function setupIndex(docs: Map<RecordId, SearchDoc>, isLate = false) {
  let now = 0;
  const index = new SearchIndex({
    docOf: (id) => docs.get(id) ?? null,
    now: () => (isLate ? (now += 1000) : 0),
  });
  index.begin(docs.keys());
  return index;
}

const numbered = (docs: readonly SearchDoc[]) =>
  new Map(docs.map((doc, index): [RecordId, SearchDoc] => [testId(index), doc]));
const foundIn = (docs: readonly SearchDoc[], typed: string, limit = 100) =>
  setupIndex(numbered(docs))
    .search(typed, limit)
    .hits.map(({ id }) => [...numbered(docs).keys()].indexOf(id));

// Few letters, so that words meet; with accents, capitals, marks of their own, other writings and what parts words.
const letter = fc.constantFrom(
  ...'aabbccdeéÉèñÑöﬁßΣςσЖкøŁ日\u0301\u0308\u212a1279'.split(''),
  ...[' ', ' ', ' ', '\n', '-', "'", '’', '–', '\u00a0', '"', '\\', '.', '😀', 'caf', 'CAF', '£'],
);
const text = fc
  .oneof(
    { weight: 9, arbitrary: fc.array(letter, { maxLength: 40 }) },
    fc.array(fc.string({ unit: 'binary' })),
  )
  .map((parts) => parts.join(''));
const typedText = fc.array(letter, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(''));
const draftOf = (note: string, savedAt: number) =>
  docOf('draft', { form: 'supervision', recordId: null, title: '', fields: { note } }, savedAt);
const anyDoc = fc
  .tuple(text, text, fc.nat(5), fc.boolean())
  .map(([note, action, savedAt, isDraft]) =>
    isDraft ? draftOf(note, savedAt) : sessionWith(note, action || 'x', savedAt),
  );
const anyDocs = fc.array(anyDoc, { maxLength: 25 }).map(numbered);
/** Something that was typed, or the start of something that is there. */
const anyQuery = (docs: ReadonlyMap<RecordId, SearchDoc>, typed: string, pick: number): string => {
  const bodies = [...docs.values()].map(({ body }) => new TextDecoder().decode(body));
  const words = wordsOf(bodies.join(' '));
  return pick % 3 === 0 || words.length === 0 ? typed : words[pick % words.length]!.slice(0, 1 + (pick % 5));
};

describe('what is found', () => {
  it('is what a plain scan of all texts finds, in the same order, whether indexed or not', () => {
    fc.assert(
      fc.property(anyDocs, typedText, fc.nat(), fc.nat(), (docs, typed, first, second) => {
        const query = `${anyQuery(docs, typed, first)} ${second % 2 === 0 ? '' : anyQuery(docs, typed, second)}`;
        const expected = naiveAnswer(docs, query);
        const indexed = setupIndex(docs);
        expect(indexed.build(Infinity)).toBe(true);
        const answer = indexed.search(query, 100);
        expect(answer.hits.map(({ id }) => id)).toEqual(expected.ids);
        expect(answer.guesses).toEqual(expected.guesses);
        expect(answer.isComplete).toBe(true);
        // Nothing indexed: the stopwatch is over after the first step, and the rest is read through.
        let calls = 0;
        const scanning = new SearchIndex({
          docOf: (id) => docs.get(id) ?? null,
          now: () => ((calls += 1) === 3 ? 20 : 0),
        });
        scanning.begin(docs.keys());
        const scanned = scanning.search(query, 100);
        expect(scanned.isComplete).toBe(docs.size <= 16);
        // Another spelling is tried only once every word is known.
        const asTyped = answer.guesses.length === 0 || scanned.isComplete;
        expect(scanned.hits).toEqual(asTyped ? answer.hits : []);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps up with saving, changing and removing', () => {
    const step = fc.record({ at: fc.nat(12), doc: fc.option(anyDoc), builds: fc.boolean() });
    fc.assert(
      fc.property(anyDocs, fc.array(step, { maxLength: 30 }), typedText, (docs, steps, typed) => {
        const live = new Map(docs);
        const index = setupIndex(live);
        for (const { at, doc, builds } of steps) {
          if (doc === null) live.delete(testId(at));
          else live.set(testId(at), doc);
          index.changed([testId(at)]);
          if (builds) index.build(Infinity);
        }
        expect(index.search(typed, 100).hits.map(({ id }) => id)).toEqual(naiveAnswer(live, typed).ids);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps only the best of many', () => {
    const docs = numbered(
      Array.from({ length: 300 }, (_, index) => sessionWith(`rota ${index % 7}`, 'x', index % 50)),
    );
    const answer = setupIndex(docs).search('rota', 12);
    expect(answer.hits.map(({ id }) => id)).toEqual(naive(docs, 'rota').slice(0, 12));
  });

  it('needs every word, the last one only begun', () => {
    const docs = [
      sessionWith('The new rota is helping'),
      sessionWith('Rota again'),
      sessionWith('New start'),
    ];
    expect(foundIn(docs, 'new rot')).toEqual([0]);
    expect(foundIn(docs, 'rot new')).toEqual([]);
    expect(foundIn(docs, 'ew')).toEqual([]);
  });

  it('does not mind accents, capitals and apostrophes of either kind', () => {
    const docs = [sessionWith('Café with Seònaid O’Neil'), sessionWith('CAFE'), sessionWith('cafe\u0301')];
    expect(foundIn(docs, 'CAFÉ')).toHaveLength(3);
    expect(foundIn(docs, "seonaid o'neil")).toEqual([0]);
  });

  it('puts short lines before notes, a whole word before the start of one, then the newest, drafts last', () => {
    const docs = [
      sessionWith('Longer words about the rota and more', 'x', 9),
      sessionWith(`The rota, ${'at length. '.repeat(10)}`, 'x', 8),
      sessionWith(`${'At length. '.repeat(10)} rota`, 'x', 7),
      sessionWith(`${'At length. '.repeat(10)} rotated`, 'x', 10),
      draftOf('rota', 11),
    ];
    expect(foundIn(docs, 'rota')).toEqual([0, 1, 2, 3, 4]);
  });

  it('says in which field', () => {
    const docs = numbered([sessionWith('Swap the late shift', 'Ring the clinic')]);
    const fieldOf = (typed: string) => setupIndex(docs).search(typed, 5).hits[0]?.field;
    expect(fieldOf('shift')).toBe('note');
    expect(fieldOf('clinic')).toBe('actions');
    expect(fieldOf('ring clinic late')).toBe('actions');
  });

  it('is nothing for no words, and never more than asked for', () => {
    const docs = Array.from({ length: 150 }, () => sessionWith('rota'));
    for (const nothing of ['', ' ', '-', '’']) expect(foundIn(docs, nothing)).toEqual([]);
    expect(foundIn(docs, 'rota', 5)).toHaveLength(5);
    expect(foundIn(docs, 'rota', 1000)).toHaveLength(100);
  });

  it('is never an id, a date, a number or what is internal', () => {
    const [person] = recordKinds.person.examples;
    const [plan] = recordKinds['event-plan'].examples;
    const [session] = recordKinds['supervision-session'].examples;
    const docs = [
      docOf('person', person!),
      docOf('event-plan', plan!),
      docOf('supervision-session', session!),
    ];
    for (const nothing of ['00112233445566778899aabbccddeeff', '2026', '37', '28', 'immediate', 'hours']) {
      expect(foundIn(docs, nothing), nothing).toEqual([]);
    }
    // A payroll number is text, and a choice from a list is found by its word.
    for (const [typed, found] of [
      ['20417', 0],
      ['ailsa', 0],
      ['overdose', -1],
      ['ambulance', 1],
      ['clinical', 2],
    ] as const) {
      expect(foundIn(docs, typed)).toEqual(found < 0 ? [] : [found]);
    }
  });
});

describe('every kind', () => {
  it.each(Object.values(recordKinds))('$kind gives its texts and finds itself by them', (kind) => {
    for (const example of kind.examples) {
      const docs = numbered([docOf(kind.kind, example as never)]);
      for (const { text: of, field } of textsOf(kind.kind, example)) {
        expect((kind.disclosure as Record<string, string>)[field]).not.toBe('internal');
        for (const word of wordsOf(of)) expect(setupIndex(docs).search(word, 5).hits, word).toHaveLength(1);
      }
    }
  });
});

describe('while the index is being built', () => {
  it('answers within its time and says that more may come', () => {
    const docs = numbered(Array.from({ length: 1000 }, (_, index) => sessionWith('rota', 'x', index)));
    const index = setupIndex(docs, true);
    const early = index.search('rota', 100);
    expect(early.isComplete).toBe(false);
    // The newest are there already.
    expect(early.hits[0]?.id).toBe(testId(999));
    while (!index.build(0)) expect(index.search('', 1).isComplete).toBe(false);
    const late = index.search('rota', 100);
    expect(late.isComplete).toBe(true);
    expect(late.hits.map(({ id }) => id)).toEqual(naive(docs, 'rota').slice(0, 100));
  });
});

describe('memory', () => {
  it('is made again when most of it is of what is there no more', () => {
    const docs = numbered(
      Array.from({ length: 200 }, (_, index) => sessionWith(`rota ${index}`, 'x', index)),
    );
    const index = setupIndex(docs);
    index.build(Infinity);
    const before = index.byteLength();
    for (let round = 0; round < 30; round += 1) {
      for (const id of docs.keys()) index.changed([id]);
      index.build(Infinity);
    }
    expect(index.byteLength()).toBeLessThan(before * 12);
    expect(index.search('rota', 100).hits.map(({ id }) => id)).toEqual(naive(docs, 'rota').slice(0, 100));
  });

  it('holds no word and no document after a wipe', () => {
    const docs = numbered([sessionWith('rota')]);
    const index = setupIndex(docs);
    index.build(Infinity);
    index.wipe();
    expect(index.search('rota', 5)).toEqual({ hits: [], guesses: [], isComplete: true });
  });
});

describe('the word index', () => {
  it('gives back what was put in, however far apart and however many', () => {
    const words = new WordIndex();
    const documents = [...Array(1500).keys(), 40_000, 72_766, 72_767, 199_999];
    const expected = new Map<string, number[]>();
    for (const doc of documents) {
      const isShort = doc % 3 === 0;
      for (const word of new Set([
        `w${doc % 10}`,
        'every',
        `only${doc % 90}`,
        doc > 72_000 ? 'late' : 'early',
      ])) {
        for (const isFirst of [true, false])
          eachWord(word, (units, length, hash) => words.add(doc, units, length, hash, isFirst && isShort));
        expected.set(word, [...(expected.get(word) ?? []), doc * 2 + Number(isShort)]);
      }
    }
    expect(words.size).toBe(expected.size);
    for (const [word, postings] of expected) {
      const [{ units, hash }] = queryOf(word) as [{ units: Uint16Array; hash: number }];
      const marks = new Uint32Array(200_000);
      words.mark(words.find(units, hash), 0, true, marks);
      const read = documents.filter((doc) => isReached(marks[doc]!, 0));
      expect(read.map((doc) => doc * 2 + shortBitsOf(marks[doc]!))).toEqual(postings);
      expect(read.every((doc) => isWholeMark(marks[doc]!))).toBe(true);
      for (const doc of read) marks[doc] = 0;
      expect(marks.every((mark) => mark === 0)).toBe(true);
    }
    expect(words.startingWith(queryOf('only8')[0]!.units)).toHaveLength(11);
    expect(words.find(queryOf('nowhere')[0]!.units, queryOf('nowhere')[0]!.hash)).toBe(-1);
  });
});

describe('the look at the bytes', () => {
  it('never turns away a body that holds the word', () => {
    fc.assert(
      fc.property(text, typedText, fc.nat(), (note, typed, pick) => {
        const words = wordsOf(note);
        const wanted =
          pick % 2 === 0 || words.length === 0 ? typed : words[pick % words.length]!.slice(0, 1 + (pick % 6));
        const needle = needleOf(queryOf(wanted).slice(0, 1));
        const isThere = words.some((word) => word.startsWith(wordsOf(wanted)[0] ?? '\n'));
        if (needle !== null && isThere) {
          expect(mayHold(encoder.encode(JSON.stringify({ note })), needle)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('turns away what it can', () => {
    const needle = needleOf(queryOf('rota'))!;
    const bodyOf = (note: string) => encoder.encode(JSON.stringify({ note }));
    expect(mayHold(bodyOf('Nothing of the sort here, rot a'), needle)).toBe(false);
    expect(mayHold(bodyOf('The ROTA'), needle)).toBe(true);
    expect(mayHold(bodyOf(''), needle)).toBe(false);
    expect(needleOf(queryOf('жук'))).toBe(null);
  });
});
