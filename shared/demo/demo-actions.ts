/**
 * What Harbour Steps has agreed on: a caseload limit that held, a newsletter that changed nothing and was ended, supervision
 * in protected time, and what is open now.
 */
import { addDays, type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import type { Action } from '@shared/records/action/action';
import type { DemoContext, DemoRecord } from './demo-context';

const day = toLocalDate;

/** As actions are made: looked at again after eight weeks. */
const reviewDays = 56;

const begunOn = (openedOn: LocalDate): Action => ({
  what: '',
  ownerId: null,
  ownerRole: '',
  openedOn,
  dueOn: null,
  reviewOn: addDays(openedOn, reviewDays),
  source: null,
  ruleId: null,
  driver: 'other',
  readinessArea: null,
  evidence: '',
  cost: { kind: 'none', pounds: null, isFunded: false, fundedFrom: '' },
  remeasure: null,
  reviews: [],
  handovers: [],
  doneOn: null,
  droppedOn: null,
  droppedWhy: '',
});

export function demoActions({ idOf, idFor }: DemoContext): readonly DemoRecord<'action'>[] {
  const isla = idOf('Isla Drummond');
  const rowan = idOf('Rowan Sutherland');
  return [
    {
      kind: 'action',
      id: idFor('action-caseload-limit'),
      value: {
        ...begunOn(day('2025-05-06')),
        what: 'No more than 20 open cases for full hours',
        ownerId: isla,
        dueOn: day('2025-05-30'),
        source: { from: 'figure', measure: 'caseload' },
        driver: 'caseload',
        readinessArea: 'wellbeing',
        evidence: 'Open cases for each WTE: above the usual range from November 2024 on.',
        cost: { kind: 'time', pounds: null, isFunded: true, fundedFrom: 'Within the posts of now' },
        remeasure: { kind: 'figure', measure: 'caseload' },
        reviews: [
          {
            on: day('2025-07-01'),
            effect: 'no-clear-change',
            note: 'The lists were gone through in May. Too early to say whether it stays.',
          },
          {
            on: day('2025-11-03'),
            effect: 'better',
            note: 'At the limit or below since July. New people wait longer, and are told how long.',
          },
        ],
        handovers: [
          {
            on: day('2025-06-16'),
            fromRole: 'Team lead, outreach',
            toRole: 'Service manager',
            note: 'With the list of who is above the limit.',
          },
        ],
        doneOn: day('2025-11-03'),
      },
    },
    {
      kind: 'action',
      id: idFor('action-newsletter'),
      value: {
        ...begunOn(day('2025-06-02')),
        what: 'A wellbeing newsletter each month',
        ownerRole: 'Team lead',
        dueOn: day('2025-06-30'),
        source: { from: 'round', waveId: idFor('round-pulse-2025-05'), scaleId: 'supported' },
        driver: 'manager-support',
        evidence: 'Pulse of May 2025: “supported” near the middle of the scale.',
        cost: { kind: 'time', pounds: null, isFunded: true, fundedFrom: 'Six hours a month of a team lead' },
        remeasure: { kind: 'round', instrumentId: 'pulse', scaleId: 'supported' },
        reviews: [
          {
            on: day('2025-09-15'),
            effect: 'no-clear-change',
            note: 'Two newsletters, and the next pulse reads the same. We told people so.',
          },
        ],
        droppedOn: day('2025-09-15'),
        droppedWhy: 'No clear change. Its hours go into time for supervision',
      },
    },
    {
      kind: 'action',
      id: idFor('action-protected-supervision'),
      value: {
        ...begunOn(day('2025-09-22')),
        what: 'Supervision in the rota, in time that nothing else may take',
        ownerId: isla,
        dueOn: day('2025-10-31'),
        source: { from: 'round', waveId: idFor('round-pulse-2025-08'), scaleId: 'supervision' },
        driver: 'supervision',
        readinessArea: 'wellbeing',
        evidence: 'Pulse of August 2025: “supervision” reads among the lowest. Four in ten had none in time.',
        cost: { kind: 'money', pounds: 3600, isFunded: true, fundedFrom: 'Reserve, until March 2027' },
        remeasure: { kind: 'round', instrumentId: 'pulse', scaleId: 'supervision' },
        reviews: [
          {
            on: day('2025-11-17'),
            effect: 'no-clear-change',
            note: 'Six weeks in. Nothing was cancelled for work.',
          },
          {
            on: day('2026-03-02'),
            effect: 'better',
            note: 'Clearly higher in the pulse, and nearly everyone had it in time.',
          },
        ],
        doneOn: day('2026-03-02'),
      },
    },
    {
      kind: 'action',
      id: idFor('action-front-office'),
      value: {
        ...begunOn(day('2026-02-10')),
        what: 'Move two desks out of the front office',
        ownerId: isla,
        dueOn: day('2026-06-30'),
        source: { from: 'space', siteId: idFor('site-harbour'), item: 'room' },
        driver: 'space',
        evidence: 'Front office, 72.9 m³: eight desks stand where six fit.',
        cost: { kind: 'money', pounds: 850, isFunded: false, fundedFrom: '' },
        remeasure: { kind: 'round', instrumentId: 'pulse', scaleId: 'space' },
      },
    },
    {
      kind: 'action',
      value: {
        ...begunOn(day('2026-02-16')),
        what: 'Name somebody who supervises each volunteer',
        ownerId: rowan,
        dueOn: day('2026-03-27'),
        driver: 'supervision',
        readinessArea: 'wellbeing',
        evidence: 'One volunteer has had no supervision yet, one none since December.',
        cost: { kind: 'time', pounds: null, isFunded: true, fundedFrom: 'Protected time' },
        remeasure: { kind: 'figure', measure: 'supervision-coverage' },
      },
    },
    {
      kind: 'action',
      value: {
        ...begunOn(day('2025-12-02')),
        what: 'A quiet hour on Wednesdays, with the phones on one desk',
        ownerRole: 'Reception',
        dueOn: day('2026-01-14'),
        source: { from: 'conversation', conversationId: idFor('conversation-quiet-hour') },
        driver: 'breaks',
        evidence: 'Said by several in November: notes are written at home.',
        cost: { kind: 'none', pounds: null, isFunded: false, fundedFrom: '' },
        remeasure: { kind: 'figure', measure: 'breaks' },
        reviews: [
          {
            on: day('2026-01-27'),
            effect: 'no-clear-change',
            note: 'Breaks were up before it began. People want to keep it.',
          },
        ],
        reviewOn: day('2026-04-07'),
        doneOn: day('2026-01-14'),
      },
    },
  ];
}
