/** What the forms of vacancies, issues and policy reviews make of what is typed, and what may go on paper. */
import { describe, expect, it } from 'vitest';
import { outsideIssueKind } from '@shared/records/outside-issue/outside-issue';
import { policyReviewKind } from '@shared/records/policy-review/policy-review';
import { vacancyKind } from '@shared/records/vacancy/vacancy';
import type { FigureRow } from '@shared/workforce/figure-row';
import { figuresForPaper, mayStandOnPaper } from '@shared/workforce/figures-for-paper';
import { measureIds, type Measure, type MeasureId } from '@shared/workforce/measures';
import {
  emptyIssue,
  emptyReply,
  fieldsOfIssue,
  fieldsOfReply,
  figureOf,
  figureText,
  readIssue,
  readReply,
} from '../../../renderer/features/workforce/outside/issue-form';
import {
  emptyPolicy,
  fieldsOfPolicy,
  readHours,
  readPolicy,
} from '../../../renderer/features/workforce/policies/policy-form';
import { quarterWords } from '../../../renderer/features/workforce/policies/policy-words';
import { nextId, readAmount } from '../../../renderer/records/form-read';
import {
  emptyPost,
  emptyRound,
  fieldsOfPost,
  fieldsOfRound,
  readPost,
  readRound,
} from '../../../renderer/features/workforce/posts/post-form';
import { besideFundedWords } from '../../../renderer/features/workforce/posts/post-words';
import { day } from '../retention/support';
import { expectCalm } from '../ui/calm';

const today = day('2026-03-31');
const messages = (problems: readonly { readonly field: string }[]) => problems.map(({ field }) => field);

describe('amounts', () => {
  it('take a comma, and refuse what is no plain number', () => {
    expect(['1', '0.6', '0,8', ' 2.5 '].map(readAmount)).toEqual([1, 0.6, 0.8, 2.5]);
    for (const text of ['', 'six', '-1', '1.234', '1e3', '1,000.5', '∞', '12345'])
      expect(readAmount(text)).toBeNull();
  });

  it('numbers go on after the largest, whatever was taken away between', () => {
    expect(nextId('round', [])).toBe('round-1');
    expect(nextId('round', [{ id: 'round-7' }, { id: 'round-2' }, { id: 'other' }])).toBe('round-8');
  });
});

describe('the form of a vacancy', () => {
  it('gives every example back as it was', () => {
    for (const vacancy of vacancyKind.examples)
      expect(readPost(fieldsOfPost(vacancy), vacancy, today).vacancy).toEqual(vacancy);
  });

  it('says what is missing, field by field', () => {
    const fields = { ...emptyPost(today), wte: '0', clearedOn: 'soonish' };
    expect(messages(readPost(fields, null, today).problems)).toEqual(['title', 'wte', 'clearedOn']);
    const [vacancy] = vacancyKind.examples;
    if (vacancy === undefined) throw new Error('No example');
    const early = { ...fieldsOfPost(vacancy), startedOn: '1 Jan 2020' };
    expect(messages(readPost(early, vacancy, today).problems)).toEqual(['startedOn']);
  });

  it('puts a round in by its day, and changes one in its place', () => {
    const [vacancy] = vacancyKind.examples;
    if (vacancy === undefined) throw new Error('No example');
    const between = readRound(
      { ...emptyRound(today), advertisedOn: '2026-01-02', outcome: 'withdrawn' },
      vacancy,
      today,
    ).vacancy;
    expect(between?.rounds.map(({ id }) => id)).toEqual(['round-1', 'round-3', 'round-2']);
    for (const round of vacancy.rounds)
      expect(readRound(fieldsOfRound(round), vacancy, today).vacancy).toEqual(vacancy);
    const wrong = { ...emptyRound(today), advertisedOn: '1 Nov 2025', applicants: '2', shortlisted: '3' };
    expect(messages(readRound(wrong, vacancy, today).problems)).toEqual(['advertisedOn', 'shortlisted']);
    expect(readRound({ ...emptyRound(today), applicants: 'many' }, vacancy, today).vacancy).toBeNull();
  });
});

describe('the forms of an issue', () => {
  it('give every example back as it was', () => {
    for (const issue of outsideIssueKind.examples) {
      const fields = fieldsOfIssue(issue);
      if (issue.situation === '')
        expect(messages(readIssue(fields, issue, today).problems)).toEqual(['situation']);
      else expect(readIssue(fields, issue, today).issue).toEqual(issue);
      for (const reply of issue.replies)
        expect(readReply(fieldsOfReply(reply, issue), issue, today).issue).toEqual(issue);
      for (const figure of issue.figures) expect(figureOf(figureText(figure))).toEqual(figure);
    }
  });

  it('ask for a body, a day, and a reason to close', () => {
    expect(messages(readIssue({ ...emptyIssue(today), raisedOn: '' }, null, today).problems)).toEqual([
      'title',
      'situation',
      'askedOf',
      'raisedOn',
    ]);
    const [issue] = outsideIssueKind.examples;
    if (issue === undefined) throw new Error('No example');
    const reply = { ...emptyReply(issue, today), on: '1 Nov 2025', status: 'closed' };
    expect(messages(readReply(reply, issue, today).problems)).toEqual(['on', 'said', 'statusWhy']);
    const good = readReply({ ...reply, on: 'today', said: 'Done.', statusWhy: 'Bought' }, issue, today).issue;
    expect(good).toMatchObject({ status: 'closed', statusWhy: 'Bought' });
    expect(good?.replies.at(-1)).toMatchObject({ id: 'reply-2', on: today, nextDue: null });
  });
});

