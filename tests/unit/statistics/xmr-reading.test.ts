import { describe, expect, it } from 'vitest';
import { addMonthsToMonth, type LocalMonth } from '@shared/kernel/local-date';
import { xmrChart, type XmrInput } from '@shared/statistics/xmr';
import { suggestPhase } from '@shared/statistics/xmr-phases';
import { assuranceWords, readXmr, ruleWords, variationWords } from '@shared/statistics/xmr-reading';
import { xmrStory, type XmrStoryInput } from '@shared/statistics/xmr-story';

const seesaw = (length: number): number[] => Array.from({ length }, (_, place) => 5 + (place % 2));
const read = (values: readonly (number | null)[], over: Partial<XmrInput> = {}) =>
  readXmr(xmrChart({ values, improvement: 'lower', ...over }));

describe('readXmr', () => {
  it.each([
    [0, 'too-few-points', false, false],
    [1, 'too-few-points', false, false],
    [4, 'too-few-points', false, false],
    [5, 'trial-limits', true, false],
    [12, 'trial-limits', true, false],
    [13, 'limits', true, true],
  ] as const)('%s figures: %s', (count, verdict, showsLimits, showsIcons) => {
    expect(read(seesaw(count))).toMatchObject({ verdict, showsLimits, showsIcons });
  });

  it('counts figures, not places, and only those the limits come from', () => {
    expect(read([...seesaw(12), null]).verdict).toBe('trial-limits');
    expect(read([...seesaw(12), 5]).verdict).toBe('limits');
    expect(read(seesaw(30), { baselineN: 8 }).verdict).toBe('trial-limits');
    expect(read([1, null, 2, null, 3, null, 4, null, 5]).verdict).toBe('too-few-points');
  });

  it('judges by the last phase and marks nothing in one without limits', () => {
    const values = [...seesaw(14), 90, 91, 92];
    const reading = read(values, { phaseStarts: [14] });
    expect(reading.verdicts).toEqual(['limits', 'too-few-points']);
    expect(reading).toMatchObject({ showsLimits: false, showsIcons: false });
    const short = xmrChart({ values: [1, 1, 1, 9], baselineN: 3, improvement: 'higher' });
    expect(short.points.some(({ rule }) => rule !== 'none')).toBe(true);
    expect(readXmr(short).marks).toEqual(['none', 'none', 'none', 'none']);
  });

  it('refuses limits of no width where the figures do differ', () => {
    // Screening drops the one move, and every zero would lie outside limits that are all the mean.
    const mostlyNone = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4];
    expect(read(mostlyNone)).toMatchObject({ verdict: 'no-usual-range', showsLimits: false });
    expect(new Set(read(mostlyNone).marks)).toEqual(new Set(['none']));
    expect(read(mostlyNone, { screenOutliers: false }).verdict).toBe('limits');
    expect(read(Array.from({ length: 14 }, () => 4)).verdict).toBe('limits');
  });
});

describe('words', () => {
  it('keeps every sentence short and says each rule', () => {
    const sentences = [...Object.values(variationWords), ...Object.values(assuranceWords)].flatMap(
      ({ name, meaning }) => [name, ...meaning.split('. ')],
    );
    for (const sentence of sentences) expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
    expect(new Set(Object.values(variationWords).map(({ name }) => name)).size).toBe(7);
    expect(ruleWords('none', 7)).toBeNull();
    expect(ruleWords('trend-down', 6)).toBe('One of 6 or more in a row that go down');
  });
});

