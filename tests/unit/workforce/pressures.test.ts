/** Vacancies, what is outside our control, and reviews of policies: days, states, hours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '@shared/kernel/local-date';
import { outsideIssueKind, type OutsideIssue } from '@shared/records/outside-issue/outside-issue';
import { policyReviewKind, type PolicyReview } from '@shared/records/policy-review/policy-review';
import { vacancyKind, type Vacancy } from '@shared/records/vacancy/vacancy';
import { daysOverdue, replyAwaited, reviewAwaited } from '@shared/workforce/outside-issues';
import {
  afterReview,
  comingHours,
  hoursSince,
  quarterHours,
  quarterOf,
  reviewState,
} from '@shared/workforce/policy-reviews';
import { besideFunded, medianFrom, postFigures, postNow, stateOf } from '@shared/workforce/posts';
import { day } from '../retention/support';

const asOf = day('2026-03-31');

function post(changes: Partial<Vacancy> = {}): Vacancy {
  const [example] = vacancyKind.examples;
  if (example === undefined) throw new Error('No example');
  return { ...example, clearedOn: day('2026-01-01'), startedOn: null, freezes: [], rounds: [], ...changes };
}
const now = (changes: Partial<Vacancy>) => postNow({ id: 'a', value: post(changes) }, asOf);

describe('a vacancy', () => {
  it('is open from the day it is cleared to advertise until somebody starts, not until an offer', () => {
    expect(stateOf(post({ clearedOn: day('2026-04-01') }), asOf)).toBe('ahead');
    expect(stateOf(post({ clearedOn: asOf }), asOf)).toBe('open');
    expect(stateOf(post({ startedOn: day('2026-04-01') }), asOf)).toBe('open');
    expect(stateOf(post({ startedOn: asOf }), asOf)).toBe('filled');
    expect(stateOf(post({ withdrawnOn: asOf, withdrawnWhy: 'x' }), asOf)).toBe('withdrawn');
  });

  it('counts its days from being cleared to now, or to the first day of whoever fills it', () => {
    expect(now({}).daysOpen).toBe(89);
    expect(now({ startedOn: day('2026-02-01') }).daysOpen).toBe(31);
    expect(now({ startedOn: day('2026-05-01') }).daysOpen).toBe(89);
    expect(now({ withdrawnOn: day('2026-01-11') }).daysOpen).toBe(10);
  });

  it('is frozen from the first day of a freeze to the day before it may be advertised again', () => {
    const freezes = [{ from: day('2026-02-01'), until: day('2026-03-01'), why: 'Budget' }];
    expect(stateOf(post({ freezes }), day('2026-01-31'))).toBe('open');
    expect(stateOf(post({ freezes }), day('2026-02-01'))).toBe('frozen');
    expect(stateOf(post({ freezes }), day('2026-02-28'))).toBe('frozen');
    expect(stateOf(post({ freezes }), day('2026-03-01'))).toBe('open');
    expect(now({ freezes })).toMatchObject({ state: 'open', daysOpen: 61, daysFrozen: 28 });
    const endless = [{ from: day('2026-02-01'), until: null, why: 'Budget' }];
    expect(now({ freezes: endless })).toMatchObject({ state: 'frozen', daysOpen: 31, daysFrozen: 58 });
  });

  it('has each day open or frozen, whatever freezes overlap', () => {
    const spell = fc
      .tuple(fc.integer({ min: -40, max: 120 }), fc.option(fc.integer({ min: 0, max: 90 })))
      .map(([from, length]) => {
        const first = addDays(day('2026-01-01'), from);
        return { from: first, until: length === null ? null : addDays(first, length), why: 'x' };
      });
    fc.assert(
      fc.property(fc.array(spell, { maxLength: 5 }), (freezes) => {
        const found = now({ freezes });
        let frozen = 0;
        for (let each = day('2026-01-01'); each < asOf; each = addDays(each, 1))
          if (freezes.some(({ from, until }) => from <= each && (until === null || until > each)))
            frozen += 1;
        expect(found.daysFrozen).toBe(frozen);
        expect(found.daysOpen).toBe(daysBetween(day('2026-01-01'), asOf) - frozen);
      }),
    );
  });
});

describe('the list of vacancies', () => {
  const many = (count: number, changes: (index: number) => Partial<Vacancy>) =>
    Array.from({ length: count }, (_, index) => ({ id: String(index), value: post(changes(index)) }));

  it('gives a median and a range from eight posts on, and not below', () => {
    const clearedBy = (index: number) => ({ clearedOn: addDays(asOf, -10 * (index + 1)) });
    expect(postFigures(many(medianFrom - 1, clearedBy), asOf).daysOpen).toBeNull();
    expect(postFigures(many(medianFrom, clearedBy), asOf).daysOpen).toEqual({
      posts: 8,
      median: 45,
      least: 10,
      most: 80,
    });
  });

  it('leaves frozen posts out of the days of open ones, and counts their WTE apart', () => {
    const frozen = { freezes: [{ from: day('2026-01-02'), until: null, why: 'x' }], wte: 0.6 };
    const figures = postFigures([...many(8, () => ({ wte: 0.1 })), ...many(3, () => frozen)], asOf);
    expect(figures).toMatchObject({ openWte: 0.8, frozenWte: 1.8, daysOpen: { posts: 8, least: 89 } });
    expect(figures.frozen).toHaveLength(3);
  });

  it('takes the time to fill from posts filled in the twelve months that end now', () => {
    const filledOn = (started: string) => ({ clearedOn: day('2025-01-01'), startedOn: day(started) });
    const figures = postFigures(
      [...many(1, () => filledOn('2025-03-31')), ...many(8, () => filledOn('2025-04-01'))],
      asOf,
    );
    expect(figures.filled12).toBe(8);
    expect(figures.timeToFill).toMatchObject({ posts: 8, median: 90 });
  });

  it('stands beside funded posts on the same day, frozen posts included', () => {
    const listed = many(3, (index) => ({
      wte: 0.5,
      clearedOn: index === 2 ? day('2026-03-01') : day('2026-01-01'),
      freezes: index === 1 ? [{ from: day('2026-02-01'), until: null, why: 'x' }] : [],
    }));
    const funded = { month: '2026-02' as never, day: day('2026-02-28') };
    expect(besideFunded(listed, { ...funded, vacantWte: 1.0 })).toMatchObject({ listed: 1, agrees: true });
    expect(besideFunded(listed, { ...funded, vacantWte: 2.5 })).toMatchObject({ agrees: false });
    expect(besideFunded(listed, { ...funded, vacantWte: 1.04 }).agrees).toBe(true);
  });
});

function issue(changes: Partial<OutsideIssue> = {}): OutsideIssue {
  const [example] = outsideIssueKind.examples;
  if (example === undefined) throw new Error('No example');
  return { ...example, ...changes };
}
const reply = (on: string, nextDue: string | null) => ({
  id: `reply-${on}`,
  on: day(on),
  from: 'Chair',
  said: 'x',
  nextDue: nextDue === null ? null : day(nextDue),
});

describe('an issue outside our control', () => {
  it('waits for the first reply, then for what the latest one promised', () => {
    expect(replyAwaited(issue({ replies: [] }))).toBe('2026-01-15');
    expect(replyAwaited(issue())).toBe('2026-03-20');
    expect(replyAwaited(issue({ replies: [reply('2026-02-01', null)] }))).toBeNull();
    const twice = [reply('2026-02-10', '2026-04-01'), reply('2026-02-01', '2026-02-20')];
    expect(replyAwaited(issue({ replies: twice }))).toBe('2026-04-01');
  });

  it('waits for nothing once it is answered, accepted or closed, and is looked at until it is closed', () => {
    for (const status of ['answered', 'accepted', 'closed'] as const)
      expect(replyAwaited(issue({ status }))).toBeNull();
    expect(reviewAwaited(issue({ status: 'accepted' }))).toBe('2026-06-01');
    expect(reviewAwaited(issue({ status: 'closed' }))).toBeNull();
    expect([daysOverdue(day('2026-03-20'), asOf), daysOverdue(asOf, asOf), daysOverdue(null, asOf)]).toEqual([
      11, 0, 0,
    ]);
  });

  it('needs a reason to be closed, and both ranks or none', () => {
    const { schema } = outsideIssueKind;
    expect(schema.safeParse(issue({ status: 'closed', statusWhy: '' })).success).toBe(false);
    expect(schema.safeParse(issue({ status: 'closed', statusWhy: 'Settled' })).success).toBe(true);
    expect(schema.safeParse(issue({ likelihood: 3, impact: null })).success).toBe(false);
  });
});

function review(changes: Partial<PolicyReview> = {}): PolicyReview {
  const [example] = policyReviewKind.examples;
  if (example === undefined) throw new Error('No example');
  return { ...example, found: [], lastReviewedOn: day('2024-06-01'), dueOn: day('2026-06-01'), ...changes };
}
const hours = (on: string, count: number) => ({ id: `hours-${on}`, on: day(on), hours: count, by: '' });

describe('a review of a policy', () => {
  it('counts the hours since the last review', () => {
    const found = [
      hours('2024-05-31', 4),
      hours('2024-06-01', 2),
      hours('2026-03-01', 1.5),
      hours('2026-04-02', 9),
    ];
    expect(hoursSince(review({ found }), asOf)).toBe(1.5);
    expect(hoursSince(review({ found, lastReviewedOn: null }), asOf)).toBe(7.5);
  });

  it('is overdue the day after, in progress with its first hour, and rests once it is done', () => {
    expect(reviewState(review({ dueOn: asOf }), asOf)).toBe('not-started');
    expect(reviewState(review({ dueOn: addDays(asOf, -1) }), asOf)).toBe('overdue');
    expect(reviewState(review({ found: [hours('2026-03-30', 1)] }), asOf)).toBe('in-progress');
    expect(reviewState(review({ dueOn: addDays(asOf, 90) }), asOf)).toBe('not-started');
    expect(reviewState(review({ dueOn: addDays(asOf, 91) }), asOf)).toBe('done');
    expect(reviewState(review({ dueOn: addDays(asOf, 91), lastReviewedOn: null }), asOf)).toBe('not-started');
  });

  it('is due an interval after it was looked at, at the end of a shorter month', () => {
    const after = afterReview(
      review({ intervalMonths: 6, found: [hours('2026-03-01', 2)] }),
      day('2026-08-31'),
    );
    expect(after).toMatchObject({ lastReviewedOn: '2026-08-31', dueOn: '2027-02-28' });
    expect(after.found).toHaveLength(1);
  });
});

describe('the hours of a quarter', () => {
  it('are of the calendar quarter', () => {
    expect(quarterOf(day('2026-01-01'))).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(quarterOf(day('2026-12-31'))).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  });

  it('set what is due, less what was found before, beside what was found in it', () => {
    const reviews = [
      // 8 needed, 2 found last year, 3 now: short.
      review({ dueOn: asOf, hoursNeeded: 8, found: [hours('2025-12-31', 2), hours('2026-01-01', 3)] }),
      // Overdue, and nothing.
      review({ dueOn: day('2025-10-01'), hoursNeeded: 4 }),
      // Enough.
      review({ dueOn: asOf, hoursNeeded: 1, found: [hours('2026-02-01', 1)] }),
      // Done in the quarter.
      review({
        lastReviewedOn: day('2026-02-02'),
        dueOn: day('2028-02-02'),
        found: [hours('2026-02-02', 5)],
      }),
      // Later.
      review({ dueOn: day('2026-04-01'), hoursNeeded: 100, found: [hours('2026-02-02', 50)] }),
    ].map((value, index) => ({ id: String(index), value }));
    expect(quarterHours(reviews, asOf)).toEqual({
      from: '2026-01-01',
      to: '2026-03-31',
      reviews: 4,
      done: 1,
      needed: 6 + 4 + 1 + 5,
      found: 3 + 1 + 5,
      withoutTime: 1,
      shortOfTime: 1,
    });
    expect(quarterHours([], asOf)).toMatchObject({ reviews: 0, needed: 0, found: 0 });
    expect(comingHours(reviews, asOf)).toEqual({ to: '2026-06-30', reviews: 1, toFind: 50 });
    expect(comingHours(reviews, day('2026-06-30'))).toMatchObject({
      to: '2026-09-30',
      reviews: 0,
      toFind: 0,
    });
  });
});
