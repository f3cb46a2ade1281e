import { describe, expect, it } from 'vitest';
import { eventsInYear } from '@shared/event-plans/exposure';
import { openPlan } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import { parseTimeText } from '@shared/event-plans/time-text';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';

describe('parseTimeText', () => {
  it.each([
    ['16:20', '16:20'],
    ['1620', '16:20'],
    ['16.20', '16:20'],
    ['4.20pm', '16:20'],
    ['4 pm', '16:00'],
    ['9', '09:00'],
    ['905', '09:05'],
    ['12am', '00:00'],
    ['12:30pm', '12:30'],
    ['23:59', '23:59'],
    ['0:00', '00:00'],
    ['', ''],
    ['  ', ''],
  ])('reads "%s"', (text, time) => expect(parseTimeText(text)).toBe(time));
  it.each(['24:00', '16:60', '13pm', '0pm', 'late', '16:2', '1:2:3', '-1'])('does not take "%s"', (text) =>
    expect(parseTimeText(text)).toBeNull(),
  );
});

describe('eventsInYear', () => {
  it('counts the events of the last twelve months that list the person', () => {
    const person = '0'.repeat(31).concat('1') as RecordId;
    const plan = (day: string, listed = true) => ({
      id: day.replaceAll('-', '').padStart(32, '0') as RecordId,
      value: openPlan({
        nation: 'scotland',
        ...{
          template: templateFor('suicide'),
          eventType: 'suicide',
          occurredOn: toLocalDate(day),
          occurredAt: '',
          everyoneSafe: 'yes',
          facts: '',
        },
        affected: listed ? [{ personId: person, closeness: 'knew-them' }] : [],
      }),
    });
    const plans = [
      plan('2025-05-11'),
      plan('2025-05-12'),
      plan('2026-01-05'),
      plan('2026-02-05', false),
      plan('2026-05-11'),
      plan('2026-05-12'),
    ];
    expect(eventsInYear(plans, person, toLocalDate('2026-05-11'))).toBe(3);
  });
});
