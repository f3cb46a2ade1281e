/** One measure, by the chart that somebody chose and what they have set for it. */
import { describe, expect, it } from 'vitest';
import { gapsChart } from '@shared/charts/gaps-chart';
import { annotated, hiddenWords, measureChart } from '@shared/charts/measure-chart';
import { phaseSuggestion } from '@shared/charts/phase-suggestion';
import { addMonthsToMonth, lastDayOf, toLocalDate, type LocalMonth } from '@shared/kernel/local-date';
import { blankChartSetting, type ChartSetting } from '@shared/records/chart-setting/chart-setting';
import { chartNotes } from '@shared/workforce/chart-notes';
import type { FigureRow } from '@shared/workforce/figure-row';
import { knownRows } from '@shared/workforce/known-rows';
import { measureOf } from '@shared/workforce/measures';

const start = '2022-01' as LocalMonth;
const monthAt = (at: number): LocalMonth => addMonthsToMonth(start, at);

function row(at: number, over: Partial<FigureRow> = {}): FigureRow {
  const month = monthAt(at);
  return {
    month,
    through: lastDayOf(month),
    isPartial: false,
    headcount: 20,
    volunteers: 0,
    wte: 18,
    withoutHours: 0,
    joiners: 0,
    leavers: at % 3 === 0 ? 1 : 0,
    leavers12: 4,
    resignations12: 2,
    leaversWithoutReason12: 0,
    openingHeadcount12: 20,
    turnoverAverage12: 0.2,
    turnoverOpening12: 0.2,
    turnoverVoluntary12: 0.1,
    stabilityIndex12: 0.8,
    fteDaysLost: 20,
    fteDaysAvailable: 500,
    sicknessRate: 0.04 + (at % 2) / 100,
    longTermFteDays: 5,
    shortTermFteDays: 15,
    hoursLost: null,
    hoursContracted: null,
    hoursLostLongTerm: null,
    sicknessRateHours: null,
    fundedWte: null,
    vacantWte: null,
    vacancyRate: null,
    caseload: null,
    practice: null,
    coverage: null,
    hand: null,
    source: { staff: 'records', sickness: 'records' },
    ...over,
  };
}
const rows = (count: number, over: (at: number) => Partial<FigureRow> = () => ({})): FigureRow[] =>
  Array.from({ length: count }, (_, at) => row(at, over(at)));

const sickness = measureOf('sickness-days');
const setting = (over: Partial<ChartSetting>): ChartSetting => ({
  ...blankChartSetting('sickness-days', null),
  ...over,
});
const phase = (from: LocalMonth): ChartSetting['phases'][number] => ({
  from,
  reason: 'Second site opened',
  author: 'Service manager',
  setOn: toLocalDate('2025-12-01'),
  removedOn: null,
});
const chart = (over: Partial<Parameters<typeof measureChart>[0]>) =>
  measureChart({
    measure: sickness,
    kind: 'xmr',
    rows: rows(48),
    shown: 120,
    setting: null,
    notes: [],
    ...over,
  });

/** Half the months low, half high: a step that nobody has named yet. */
const step = (at: number): Partial<FigureRow> => ({ sicknessRate: (at < 30 ? 0.03 : 0.06) + (at % 2) / 200 });

