import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { recordKinds } from '@shared/records/registry';
import { supervisionThemes } from '@shared/records/supervision-session/supervision-session';
import type { SearchFilter } from '@shared/vault/vault-api';
import { SearchIndex, type SearchDoc } from '../../../renderer/vault/worker/search-index';
import { editsAllowed, notNear, spellingRank } from '../../../renderer/vault/worker/search-spelling';
import { docOf, naiveAnswer, naiveRank, sessionWith, type Docs } from '../../support/search-kit';
import { testId } from '../../support/vault-kit';

const firstDay = toLocalDate('2026-06-01');
const people = Array.from({ length: 4 }, (_, index) => testId(900 + index));

function setupIndex(docs: Docs) {
  const index = new SearchIndex({ docOf: (id) => docs.get(id) ?? null, now: () => 0 });
  index.begin(docs.keys());
  return index;
}
/** The stopwatch is over after the first step, so that all but a few records are read through. */
function setupScanning(docs: Docs) {
  let calls = 0;
  const index = new SearchIndex({
    docOf: (id) => docs.get(id) ?? null,
    now: () => ((calls += 1) === 3 ? 20 : 0),
  });
  index.begin(docs.keys());
  return index;
}
const numbered = (docs: readonly SearchDoc[]) =>
  new Map(docs.map((doc, index): [RecordId, SearchDoc] => [testId(index), doc]));

const word = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 2, maxLength: 9 })
  .map((letters) => letters.join(''));
const note = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
const day = fc.nat(9).map((days) => addDays(firstDay, days));
const someTime = fc.nat(9).map((days) => Date.UTC(2026, 5, 1 + days, 12));
const session = fc
  .tuple(note, someTime, day, fc.constantFrom(...people), fc.subarray([...supervisionThemes]))
  .map(([text, savedAt, date, person, themes]) =>
    sessionWith(text, 'x', savedAt, { date, personIds: [person], themes, nextDate: null }),
  );
const absence = fc.tuple(day, fc.constantFrom(...people), word).map(([firstDayOf, personId, reason]) => {
  const [example] = recordKinds.absence.examples;
  return docOf('absence', { ...example!, personId, firstDay: firstDayOf, lastDay: null, reason });
});
const person = fc.tuple(word, someTime).map(([name, savedAt]) => {
  const [example] = recordKinds.person.examples;
  return docOf('person', { ...example!, name }, savedAt);
});
const docs = fc
  .array(fc.oneof({ weight: 4, arbitrary: session }, absence, person), { maxLength: 30 })
  .map(numbered);
const filter: fc.Arbitrary<SearchFilter> = fc.record(
  {
    kinds: fc.subarray(['supervision-session', 'absence', 'person'] as const, { minLength: 1 }),
    personId: fc.constantFrom(...people, testId(0)),
    from: day,
    to: day,
    theme: fc.constantFrom(...supervisionThemes),
  },
  { requiredKeys: [] },
);

describe('a filter', () => {
  it('lets through what a plain look at each record lets through, indexed or not, with words or without', () => {
    fc.assert(
      fc.property(docs, filter, fc.oneof(word, fc.constant('')), (all, narrow, typed) => {
        const expected = naiveAnswer(all, typed, narrow);
        const answer = setupIndex(all).search(typed, 100, narrow);
        expect(answer.hits.map(({ id }) => id)).toEqual(expected.ids);
        expect(answer.guesses).toEqual(expected.guesses);
        const scanned = setupScanning(all).search(typed, 100, narrow);
        const asTyped = answer.guesses.length === 0 || scanned.isComplete;
        expect(scanned.hits).toEqual(asTyped ? answer.hits : []);
      }),
      { numRuns: 400 },
    );
  });

  it('follows a change of what it looks at', () => {
    const live = new Map(numbered([sessionWith('rota', 'x', 0, { themes: ['team'], nextDate: null })]));
    const index = setupIndex(live);
    expect(index.search('rota', 5, { theme: 'team' }).hits).toHaveLength(1);
    live.set(testId(0), sessionWith('rota', 'x', 0, { themes: ['growth'], nextDate: null }));
    index.changed([testId(0)]);
    expect(index.search('rota', 5, { theme: 'team' }).hits).toEqual([]);
    expect(index.search('', 5, { theme: 'growth' }).hits).toEqual([
      { kind: 'supervision-session', id: testId(0), field: '' },
    ]);
  });

  it('is nothing that can be typed', () => {
    const index = setupIndex(numbered([sessionWith('rota', 'x', 0, { personIds: [people[0]!] })]));
    for (const typed of [people[0]!, `\u0001${people[0]!}`, '\u0001', '\u0002team']) {
      expect(index.search(typed, 5).hits, typed).toEqual([]);
    }
  });
});

