import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKeyConfirmed, marksToConfirm } from '@shared/instruments/evidence';
import type { Instrument, Scale } from '@shared/instruments/instrument';
import { findInstrument, instruments } from '@shared/instruments/registry';
import { measureCheckSchema } from '@shared/records/measure-check/measure-check';
import { allowedAnswers, bandOf, score, type Score } from '@shared/instruments/score';

const valuesOf = (instrument: Instrument): number[] => instrument.responseOptions.map(({ value }) => value);
const allMarks = (instrument: Instrument): Set<string> =>
  new Set(marksToConfirm(instrument).map(({ mark }) => mark));

function scored(instrument: Instrument, answers: readonly (number | null)[]): Score {
  const result = score(instrument, answers, allMarks(instrument));
  if (!result.ok) throw new Error(result.error.tag);
  return result.value;
}

const answersTo = (instrument: Instrument): fc.Arbitrary<(number | null)[]> =>
  fc.array(fc.option(fc.constantFrom(...allowedAnswers(instrument)), { freq: 6 }), {
    minLength: instrument.itemCount,
    maxLength: instrument.itemCount,
  });

/** The same by the plain words of the rules, without the engine: turn round, count, mean of what is answered. */
function byHand(instrument: Instrument, scale: Scale, answers: readonly (number | null)[]): number | null {
  const values = valuesOf(instrument);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  let total = 0;
  let applying = 0;
  let missing = 0;
  for (const item of scale.items) {
    const answer = answers[item - 1]!;
    if (answer === null) missing += 1;
    else if (answer !== instrument.notApplicable) {
      applying += 1;
      total += instrument.reverseScored.includes(item) ? low + high - answer : answer;
    }
  }
  const { length } = scale.items;
  const rule = scale.missingRule;
  const mostMissing =
    rule.kind === 'complete'
      ? 0
      : rule.kind === 'missing-count'
        ? rule.atMost
        : rule.kind === 'answered-count'
          ? length - rule.atLeast
          : Math.floor(length / 5);
  if (missing > mostMissing || applying === 0) return null;
  const mean = total / applying;
  if (scale.aggregation === 'mean') return mean;
  return scale.aggregation === 'sum' ? mean * length : (mean / high) * 100;
}

