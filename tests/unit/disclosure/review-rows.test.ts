import { describe, expect, test } from 'vitest';
import { outsiderName, rosterOf } from '@shared/disclosure/redaction-roster';
import { applyReview, keepSpan } from '@shared/disclosure/reviewed-words';
import { outsideIssueKind } from '@shared/records/outside-issue/outside-issue';
import { typedParts, withWords } from '../../../renderer/features/workforce/outside/paper-words';
import { contextOf, countsOf, doubtRows, foundRows } from '../../../renderer/redaction/review-rows';

const roster = rosterOf({ names: ['Moira Kerr'] });
const part = (source: string) => ({
  id: 'heard',
  label: 'What we heard',
  ...applyReview(source, roster, null),
});

describe('lines beside the words', () => {
  test('each place that was found, with words around it', () => {
    const rows = foundRows([
      part('Moira asked for two more people on the night shift, and Moira was right.'),
    ]);
    expect(rows.map(({ text, before, after }) => [before, text, after])).toEqual([
      ['', 'Moira', ' asked for two more people on…'],
      ['…people on the night shift, and ', 'Moira', ' was right.'],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });

  test('words around a place are cut between words, on one line', () => {
    const text = `${'word '.repeat(20)}here\n${'word '.repeat(20)}`;
    const from = text.indexOf('here');
    expect(contextOf(text, { from, to: from + 4 })).toEqual({
      before: '…word word word word word word ',
      after: ' word word word word word word…',
    });
  });

  test('doubts: the same words once, pronouns together, the gravest first', () => {
    const rows = doubtRows([
      part('She said that Leith is far, and leith, and Leith. Her only bus left. She walks.'),
    ]);
    expect(rows.map(({ kind, texts, count }) => [kind, texts, count])).toEqual([
      ['only-one', ['Her only bus left'], 1],
      ['unknown-name', ['Leith'], 2],
      ['one-person', ['She', 'Her'], 3],
    ]);
  });

  test('counts what is out and what was kept', () => {
    const { words } = part('Moira rang Kerr.');
    expect(countsOf([{ words }])).toEqual({ taken: 2, kept: 0 });
    expect(countsOf([{ words: keepSpan(words, 0, 'ordinary-word') }])).toEqual({ taken: 1, kept: 1 });
  });
});

test('somebody from outside out of free words, and no role', () => {
  const roles = ['Team manager', 'Nurse'];
  const read = [
    'Grace, outside supervisor',
    'Grace Adeyemi',
    'Line manager',
    'Manager',
    'Nurse, nights',
    'grace',
    '',
  ];
  expect(read.map((line) => outsiderName(line, roles))).toEqual([
    'Grace',
    'Grace Adeyemi',
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a risk paper is drawn from reviewed words alone', () => {
  for (const issue of outsideIssueKind.examples) {
    const typed = typedParts(issue).filter(({ text }) => text !== '');
    const drawn = JSON.stringify(withWords(issue, (id) => `<${id}>`));
    for (const { id, text } of typed) {
      expect(drawn).toContain(JSON.stringify(`<${id}>`));
      expect(drawn).not.toContain(JSON.stringify(text));
    }
    // Every field for free words is among them: figures are numbers that the app worked out.
    const free = Object.entries(outsideIssueKind.disclosure)
      .filter(([field, level]) => level === 'freeText' && field !== 'figures' && field !== 'replies')
      .map(([field]) => field);
    expect(typedParts(issue).map(({ id }) => id)).toEqual(expect.arrayContaining(free));
    for (const { id } of issue.replies)
      expect(typedParts(issue).map((each) => each.id)).toEqual(
        expect.arrayContaining([`from ${id}`, `said ${id}`]),
      );
  }
});