describe('lines', () => {
  it('are the same whatever part of the months is looked at', () => {
    for (const kind of ['run', 'xmr'] as const) {
      const whole = chart({ kind, rows: rows(48, step) });
      const part = chart({ kind, rows: rows(48, step), shown: 12 });
      expect(part.x.points).toHaveLength(12);
      expect(part.headline).toBe(whole.headline);
      expect(part.subtitle).toMatch(/^January 2025 to December 2025\./);
      expect(part.subtitle).toContain('Lines are made from all months since January 2022.');
      expect(part.references.map(({ value }) => value)).toEqual(whole.references.map(({ value }) => value));
      expect(part.bands?.[0]?.spans).toEqual(whole.bands?.[0]?.spans.slice(-12));
      expect(part.flags).toEqual(
        whole.flags.filter(({ at }) => at >= 36).map((flag) => ({ ...flag, at: flag.at - 36 })),
      );
    }
  });

  it('start anew in a phase, and keep the one before', () => {
    const spec = chart({ rows: rows(48, step), setting: setting({ phases: [phase(monthAt(30))] }) });
    const [band] = spec.bands ?? [];
    expect(band?.phaseStarts).toEqual([0, 30]);
    expect(band?.spans[10]?.middle).toBeCloseTo(0.0325, 6);
    expect(band?.spans[40]?.middle).toBeCloseTo(0.0625, 6);
    expect(spec.annotations).toContainEqual({
      at: 30,
      label: 'New phase: Second site opened',
      kind: 'phase',
    });
    const cut = chart({
      rows: rows(48, step),
      shown: 12,
      setting: setting({ phases: [phase(monthAt(30))] }),
    });
    expect(cut.bands?.[0]?.phaseStarts).toEqual([0]);
  });

  it('have a middle value for each phase of a run chart', () => {
    const spec = chart({
      kind: 'run',
      rows: rows(48, step),
      setting: setting({ phases: [phase(monthAt(30))] }),
    });
    expect(spec.references.map(({ label, span }) => [label, span])).toEqual([
      ['Middle value before', { from: 0, to: 29 }],
      ['Middle value', { from: 30, to: 47 }],
    ]);
    expect(spec.flags).toEqual([]);
    expect(chart({ kind: 'run', rows: rows(48, step) }).flags.length).toBeGreaterThan(0);
  });

  it('forget a phase that was taken back', () => {
    const taken = { ...phase(monthAt(30)), removedOn: toLocalDate('2025-12-02') };
    expect(chart({ rows: rows(48, step), setting: setting({ phases: [taken] }) })).toEqual(
      chart({ rows: rows(48, step) }),
    );
  });

  it('are wider with all moves in, and the chart says which is on', () => {
    const spiky = rows(48, (at) => ({ sicknessRate: at === 20 ? 0.3 : 0.04 + (at % 2) / 100 }));
    const on = chart({ rows: spiky });
    const off = chart({ rows: spiky, setting: setting({ isScreened: false }) });
    expect(off.bands?.[0]?.spans[0]?.high).toBeGreaterThan(on.bands?.[0]?.spans[0]?.high ?? 1);
    expect(on.notes.join(' ')).toContain('large moves left out');
    expect(off.notes.join(' ')).toContain('all moves in the limits');
  });

  it('are fewer with few months, and the chart says so', () => {
    const few = chart({ rows: rows(4) });
    expect(few.bands).toEqual([]);
    expect(few.headline).toContain('too early');
    expect(few.reading).toBeNull();
    expect(chart({ rows: rows(8) }).bands?.[0]?.trialPhases).toEqual([0]);
    expect(chart({ kind: 'run', rows: rows(9) }).references).toEqual([]);
  });
});

describe('what a person sets', () => {
  it('marks a month on the run chart, with who and why', () => {
    const marks = [
      {
        month: monthAt(20),
        reason: 'Flu',
        author: 'Lead',
        setOn: toLocalDate('2025-12-01'),
        removedOn: null,
      },
    ];
    const spec = chart({ kind: 'run', setting: setting({ marks }) });
    expect(spec.flags).toEqual([{ at: 20, tone: 'neutral', reason: 'Marked by Lead: Flu' }]);
  });

  it('judges a target in words', () => {
    expect(chart({ setting: setting({ target: 0.5 }) }).reading?.assurance?.icon).toBe('pass');
    expect(chart({ setting: setting({ target: 0.001 }) }).reading?.assurance?.icon).toBe('fail');
    expect(chart({ setting: setting({ target: 0.5, improvement: 'higher' }) }).reading?.assurance?.icon).toBe(
      'fail',
    );
    expect(
      chart({ setting: setting({ target: 0.5, improvement: 'neutral' }) }).reading?.assurance,
    ).toBeNull();
  });

  it('is only suggested, where a run is long enough and not yet a phase', () => {
    const found = phaseSuggestion(sickness, rows(48, step), null);
    expect(found).toMatchObject({ side: 'above', from: monthAt(30), length: 18, missing: 0 });
    expect(phaseSuggestion(sickness, rows(48), null)).toBeNull();
    expect(phaseSuggestion(sickness, rows(48, step), setting({ phases: [phase(monthAt(30))] }))).toBeNull();
    expect(phaseSuggestion(measureOf('turnover-average'), rows(48), null)).toBeNull();
  });
});

describe('a measure of overlapping windows', () => {
  it('has a line and no rule', () => {
    const spec = chart({
      measure: measureOf('turnover-average'),
      kind: 'run',
      rows: rows(48, (at) => ({ turnoverAverage12: at < 24 ? 0.1 : 0.3 })),
    });
    expect(spec.flags).toEqual([]);
    expect(spec.subtitle).toContain('Run rules are not used');
    expect(spec.headline).toContain('a year before');
  });
});

