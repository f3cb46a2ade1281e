import { expect, it } from 'vitest';
import { recordContact, setOptedOut } from '@shared/event-plans/contacts';
import { changeStep, openPlan } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { timelineItems, waitingPeople } from '../../../renderer/features/incidents/timeline/timeline-items';

const id = 'a'.repeat(32) as RecordId;
const freya = '1'.repeat(32) as RecordId;
const day = toLocalDate('2026-05-11');
const words = { nameOf: () => 'Freya', notificationTitle: (itemId: string) => `Item ${itemId}` };
const opened = openPlan({
  nation: 'scotland',
  template: templateFor('drug-related-death'),
  eventType: 'drug-related-death',
  occurredOn: day,
  occurredAt: '16:20',
  everyoneSafe: 'yes',
  facts: '',
  affected: [{ personId: freya, closeness: 'named-worker' }],
});
const [firstStep] = opened.steps;
const plan: EventPlan = {
  ...recordContact(changeStep(opened, firstStep?.id ?? '', { doneOn: addDays(day, 1) }), freya, {
    phaseId: 'hours-24-72',
    status: 'accepted',
    on: addDays(day, 2),
    by: 'Manager',
  }),
  notifications: [
    { itemId: 'x', state: 'notified', who: 'Ann', on: addDays(day, 1), at: '09:40', reference: 'CI-1' },
    { itemId: 'y', state: 'open', who: '', on: null, at: '', reference: '' },
  ],
};
const line = (today: string, of: EventPlan = plan) =>
  timelineItems(id, of, 'support', toLocalDate(today), words);

it('begins with the event, is in order of days, and holds today once', () => {
  const items = line('2026-05-20');
  expect(items[0]).toMatchObject({ title: 'Drug-related death', on: day, at: '16:20' });
  expect(items[1]).toMatchObject({ title: 'Plan made' });
  expect(items.map(({ on }) => on)).toEqual(items.map(({ on }) => on).toSorted());
  expect(items.filter(({ title }) => title === 'Today')).toHaveLength(1);
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
});

it('what was done stands on the day it was done, with who and the reference', () => {
  const items = line('2026-05-20');
  expect(items.find(({ title }) => title === firstStep?.title)).toMatchObject({
    on: '2026-05-12',
    state: 'done',
  });
  expect(items.find(({ title }) => title === 'Check-in with Freya: accepted')).toMatchObject({
    on: '2026-05-13',
    detail: '24 to 72 hours. By Manager',
  });
  expect(items.filter(({ title }) => title.startsWith('Notified'))).toMatchObject([
    { title: 'Notified: Item x', on: '2026-05-12', at: '09:40', detail: 'By Ann. Reference CI-1' },
  ]);
});

it('what is late says so in words', () => {
  const late = line('2026-05-20').filter(({ isLate }) => isLate);
  expect(late.length).toBeGreaterThan(0);
  for (const item of late) expect(item.detail).toMatch(/^Overdue since /);
  expect(line('2026-05-11').some(({ isLate }) => isLate)).toBe(false);
});

it('a choice of no further contact stands on the line, and nobody waits for it', () => {
  expect(waitingPeople(plan, toLocalDate('2026-06-09'))).toBe(1);
  const chosen = setOptedOut(plan, freya, toLocalDate('2026-06-09'));
  expect(waitingPeople(chosen, toLocalDate('2026-06-09'))).toBe(0);
  expect(line('2026-06-10', chosen).some(({ title }) => title === 'Freya chose no further contact')).toBe(
    true,
  );
});

it('learning and investigation has a line of its own, without people and answers', () => {
  const items = timelineItems(id, plan, 'investigation', toLocalDate('2026-05-20'), words);
  expect(items.some(({ title }) => title.includes('Freya'))).toBe(false);
  expect(items[0]?.title).toBe('Drug-related death');
});