describe.each(instruments)('$id', (instrument) => {
  it('scores as the rules in plain words do: turned round before anything is filled in', () => {
    fc.assert(
      fc.property(answersTo(instrument), (answers) => {
        const { scales, notScored } = scored(instrument, answers);
        for (const scale of instrument.scales) {
          const expected = byHand(instrument, scale, answers);
          if (expected === null) {
            expect(scales[scale.id]).toBeUndefined();
            expect(notScored.map((entry) => entry.scale)).toContain(scale.id);
          } else expect(scales[scale.id]).toBeCloseTo(expected, 9);
        }
        expect(notScored.map(({ scale }) => scale)).toEqual(notScored.map(({ scale }) => scale).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every score between what all-lowest and all-highest answers give', () => {
    const values = valuesOf(instrument);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const at = (wanted: number): Score =>
      scored(
        instrument,
        Array.from({ length: instrument.itemCount }, (_, index) =>
          instrument.reverseScored.includes(index + 1) ? low + high - wanted : wanted,
        ),
      );
    const [bottom, top] = [at(low), at(high)];
    fc.assert(
      fc.property(answersTo(instrument), (answers) => {
        for (const [id, value] of Object.entries(scored(instrument, answers).scales)) {
          expect(value).toBeGreaterThanOrEqual(bottom.scales[id]! - 1e-9);
          expect(value).toBeLessThanOrEqual(top.scales[id]! + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never moves a scale the wrong way when one answer is raised', () => {
    fc.assert(
      fc.property(
        answersTo(instrument),
        fc.integer({ min: 0, max: instrument.itemCount - 1 }),
        (answers, at) => {
          const values = valuesOf(instrument);
          const answer = answers[at]!;
          const step = answer === null ? -1 : values.indexOf(answer);
          fc.pre(step !== -1 && step < values.length - 1);
          const before = scored(instrument, answers).scales;
          const after = scored(
            instrument,
            answers.map((value, index) => (index === at ? values[step + 1]! : value)),
          ).scales;
          const sign = instrument.reverseScored.includes(at + 1) ? -1 : 1;
          const moved = instrument.scales.filter(({ items }) => items.includes(at + 1));
          for (const { id } of instrument.scales) {
            if (before[id] === undefined || after[id] === undefined) continue;
            const change = (after[id] - before[id]) * sign;
            if (moved.some((scale) => scale.id === id)) expect(change).toBeGreaterThan(0);
            else expect(Math.abs(change)).toBe(0);
          }
          for (const derived of instrument.derivedScales) {
            if (before[derived.id] !== undefined && after[derived.id] !== undefined) {
              expect((after[derived.id]! - before[derived.id]!) * sign).toBeGreaterThanOrEqual(0);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives each edge to the band that its source says, and the next step to the other', () => {
    for (const bands of instrument.bands) {
      bands.edges.forEach(({ at, equalTakes }, index) => {
        const [below, above] = [bands.names[index], bands.names[index + 1]];
        expect(bandOf(bands, at)).toBe(equalTakes === 'higher-band' ? above : below);
        expect(bandOf(bands, at - 0.0001)).toBe(below);
        expect(bandOf(bands, at + 0.0001)).toBe(above);
      });
    }
  });

  it('has no recalled band and no recalled flag until each of its marks is confirmed', () => {
    const middle = valuesOf(instrument)[Math.floor(valuesOf(instrument).length / 2)]!;
    const answers = Array.from({ length: instrument.itemCount }, () => middle);
    const marks = [...allMarks(instrument)];
    const full = scored(instrument, answers);
    const plain = score(instrument, answers);
    const isRecalled = instrument.provenance.evidence === 'R';
    expect(isKeyConfirmed(instrument, new Set())).toBe(!isRecalled);
    for (const { scale, evidence, scope } of instrument.bands) {
      if (scope !== 'person') continue;
      expect(full.bands[scale]).toBeDefined();
      expect(plain.ok && scale in plain.value.bands).toBe(evidence !== 'R' && !isRecalled);
      if (evidence !== 'R') continue;
      const others = new Set(marks.filter((mark) => !mark.endsWith(`/bands/${scale}`)));
      const result = score(instrument, answers, others);
      expect(result.ok && scale in result.value.bands).toBe(false);
    }
    for (const mark of marks) {
      expect(measureCheckSchema.safeParse({ mark, checkedOn: '2026-05-12', against: '' }).success).toBe(true);
    }
    expect(marks.every((mark) => mark.startsWith(`${instrument.id}@${instrument.version}/`))).toBe(true);
  });

  it('sees a straight line only where some items are worded the other way', () => {
    for (const value of valuesOf(instrument)) {
      const answers = Array.from({ length: instrument.itemCount }, () => value);
      expect(scored(instrument, answers).straightLined).toBe(instrument.reverseScored.length > 0);
    }
  });
});

describe('evidence', () => {
  it('is as the list of keys in the design says', () => {
    const recalled = instruments
      .filter(({ provenance }) => provenance.evidence === 'R')
      .map(({ id }) => id)
      .sort();
    expect(recalled).toEqual(['bat23', 'mios', 'tps7', 'uwes9']);
    const offered = instruments.filter(({ setting }) => setting === 'clinician').map(({ id }) => id);
    expect(offered).toEqual(['mios']);
  });
  it('asks for a check of both where the key and its bands are recalled', () => {
    expect(marksToConfirm(findInstrument('uwes9')!)).toEqual([
      { mark: 'uwes9@1/key', part: 'key', scale: null },
      { mark: 'uwes9@1/bands/total', part: 'bands', scale: 'total' },
    ]);
  });
  it('keeps well-read bands and flags off while the key itself is only recalled', () => {
    const proqol5 = findInstrument('proqol5')!;
    const recalled: Instrument = {
      ...proqol5,
      provenance: { ...proqol5.provenance, evidence: 'R' },
      flag: { ...findInstrument('misshp')!.flag!, scale: 'cs' },
    };
    const answers = Array.from({ length: 30 }, () => 5);
    expect(score(recalled, answers)).toMatchObject({ value: { bands: {}, flag: null, scales: { cs: 50 } } });
    expect(score(recalled, answers, new Set(['proqol5@1/key']))).toMatchObject({
      value: { bands: { cs: 'high' }, flag: true },
    });
  });
});
