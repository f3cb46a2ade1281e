/** What presses on Harbour Steps from outside: vacant posts, what others were asked for, and reviews without hours. */
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import type { OutsideIssue } from '@shared/records/outside-issue/outside-issue';
import type { PolicyReview } from '@shared/records/policy-review/policy-review';
import type { Vacancy, VacancyRound } from '@shared/records/vacancy/vacancy';
import type { DemoContext, DemoRecord } from './demo-context';

const day = toLocalDate;

type RoundRow = readonly [
  advertisedOn: string,
  closedOn: string | null,
  counts: readonly [number | null, number | null, number | null],
  outcome: VacancyRound['outcome'],
  note: string,
];

function rounds(rows: readonly RoundRow[]): VacancyRound[] {
  return rows.map(([advertisedOn, closedOn, [applicants, shortlisted, offered], outcome, note], index) => ({
    id: `round-${index + 1}`,
    advertisedOn: day(advertisedOn),
    closedOn: closedOn === null ? null : day(closedOn),
    applicants,
    shortlisted,
    offered,
    outcome,
    note,
  }));
}

const stillVacant = { startedOn: null, withdrawnOn: null, withdrawnWhy: '' } as const;

export function demoVacancies(): readonly Vacancy[] {
  return [
    {
      ...stillVacant,
      title: 'Key worker, north isles',
      team: 'Outreach',
      site: 'North isles',
      wte: 1,
      clearedOn: day('2025-08-11'),
      freezes: [],
      coveredBy: 'shared-out',
      coverNote: 'Two people take turns on the Tuesday boat',
      placeNote: 'No housing to rent, and the last boat back is at four',
      rounds: rounds([
        [
          '2025-08-18',
          '2025-09-12',
          [0, null, null],
          'no-applicants',
          'Advertised on the national site alone',
        ],
        ['2025-10-06', '2025-10-31', [3, 2, 1], 'offer-declined', 'Found nowhere to live'],
        ['2026-02-09', '2026-03-06', [1, 0, null], 'none-suitable', 'Local paper and the radio as well'],
      ]),
    },
    {
      ...stillVacant,
      title: 'Nurse prescriber',
      team: 'Recovery hub',
      site: 'Harbour',
      wte: 0.6,
      clearedOn: day('2026-01-19'),
      freezes: [],
      coveredBy: 'bank',
      coverNote: 'One clinic day a week',
      placeNote: '',
      rounds: rounds([['2026-01-26', null, [null, null, null], 'still-open', '']]),
    },
    {
      ...stillVacant,
      title: 'Support worker',
      team: 'Recovery hub',
      site: 'Harbour',
      wte: 1,
      clearedOn: day('2025-11-24'),
      freezes: [{ from: day('2026-01-05'), until: null, why: 'Vacancy control until the new budget' }],
      coveredBy: 'nobody',
      coverNote: '',
      placeNote: '',
      rounds: rounds([['2025-12-01', '2025-12-19', [4, 1, 1], 'offer-declined', 'Took a post nearer home']]),
    },
  ];
}

export function demoOutsideIssues({ idFor }: DemoContext): readonly DemoRecord<'outside-issue'>[] {
  return [
    { kind: 'outside-issue', id: idFor('outside-detox'), value: noBeds },
    { kind: 'outside-issue', id: idFor('outside-yearly-money'), value: yearlyMoney },
  ];
}

const noBeds: OutsideIssue = {
  title: 'No residential detox beds within a day’s travel',
  situation:
    'The nearest bed is a ferry and a train away. A place is offered with two days’ notice, and a missed boat loses it.',
  effectOnStaff:
    'Key workers hold people in crisis for weeks, and plan the journey in their own time. It comes up in supervision again and again.',
  effectOnPeople: 'People wait, start over, and some stop asking.',
  evidence: 'Our own list: eleven people waited more than six weeks in the last year.',
  figures: [],
  ownSteps: 'A weekly call with the ward, a fund for the ferry, and a worker who travels along.',
  askedOf: 'Alcohol and Drug Partnership',
  raisedOn: day('2025-11-20'),
  replyDue: day('2025-12-19'),
  replies: [
    {
      id: 'reply-1',
      on: day('2025-12-17'),
      from: 'Chair of the Partnership',
      said: 'It goes to the commissioning group in February. An answer follows the meeting.',
      nextDue: day('2026-03-13'),
    },
  ],
  status: 'raised',
  statusWhy: '',
  reviewOn: day('2026-06-01'),
  likelihood: 5,
  impact: 4,
};

const yearlyMoney: OutsideIssue = {
  title: 'Short-term money for half of the outreach posts',
  situation: 'Posts are funded year by year. The letter for the next year comes in March, or later.',
  effectOnStaff: 'People look for other work each winter, and two left in the last hard one for that reason.',
  effectOnPeople: 'A worker who is trusted is gone within weeks.',
  evidence: '',
  figures: [],
  ownSteps: 'Contracts are extended from our own reserve until June.',
  askedOf: 'Integration Joint Board',
  raisedOn: day('2025-06-09'),
  replyDue: day('2025-07-31'),
  replies: [
    {
      id: 'reply-1',
      on: day('2025-08-05'),
      from: 'Chief Finance Officer',
      said: 'Funding stays yearly while the national settlement is.',
      nextDue: null,
    },
  ],
  status: 'accepted',
  statusWhy: 'National funding rules: looked at again with each budget',
  reviewOn: day('2026-11-02'),
  likelihood: null,
  impact: null,
};

export function demoPolicyReviews(idOf: (name: string) => RecordId): readonly PolicyReview[] {
  return [
    {
      document: 'Lone working and home visits',
      ownerId: idOf('Rowan Sutherland'),
      ownerRole: '',
      lastReviewedOn: day('2024-04-22'),
      dueOn: day('2026-04-22'),
      intervalMonths: 24,
      hoursNeeded: 8,
      found: [
        { id: 'hours-1', on: day('2026-02-24'), hours: 2, by: 'Team lead and one key worker' },
        { id: 'hours-2', on: day('2026-03-17'), hours: 1.5, by: 'Team lead' },
      ],
      note: 'The new boat times, and who is called when somebody is not back.',
    },
    {
      document: 'Naloxone: keeping, giving, replacing',
      ownerId: null,
      ownerRole: 'Nurse prescriber',
      lastReviewedOn: day('2026-02-10'),
      dueOn: day('2027-02-10'),
      intervalMonths: 12,
      hoursNeeded: 4,
      found: [{ id: 'hours-1', on: day('2026-02-03'), hours: 4, by: 'Nurse prescriber' }],
      note: '',
    },
    {
      document: 'Record keeping and confidentiality',
      ownerId: idOf('Isla Drummond'),
      ownerRole: '',
      lastReviewedOn: day('2023-06-12'),
      dueOn: day('2026-06-12'),
      intervalMonths: 36,
      hoursNeeded: 12,
      found: [],
      note: '',
    },
    {
      document: 'Volunteers: welcome and training',
      ownerId: null,
      ownerRole: 'Team lead, outreach',
      lastReviewedOn: null,
      dueOn: day('2026-09-30'),
      intervalMonths: 24,
      hoursNeeded: 6,
      found: [],
      note: 'Never written down as a whole.',
    },
  ];
}
