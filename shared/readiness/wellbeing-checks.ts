/**
 * What the records say of each wellbeing check on a day: yes, in part, no, or nothing at all. "No" needs a record that
 * says so; where there is none it is not known, since it may have been done outside the app.
 */
import { assertNever } from '@shared/kernel/assert';
import { addDays, addMonths, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { percentText, type Coverage, type PersonCoverage } from '@shared/supervision/coverage';
import { feedbackDays } from '@shared/wellbeing/feedback';
import type { RoundView } from '@shared/wellbeing/round-results';
import { wellbeingCheckIds, type WellbeingCheckId, type WellbeingCheckState } from './sub-checks';

export interface CheckFound {
  readonly check: WellbeingCheckId;
  readonly state: WellbeingCheckState;
  /** The day that the proof is of. */
  readonly on: LocalDate | null;
  readonly words: string;
}

/** What a team said of its leaders' habits, as far as it may be shown: five people or more answered. */
export interface HabitsSeen {
  readonly on: LocalDate;
  readonly isSeen: boolean;
  readonly words: string;
}

export interface CheckSources {
  readonly today: LocalDate;
  readonly coverageTarget: number;
  readonly coverage: Pick<Coverage, 'counted' | 'onTime' | 'people'>;
  /** Of every measure, oldest first. */
  readonly rounds: readonly RoundView[];
  readonly toldOn: ReadonlyMap<string, LocalDate>;
  readonly rehearsedOn: readonly LocalDate[];
  readonly caseloadLimit: number | null;
  readonly spaceChecks: readonly {
    readonly on: LocalDate;
    readonly answeredBy: 'staff' | 'people-who-use';
  }[];
  readonly habitsSeen: HabitsSeen | null;
}

type Found = Omit<CheckFound, 'check'>;

/** What was looked at a year ago or longer is no proof of how it is now. */
const freshMonths = 12;

const isFresh = (on: LocalDate, today: LocalDate): boolean => on > addMonths(today, -freshMonths);
const latestOf = (days: readonly LocalDate[], today: LocalDate): LocalDate | null =>
  days
    .filter((day) => day <= today)
    .toSorted()
    .at(-1) ?? null;

/** A round counts from the day on which it was locked: until then it shows nothing. */
function closedRounds({ rounds, today }: CheckSources): RoundView[] {
  return rounds.filter(({ wave }) => wave.lockedOn !== null && wave.lockedOn <= today);
}

function baseline(sources: CheckSources): Found {
  const closed = closedRounds(sources);
  const shown = closed.filter(({ wave, state }) => wave.group === '' && state.kind === 'shown');
  const first = shown.find(({ wave }) => wave.isBaseline);
  if (first !== undefined)
    return {
      state: 'yes',
      on: first.wave.closesOn,
      words: `“${first.wave.label}” closed on ${formatDate(first.wave.closesOn)}.`,
    };
  const earliest = shown[0];
  if (earliest !== undefined)
    return {
      state: 'partly',
      on: earliest.wave.closesOn,
      words: 'A round is closed. None is marked as the baseline.',
    };
  const hidden = closed[0];
  if (hidden !== undefined)
    return {
      state: 'partly',
      on: hidden.wave.closesOn,
      words: 'A round is closed. It shows no result for the whole service.',
    };
  return { state: 'not-known', on: null, words: 'No closed round is recorded.' };
}

function supervision({ coverage, coverageTarget, today }: CheckSources): Found {
  const { counted, onTime } = coverage;
  if (counted === 0) return { state: 'not-known', on: null, words: 'Nobody in post is recorded.' };
  const isReached = onTime * 100 >= coverageTarget * counted;
  return {
    state: isReached ? 'yes' : onTime > 0 ? 'partly' : 'no',
    on: today,
    words: `${percentText(onTime, counted)} of ${peopleWords(counted)} on time. The target is ${coverageTarget}%.`,
  };
}

function eventPlan({ rehearsedOn, today }: CheckSources): Found {
  const last = latestOf(rehearsedOn, today);
  if (last === null) return { state: 'not-known', on: null, words: 'No rehearsal is recorded.' };
  return isFresh(last, today)
    ? { state: 'yes', on: last, words: `The last rehearsal was on ${formatDate(last)}.` }
    : {
        state: 'partly',
        on: last,
        words: `The last rehearsal was on ${formatDate(last)}, a year ago or longer.`,
      };
}

function limit({ caseloadLimit, today }: CheckSources): Found {
  return caseloadLimit === null
    ? { state: 'no', on: today, words: 'No limit is set in Settings.' }
    : { state: 'yes', on: today, words: `The limit is ${caseloadLimit} open cases for each WTE.` };
}

function facilities({ spaceChecks, today }: CheckSources): Found {
  const last = latestOf(
    spaceChecks.map(({ on }) => on),
    today,
  );
  if (last === null) return { state: 'not-known', on: null, words: 'No check of a space is recorded.' };
  if (!isFresh(last, today))
    return {
      state: 'partly',
      on: last,
      words: `The last check was on ${formatDate(last)}, a year ago or longer.`,
    };
  const answered = new Set(
    spaceChecks.filter(({ on }) => on <= today && isFresh(on, today)).map(({ answeredBy }) => answeredBy),
  );
  const day = formatDate(last);
  if (answered.has('staff') && answered.has('people-who-use'))
    return { state: 'yes', on: last, words: `Both sides answered in the last year, the last on ${day}.` };
  return {
    state: 'partly',
    on: last,
    words: answered.has('staff')
      ? `Staff answered on ${day}. People who use the service have not.`
      : `People who use the service answered on ${day}. Staff have not.`,
  };
}

function leadersHabits({ habitsSeen }: CheckSources): Found {
  if (habitsSeen === null)
    return { state: 'not-known', on: null, words: 'Too few people, or nobody, were asked about it.' };
  return { state: habitsSeen.isSeen ? 'yes' : 'no', on: habitsSeen.on, words: habitsSeen.words };
}

function feedback(sources: CheckSources): Found {
  const { toldOn, today } = sources;
  const closed = closedRounds(sources).toSorted((left, right) =>
    (right.wave.lockedOn ?? '').localeCompare(left.wave.lockedOn ?? ''),
  );
  // A round of last week is no lapse yet: the one before it says how it is done here.
  const isWaiting = ({ id, wave }: RoundView): boolean =>
    !toldOn.has(id) && wave.lockedOn !== null && addDays(wave.lockedOn, feedbackDays) >= today;
  const judged = closed.find((round) => !isWaiting(round));
  if (judged === undefined) {
    const [waiting] = closed;
    return waiting?.wave.lockedOn == null
      ? { state: 'not-known', on: null, words: 'No closed round is recorded.' }
      : {
          state: 'partly',
          on: null,
          words: `Staff are to be told by ${formatDate(addDays(waiting.wave.lockedOn, feedbackDays))}.`,
        };
  }
  const told = toldOn.get(judged.id);
  return told === undefined
    ? { state: 'no', on: judged.wave.closesOn, words: `Nobody was told about “${judged.wave.label}”.` }
    : {
        state: 'yes',
        on: told,
        words: `Staff were told about “${judged.wave.label}” on ${formatDate(told)}.`,
      };
}

const reached: ReadonlySet<PersonCoverage['state']> = new Set(['on-time', 'due-today']);

/** Supervision is what volunteers are left out of first, and what the records say most about. */
function volunteers({ coverage, today }: CheckSources): Found {
  const inPost = coverage.people.filter(({ person }) => person.engagement === 'volunteer');
  const counted = inPost.filter(({ state }) => state !== 'away' && state !== 'first-to-come');
  if (inPost.length === 0) return { state: 'not-needed', on: today, words: 'No volunteer is in post.' };
  if (counted.length === 0)
    return {
      state: 'not-known',
      on: today,
      words: 'The volunteers are new or away. It is too early to say.',
    };
  const have = counted.filter(({ state }) => reached.has(state)).length;
  return {
    state: have === counted.length ? 'yes' : have > 0 ? 'partly' : 'no',
    on: today,
    words: `${have} of ${counted.length === 1 ? '1 volunteer' : `${counted.length} volunteers`} had supervision on time.`,
  };
}

const peopleWords = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

function foundFor(check: WellbeingCheckId, sources: CheckSources): Found {
  switch (check) {
    case 'baseline':
      return baseline(sources);
    case 'supervision':
      return supervision(sources);
    case 'event-plan':
      return eventPlan(sources);
    case 'caseload-limit':
      return limit(sources);
    case 'facilities':
      return facilities(sources);
    case 'leaders-habits':
      return leadersHabits(sources);
    case 'feedback':
      return feedback(sources);
    case 'volunteers':
      return volunteers(sources);
    default:
      return assertNever(check);
  }
}

export function wellbeingChecks(sources: CheckSources): readonly CheckFound[] {
  return wellbeingCheckIds.map((check) => ({ check, ...foundFor(check, sources) }));
}
