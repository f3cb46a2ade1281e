/** When it is late, when work begins again, and the one line that is said of it. */
import { describe, expect, it } from 'vitest';
import { isOutsideWork, lateLine, nextStart, startWords, type WallTime } from '@shared/habits/working-hours';
import { toLocalDate } from '@shared/kernel/local-date';

const work = { from: '09:00', to: '17:00', days: [1, 2, 3, 4, 5] };
/** 2026-03-31 is a Tuesday. */
const at = (day: string, time: string): WallTime => ({ day: toLocalDate(day), time });

function said(now: WallTime, dueNow = 0): string {
  const start = nextStart(work, now);
  return start === null ? '' : lateLine(now, start, dueNow);
}

describe('outside working time', () => {
  it('is before the start, from the end on, and on days that are no working days', () => {
    expect(isOutsideWork(work, at('2026-03-31', '08:59'))).toBe(true);
    expect(isOutsideWork(work, at('2026-03-31', '09:00'))).toBe(false);
    expect(isOutsideWork(work, at('2026-03-31', '16:59'))).toBe(false);
    expect(isOutsideWork(work, at('2026-03-31', '17:00'))).toBe(true);
    expect(isOutsideWork(work, at('2026-03-28', '12:00'))).toBe(true);
    expect(isOutsideWork({ ...work, days: [6] }, at('2026-03-28', '12:00'))).toBe(false);
  });

  it('is never where the hours run over midnight or stand still: those say nothing of an evening', () => {
    const night = { ...work, from: '21:00', to: '07:00' };
    expect(isOutsideWork(night, at('2026-03-31', '12:00'))).toBe(false);
    expect(isOutsideWork({ ...work, to: '09:00' }, at('2026-03-31', '12:00'))).toBe(false);
    expect(isOutsideWork({ ...work, days: [] }, at('2026-03-31', '23:00'))).toBe(false);
  });
});

describe('the next start', () => {
  it('is this morning, tomorrow, or the first working day after', () => {
    expect(nextStart(work, at('2026-03-31', '05:10'))).toEqual(at('2026-03-31', '09:00'));
    expect(nextStart(work, at('2026-03-31', '21:40'))).toEqual(at('2026-04-01', '09:00'));
    expect(nextStart(work, at('2026-03-27', '19:00'))).toEqual(at('2026-03-30', '09:00'));
    expect(nextStart({ ...work, days: [2] }, at('2026-03-31', '18:00'))).toEqual(at('2026-04-07', '09:00'));
    expect(nextStart({ ...work, days: [] }, at('2026-03-31', '18:00'))).toBeNull();
  });

  it('is said as somebody says it at that hour', () => {
    expect(startWords(at('2026-04-01', '09:00'), at('2026-03-31', '21:40'))).toBe('09:00');
    expect(startWords(at('2026-03-30', '09:00'), at('2026-03-27', '19:00'))).toBe('Monday, 09:00');
  });
});

describe('the line', () => {
  it('says that nothing is needed, and until when', () => {
    expect(said(at('2026-03-31', '21:40'))).toBe('It is 21:40. Nothing here needs you before 09:00.');
    expect(said(at('2026-03-28', '10:15'))).toBe('It is 10:15. Nothing here needs you before Monday, 09:00.');
  });

  it('does not say so while something is due that cannot wait', () => {
    expect(said(at('2026-03-31', '21:40'), 1)).toBe(
      'It is 21:40. One thing is due. The rest can wait until 09:00.',
    );
    expect(said(at('2026-03-31', '21:40'), 3)).toBe(
      'It is 21:40. 3 things are due. The rest can wait until 09:00.',
    );
  });
});