describe('the form of a policy review', () => {
  it('gives every example back as it was', () => {
    for (const review of policyReviewKind.examples)
      expect(readPolicy(fieldsOfPolicy(review), review, today).review).toEqual(review);
  });

  it('says what is missing, and takes no hours that are still to come', () => {
    const fields = { ...emptyPolicy(today), intervalMonths: '0', lastReviewedOn: '1 Apr 2026' };
    expect(messages(readPolicy(fields, null, today).problems)).toEqual([
      'document',
      'lastReviewedOn',
      'intervalMonths',
      'hoursNeeded',
    ]);
    const [review] = policyReviewKind.examples;
    if (review === undefined) throw new Error('No example');
    const ahead = { on: '1 Apr 2026', hours: '2', by: '' };
    expect(messages(readHours(ahead, review, today).problems)).toEqual(['on']);
    const early = readHours({ on: '1 Feb 2026', hours: '2', by: 'Two' }, review, today).review;
    expect(early?.found.map(({ id }) => id)).toEqual(['hours-2', 'hours-1']);
    expect(messages(readHours({ on: 'today', hours: '300', by: '' }, review, today).problems)).toEqual([
      'hours',
    ]);
  });
});

describe('the sentences', () => {
  it('are calm, whatever the numbers', () => {
    const quarter = { from: day('2026-01-01'), to: today, needed: 24, found: 9.25 };
    for (const [reviews, done, withoutTime, shortOfTime] of [
      [1, 0, 0, 0],
      [1, 1, 0, 0],
      [3, 0, 1, 1],
      [9, 2, 3, 4],
    ] as const) {
      const { title, text } = quarterWords(
        { ...quarter, reviews, done, withoutTime, shortOfTime },
        { to: day('2026-06-30'), reviews: reviews - 1, toFind: 20.5 },
      );
      expectCalm(title);
      expectCalm(text);
      expect(text.includes('more')).toBe(reviews > 1);
    }
    const beside = { month: '2026-03' as never, day: today };
    for (const [fundedVacant, listed] of [
      [3, 2.5],
      [2, 2],
      [-1.2, 0],
      [0, 0],
    ] as const) {
      const agrees = fundedVacant === listed;
      const { title, text } = besideFundedWords({ ...beside, fundedVacant, listed, agrees });
      expectCalm(title);
      expectCalm(text);
    }
    expect(besideFundedWords({ ...beside, fundedVacant: 3, listed: 2.5, agrees: false }).title).toBe(
      'Funded posts say 3.0 WTE vacant at the end of March 2026, this list has 2.5',
    );
  });
});

describe('a figure on paper', () => {
  const row = { month: '2026-03' } as FigureRow;
  const measure = (id: MeasureId, people: number, above = 0, below = 0): Measure => ({
    id,
    label: 'A rate',
    sentenceName: '',
    valueLabel: '',
    format: 'percent',
    improvement: 'lower',
    possible: { low: 0, high: 1 },
    charts: ['run'],
    isRolling: false,
    valueOf: () => 0.25,
    fractionOf: () => ({ above, below, words: '' }),
    peopleBehind: () => people,
  });

  it('has eight people or more behind it', () => {
    expect(mayStandOnPaper(measure('sickness-days', 7), row)).toBe(false);
    expect(mayStandOnPaper(measure('sickness-days', 8), row)).toBe(true);
  });

  it('gives away no count of one to four people, nor the rest of its whole', () => {
    for (const above of [1, 4])
      expect(mayStandOnPaper(measure('turnover-average', 40, above, 40), row)).toBe(false);
    for (const above of [0, 5])
      expect(mayStandOnPaper(measure('turnover-average', 40, above, 40), row)).toBe(true);
    expect(mayStandOnPaper(measure('supervision-coverage', 40, 37, 40), row)).toBe(false);
    expect(mayStandOnPaper(measure('supervision-coverage', 40, 35, 40), row)).toBe(true);
  });

  it('is never who came or went in a month', () => {
    for (const id of ['starters', 'leavers'] as const)
      expect(mayStandOnPaper(measure(id, 400, 50, 400), row)).toBe(false);
    expect(measureIds).toContain('starters');
  });

  it('is offered once, as it reads in its newest month', () => {
    expect(figuresForPaper([measure('vacancy-rate', 20), measure('leavers', 20)], [row])).toEqual([
      { measure: 'vacancy-rate', words: 'A rate: 25.0%, March 2026' },
    ]);
    expect(figuresForPaper([measure('vacancy-rate', 20)], [])).toEqual([]);
  });
});
