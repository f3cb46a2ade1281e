import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText, redact } from '@shared/disclosure/redaction';
import { rosterOf } from '@shared/disclosure/redaction-roster';
import {
  applyReview,
  confirmWords,
  keepSpan,
  noWords,
  putBack,
  reviewedWordsSchema,
  segmentsOf,
  stillClean,
  takeOutPlace,
  takeOutWords,
  typedWords,
  wordsWithout,
  type ReviewedWords,
} from '@shared/disclosure/reviewed-words';
import { toLocalDate } from '@shared/kernel/local-date';

const roster = rosterOf({ names: ['May Grant', 'Moira Kerr'] });
const day = toLocalDate('2026-10-05');
const look = (source: string, before: ReviewedWords | null = null): ReviewedWords =>
  applyReview(source, roster, before).words;
const place = (words: ReviewedWords, text: string): number => normaliseText(words.source).indexOf(text);

describe('what is decided', () => {
  test('all that is found is taken out, and one place of it can be kept', () => {
    const words = look('Grant money came. May asked Moira.');
    expect(words.result).toBe('[name removed] money came. [name removed] asked [name removed].');
    const kept = look(words.source, keepSpan(words, 0, 'ordinary-word'));
    expect(kept.result).toBe('Grant money came. [name removed] asked [name removed].');
    expect(look(kept.source, keepSpan(kept, 0, null)).result).toBe(words.result);
  });

  test('words taken out by hand go wherever they stand, and what is in them goes too', () => {
    const words = look('The night nurse rang. Moira, the Night  nurse, slept.');
    const out = takeOutWords(words, 'night nurse');
    expect(out?.result).toBe('The [words removed] rang. [name removed], the [words removed], slept.');
    expect(takeOutWords(words, 'day nurse')).toBeNull();
    const whole = takeOutWords(words, 'Moira, the night nurse');
    expect(whole?.result).toBe('The night nurse rang. [words removed], slept.');
    // Looking again changes nothing that was decided.
    expect(look(words.source, whole).result).toBe(whole?.result);
    expect(putBack(whole!, place(words, 'Moira')).result).toContain('Moira, the Night  nurse');
    // Back in the text is not past the patterns.
    expect(look(words.source, putBack(whole!, place(words, 'Moira'))).result).not.toContain('Moira');
  });

  test('one place, and what was kept there before', () => {
    const words = keepSpan(look('Grant and Grant'), 0, 'ordinary-word');
    const out = takeOutPlace(words, { from: 0, to: 5 });
    expect(look(words.source, out).result).toBe('[name removed] and [name removed]');
  });

  test('decisions stay with their words while the text around them changes', () => {
    const words = look('May was cold. May rang. The night nurse left.');
    const decided = takeOutWords(keepSpan(words, 0, 'ordinary-word'), 'night nurse')!;
    const before = `In short: ${decided.source}`;
    const both = `${before} Good.`;
    expect(look(both, typedWords(typedWords(decided, before), both)).result).toBe(
      'In short: May was cold. [name removed] rang. The [words removed] left. Good.',
    );
    // Rewritten there, it is looked at as new.
    const other = 'Grant was cold. May rang. The night nurse left.';
    expect(look(other, typedWords(decided, other)).result).toBe(
      '[name removed] was cold. [name removed] rang. The [words removed] left.',
    );
  });
});

describe('the confirmation', () => {
  const confirmed = confirmWords(look('Moira rang in May 2026.'), day);

  test('holds while nothing changes, and falls with any change', () => {
    expect(look(confirmed.source, confirmed).confirmedOn).toBe(day);
    expect(typedWords(confirmed, 'Moira rang.').confirmedOn).toBeNull();
    expect(look('Moira rang.', confirmed).confirmedOn).toBeNull();
    expect(keepSpan(confirmed, 0, 'ordinary-word').confirmedOn).toBeNull();
    expect(takeOutWords(confirmed, 'rang')?.confirmedOn).toBeNull();
  });

  test('is looked at again when words are about to leave: somebody may have joined since', () => {
    const words = confirmWords(look('Autumn was hard for Rowan House.'), day);
    expect(stillClean(words, roster)).toBe(true);
    expect(stillClean(words, rosterOf({ names: [...roster.names, 'Rowan Bell'] }))).toBe(false);
    expect(stillClean(words, rosterOf({ services: ['Rowan House'] }))).toBe(false);
    expect(stillClean({ ...words, confirmedOn: null }, roster)).toBe(false);
    expect(stillClean({ ...words, result: 'Moira rang.' }, roster)).toBe(false);
    expect(stillClean(noWords, roster)).toBe(true);
  });

  test('cannot be stored with other words than those that were confirmed', () => {
    expect(reviewedWordsSchema.safeParse(confirmed).success).toBe(true);
    expect(reviewedWordsSchema.safeParse({ ...confirmed, result: 'Moira rang.' }).success).toBe(false);
    expect(reviewedWordsSchema.safeParse({ ...confirmed, spans: [] }).success).toBe(false);
    const twice = [...confirmed.spans, ...confirmed.spans];
    expect(reviewedWordsSchema.safeParse({ ...confirmed, confirmedOn: null, spans: twice }).success).toBe(
      false,
    );
    expect(reviewedWordsSchema.safeParse(typedWords(confirmed, 'Other')).success).toBe(true);
  });

  test('survives being stored, whatever the order of the keys', () => {
    const stored = reviewedWordsSchema.parse({
      ...confirmed,
      spans: confirmed.spans.map(({ from, to, kind, kept }) => ({ kept, kind, to, from })),
    });
    expect(stillClean(stored, roster)).toBe(true);
  });

  test('falls when somebody is erased from the words', () => {
    const after = wordsWithout(confirmed, (text) => text.replace('Moira', 'someone'));
    expect(after).toMatchObject({ source: 'someone rang in May 2026.', result: '', confirmedOn: null });
    expect(wordsWithout(confirmed, (text) => text)).toBe(confirmed);
  });
});

