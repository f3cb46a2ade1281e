import { describe, expect, it } from 'vitest';
import { supervisionAccess } from '@shared/supervision/access';
import { accessGaps } from '../../../renderer/features/supervision/access/gaps';
import { indicatorGroups, shareWords } from '../../../renderer/features/supervision/access/indicators';
import { flagWords, loadWords } from '../../../renderer/features/supervision/facilitators/facilitator-words';
import { agreementWords } from '../../../renderer/features/supervision/agreements/agreement-words';
import { day, id, session, stored } from '../retention/support';

const asOf = day('2026-03-31');

describe('words of the access page', () => {
  it.each([
    [{ part: 7, whole: 9 }, '77.8%', '7 of 9'],
    [{ part: 2, whole: 5 }, '40.0%', '2 of 5'],
    [{ part: 1, whole: 4 }, '1 of 4', 'too few for a percentage'],
    [{ part: 0, whole: 0 }, 'None to count', ''],
  ])('%j is a percentage only from five on', (share, value, count) => {
    expect(shareWords({ ...share, rate: null })).toEqual({ value, count });
  });

  it('says when training runs out, before and after', () => {
    const { value } = stored('facilitator', 1, { trainingExpires: day('2026-03-01'), maxLoad: 8 });
    expect(flagWords('training-expired', value, asOf)).toBe('Training ran out on 1 March 2026');
    expect(flagWords('training-expired', value, day('2026-03-01'))).toBe('Training runs out today');
    expect(flagWords('training-runs-out-soon', value, day('2026-02-01'))).toBe(
      'Training runs out on 1 March 2026',
    );
    expect(
      loadWords({ id: id(1), facilitator: value, training: 'expired', people: 1, groups: 2, flags: [] }),
    ).toBe('1 person, 2 groups, of at most 8');
  });

  it('says of an agreement that both signed when it is to be looked at again', () => {
    const on = day('2025-01-12');
    const { value } = stored('agreement', 1, {
      startedOn: on,
      reviewOn: day('2026-01-12'),
      signatures: { person: { state: 'signed', on }, supervisor: { state: 'signed', on } },
    });
    expect(agreementWords(value, day('2026-01-11')).words).toBe('Agreed');
    expect(agreementWords(value, day('2026-01-12')).words).toBe('Look at it again');
    expect(agreementWords({ ...value, endedOn: asOf }, day('2026-04-01')).words).toBe('Ended');
  });
});

describe('whom supervision does not reach', () => {
  const who = (byte: number, name: string) =>
    stored('person', byte, { name, role: 'Nurse', startDate: day('2022-01-10'), lastDay: null });
  const named = (byte: number, personByte: number, kind: 'clinical' | 'line-management', by: number | null) =>
    stored('supervision-assignment', byte, {
      personId: id(personByte),
      kind,
      facilitatorId: by === null ? null : id(by),
      noSupervisorReason: by === null ? 'waiting' : null,
      from: day('2026-01-12'),
      until: null,
    });
  const assignments = [
    named(71, 1, 'clinical', 9),
    // A line manager does not stand in for clinical supervision.
    named(72, 2, 'line-management', 9),
    named(73, 3, 'line-management', 9),
    named(74, 3, 'clinical', null),
    {
      ...named(75, 4, 'clinical', 9),
      value: { ...named(75, 4, 'clinical', 9).value, until: day('2026-03-30') },
    },
  ];
  const access = supervisionAccess({
    people: [who(1, 'A'), who(2, 'B'), who(3, 'C'), who(4, 'D')],
    sessions: [session(101, [1], { date: day('2026-03-02') })],
    groupSessions: [],
    absences: [],
    agreements: [],
    assignments,
    facilitators: [stored('facilitator', 9, { trainingExpires: null })],
    groups: [],
    intervalDays: 56,
    fullTimeWeeklyHours: 37.5,
    asOf,
  });
  const gaps = accessGaps(access, assignments, asOf);

  it('is said kind by kind, and so is silence', () => {
    expect(gaps.said.map(({ key, who: { id: whose } }) => [key, whose])).toEqual([[id(74), id(3)]]);
    expect(gaps.notSaid.map(({ id: whose }) => whose)).toEqual([id(4)]);
    expect(gaps.notSaidClinical.map(({ id: whose }) => whose)).toEqual([id(2)]);
    expect(gaps.clinicalNamed).toBe(1);
  });

  it('stands in the figures with its count', () => {
    const figures = indicatorGroups(access, gaps.clinicalNamed, 56).flatMap(({ indicators }) => indicators);
    const of = (key: string) => figures.find((each) => each.key === key);
    expect(of('assigned')?.value).toBe('3 of 4');
    expect(of('clinical')?.value).toBe('1 of 4');
    expect(of('either')?.above).toContain('clinical only 1, group only 0, neither 3');
    // Each figure opens what it is made of.
    for (const figure of figures)
      expect(Math.min(figure.above.length, figure.below.length)).toBeGreaterThan(10);
    expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
  });
});
