import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { kaplanMeier, survivalAt, type TenureSpell } from '@shared/statistics/kaplan-meier';
import { retentionAt, retentionCurve, tenureSpells } from '@shared/statistics/retention';

const left = (time: number, entry: number | null = null): TenureSpell => ({ time, event: true, entry });
const stays = (time: number, entry: number | null = null): TenureSpell => ({ time, event: false, entry });
const anySpell = fc
  .tuple(fc.nat(20), fc.boolean(), fc.option(fc.nat(12)))
  .map(([time, event, entry]): TenureSpell => ({ time, event, entry }));

describe('kaplanMeier', () => {
  it('has no steps and no median while nobody has left', () => {
    expect(kaplanMeier([])).toEqual({ steps: [], median: null, people: 0 });
    expect(kaplanMeier([stays(3), stays(9)])).toEqual({ steps: [], median: null, people: 2 });
  });
  it('counts leavers before the censored at one tenure', () => {
    const { steps } = kaplanMeier([left(4), stays(4), stays(9)]);
    expect(steps).toMatchObject([{ time: 4, atRisk: 3, events: 1 }]);
  });
  it('takes the middle of the while that the curve stays on a half, and its start when it ends there', () => {
    expect(kaplanMeier([left(2), left(4), left(8), left(9)]).median).toBe(6);
    expect(kaplanMeier([left(2), left(4), stays(8), stays(9)]).median).toBe(4);
    expect(kaplanMeier([left(2), left(4), left(5)]).median).toBe(4);
    expect(kaplanMeier([left(2), stays(4), stays(5)]).median).toBeNull();
    // Six factors of a product that is a half only up to rounding.
    const six = [1, 2, 3].map((time) => left(time));
    expect(kaplanMeier([...six, left(10), left(11), left(12)]).median).toBe(6.5);
  });
  it('has no uncertainty to give once the curve is at 0', () => {
    const { steps } = kaplanMeier([left(2), left(4)]);
    expect(steps[1]).toMatchObject({ survival: 0, standardError: null, logLog: null, log: null });
  });
  it('holds people at risk from the day after their entry on, and drops those never observed', () => {
    const { steps, people } = kaplanMeier([left(5, 0), left(6, 5), stays(7, 4), left(3, 3), left(2, 8)]);
    expect(people).toBe(3);
    expect(steps.map(({ time, atRisk }) => [time, atRisk])).toEqual([
      [5, 2],
      [6, 2],
    ]);
  });
  it('agrees with a plain count at every step', () => {
    fc.assert(
      fc.property(fc.array(anySpell, { maxLength: 30 }), (spells) => {
        const curve = kaplanMeier(spells);
        const seen = spells.filter(({ time, entry }) => entry === null || entry < time);
        let survival = 1;
        for (const step of curve.steps) {
          const atRisk = seen.filter(
            ({ time, entry }) => time >= step.time && (entry === null || entry < step.time),
          );
          const events = seen.filter(({ time, event }) => event && time === step.time);
          expect([step.atRisk, step.events]).toEqual([atRisk.length, events.length]);
          survival *= 1 - events.length / atRisk.length;
          expect(step.survival).toBeCloseTo(survival, 12);
          if (step.logLog !== null) {
            expect(step.logLog.lower).toBeGreaterThanOrEqual(0);
            expect(step.logLog.lower).toBeLessThanOrEqual(step.survival);
            expect(step.logLog.upper).toBeGreaterThanOrEqual(step.survival);
            expect(step.logLog.upper).toBeLessThanOrEqual(1);
          }
        }
        expect(curve.steps).toHaveLength(new Set(seen.flatMap((s) => (s.event ? [s.time] : []))).size);
        if (curve.median !== null) expect(survivalAt(curve, curve.median)).toBeLessThan(0.5 + 1e-7);
      }),
    );
  });
  it('is the plain share still here when everybody was followed to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 30 }), fc.nat(20), (times, at) => {
        const curve = kaplanMeier(times.map((time) => left(time)));
        const share = times.filter((time) => time > at).length / times.length;
        expect(survivalAt(curve, at)).toBeCloseTo(share, 12);
      }),
    );
  });
});

