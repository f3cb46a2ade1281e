/** Readiness of Harbour Steps: a first check that was finished a year ago, and one that is open since February 2026. */
import { toLocalDate } from '@shared/kernel/local-date';
import { noAreas, noCheckNotes, type AreaRating } from '@shared/records/readiness-check/readiness-check';
import type { DemoContext, DemoRecord } from './demo-context';

const day = toLocalDate;

function rated(rating: AreaRating['rating'], on: string, ownerRole: string, evidence: string): AreaRating {
  return { rating, ratedOn: day(on), ownerId: null, ownerRole, evidence };
}

export function demoReadinessChecks({ newId, idFor, idOf }: DemoContext): readonly DemoRecord[] {
  const first = newId();
  return [
    {
      kind: 'readiness-check',
      id: first,
      value: {
        name: 'Readiness, spring 2025',
        startedOn: day('2025-03-03'),
        previousId: null,
        coverageTarget: 80,
        areas: {
          ...noAreas,
          knowledge: rated(
            1,
            '2025-03-05',
            'Training lead',
            'Five people did the online course. Nobody had time to use it.',
          ),
          leadership: rated(
            1,
            '2025-03-05',
            'Service manager',
            'On the agenda of the managers’ meeting since January.',
          ),
          money: rated(0, '2025-03-12', 'Head of service', 'All posts are paid from money for one year.'),
          policies: rated(1, '2025-03-12', 'Lead nurse', 'Three policies to change are listed.'),
          wellbeing: rated(
            1,
            '2025-03-19',
            'Service manager',
            'The round of September 2023 found Demands urgent. After the death in January people were followed up by plan.',
          ),
          feedback: rated(1, '2025-03-19', 'Team lead, Outreach', 'The first round was told about late.'),
          'lived-experience': rated(
            1,
            '2025-03-26',
            'Volunteer coordinator',
            'Two people commented on the leaflet.',
          ),
          'service-design': rated(
            0,
            '2025-03-26',
            'Service manager',
            'Nobody had looked at the front door and the letters.',
          ),
        },
        checkNotes: noCheckNotes,
        blockers: [
          { id: 'blocker-1', text: 'Money comes a year at a time', area: 'money', links: [] },
          { id: 'blocker-2', text: 'Posts on the isles stay empty', area: 'knowledge', links: [] },
        ],
        finalisedOn: day('2025-05-14'),
        finishedWith: {
          actions: ['No caseload above 20 for each WTE'],
          found: [
            {
              check: 'baseline',
              state: 'yes',
              on: day('2023-09-29'),
              words: 'The first round closed in September 2023.',
            },
            {
              check: 'supervision',
              state: 'partly',
              on: day('2025-05-14'),
              words: 'Below the target of 80%.',
            },
            { check: 'event-plan', state: 'not-known', on: null, words: 'No rehearsal is recorded.' },
            {
              check: 'caseload-limit',
              state: 'yes',
              on: day('2025-05-14'),
              words: 'The limit is 20 open cases for each WTE.',
            },
            { check: 'facilities', state: 'not-known', on: null, words: 'No check of a space is recorded.' },
            {
              check: 'leaders-habits',
              state: 'not-known',
              on: null,
              words: 'Too few people, or nobody, were asked about it.',
            },
            { check: 'feedback', state: 'partly', on: null, words: 'Staff were told late.' },
            {
              check: 'volunteers',
              state: 'partly',
              on: day('2025-05-14'),
              words: 'One of the volunteers had supervision on time.',
            },
          ],
        },
      },
    },
    {
      kind: 'readiness-check',
      id: idFor('readiness-2026'),
      value: {
        name: 'Readiness, spring 2026',
        startedOn: day('2026-02-02'),
        previousId: first,
        coverageTarget: 80,
        areas: {
          ...noAreas,
          knowledge: rated(
            2,
            '2026-02-10',
            'Training lead',
            'The recovery hub tries a plan: one half day a month, paid and covered.',
          ),
          leadership: {
            rating: 2,
            ratedOn: day('2026-02-10'),
            ownerId: idOf('Isla Drummond'),
            ownerRole: '',
            evidence: 'A lead is named, with half a day a week. Two of three managers keep to it.',
          },
          money: rated(1, '2026-02-17', 'Head of service', 'A bid for three years is written.'),
          policies: rated(2, '2026-02-17', 'Lead nurse', 'Lone working is rewritten and tried on the isles.'),
          wellbeing: rated(
            3,
            '2026-03-24',
            'Service manager',
            'Caseloads have stayed under the limit since May 2025. Supervision has time of its own. The round of March 2026 is better on Demands.',
          ),
          feedback: rated(
            3,
            '2026-03-24',
            'Team lead, Outreach',
            'Staff are told within eight weeks of a round.',
          ),
          'lived-experience': { ...noAreas['lived-experience'], ownerRole: 'Volunteer coordinator' },
          'service-design': { ...noAreas['service-design'], ownerRole: 'Service manager' },
        },
        checkNotes: { ...noCheckNotes, facilities: 'The landlord has seen the front office with us.' },
        blockers: [
          {
            id: 'blocker-1',
            text: 'Money comes a year at a time',
            area: 'money',
            links: [
              { kind: 'outside', id: idFor('outside-yearly-money'), words: 'Money for one year at a time' },
            ],
          },
          {
            id: 'blocker-2',
            text: 'Posts on the isles stay empty',
            area: 'knowledge',
            links: [{ kind: 'vacancies', words: '2 posts open, the longest for 190 days' }],
          },
        ],
        finalisedOn: null,
        finishedWith: null,
      },
    },
  ];
}
