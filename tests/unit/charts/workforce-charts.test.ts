import { describe, expect, it } from 'vitest';
import {
  caseloadChart,
  headcountChart,
  sicknessRateChart,
  turnoverChart,
} from '@shared/charts/workforce-charts';
import { addMonthsToMonth, lastDayOf, type LocalMonth } from '@shared/kernel/local-date';
import type { WorkforceMonth } from '@shared/statistics/monthly-workforce';

const start = '2024-01' as LocalMonth;
const row = (at: number, over: Partial<WorkforceMonth> = {}): WorkforceMonth => {
  const month = addMonthsToMonth(start, at);
  return {
    month,
    through: lastDayOf(month),
    isPartial: false,
    headcount: 20,
    volunteers: 2,
    wte: 15.5,
    withoutHours: 0,
    joiners: 0,
    leavers: 0,
    leavers12: 2,
    openingHeadcount12: 20,
    turnoverAverage12: 0.1,
    turnoverOpening12: 0.1,
    stabilityIndex12: 0.9,
    fteDaysLost: 10,
    fteDaysAvailable: 400,
    sicknessRate: 0.025,
    longTermFteDays: 0,
    ...over,
  };
};
const rows = (count: number, over: (at: number) => Partial<WorkforceMonth> = () => ({})): WorkforceMonth[] =>
  Array.from({ length: count }, (_, at) => row(at, over(at)));
const causes = /because|due to|caused|thanks to|as a result/i;

describe('sickness', () => {
  it('says that it is too early below 10 months and flags nothing', () => {
    const spec = sicknessRateChart(rows(9), start);
    expect(spec.headline).toContain('too early');
    expect(spec.references).toEqual([]);
    expect(spec.flags).toEqual([]);
  });

  it('names its rule set, flags a shift with its reason, and starts at 0', () => {
    const spec = sicknessRateChart(
      rows(24, (at) => ({ sicknessRate: at < 12 ? 0.04 - (at % 2) / 100 : 0.08 - (at % 2) / 100 })),
      start,
    );
    expect(spec.subtitle).toContain('Public Health Scotland run chart rules');
    expect(spec.headline).toMatch(/^Sickness has been above its middle value for 12 months in a row$/);
    expect(spec.headline).not.toMatch(causes);
    expect(spec.flags.map((flag) => flag.at)).toEqual(Array.from({ length: 12 }, (_, at) => at + 12));
    expect(spec.flags[0]?.reason).toBe('One of 12 months in a row above the middle value');
    expect(spec.y.ticks[0]).toBe(0);
  });

  it('leaves out months before the first record, and keeps a missing one as a gap', () => {
    const spec = sicknessRateChart(
      rows(24, (at) => ({ sicknessRate: at === 20 ? null : 0.03 })),
      addMonthsToMonth(start, 6),
    );
    expect(spec.x.points).toHaveLength(18);
    expect(spec.series[0]?.values[14]).toBeNull();
  });
});

describe('turnover', () => {
  it('sets the newest 12 months beside the 12 before, with the counts', () => {
    const spec = turnoverChart(rows(36), []);
    expect(spec.headline).toBe(
      'No clear change in people leaving: 2 of 20 people, and 2 of 20 in the 12 months before',
    );
    expect(spec.x.points[0]?.detail).toBe('2 of 20');
    expect(spec.subtitle).toContain('Run rules are not used');
    expect(spec.flags).toEqual([]);
  });

  it('names a clear change', () => {
    const spec = turnoverChart(
      rows(36, (at) => ({ leavers12: at > 30 ? 14 : 1, turnoverAverage12: at > 30 ? 0.7 : 0.05 })),
      [],
    );
    expect(spec.headline).toMatch(
      /^More people left in the 12 months to December 2026 than in the 12 months before: 14 of 20/,
    );
    expect(spec.headline).not.toMatch(causes);
  });

  it('reaches before the first month shown for its comparison', () => {
    const all = rows(24);
    expect(turnoverChart(all.slice(12), all.slice(0, 12)).headline).toContain('12 months before');
    expect(turnoverChart(all.slice(12), []).headline).not.toContain('12 months before');
  });

  it('has no figure until somebody was in post 12 months earlier', () => {
    const spec = turnoverChart(
      rows(14, (at) => ({ openingHeadcount12: at < 6 ? 0 : 20 })),
      [],
    );
    expect(spec.x.points).toHaveLength(8);
    expect(spec.headline).toContain('too early');
    expect(
      turnoverChart(
        rows(3, () => ({ openingHeadcount12: 0 })),
        [],
      ).hidden,
    ).not.toBeNull();
  });

  it('stands more leavers than people', () => {
    const spec = turnoverChart(
      rows(24, () => ({ leavers12: 30, turnoverAverage12: 1.5 })),
      [],
    );
    expect(spec.headline).toContain('30 of 20');
    expect(spec.y.ticks.at(-1)!).toBeGreaterThanOrEqual(1.5);
  });
});

describe('headcount and caseload', () => {
  it('keeps people, WTE and volunteers apart', () => {
    const spec = headcountChart(rows(3));
    expect(spec.series.map((series) => series.label)).toEqual(['People', 'WTE']);
    expect(new Set(spec.series.map((series) => `${series.dash} ${series.marker}`)).size).toBe(2);
    expect(spec.x.points[0]?.detail).toBe('2');
    expect(headcountChart([]).hidden).not.toBeNull();
  });

  it('shows a month with few workers as a gap', () => {
    const months = [0, 1, 3].map((at) => ({
      month: addMonthsToMonth(start, at),
      workers: at === 1 ? 4 : 9,
      withoutHours: 0,
      medianPerWte: at === 1 ? null : 30,
      range: at === 1 ? null : { lower: 20, upper: 41 },
    }));
    const spec = caseloadChart(months);
    expect(spec.series[0]?.values).toEqual([30, null, null, 30]);
    expect(spec.y.ticks.at(-1)!).toBeGreaterThanOrEqual(41);
    expect(caseloadChart([]).hidden).not.toBeNull();
  });
});