describe('attribute charts', () => {
  const practice = (taken: number, due: number): Partial<FigureRow> => ({
    practice: {
      breaks: { above: taken, below: due },
      protectedTime: null,
      trainingMissedWorkload: null,
      trainingMissedOfBooked: null,
      sessionsCut: null,
      shiftsFilled: null,
    },
  });
  it('make p limits of each month’s own number, and scaled ones where numbers are large', () => {
    const breaks = measureOf('breaks');
    const small = chart({ measure: breaks, kind: 'p', rows: rows(24, (at) => practice(80 + (at % 5), 100)) });
    expect(small.subtitle).toContain('p-chart');
    expect(small.bands?.[0]?.spans[0]?.middle).toBeCloseTo(0.82, 1);
    const large = chart({
      measure: breaks,
      kind: 'p',
      rows: rows(24, (at) => practice(8000 + 300 * (at % 5), 10_000)),
    });
    expect(large.subtitle).toContain('p-prime');
  });
  it('count leavers, and set them over the people they come from', () => {
    const leavers = measureOf('leavers');
    expect(chart({ measure: leavers, kind: 'c' }).series[0]?.values.slice(0, 3)).toEqual([1, 0, 0]);
    const u = chart({ measure: leavers, kind: 'u' });
    expect(u.series[0]?.values.slice(0, 2)).toEqual([0.05, 0]);
    expect(u.y.format).toBe('percent');
  });
});

describe('few people', () => {
  it('leave a gap, or nothing at all', () => {
    const spec = chart({ rows: rows(48, (at) => (at === 10 ? { headcount: 4 } : {})) });
    expect(spec.series[0]?.values[10]).toBeNull();
    expect(spec.x.points[10]?.detail).toBeUndefined();
    const none = chart({ rows: rows(48, () => ({ headcount: 4 })) });
    expect(none.hidden).toBe(hiddenWords);
    expect(JSON.stringify(none)).not.toContain('WTE days lost of');
  });
});

describe('months before leavers were recorded', () => {
  it('are left out of figures of staff, and of nothing else', () => {
    const all = rows(48);
    const from = toLocalDate('2023-03-15');
    expect(knownRows(measureOf('headcount'), all, from)).toMatchObject({ from: '2023-04' });
    expect(knownRows(measureOf('turnover-average'), all, from).rows[0]?.month).toBe('2024-03');
    expect(knownRows(sickness, all, from)).toEqual({ rows: all, from: null });
    expect(knownRows(measureOf('headcount'), all, null).rows).toBe(all);
    const typed = rows(48, () => ({ source: { staff: 'by-hand', sickness: 'none' } }));
    expect(knownRows(measureOf('headcount'), typed, from).rows).toHaveLength(48);
  });
});

describe('notes and events', () => {
  const notes = chartNotes(
    [
      {
        id: 'a',
        value: { from: toLocalDate('2023-05-02'), to: toLocalDate('2023-05-12'), text: 'Moved', team: null },
      },
      { id: 'b', value: { from: toLocalDate('2023-06-02'), to: null, text: 'New lead', team: 'Hub' } },
    ],
    [{ id: 'p', value: { eventType: 'suicide', occurredOn: toLocalDate('2023-04-03') } }],
    null,
  );
  it('stand at their month, an event by its type alone and a team’s note on its own charts', () => {
    expect(notes.map(({ label, day }) => [label, day])).toEqual([
      ['Suicide', '3 April 2023'],
      ['Moved', '2 May to 12 May 2023'],
    ]);
    const spec = chart({ notes });
    expect(spec.annotations.map(({ at, label }) => [at, label])).toEqual([
      [15, 'Suicide'],
      [16, 'Moved'],
    ]);
    expect(annotated(chart({}), notes).annotations).toEqual(spec.annotations);
  });
});

describe('days between', () => {
  const asOf = toLocalDate('2026-03-31');
  const base = { id: 'x', title: 'Days between', measure: 'Time between', asOf, shown: 60 };
  it('tells the wait that still runs and keeps it out of the chart', () => {
    const days = [
      '2025-01-10',
      '2025-02-01',
      '2025-05-04',
      '2025-06-30',
      '2025-08-02',
      '2025-12-24',
      '2026-03-01',
    ];
    const { spec, running } = gapsChart({
      ...base,
      events: days.map((on) => ({ on: toLocalDate(on), at: null })),
    });
    expect(running).toBe(30);
    expect(spec.series[0]?.values).toEqual([22, 92, 57, 33, 144, 67]);
    expect(spec.subtitle).toContain('t-chart');
    expect(spec.bands).toHaveLength(1);
  });
  it('takes whole days where two fall on one moment, and the time of day where it is known', () => {
    const on = toLocalDate('2026-01-10');
    const same = [
      { on, at: null },
      { on, at: null },
      { on: toLocalDate('2026-02-10'), at: null },
    ];
    expect(gapsChart({ ...base, events: same }).spec.series[0]?.values).toEqual([0, 31]);
    const timed = [
      { on, at: '06:00' },
      { on, at: '18:00' },
    ];
    expect(gapsChart({ ...base, events: timed }).spec.series[0]?.values).toEqual([0.5]);
  });
  it('draws nothing from one date', () => {
    const one = gapsChart({ ...base, events: [{ on: toLocalDate('2026-01-10'), at: null }] });
    expect(one.spec.hidden).not.toBeNull();
    expect(one.running).toBe(80);
  });
});
