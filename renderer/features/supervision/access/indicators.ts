/** The figures of the access page, each with what stands above and below its line, and what a quick look gets wrong. */
import type { Access, Share } from '@shared/supervision/access';
import { percentText } from '@shared/supervision/coverage';

/** Fewer than this, and one person would move a percentage too far: the count stands alone. */
export const fewestForRate = 5;

export interface Indicator {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** "7 of 9" beside a percentage. */
  readonly count: string;
  readonly above: string;
  readonly below: string;
  readonly trap: string;
}

export interface IndicatorGroup {
  readonly title: string;
  readonly indicators: readonly Indicator[];
}

function countText({ part, whole }: Share): string {
  return `${part.toLocaleString('en-GB')} of ${whole.toLocaleString('en-GB')}`;
}

/** A percentage with its count; of a small group the count alone. */
export function shareWords(share: Share): { readonly value: string; readonly count: string } {
  if (share.whole === 0) return { value: 'None to count', count: '' };
  if (share.whole < fewestForRate) return { value: countText(share), count: 'too few for a percentage' };
  return { value: percentText(share.part, share.whole), count: countText(share) };
}

const dayWords = (days: number | null): string => {
  if (days === null) return 'None to count';
  const text = Number.isInteger(days) ? String(days) : days.toFixed(1);
  return `${text} ${days === 1 ? 'day' : 'days'}`;
};

const entitledWords =
  'Everyone entitled: in post on the day, and not away for the whole of their own rhythm.';

export function indicatorGroups(
  access: Access,
  clinicalNamed: number,
  intervalDays: number,
): readonly IndicatorGroup[] {
  const people = access.people.filter(({ isEntitled }) => isEntitled);
  const having = (clinical: boolean, group: boolean): number =>
    people.filter(({ hasClinical, hasGroup }) => hasClinical === clinical && hasGroup === group).length;
  const share = (part: number): Share => ({
    part,
    whole: access.entitled,
    rate: access.entitled === 0 ? null : part / access.entitled,
  });
  const { coverage } = access;
  return [
    {
      title: 'Who can reach it',
      indicators: [
        {
          key: 'entitled',
          label: 'Entitled',
          value: String(access.entitled),
          count: access.away === 0 ? '' : `${access.away} away and not counted`,
          above:
            'People in post on the day. Volunteers, sessional and agency people count like everyone else.',
          below: 'Nothing: it is a count.',
          trap: 'Leaving out those who are hard to reach. They are the ones to look for.',
        },
        {
          key: 'assigned',
          label: 'Have a named supervisor',
          ...shareWords(access.assigned),
          above: 'People with somebody named in any kind of supervision on the day.',
          below: entitledWords,
          trap: 'A name is not a meeting. Read it beside “held on time”.',
        },
        {
          key: 'clinical',
          label: 'Have a named clinical supervisor',
          ...shareWords(share(clinicalNamed)),
          above: 'People with somebody named for clinical supervision on the day.',
          below: entitledWords,
          trap: 'A line manager alone does not count here.',
        },
        {
          key: 'agreed',
          label: 'Have an agreement that both signed',
          ...shareWords(access.agreed),
          above: 'People with an agreement that holds on the day, signed by both on or before it.',
          below: entitledWords,
          trap: 'One that waits for a signature, or that somebody does not agree with, does not count.',
        },
        {
          key: 'either',
          label: 'Reached clinical supervision, a group, or both',
          ...shareWords(share(access.entitled - having(false, false))),
          above: `In the twelve months to the day: both ${having(true, true)}, clinical only ${having(true, false)}, group only ${having(false, true)}, neither ${having(false, false)}.`,
          below: entitledWords,
          trap: 'A place on a list is not a route. It counts once it was used.',
        },
      ],
    },
    {
      title: 'What was held',
      indicators: [
        {
          key: 'on-time',
          label: 'Held on time, on this day',
          ...shareWords(access.onTime),
          above:
            'People whose last session, of any kind or in a group, is no more days ago than their own rhythm. Due on the day is on time.',
          below: `${entitledWords} Newcomers count, though their first may still be to come: ${access.newcomers} now.`,
          trap: 'This is the figure at the top of Supervision. It says how people stand on one day, not how the year went.',
        },
        {
          key: 'held-of-due',
          label: 'Held of what was due, in twelve months',
          ...shareWords(access.heldOfDue),
          above: 'Sessions held in the twelve months to the day; of each person no more than were due.',
          below: 'Whole rhythms that each person was in post for in those months.',
          trap: 'This on-time figure is about sessions, not people. Extra sessions of one person do not make up for another’s.',
        },
        {
          key: 'published',
          label: `Held within ${intervalDays} days, by the published definition`,
          ...shareWords({
            part: coverage.covered,
            whole: coverage.eligible,
            rate: coverage.eligible === 0 ? null : coverage.covered / coverage.eligible,
          }),
          above: `People with at least one session held in the ${intervalDays} days up to the day.`,
          below: 'People in post throughout those days. Those on leave for all of them are left out.',
          trap: 'The same window for everybody, whatever their own rhythm. Use it to compare with other services.',
        },
        {
          key: 'gap',
          label: 'Median gap between two sessions',
          value: dayWords(access.medianGapDays),
          count: 'in twelve months',
          above: 'Days from one session held to the next of the same person.',
          below: 'Nothing: it is the middle one of all these gaps.',
          trap: 'Somebody with no second session has no gap, and so does not show here.',
        },
        {
          key: 'since',
          label: 'Days since the last one',
          value: dayWords(access.medianDaysSince),
          count: access.longestDaysSince === null ? '' : `median; longest ${access.longestDaysSince}`,
          above: 'Days from the last session held to the day, of everyone entitled who had one.',
          below: 'Nothing: it is the middle one, and the longest.',
          trap: 'Those who never had a session are not in it.',
        },
      ],
    },
    {
      title: 'What was cancelled, and who leads',
      indicators: [
        {
          key: 'by-service',
          label: 'Cancelled by the service',
          ...shareWords(access.cancelledByService),
          above: 'Bookings of the twelve months to the day that the service called off.',
          below: 'Everything booked in those months: held or cancelled.',
          trap: 'A booking that nobody wrote down is in neither number.',
        },
        {
          key: 'by-person',
          label: 'Cancelled by the person',
          ...shareWords(access.cancelledByPerson),
          above: 'Bookings of the twelve months to the day that the person, or the group, called off.',
          below: 'Everything booked in those months: held or cancelled.',
          trap: 'It often stands for workload. Ask before reading it as a wish.',
        },
        {
          key: 'in-date',
          label: 'Supervisors whose training is in date',
          ...shareWords(access.facilitatorsInDate),
          above: 'Those in the register whose training as a supervisor runs out after the day.',
          below: 'Everyone in the register who leads on the day.',
          trap: 'Where no day was entered the training does not count as in date.',
        },
      ],
    },
  ];
}
