import { describe, expect, it } from 'vitest';
import type { Instrument } from '@shared/instruments/instrument';
import { habitsSeenOf } from '@shared/readiness/habits-seen';
import { wellbeingChecks, type CheckSources } from '@shared/readiness/wellbeing-checks';
import type { WellbeingCheckId } from '@shared/readiness/sub-checks';
import type { RoundView } from '@shared/wellbeing/round-results';
import type { PersonCoverage } from '@shared/supervision/coverage';
import { day, today } from './support';

const nothing: CheckSources = {
  today,
  coverageTarget: 80,
  coverage: { counted: 0, onTime: 0, people: [] },
  rounds: [],
  toldOn: new Map(),
  rehearsedOn: [],
  caseloadLimit: null,
  spaceChecks: [],
  habitsSeen: null,
};

function stateOf(check: WellbeingCheckId, over: Partial<CheckSources>): string {
  return wellbeingChecks({ ...nothing, ...over }).find((each) => each.check === check)?.state ?? '';
}

function round(
  id: string,
  lockedOn: string | null,
  over: Partial<RoundView['wave']> = {},
  isShown = true,
): RoundView {
  const closesOn = day(lockedOn ?? '2026-03-31');
  return {
    id,
    wave: {
      instrumentId: 'hse35',
      instrumentVersion: 1,
      label: `Round ${id}`,
      group: '',
      opensOn: closesOn,
      closesOn,
      invited: 12,
      answerSets: [],
      split: null,
      splitAnswers: [],
      isBaseline: false,
      lockedOn: lockedOn === null ? null : day(lockedOn),
      note: '',
      ...over,
    },
    instrument: null as Instrument | null,
    state: isShown ? { kind: 'shown', summary: {} as never } : { kind: 'hidden', reason: 'too-few-replies' },
  };
}

function volunteer(state: PersonCoverage['state']): PersonCoverage {
  return { person: { engagement: 'volunteer' }, state } as PersonCoverage;
}

describe('what the records say of staff wellbeing', () => {
  it('says "not known" where no record says either way, and "no" only where one does', () => {
    expect(wellbeingChecks(nothing).map(({ check, state }) => `${check} ${state}`)).toEqual([
      'baseline not-known',
      'supervision not-known',
      'event-plan not-known',
      'caseload-limit no',
      'facilities not-known',
      'leaders-habits not-known',
      'feedback not-known',
      'volunteers not-needed',
    ]);
  });

  it('takes a shown round of the whole service that is marked as the baseline', () => {
    expect(stateOf('baseline', { rounds: [round('a', '2023-09-29', { isBaseline: true })] })).toBe('yes');
    expect(stateOf('baseline', { rounds: [round('a', '2023-09-29')] })).toBe('partly');
    expect(stateOf('baseline', { rounds: [round('a', '2023-09-29', { isBaseline: true }, false)] })).toBe(
      'partly',
    );
    expect(stateOf('baseline', { rounds: [round('a', null, { isBaseline: true })] })).toBe('not-known');
    expect(stateOf('baseline', { rounds: [round('a', '2026-04-01', { isBaseline: true })] })).toBe(
      'not-known',
    );
  });

  it('reaches the supervision target exactly at it', () => {
    const at = (onTime: number, counted: number, coverageTarget = 80) =>
      stateOf('supervision', { coverage: { counted, onTime, people: [] }, coverageTarget });
    expect(at(8, 10)).toBe('yes');
    expect(at(7, 10)).toBe('partly');
    expect(at(0, 10)).toBe('no');
    // 7 of 9 is 77.8%: under 80, over 77.
    expect(at(7, 9)).toBe('partly');
    expect(at(7, 9, 77)).toBe('yes');
  });

  it('takes a rehearsal or a room check of the last twelve months', () => {
    expect(stateOf('event-plan', { rehearsedOn: [day('2025-04-01')] })).toBe('yes');
    expect(stateOf('event-plan', { rehearsedOn: [day('2025-03-31')] })).toBe('partly');
    expect(stateOf('event-plan', { rehearsedOn: [day('2026-04-01')] })).toBe('not-known');
    const staff = { on: day('2026-01-10'), answeredBy: 'staff' } as const;
    const people = { on: day('2026-02-10'), answeredBy: 'people-who-use' } as const;
    expect(stateOf('facilities', { spaceChecks: [staff, people] })).toBe('yes');
    expect(stateOf('facilities', { spaceChecks: [staff] })).toBe('partly');
    // Both sides, but one of them long ago: that is one side now.
    expect(stateOf('facilities', { spaceChecks: [staff, { ...people, on: day('2024-02-10') }] })).toBe(
      'partly',
    );
    expect(stateOf('facilities', { spaceChecks: [{ ...staff, on: day('2024-02-10') }] })).toBe('partly');
  });

  it('lets the round before speak while the newest is within its eight weeks', () => {
    const rounds = [round('old', '2025-09-01'), round('new', '2026-03-20')];
    const told = (...ids: string[]) => new Map(ids.map((id) => [id, day('2026-03-25')]));
    expect(stateOf('feedback', { rounds })).toBe('no');
    expect(stateOf('feedback', { rounds, toldOn: told('old') })).toBe('yes');
    expect(stateOf('feedback', { rounds, toldOn: told('new') })).toBe('yes');
    expect(stateOf('feedback', { rounds: rounds.slice(1) })).toBe('partly');
    // 56 days: the last of them still counts as within.
    expect(stateOf('feedback', { rounds: [round('new', '2026-02-03')] })).toBe('partly');
    expect(stateOf('feedback', { rounds: [round('new', '2026-02-02')] })).toBe('no');
  });

  it('asks for every volunteer who is neither new nor away', () => {
    const people = (...states: PersonCoverage['state'][]) => ({
      coverage: { counted: 3, onTime: 1, people: states.map(volunteer) },
    });
    expect(stateOf('volunteers', people('on-time', 'due-today', 'first-to-come'))).toBe('yes');
    expect(stateOf('volunteers', people('on-time', 'overdue'))).toBe('partly');
    expect(stateOf('volunteers', people('none-yet', 'away'))).toBe('no');
    expect(stateOf('volunteers', people('away'))).toBe('not-known');
  });

  it('shows nothing of habits while the round of them is hidden', () => {
    const hidden = { kind: 'hidden', roundId: 'r', closesOn: today, replies: 4 } as const;
    expect(habitsSeenOf(hidden)).toBeNull();
    const shown = (...ratings: number[]) =>
      habitsSeenOf({
        kind: 'shown',
        roundId: 'r',
        closesOn: today,
        ratings: new Map(ratings.map((rating, index) => [`h${index}` as never, rating])),
      });
    expect(shown(50, 80, 20)).toMatchObject({
      isSeen: true,
      words: 'The team sees 2 of 3 habits at least half the time.',
    });
    expect(shown(49, 80)?.isSeen).toBe(false);
    expect(stateOf('leaders-habits', { habitsSeen: shown(10, 20) })).toBe('no');
  });
});
