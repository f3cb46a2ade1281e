import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandShares } from '@shared/instruments/band-shares';
import { marksToConfirm } from '@shared/instruments/evidence';
import { itemRange, repeated } from '@shared/instruments/instrument';
import { proqol5 } from '@shared/instruments/proqol5';
import { findInstrument } from '@shared/instruments/registry';
import { ownChange, ownChangeText, scaleAlpha } from '@shared/instruments/reliability';
import { score, type Score } from '@shared/instruments/score';
import { stss } from '@shared/instruments/stss';
import { tps7 } from '@shared/instruments/tps7';
import { cronbachAlpha } from '@shared/statistics/cronbach-alpha';
import { reliableChange, reliableChangeLimits } from '@shared/statistics/reliable-change';

describe('reliable change in a person’s own view', () => {
  // The sizes that domain.md works out for each measure.
  it.each([
    ['who5', 'percent', 22.2],
    ['wemwbs', 'total', 7.3],
    ['swemwbs', 'metric', 4.3],
    ['cbi', 'personal', 16.5],
    ['cbi', 'work', 17.7],
    ['cbi', 'client', 18.9],
    ['uwes9', 'total', 0.86],
    ['stss', 'total', 7.9],
  ])('%s %s needs more than %f', (id, scale, size) => {
    const change = ownChange(findInstrument(id)!, scale, 0, 1);
    expect(Math.abs(change!.criterion95 - size)).toBeLessThan(size > 1 ? 0.05 : 0.005);
    expect(change!.norm.country).not.toBe('');
  });

  it('reads the direction of the scale', () => {
    const stressed = ownChange(stss, 'total', 30, 50)!;
    expect(stressed.classification).toBe('reliable-deterioration');
    expect(ownChangeText(stressed)).toContain('worse');
    expect(ownChange(stss, 'total', 50, 30)!.classification).toBe('reliable-improvement');
    expect(ownChangeText(ownChange(stss, 'total', 30, 35)!)).toContain('No clear change');
  });

  it('is not worked out without a source, nor for measures of a group', () => {
    expect(ownChange(proqol5, 'cs', 10, 50)).toBeNull();
    expect(ownChange(tps7, 'total', 1, 7)).toBeNull();
    expect(ownChange(stss, 'nosuch', 1, 7)).toBeNull();
    expect([reliableChangeLimits(0, 0.9), reliableChangeLimits(9, 1), reliableChangeLimits(9, -0.1)]).toEqual(
      [null, null, null],
    );
  });

  it('turns round with the scores', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (before, after) => {
        const up = reliableChange(before, after, { sd: 9, reliability: 0.9, higherIsBetter: true })!;
        const down = reliableChange(before, after, { sd: 9, reliability: 0.9, higherIsBetter: false })!;
        expect(up.rci).toBe(down.rci);
        expect(up.classification === 'no-reliable-change').toBe(Math.abs(after - before) <= 7.8887);
        if (up.classification !== 'no-reliable-change')
          expect(up.classification).not.toBe(down.classification);
      }),
    );
  });
});

describe('alpha', () => {
  const rows = [
    [1, 2, 5],
    [3, 3, 3],
    [5, 4, 1],
    [2, 1, 4],
  ];
  it('turns reversed items round first, whatever range is named', () => {
    const plain = cronbachAlpha(rows.map(([a, b, c]) => [a!, b!, 6 - c!]));
    expect(cronbachAlpha(rows, [2], { lowest: 1, highest: 5 })).toEqual(plain);
    expect(cronbachAlpha(rows, [2]).alpha).toBeCloseTo(plain.alpha!, 12);
    expect(plain.alpha).toBeGreaterThan(0.9);
    expect(cronbachAlpha(rows).alpha).toBeLessThan(0);
  });
  it('leaves out people with an item missing', () => {
    expect(cronbachAlpha([...rows, [1, null, 1]])).toEqual(cronbachAlpha(rows));
  });
  it('is not there without variation', () => {
    expect([
      cronbachAlpha([]).alpha,
      cronbachAlpha([[1, 2]]).alpha,
      cronbachAlpha([
        [1, 1],
        [1, 1],
      ]).alpha,
    ]).toEqual([null, null, null]);
    expect(cronbachAlpha([[1], [2], [3]]).alpha).toBeNull();
  });
  it('of a wave is not shown below 20 complete sets', () => {
    const sets = itemRange(1, 20).map((person) => itemRange(1, 7).map((item) => ((person * item) % 7) + 1));
    expect(scaleAlpha(tps7, 'total', sets.slice(1))).toBeNull();
    expect(scaleAlpha(tps7, 'total', sets)).not.toBeNull();
    expect(scaleAlpha(tps7, 'total', [...sets.slice(1), [null, 1, 1, 1, 1, 1, 1]])).toBeNull();
    expect(scaleAlpha(tps7, 'nosuch', sets)).toBeNull();
  });
});

describe('band shares', () => {
  const marks = new Set(marksToConfirm(proqol5).map(({ mark }) => mark));
  const scoresAt = (level: number, people: number): Score[] =>
    repeated(level, people).map((answer) => {
      const result = score(proqol5, repeated(answer, 30), marks);
      if (!result.ok) throw new Error(result.error.tag);
      return result.value;
    });
  const shares = (low: number, average: number, high: number) =>
    bandShares(
      [...scoresAt(1, low), ...scoresAt(3, average), ...scoresAt(5, high)],
      'cs',
      ['low', 'average', 'high'],
      5,
    );
  it('are shown when every band holds five', () => {
    expect(shares(5, 6, 9)).toEqual({
      hidden: false,
      n: 20,
      shares: [
        { band: 'low', count: 5, share: 0.25 },
        { band: 'average', count: 6, share: 0.3 },
        { band: 'high', count: 9, share: 0.45 },
      ],
    });
  });
  it('are all hidden otherwise, an empty band and a shared one included', () => {
    expect(shares(4, 8, 8)).toEqual({ hidden: true, reason: 'BandTooSmall' });
    expect(shares(0, 10, 10)).toEqual({ hidden: true, reason: 'BandTooSmall' });
    expect(shares(0, 20, 0)).toEqual({ hidden: true, reason: 'BandTooSmall' });
    expect(shares(1, 1, 2)).toEqual({ hidden: true, reason: 'GroupTooSmall' });
  });
});