describe('tenureSpells', () => {
  const d = toLocalDate;
  const asOf = d('2026-03-31');
  const spells = (rows: [string, string, string | null][], recordsFrom: string | null = null) =>
    tenureSpells(
      rows.map(([id, start, end]) => ({ id, start: d(start), end: end === null ? null : d(end) })),
      { recordsFrom: recordsFrom === null ? null : d(recordsFrom), asOf },
    );

  it('runs from the start to the first day out, or to the day the figures stand at', () => {
    expect(spells([['A', '2026-01-01', '2026-01-10']])).toEqual([left(10)]);
    expect(spells([['A', '2026-03-01', null]])).toEqual([stays(30)]);
    // Last day in post is today: still here today.
    expect(spells([['A', '2026-03-01', '2026-03-31']])).toEqual([stays(30)]);
    expect(spells([['A', '2026-03-01', '2026-03-30']])).toEqual([left(30)]);
    expect(spells([['A', '2026-04-01', null]])).toEqual([]);
  });
  it('joins posts without a break into one stint and keeps a return apart', () => {
    expect(
      spells([
        ['A', '2026-01-01', '2026-01-31'],
        ['A', '2026-02-01', null],
        ['B', '2026-01-01', '2026-01-31'],
        ['B', '2026-03-01', null],
      ]),
    ).toEqual([stays(89), left(31), stays(30)]);
  });
  it('lets people who were here before the records began enter late, and drops those who had left', () => {
    expect(
      spells(
        [
          ['A', '2025-01-01', null],
          ['B', '2025-01-01', '2025-12-31'],
          ['C', '2025-12-31', '2026-01-01'],
          ['D', '2026-01-01', null],
        ],
        '2026-01-01',
      ),
    ).toEqual([stays(454, 365), left(2, 1), stays(89)]);
  });
  it('loses nobody', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(900), fc.option(fc.nat(900))), { maxLength: 20 }), (people) => {
        const rows = people.map(([startsBefore, days], index) => {
          const start = addDays(asOf, -startsBefore);
          return { id: String(index), start, end: days === null ? null : addDays(start, days) };
        });
        const all = tenureSpells(rows, { recordsFrom: null, asOf });
        expect(all).toHaveLength(people.length);
        expect(all.filter(({ event }) => event)).toHaveLength(
          rows.filter(({ end }) => end !== null && end < asOf).length,
        );
        for (const { time } of all) expect(time).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('retentionCurve', () => {
  it('says nothing on fewer than five people', () => {
    expect(retentionCurve([left(3), stays(4), stays(5), stays(6)])).toBeNull();
    expect(retentionCurve([])).toBeNull();
  });
  it('starts where enough people are followed, so that one early leaver does not pull it to 0', () => {
    const late = Array.from({ length: 8 }, (_, index) => stays(40 + index, 10));
    const spells = [left(2), ...late, left(20, 10)];
    expect(survivalAt(kaplanMeier(spells), 30)).toBe(0);
    const retention = retentionCurve(spells)!;
    expect(retention.from).toBe(10);
    // From 43 on only four are left.
    expect(retention.until).toBe(43);
    expect(survivalAt(retention.curve, 30)).toBeCloseTo(8 / 9, 12);
  });
  it('is the whole curve for a complete list, up to where fewer than five remain', () => {
    const spells = [1, 2, 3, 4, 5, 6, 7, 8].map((time) => left(time));
    const retention = retentionCurve(spells)!;
    expect([retention.from, retention.until]).toEqual([0, 4]);
    expect(retention.curve.steps.map(({ survival }) => survival)).toEqual([7 / 8, 6 / 8, 5 / 8, 4 / 8]);
    const points = retentionAt(spells, retention, [0, 2.5, 4, 5]);
    expect(points.map((point) => point && [point.share, point.atRisk])).toEqual([
      [1, 8],
      [0.75, 6],
      [0.5, 4],
      null,
    ]);
    expect([points[0]?.interval, points[1]?.interval === null]).toEqual([null, false]);
  });
  it('never rests a step on fewer than the least number', () => {
    fc.assert(
      fc.property(fc.array(anySpell, { maxLength: 60 }), fc.integer({ min: 1, max: 8 }), (spells, least) => {
        const retention = retentionCurve(spells, least);
        if (retention === null) return;
        expect(retention.until).toBeGreaterThan(retention.from);
        for (const step of retention.curve.steps) {
          expect(step.atRisk).toBeGreaterThanOrEqual(least);
          expect(step.time).toBeGreaterThan(retention.from);
          expect(step.time).toBeLessThanOrEqual(retention.until);
        }
      }),
    );
  });
});
