import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cbi } from '@shared/instruments/cbi';
import { marksToConfirm } from '@shared/instruments/evidence';
import { hse35 } from '@shared/instruments/hse35';
import { itemRange, numberedOptions, repeated, type Instrument } from '@shared/instruments/instrument';
import { bandForGroupMean, score } from '@shared/instruments/score';
import { who5 } from '@shared/instruments/who5';

describe('score', () => {
  it('refuses with a tag and the item, never the answer', () => {
    expect(score(who5, [1, 2, 3])).toEqual({
      ok: false,
      error: { tag: 'ItemCountWrong', expected: 5, given: 3 },
    });
    const reasons: [unknown, string][] = [
      [6, 'out-of-range'],
      [-1, 'out-of-range'],
      [5.5, 'out-of-range'],
      [Infinity, 'out-of-range'],
      [1.5, 'not-whole'],
      ['3', 'not-a-number'],
      [Number.NaN, 'not-a-number'],
      [true, 'not-a-number'],
      [undefined, 'not-a-number'],
      [{}, 'not-a-number'],
    ];
    for (const [bad, reason] of reasons) {
      expect(score(who5, [0, 0, bad, 0, 0])).toEqual({
        ok: false,
        error: { tag: 'ResponseRefused', item: 3, reason },
      });
    }
    expect(score(cbi, [30, ...repeated(0, 18)])).toEqual({
      ok: false,
      error: { tag: 'ResponseRefused', item: 1, reason: 'not-an-option' },
    });
    // A hole in the list is not "not answered".
    const holed: unknown[] = [0];
    holed[2] = holed[3] = holed[4] = 0;
    expect(score(who5, holed)).toMatchObject({ error: { tag: 'ResponseRefused', item: 2 } });
  });

  it('keeps the answers as given and says why a scale is not scored', () => {
    const answers = [
      50,
      75,
      null,
      null,
      null,
      null,
      ...itemRange(7, 13).map(() => 25),
      null,
      null,
      null,
      null,
      null,
      null,
    ];
    const result = score(cbi, answers);
    expect(result).toMatchObject({
      ok: true,
      value: {
        answers,
        notScored: [
          { scale: 'client', reason: 'NotAnswered', answered: 0, items: 6 },
          { scale: 'personal', reason: 'TooManyMissing', answered: 2, items: 6 },
        ],
        flag: null,
        bands: {},
      },
    });
  });

  it('has nothing to say about an empty form', () => {
    const result = score(
      hse35,
      itemRange(1, 35).map(() => null),
    );
    expect(
      result.ok && [result.value.scales, result.value.notScored.length, result.value.straightLined],
    ).toEqual([{}, 7, false]);
  });

  it('leaves the flag open when the score it needs is missing', () => {
    const result = score(who5, [0, 0, 0, 0, null]);
    expect(result.ok && [result.value.flag, result.value.scales]).toEqual([null, {}]);
  });

  it('stays inside the answer range whatever is answered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(0, 25, 50, 75, 100)), { minLength: 19, maxLength: 19 }),
        (answers) => {
          const result = score(cbi, answers);
          if (!result.ok) throw new Error(result.error.tag);
          const { scales, notScored } = result.value;
          for (const value of Object.values(scales)) expect(value >= 0 && value <= 100).toBe(true);
          expect(Object.keys(scales).length + notScored.length).toBe(3);
        },
      ),
    );
  });

  // A made-up form that uses what the coming instruments need: sums with a stand-in, edges both ways, a table, >= flag.
  const madeUp: Instrument = {
    ...who5,
    id: 'made-up',
    itemCount: 5,
    responseOptions: numberedOptions([1, 2, 3, 4]),
    reverseScored: [1],
    scales: [{ ...who5.scales[0]!, id: 'total', missingRule: { kind: 'missing-count', atMost: 1 } }],
    derivedScales: [
      {
        id: 'metric',
        title: 'Metric',
        from: 'total',
        conversion: { kind: 'table', firstRaw: 5, values: [7, 7.5, 9.25] },
        better: 'higher',
      },
    ],
    bands: [
      {
        scale: 'total',
        scope: 'person',
        source: 'made up',
        year: null,
        evidence: 'R',
        edges: [
          { at: 8, equalTakes: 'lower-band' },
          { at: 15, equalTakes: 'higher-band' },
        ],
        names: ['low', 'average', 'high'],
      },
    ],
    flag: {
      scale: 'total',
      comparison: 'at-or-above',
      edge: 15,
      title: 'High',
      source: 'made up',
      year: null,
      evidence: 'R',
    },
    vectors: [],
  };
  const made = (answers: (number | null)[]) => {
    const result = score(madeUp, answers, new Set(marksToConfirm(madeUp).map(({ mark }) => mark)));
    if (!result.ok) throw new Error(result.error.tag);
    return result.value;
  };
  it('turns round before it fills in, and bands without rounding', () => {
    expect(made([4, 2, 2, 2, null])).toMatchObject({ scales: { total: 8.75 }, bands: { total: 'average' } });
    expect(made([4, 2, 2, 2, 1])).toMatchObject({
      scales: { total: 8 },
      bands: { total: 'low' },
      flag: false,
    });
    expect(made([2, 3, 3, 3, 3])).toMatchObject({
      scales: { total: 15 },
      bands: { total: 'high' },
      flag: true,
    });
    expect(made([null, null, 2, 2, 2]).notScored[0]?.reason).toBe('TooManyMissing');
  });
  it('converts by table and leaves out what the table does not hold', () => {
    expect(made([4, 1, 1, 1, 2]).scales).toEqual({ total: 6, metric: 7.5 });
    expect(made([1, 4, 4, 4, 4]).scales).toEqual({ total: 20 });
    expect(made([4, 1, 1, 2, null]).scales).toEqual({ total: 6.25 });
  });
});

describe('bandForGroupMean', () => {
  it('gives an edge to the better band (acceptance story 4)', () => {
    const bands = [
      ['demands', 2.9],
      ['demands', 2.9387],
      ['managerSupport', 3.5],
      ['peerSupport', 3.7],
      ['role', 4.32],
      ['role', 4.3117],
      ['change', 3.0428],
    ].map(([scale, mean]) => bandForGroupMean(hse35, String(scale), Number(mean)));
    expect(bands).toEqual(['urgent', 'clear-need', 'good', 'clear-need', 'keep', 'keep', 'good']);
    expect(bandForGroupMean(hse35, 'demands', 3.05)).toBe('clear-need');
  });
  it('takes a mean that is the edge on paper as the edge, whatever the sixteenth digit', () => {
    // 3.24 as the mean of 25 means of three items: adding thirds misses it by a rounding error.
    const thirds = [...repeated(10 / 3, 24), 1];
    const mean = thirds.reduce((sum, value) => sum + value, 0) / 25;
    expect(mean).toBeCloseTo(3.24, 12);
    expect(bandForGroupMean(hse35, 'change', mean)).toBe('keep');
    expect(bandForGroupMean(hse35, 'change', 3.24 - Number.EPSILON * 2)).toBe('keep');
    expect(bandForGroupMean(hse35, 'change', 3.2399)).toBe('good');
  });
  it('knows no benchmark for other scales', () => {
    expect([
      bandForGroupMean(who5, 'raw', 13),
      bandForGroupMean(hse35, 'nosuch', 3),
      bandForGroupMean(hse35, 'role', Number.NaN),
    ]).toEqual([null, null, null]);
  });
});