describe('suggestPhase', () => {
  const suggest = (values: readonly (number | null)[], over: Partial<XmrInput> = {}) =>
    suggestPhase(values, xmrChart({ values, improvement: 'lower', ...over }));
  const high = (length: number): number[] => seesaw(length).map((value) => value + 20);

  it('points at the start of the run that the series ends in, and counts what is still missing', () => {
    expect(suggest([...seesaw(14), ...high(13)])).toEqual({
      start: 14,
      side: 'above',
      length: 13,
      missing: 0,
    });
    expect(suggest([...high(14), ...seesaw(8)])).toEqual({ start: 14, side: 'below', length: 8, missing: 5 });
    expect(suggest([...seesaw(14), ...high(4), null, ...high(3)])).toMatchObject({ start: 14, length: 7 });
  });
  it('suggests nothing for a short run, a run that is the phase, a point on the mean, or nothing', () => {
    expect(suggest([...seesaw(14), ...high(6)])).toBeNull();
    expect(suggest(high(20))).toBeNull();
    expect(suggest([1, 9, 5, 5, 5, 5, 5, 5, 5, 5])).toBeNull();
    expect(suggest([])).toBeNull();
    expect(suggest([null, null])).toBeNull();
  });
  it('looks at the last phase alone, so that it does not suggest the same again', () => {
    const values = [...seesaw(14), ...high(13)];
    expect(suggest(values, { phaseStarts: [14] })).toBeNull();
  });
});

describe('xmrStory', () => {
  const start = '2024-01' as LocalMonth;
  const story = (values: readonly (number | null)[], over: Partial<XmrStoryInput> = {}) =>
    xmrStory({
      measure: 'Sickness',
      series: values.map((value, place) => ({ month: addMonthsToMonth(start, place), value })),
      improvement: 'lower',
      ...over,
    });

  it.each<[string, readonly (number | null)[], Partial<XmrStoryInput>]>([
    ['It is too early for a usual range of sickness: no monthly figures, and 5 are needed', [], {}],
    ['It is too early for a usual range of sickness: 1 monthly figure, and 5 are needed', [3], {}],
    ['Sickness in April 2025 was within its usual range', seesaw(16), {}],
    [
      'Sickness in June 2024 was within its usual range. The range is a first one, from 6 months',
      seesaw(6),
      { target: 90 },
    ],
    ['Sickness in May 2025 was above its usual range', [...seesaw(16), 40], {}],
    [
      'Sickness in April 2025 was within its usual range. Its whole usual range misses the target',
      seesaw(16),
      { target: 1 },
    ],
    [
      'Sickness in April 2025 was within its usual range. Some months meet the target and some do not',
      seesaw(16),
      { target: 5 },
    ],
    [
      'Sickness in April 2025 was within its usual range. Its whole usual range meets the target',
      seesaw(16),
      { target: 50 },
    ],
    [
      'Sickness is the same in most months, so it has no usual range to judge by',
      [...Array<number>(13).fill(0), 4],
      {},
    ],
    [
      'There is no usual range of sickness yet: no two months in a row have a figure',
      [1, null, 2, null, 3, null, 2, null, 1],
      {},
    ],
    [
      'It is too early for a usual range of sickness: 2 monthly figures in the new phase, and 5 are needed',
      seesaw(16),
      { phaseMonths: ['2025-03' as LocalMonth, '2030-01' as LocalMonth] },
    ],
    [
      'Sickness has been above its average for 7 months or more, up to March 2025',
      [...seesaw(8), 7, 8, 7, 8, 7, 8, 7],
      {},
    ],
    [
      'Sickness has gone up for 7 months or more, up to April 2025',
      [12, 10, 13, 10, 12, 9, 12, 9, 12, 9, 10, 11, 12, 13, 14, 15],
      {},
    ],
  ])('%s', (headline, values, over) => {
    expect(story(values, over).headline).toBe(headline);
  });

  it('keeps the place of a month that is missing from the list', () => {
    const { points } = xmrStory({
      measure: 'Sickness',
      series: [
        { month: '2024-03' as LocalMonth, value: 3 },
        { month: '2024-01' as LocalMonth, value: 1 },
      ],
      improvement: 'lower',
    });
    expect(points.map(({ value }) => value)).toEqual([1, null, 3]);
  });
  it('names the rule set', () => {
    expect(story([1]).ruleSet).toBe(
      'Making Data Count rules with 7 in a row, large moves left out of the limits',
    );
    expect(story([1], { screenOutliers: false }).ruleSet).toContain('all moves in the limits');
  });
});
