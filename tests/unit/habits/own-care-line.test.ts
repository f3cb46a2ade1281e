/** The sentence on Today about the manager's own rest. */
import { describe, expect, it } from 'vitest';
import { ownCareLine } from '@shared/habits/own-care-line';
import { noOwnCare, type OwnCare } from '@shared/records/own-care/own-care';
import { day, storyWeeks } from './story';

const today = day('2026-03-31');
const line = (care: Partial<OwnCare>, weeks = storyWeeks.slice(0, 0)): string =>
  ownCareLine({ ...noOwnCare, ...care }, weeks, today);

describe('ownCareLine', () => {
  it('says what is known of leave and supervision in one or two sentences', () => {
    expect(line({ lastLeaveUntil: day('2026-01-27'), nextSupervisionOn: day('2026-04-02') })).toBe(
      'Your last leave ended 9 weeks ago. Your own supervision is on Thursday.',
    );
    expect(line({ nextLeaveFrom: day('2026-04-20'), lastSupervisionOn: day('2026-03-20') })).toBe(
      'Your next leave begins on 20 April. Your own supervision was 11 days ago; no next date is set.',
    );
  });

  it('knows today, tomorrow, leave that still runs, and dates far off', () => {
    expect(line({ nextSupervisionOn: today })).toBe('Your own supervision is today.');
    expect(line({ nextLeaveFrom: day('2026-04-01') })).toBe('Your next leave begins tomorrow.');
    expect(line({ lastLeaveUntil: day('2026-04-03') })).toBe('You are on leave until Friday.');
    expect(line({ nextLeaveFrom: day('2027-02-01') })).toBe('Your next leave begins on 1 February 2027.');
    expect(line({ lastLeaveUntil: day('2025-06-01') })).toBe(
      'Your last leave ended more than six months ago.',
    );
    expect(line({ lastLeaveUntil: day('2026-03-30') })).toBe('Your last leave ended yesterday.');
  });

  it('passes over dates that went by without another', () => {
    expect(line({ nextLeaveFrom: day('2026-03-01'), lastLeaveUntil: day('2026-03-20') })).toBe(
      'Your last leave ended 11 days ago.',
    );
    expect(line({ nextSupervisionOn: day('2026-03-10') })).toBe(ownCareLine(null, [], today));
  });

  it('counts the days of this week where there is room, and offers a start where nothing is known', () => {
    expect(ownCareLine(null, storyWeeks, day('2026-03-27'))).toBe(
      'You left on time on 2 of 5 days this week.',
    );
    expect(ownCareLine(null, storyWeeks, today)).toContain('your own page');
    expect(ownCareLine(noOwnCare, [], today)).toBe(ownCareLine(null, [], today));
  });

  it('keeps every sentence short', () => {
    const texts = [
      line({ lastLeaveUntil: day('2026-01-27'), lastSupervisionOn: day('2026-02-01') }, [...storyWeeks]),
      ownCareLine(null, [], today),
    ];
    for (const sentence of texts.flatMap((text) => text.split('. ')))
      expect(sentence.split(' ').length).toBeLessThanOrEqual(20);
  });
});