describe('a spelling', () => {
  const unitsOf = (text: string) => Uint16Array.from(text, (letter) => letter.charCodeAt(0));
  const rankOf = (typed: string, known: string, isBegun: boolean) =>
    spellingRank(
      unitsOf(typed),
      unitsOf(`zz${known}`),
      2,
      known.length,
      editsAllowed(unitsOf(typed)),
      isBegun,
    );

  it('is as near as the whole table of edits says', () => {
    const longer = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 4, maxLength: 12 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(longer, fc.oneof(word, longer), fc.boolean(), (typed, known, isBegun) => {
        const most = typed.length < 8 ? 1 : 2;
        const rank = naiveRank(typed, known, isBegun);
        expect(rankOf(typed, known, isBegun)).toBe(rank > most * 2 + 1 ? notNear : rank);
      }),
      { numRuns: 3000 },
    );
  });

  it('allows one edit from four letters on, two from eight, none in a short word or a number', () => {
    const near = ['supervision', 'supevision', 'suprevision', 'zupervision', 'suprvisin'];
    for (const typed of near) expect(rankOf(typed, 'supervision', false), typed).toBeLessThan(notNear);
    for (const typed of ['sprvisin', 'rot', 'r0ta1'])
      expect(rankOf(typed, 'rota', false), typed).toBe(notNear);
    expect(rankOf('roat', 'rota', false)).toBe(2);
    expect(rankOf('ryyta', 'rota', false)).toBe(notNear);
    expect(editsAllowed(unitsOf('rot'))).toBe(0);
    expect(editsAllowed(unitsOf('20418'))).toBe(0);
  });
});

describe('what is looked for instead', () => {
  const answerTo = (notes: readonly string[], typed: string) =>
    setupIndex(numbered(notes.map((text, at) => sessionWith(text, 'x', at)))).search(typed, 10);

  it('is the nearest word, and the answer says so', () => {
    const answer = answerTo(['A word on supervision', 'The rota'], 'word supervison');
    expect(answer.guesses).toEqual([{ typed: 'supervison', words: ['supervision'] }]);
    expect(answer.hits).toEqual([{ kind: 'supervision-session', id: testId(0), field: 'note' }]);
  });

  it('is nothing where the word stands as it was typed, or begins one', () => {
    const notes = ['The form was late', 'Away from here'];
    expect(answerTo(notes, 'from')).toMatchObject({ guesses: [], hits: [{ id: testId(1) }] });
    expect(answerTo(['Reported', 'Deport'], 'repor')).toMatchObject({
      guesses: [],
      hits: [{ id: testId(0) }],
    });
  });

  it('knows a word that is only begun, names, and a wrong first letter', () => {
    expect(answerTo(['Supervision'], 'suprev').guesses).toEqual([
      { typed: 'suprev', words: ['supervision'] },
    ]);
    const [example] = recordKinds.person.examples;
    const named = setupIndex(numbered([docOf('person', { ...example!, name: 'Seònaid MacAskill' })]));
    expect(named.search('Macaskil Seonaid', 5).hits).toHaveLength(1);
    expect(named.search('seonald', 5)).toMatchObject({
      guesses: [{ words: ['seonaid'] }],
      hits: [{ field: 'name' }],
    });
    expect(named.search('zeonaid', 5).hits).toHaveLength(1);
  });

  it('is no word of what went', () => {
    const live = new Map(numbered([sessionWith('supervision'), sessionWith('rota')]));
    const index = setupIndex(live);
    index.build(Infinity);
    live.delete(testId(0));
    index.changed([testId(0)]);
    expect(index.search('supervison', 5)).toEqual({ hits: [], guesses: [], isComplete: true });
  });
});
