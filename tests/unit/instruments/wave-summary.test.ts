import { describe, expect, it } from 'vitest';
import { hse35 } from '@shared/instruments/hse35';
import { compareMeans, compareWaves, summariseWave } from '@shared/instruments/wave-summary';
import { who5 } from '@shared/instruments/who5';

/** An answer set with the given WHO-5 raw score. */
function raw(total: number): number[] {
  return [0, 1, 2, 3, 4].map((item) => Math.floor(total / 5) + (item < total % 5 ? 1 : 0));
}
const islandTeam = [13, 9, 16, 11, 18, 8].map(raw);
const wave = (answerSets: readonly (readonly unknown[])[], invited = 7, minimumGroup?: number) =>
  summariseWave({
    instrument: who5,
    answerSets,
    invited,
    ...(minimumGroup === undefined ? {} : { minimumGroup }),
  });

describe('summariseWave', () => {
  it('gives the figures of acceptance story 1', () => {
    const summary = wave(islandTeam);
    if (summary.hidden) throw new Error('hidden');
    expect(summary).toMatchObject({
      invited: 7,
      returned: 6,
      usable: 6,
      refused: 0,
      responseRateBand: 'very-good',
      isSmallSample: true,
      flagged: { shown: false },
      straightLined: null,
    });
    expect(summary.responseRate).toBeCloseTo(0.857, 3);
    const percent = summary.scales.find(({ scale }) => scale === 'percent');
    if (percent === undefined || percent.hidden) throw new Error('hidden');
    expect(percent).toMatchObject({ n: 6, mean: 50, median: 48, groupBand: null });
    expect(percent.sd).toBeCloseTo(15.7, 1);
    expect(percent.interval!.lower).toBeCloseTo(50 - (2.570581835636314 * percent.sd!) / Math.sqrt(6), 9);
  });

  it('hides a small group without a single number', () => {
    for (const sets of [
      [],
      islandTeam.slice(0, 4),
      [...islandTeam.slice(0, 4), [9, 9, 9, 9, 9], [1, null, 1, 1, 1]],
    ]) {
      expect(wave(sets)).toEqual({ hidden: true, reason: 'GroupTooSmall' });
    }
    expect(wave(islandTeam, 7, 10)).toEqual({ hidden: true, reason: 'GroupTooSmall' });
    expect(JSON.stringify(wave(islandTeam.slice(0, 4)))).not.toMatch(/\d/);
  });

  it('hides a scale too few could be scored on', () => {
    const full = Array.from({ length: 35 }, () => 3);
    const noChange = full.map((answer, index) => ([25, 27, 31].includes(index) ? null : answer));
    const summary = summariseWave({
      instrument: hse35,
      answerSets: [full, full, full, noChange, noChange, noChange],
      invited: 6,
    });
    if (summary.hidden) throw new Error('hidden');
    expect(summary.scales.find(({ scale }) => scale === 'change')).toEqual({
      scale: 'change',
      title: 'Change',
      hidden: true,
      reason: 'GroupTooSmall',
    });
    expect(summary.scales.find(({ scale }) => scale === 'demands')).toMatchObject({
      mean: 3,
      groupBand: 'clear-need',
    });
  });

  it('shows a flag count only when both sides are large enough', () => {
    const low = Array.from({ length: 6 }, () => raw(8));
    const high = Array.from({ length: 6 }, () => raw(20));
    const flagged = (sets: number[][]) => {
      const summary = wave(sets, 12);
      return summary.hidden ? null : summary.flagged;
    };
    expect(flagged([...low, ...high])).toEqual({ shown: true, count: 6 });
    expect(flagged([...low, ...high.slice(0, 2)])).toEqual({ shown: false });
    expect(flagged(low)).toEqual({ shown: false });
  });
});

describe('compareMeans', () => {
  // domain.md 2.16
  it('finds no clear change in small waves', () => {
    const change = compareMeans({ n: 6, mean: 50, sd: 15.7 }, { n: 7, mean: 58, sd: 14 });
    expect(change).toMatchObject({ difference: 8, verdict: 'no-clear-change' });
    expect(change.standardError).toBeCloseTo(8.31, 2);
    expect(change.df).toBeCloseTo(10.2, 1);
    expect(change.interval!.lower).toBeCloseTo(-10.5, 1);
    expect(change.interval!.upper).toBeCloseTo(26.5, 1);
  });
  it('finds the same difference clear in large ones, either way round', () => {
    const [before, after] = [
      { n: 60, mean: 50, sd: 15.7 },
      { n: 70, mean: 58, sd: 14 },
    ];
    const change = compareMeans(before, after);
    expect(change.verdict).toBe('higher');
    expect(change.standardError).toBeCloseTo(2.63, 2);
    expect([change.interval!.lower, change.interval!.upper].map((value) => value.toFixed(1))).toEqual([
      '2.8',
      '13.2',
    ]);
    expect(compareMeans(after, before).verdict).toBe('lower');
  });
  it('claims nothing when nobody differs', () => {
    expect(compareMeans({ n: 5, mean: 1, sd: 0 }, { n: 5, mean: 2, sd: 0 })).toEqual({
      difference: 1,
      standardError: null,
      df: null,
      interval: null,
      verdict: 'no-clear-change',
    });
  });
});

describe('compareWaves', () => {
  const later = wave([22, 23, 21, 24, 22, 25].map(raw));
  it('compares scale by scale, in the direction of the scale', () => {
    const result = compareWaves(wave(islandTeam), later);
    if (!result.ok || result.value.hidden) throw new Error('hidden');
    expect(result.value.scales).toMatchObject([
      { scale: 'raw', verdict: 'higher', meaning: 'better' },
      { scale: 'percent', verdict: 'higher', meaning: 'better' },
    ]);
  });
  it('is hidden with either wave, and refuses two instruments', () => {
    expect(compareWaves(wave([]), later)).toEqual({
      ok: true,
      value: { hidden: true, reason: 'GroupTooSmall' },
    });
    const other = summariseWave({
      instrument: hse35,
      answerSets: Array.from({ length: 5 }, () => Array.from({ length: 35 }, () => 3)),
      invited: 5,
    });
    expect(compareWaves(other, later)).toEqual({ ok: false, error: { tag: 'InstrumentMismatch' } });
  });
});
