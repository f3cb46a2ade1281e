import { describe, expect, it } from 'vitest';
import { toLocalDate, type LocalMonth } from '@shared/kernel/local-date';
import {
  blankChartSetting,
  chartSettingKind,
  chartSettingSchema,
} from '@shared/records/chart-setting/chart-setting';
import {
  readTarget,
  reasonProblems,
  targetText,
  withMark,
  withoutMark,
  withoutPhase,
  withPhase,
} from '../../../renderer/features/workforce/figure/setting-form';

const share = { low: 0, high: 1 };
const today = toLocalDate('2026-03-31');
const fields = { month: '2025-05', reason: ' Second site ', author: 'Lead' };
const blank = blankChartSetting('sickness-days', null);

describe('a target', () => {
  it('is read as it is written, and written back the same', () => {
    for (const [text, target] of [
      ['4', 0.04],
      ['4.5 %', 0.045],
      ['0', 0],
      ['100', 1],
    ] as const) {
      expect(readTarget(text, 'percent', share)).toEqual({ target });
    }
    expect(targetText(0.07, 'percent')).toBe('7');
    expect(targetText(0.285, 'percent')).toBe('28.5');
    expect(targetText(18.5, 'one-decimal')).toBe('18.5');
    expect(readTarget(' ', 'percent', share)).toEqual({ target: null });
  });
  it('is refused with a reason when it cannot be', () => {
    for (const text of ['four', '-3', '101', '1e9']) {
      expect(readTarget(text, 'percent', share), text).toHaveProperty('problem.field', 'target');
    }
    expect(readTarget('1000000', 'whole', { low: 0, high: null })).toHaveProperty('problem');
  });
});

describe('a phase and a mark', () => {
  it('need a month, a reason and somebody who decided', () => {
    const problems = reasonProblems({ month: '', reason: ' ', author: '' }, [], '');
    expect(problems.map(({ field }) => field)).toEqual(['month', 'reason', 'author']);
    expect(reasonProblems(fields, ['2025-05' as LocalMonth], 'Taken')).toEqual([
      { field: 'month', message: 'Taken' },
    ]);
    expect(reasonProblems(fields, [], '')).toEqual([]);
  });
  it('stay as history when they are taken back, and can be set again', () => {
    const set = withPhase(blank, fields, today);
    const [phase] = set.phases;
    expect(phase).toMatchObject({ from: '2025-05', reason: 'Second site', removedOn: null });
    if (phase === undefined) throw new Error('no phase');
    const again = withPhase(withoutPhase(set, phase, today), fields, today);
    expect(again.phases.map(({ removedOn }) => removedOn)).toEqual([today, null]);
    expect(chartSettingSchema.safeParse(again).success).toBe(true);
    expect(chartSettingSchema.safeParse(withPhase(set, fields, today)).success).toBe(false);

    const marked = withMark(blank, fields, today);
    const [mark] = marked.marks;
    if (mark === undefined) throw new Error('no mark');
    expect(withoutMark(marked, mark, today).marks).toEqual([{ ...mark, removedOn: today }]);
  });
  it('lose a name when its person is erased, and still say something', () => {
    const left = chartSettingKind.without(
      withPhase(blank, { ...fields, author: 'Ailsa Munro' }, today),
      { id: '0'.repeat(32) as never, line: (text) => text.replace('Ailsa Munro', ''), note: (text) => text },
      '0'.repeat(32) as never,
    );
    expect(left?.phases[0]?.author).toBe('Someone who left');
    expect(chartSettingSchema.safeParse(left).success).toBe(true);
  });
});
