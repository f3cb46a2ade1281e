/** Life of the team at Harbour Steps: what was said and answered, training that began with wellbeing, and who can do what. */
import { toLocalDate } from '@shared/kernel/local-date';
import type { Conversation } from '@shared/records/conversation/conversation';
import type { TrainingPlan } from '@shared/records/training-plan/training-plan';
import type { DemoContext, DemoRecord } from './demo-context';

const day = toLocalDate;

const caseloads: Conversation = {
  on: day('2025-04-22'),
  team: '',
  topic: 'After the winter: what has to give',
  leaderSharedFirst: true,
  presentCount: 9,
  said: [
    {
      id: 'said-1',
      said: 'There are more people than hours, whatever we try',
      state: 'did',
      answer: 'A limit of 20 open cases for full hours, since 6 May',
      answeredOn: day('2025-05-06'),
    },
    {
      id: 'said-2',
      said: 'Supervision is the first thing to fall out',
      state: 'did',
      answer: 'It has its own time in the rota since October',
      answeredOn: day('2025-10-06'),
    },
    {
      id: 'said-3',
      said: 'Fill the three empty posts',
      state: 'not-now',
      answer: 'Money comes year by year. Raised with the Integration Joint Board, and answered in August',
      answeredOn: day('2025-08-11'),
    },
  ],
  decisions: [{ id: 'decision-1', text: 'A limit is tried for six months, and looked at with the figures' }],
};

const newsletter: Conversation = {
  on: day('2025-09-10'),
  team: '',
  topic: 'What the newsletter did',
  leaderSharedFirst: true,
  presentCount: 8,
  said: [
    {
      id: 'said-1',
      said: 'Nice to read, and nobody has time to',
      state: 'did',
      answer: 'It has ended. Its hours go into time for supervision',
      answeredOn: day('2025-09-15'),
    },
    {
      id: 'said-2',
      said: 'Tell us what the pulse says, in one page',
      state: 'did',
      answer: 'A sheet after each round: what we heard, what we do, what we cannot',
      answeredOn: day('2025-12-08'),
    },
  ],
  decisions: [],
};

const quietHour: Conversation = {
  on: day('2025-11-26'),
  team: 'Recovery hub',
  topic: 'Room to think at Harbour',
  leaderSharedFirst: false,
  presentCount: 6,
  said: [
    {
      id: 'said-1',
      said: 'Notes are written at home, because the office is too loud',
      state: 'doing',
      answer: 'A quiet hour on Wednesdays. Two desks move out by the summer',
      answeredOn: day('2025-12-02'),
    },
    {
      id: 'said-2',
      said: 'A second room for calls',
      state: 'waiting',
      answer: '',
      answeredOn: null,
    },
  ],
  decisions: [{ id: 'decision-1', text: 'Phones stand on one desk from nine to ten on Wednesdays' }],
};

function training({ idFor }: DemoContext): TrainingPlan {
  return {
    name: 'Trauma-informed practice, 2025 to 2026',
    steps: [
      {
        id: 'step-1',
        title: 'Looking after ourselves, and each other',
        kind: 'wellbeing',
        material: 'National trauma training, wellbeing module',
        plannedOn: day('2025-06-11'),
        minutes: 90,
        sessions: [
          { id: 'session-1', on: day('2025-06-11'), invited: 7, came: 5 },
          { id: 'session-2', on: day('2025-06-25'), invited: 7, came: 6 },
        ],
        doneOn: day('2025-09-03'),
      },
      {
        id: 'step-2',
        title: 'What trauma does, and what helps',
        kind: 'trauma-informed',
        material: 'National trauma training, informed level',
        plannedOn: day('2025-10-15'),
        minutes: 120,
        sessions: [
          { id: 'session-1', on: day('2025-10-15'), invited: 8, came: 7 },
          { id: 'session-2', on: day('2025-11-12'), invited: 6, came: 6 },
        ],
        doneOn: day('2025-11-12'),
      },
      {
        id: 'step-3',
        title: 'Safety and stabilisation, first day',
        kind: 'safety-and-stabilisation',
        material: 'Trainer from the health board, Harbour group room',
        plannedOn: day('2026-02-18'),
        minutes: 360,
        sessions: [{ id: 'session-1', on: day('2026-02-18'), invited: 7, came: 6 }],
        doneOn: null,
      },
      {
        id: 'step-4',
        title: 'Safety and stabilisation, second day',
        kind: 'safety-and-stabilisation',
        material: '',
        plannedOn: day('2026-05-20'),
        minutes: 360,
        sessions: [],
        doneOn: null,
      },
    ],
    pulseBeforeId: idFor('round-pulse-2025-05'),
    pulseAfterId: idFor('round-pulse-2025-11'),
    note: '',
  };
}

export function demoTeamLife(context: DemoContext): readonly DemoRecord[] {
  const { idFor } = context;
  const talks: readonly DemoRecord<'conversation'>[] = [
    { kind: 'conversation', id: idFor('conversation-caseloads'), value: caseloads },
    { kind: 'conversation', id: idFor('conversation-newsletter'), value: newsletter },
    { kind: 'conversation', id: idFor('conversation-quiet-hour'), value: quietHour },
  ];
  return [...talks, { kind: 'training-plan', value: training(context) }];
}