describe('what is known of a service', () => {
  const known = rosterOf({
    names: ['Elizabeth (Bess) Shaw', 'William Orr', 'Thomas Baird'],
    numbers: ['20417', 'V-12/7'],
    services: ['Harbour Steps'],
    places: ['Outreach', 'Pier Road'],
    rareRoles: ['Night charge nurse'],
  });
  const gone = (text: string): string => redact(text, known).text;

  test.each([
    ['Liz, Lizzie, Bess and Tam’s dog', '[name removed], [name removed], [name removed] and Tam’s dog'],
    ['Tommy and Billy', '[name removed] and [name removed]'],
    ['a tommy gun', 'a tommy gun'],
    ['Bess Moncrieff came, Bess Monday too', '[name removed] came, [name removed] Monday too'],
    ['Number 20417 and v-12/7, 204179', 'Number [number removed] and [number removed], 204179'],
    ['HARBOUR  steps’ year', '[service removed]’ year'],
    [
      'Our client Darren rang, service user Jo-Ann Smith too',
      'Our client [name removed] rang, service user [name removed] too',
    ],
    ['client KW-20 and Case notes', 'client KW-20 and Case notes'],
    ['J.M. is nobody here, W.O. is', 'J.M. is nobody here, [name removed] is'],
  ])('%s', (text, expected) => {
    expect(gone(text)).toBe(expected);
  });

  test.each([
    ['Will you ask Max or Will?', ['short-form Will', 'unknown-name Max', 'short-form Will']],
    ['The night charge nurse at Pier Road', ['rare-role night charge nurse', 'place Pier Road']],
    ['as Darren said to the Health Board in Leith', ['unknown-name Darren', 'unknown-name Leith']],
    ['on Monday the outreach team heard “nobody asked me at all”', ['quotation “nobody asked me at all”']],
    ['after her diagnosis', ['one-person her', 'personal diagnosis']],
    ['WO knows', ['initials WO']],
    ['Workload is what most people find hard. Nobody had breaks in March.', []],
  ])('where a person should look: %s', (text, expected) => {
    expect(redact(text, known).doubts.map((doubt) => `${doubt.kind} ${doubt.text}`)).toEqual(expected);
  });

  test('nothing is doubted in what was taken out', () => {
    const source = 'Only Darren does nights, he said';
    const { words, doubts } = applyReview(source, known, null);
    expect(doubts.map(({ kind }) => kind)).toEqual(['only-one', 'unknown-name', 'one-person']);
    const out = takeOutWords(words, 'Only Darren does nights, he said');
    expect(applyReview(source, known, out).doubts).toEqual([]);
  });
});

test('whatever is decided, the pieces are the source and the result has none of what was taken out', () => {
  const pieces = fc.constantFrom(
    'Moira',
    'May',
    'Grant',
    'Kerr',
    'the night nurse',
    '07700 900123',
    'ﬁne ',
    '…',
    '“no”',
    '\u200B',
  );
  const texts = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(texts, texts, fc.nat(20), fc.boolean(), (first, second, which, isHand) => {
      let words = look(first);
      const span = words.spans[which % Math.max(1, words.spans.length)];
      if (span !== undefined) words = look(first, keepSpan(words, span.from, 'ordinary-word'));
      if (isHand) words = look(first, takeOutWords(words, 'night nurse') ?? words);
      expect(look(first, confirmWords(words, day))).toEqual(confirmWords(words, day));
      for (const now of [words, look(second, typedWords(words, second))]) {
        const segments = segmentsOf(now);
        expect(segments.map(({ text }) => text).join('')).toBe(normaliseText(now.source));
        expect(reviewedWordsSchema.safeParse(confirmWords(now, day)).success).toBe(true);
        // Of names only what was kept by choice is left.
        const left = now.result.match(/Moira|Kerr|May|Grant|07700/gu) ?? [];
        const keptText = segments.filter(({ span: each }) => each?.kept != null).map(({ text }) => text);
        expect(left.length).toBe(keptText.join(' ').match(/Moira|Kerr|May|Grant|07700/gu)?.length ?? 0);
      }
    }),
  );
});
