/** What the team sees: from a closed round alone, from five answers on, and beside one's own days. */
import { describe, expect, it } from 'vitest';
import { habitGaps, ratingWords, seenBeside, teamSeen } from '@shared/habits/team-seen';
import { seenScales, teamSeenMeasure, teamSeenMeasureId } from '@shared/habits/team-seen-measure';
import { instrumentOf, ownMeasureSchema, type OwnMeasure } from '@shared/instruments/own-measure';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { measuresOf } from '@shared/wellbeing/measures';
import { day, storyWeeks } from './story';

const measures = measuresOf([teamSeenMeasure], []);
/** Six items in the order of the form. */
type Answers = readonly (number | null)[];
const rater: readonly number[] = [25, 75, 25, 75, 75, 50];

function round(answerSets: readonly Answers[], other: Partial<WellbeingWave> = {}): WellbeingWave {
  return {
    instrumentId: teamSeenMeasureId,
    instrumentVersion: 1,
    label: 'What the team sees',
    group: '',
    opensOn: day('2026-03-16'),
    closesOn: day('2026-03-27'),
    invited: 8,
    answerSets: answerSets.map((answers) => [...answers]),
    split: null,
    splitAnswers: [],
    isBaseline: false,
    lockedOn: day('2026-03-28'),
    note: '',
    ...other,
  };
}
const stored = (...waves: readonly WellbeingWave[]) =>
  waves.map((value, index) => ({ id: `round-${String(index)}`, value }));
/** Two of them a step apart from the rest, up and down: where all are alike nothing is shown. The mean stays. */
function raters(count: number, middle: readonly number[] = rater): Answers[] {
  return Array.from({ length: count }, (_, index) =>
    middle.map((answer) => answer + (index === 0 ? 25 : index === 1 ? -25 : 0)),
  );
}

describe('the form', () => {
  it('is a measure as the service could have composed it, in plain short items', () => {
    expect(ownMeasureSchema.parse(teamSeenMeasure)).toEqual(teamSeenMeasure);
    for (const { text } of teamSeenMeasure.items) expect(text.split(' ').length).toBeLessThanOrEqual(12);
    expect(seenScales(instrumentOf(teamSeenMeasure)).map(({ habitId }) => habitId)).toEqual([
      'left-on-time',
      'no-late-mail',
      'lunch-away',
      'visible-pause',
      'kept-supervision-free',
      'asked-before-adding',
    ]);
  });

  it('says nothing of habits once its answers mean something else', () => {
    const other: OwnMeasure = {
      ...teamSeenMeasure,
      answers: [
        { value: 1, text: 'No' },
        { value: 2, text: 'Yes' },
      ],
    };
    expect(seenScales(instrumentOf(other))).toEqual([]);
  });
});

describe('what the team sees', () => {
  it('is hidden with the four raters of story 5, and shown with a fifth', () => {
    expect(teamSeen(stored(round(raters(4))), measures)).toMatchObject({ kind: 'hidden', replies: 4 });
    expect(habitGaps(storyWeeks, teamSeen(stored(round(raters(4))), measures))).toEqual([]);
    const five = teamSeen(stored(round(raters(5))), measures);
    expect(five.kind === 'shown' ? Object.fromEntries(five.ratings) : null).toEqual({
      'left-on-time': 25,
      'no-late-mail': 75,
      'lunch-away': 25,
      'visible-pause': 75,
      'kept-supervision-free': 75,
      'asked-before-adding': 50,
    });
  });

  it('is hidden where fewer than five answered the item, though more sent the form', () => {
    const blank: Answers = [null, ...rater.slice(1)];
    const seen = teamSeen(stored(round([...raters(4), blank, blank])), measures);
    expect(seen.kind === 'shown' && seen.ratings.has('left-on-time')).toBe(false);
    expect(seen.kind === 'shown' && seen.ratings.has('no-late-mail')).toBe(true);
  });

  it('is hidden where all answered alike: the average would be the answer of each', () => {
    const alike = Array.from({ length: 6 }, () => rater);
    expect(teamSeen(stored(round(alike)), measures)).toMatchObject({ kind: 'hidden', replies: 6 });
  });

  it('shows nothing of a round that is open, and goes by the newest that closed', () => {
    const open = round(raters(6), { lockedOn: null });
    expect(teamSeen(stored(open), measures)).toEqual({ kind: 'none', isOpen: true });
    expect(teamSeen([], measures)).toEqual({ kind: 'none', isOpen: false });
    const older = round(raters(6), { opensOn: day('2025-09-01'), closesOn: day('2025-09-12') });
    expect(teamSeen(stored(older, round(raters(4))), measures)).toMatchObject({
      kind: 'hidden',
      roundId: 'round-1',
    });
    const other = round(raters(6), { instrumentId: 'pulse' });
    expect(teamSeen(stored(other), measures)).toEqual({ kind: 'none', isOpen: false });
  });

  it('stands beside one’s own days of the four weeks before, where five or more were noted', () => {
    const seen = teamSeen(stored(round(raters(5))), measures);
    if (seen.kind !== 'shown') throw new Error('Five raters are shown');
    expect(seenBeside(storyWeeks, seen)[0]).toEqual({
      habitId: 'left-on-time',
      own: { kept: 7, days: 10 },
      seen: 25,
    });
    expect(seenBeside(storyWeeks.slice(0, 0), seen)[0]?.own).toBeNull();
    // Only now and then: no share of days.
    expect(seenBeside(storyWeeks, seen).at(-1)?.own).toBeNull();
  });
});

describe('gaps', () => {
  const gapsOf = (answers: readonly number[]) =>
    habitGaps(storyWeeks, teamSeen(stored(round(raters(5, answers))), measures));

  it('are one answer of the form or more, in either direction', () => {
    // Own: 70, 90, 40 and 60 of 100 days.
    expect(gapsOf([25, 75, 75, 75, 75, 50])).toEqual([
      { habitId: 'left-on-time', direction: 'team-sees-less', points: 45 },
      { habitId: 'lunch-away', direction: 'team-sees-more', points: -35 },
    ]);
    expect(gapsOf([75, 75, 50, 50, 25, 25])).toEqual([]);
  });
});

describe('the words for a mean', () => {
  it('are those of the answers that it lies at or between', () => {
    expect([0, 25, 50, 75, 100].map(ratingWords)).toEqual([
      'never',
      'seldom',
      'about half the time',
      'mostly',
      'always',
    ]);
    expect(ratingWords(63)).toBe('between half the time and mostly');
    expect(ratingWords(88)).toBe('mostly or always');
  });
});
