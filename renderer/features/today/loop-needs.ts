/** What actions, spaces, skills, the life of the team and the readiness check ask for, as lines of Today. Pure. */
import { addDays, daysBetween, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { currentCheck, missingToFinish } from '@shared/readiness/finish';
import { isOpen } from '@shared/records/action/action';
import { spaceNeeds } from '@shared/spaces/space-needs';
import { skillNeeds } from '@shared/team-life/skills';
import { teamNeeds } from '@shared/team-life/team-needs';
import type { StoredRecord } from '@shared/vault/vault-api';
import { speakerOf, type Speaker } from './naming';
import type { Need } from './needs';

export interface LoopRecords {
  readonly people: readonly StoredRecord<'person'>[];
  readonly actions: readonly StoredRecord<'action'>[];
  readonly sites: readonly StoredRecord<'site'>[];
  readonly spaceChecks: readonly StoredRecord<'space-check'>[];
  readonly resources: readonly StoredRecord<'resource'>[];
  readonly skills: readonly StoredRecord<'skill'>[];
  readonly skillsHeld: readonly StoredRecord<'skill-held'>[];
  readonly conversations: readonly StoredRecord<'conversation'>[];
  readonly trainingPlans: readonly StoredRecord<'training-plan'>[];
  readonly briefings: readonly StoredRecord<'leader-briefing'>[];
  readonly readiness: readonly StoredRecord<'readiness-check'>[];
}

/** A readiness check that nobody has touched for so long is worth a line. */
const readinessPauseDays = 56;

function actionNeeds({ actions }: LoopRecords, today: LocalDate, speaker: Speaker): readonly Need[] {
  return actions.flatMap(({ id, value }): Need[] => {
    if (!isOpen(value) || value.dueOn === null || value.dueOn > today) return [];
    // One line an action: once its day to be looked at has come too, that line says it.
    if (value.reviewOn <= today) return [];
    return [
      {
        key: `action-due-${id}`,
        kind: 'action',
        title: speaker.typed(value.what, 'An action of the service'),
        detail: `To be done by ${formatDate(value.dueOn)}`,
        daysLate: daysBetween(value.dueOn, today),
        href: `/actions/${id}`,
      },
    ];
  });
}

function readinessNeeds({ readiness, actions }: LoopRecords, today: LocalDate): readonly Need[] {
  const check = currentCheck(readiness);
  if (check === null) return [];
  const rated = Object.values(check.value.areas).flatMap(({ ratedOn }) => ratedOn ?? []);
  const last = [check.value.startedOn, ...rated].toSorted().at(-1) ?? check.value.startedOn;
  const due = addDays(last, readinessPauseDays);
  if (due > today) return [];
  const isShort = missingToFinish(check.value, actions).length > 0;
  return [
    {
      key: `readiness-${check.id}`,
      kind: 'readiness',
      title: 'Go on with the readiness check',
      detail: isShort
        ? `Last rated on ${formatDate(last)}. Staff wellbeing still lacks something`
        : `Last rated on ${formatDate(last)}. It could be finished`,
      daysLate: daysBetween(due, today),
      href: `/actions/readiness/${check.id}`,
    },
  ];
}

/** Only what has run out: what runs out soon stands on the skills page, and asks for nobody today. */
function skillLines(records: LoopRecords, today: LocalDate, speaker: Speaker): readonly Need[] {
  const { skills, skillsHeld: held, people } = records;
  return skillNeeds({ skills, held, people }, today).flatMap((need): Need[] => {
    if (need.kind !== 'over') return [];
    const who = speaker.who(need.personId) ?? 'someone';
    return [
      {
        key: need.key,
        kind: 'skill',
        title: speaker.typed(`${need.skill.name}: ${who}`, `A skill has run out: ${who}`),
        detail: `Held until ${formatDate(need.on)}`,
        daysLate: Math.max(0, daysBetween(need.on, today) - 1),
        href: '/people/team/skills',
      },
    ];
  });
}

const teamTitles = {
  answer: 'Answer what the team said',
  training: 'A step of the training plan',
  briefing: 'A briefing for leaders',
} as const;

const teamHrefs = {
  answer: '/people/team/said',
  training: '/people/team/training',
  briefing: '/people/team/leaders',
} as const;

function teamLines(records: LoopRecords, today: LocalDate, speaker: Speaker): readonly Need[] {
  const { conversations, trainingPlans: plans, briefings } = records;
  return teamNeeds({ conversations, plans, briefings }, today).map(({ key, kind, on, daysLate, words }) => ({
    key,
    kind: 'team',
    title: teamTitles[kind],
    detail: speaker.typed(words, `Since ${formatDate(on)}`),
    daysLate,
    href: teamHrefs[kind],
  }));
}

function spaceLines(records: LoopRecords, today: LocalDate, speaker: Speaker): readonly Need[] {
  const { sites, spaceChecks: checks, resources } = records;
  return spaceNeeds({ sites, checks, resources }, today).map((need) => ({
    ...need,
    kind: 'restock',
    title: speaker.typed(need.title, 'A space or a resource to look at'),
    detail: speaker.typed(need.detail, 'Due by now'),
  }));
}

/** Each sort with the longest due first. */
export function loopNeeds(
  records: LoopRecords,
  today: LocalDate,
  speaker: Speaker = speakerOf('names', records.people),
): readonly Need[] {
  return [
    ...actionNeeds(records, today, speaker),
    ...readinessNeeds(records, today),
    ...spaceLines(records, today, speaker),
    ...skillLines(records, today, speaker),
    ...teamLines(records, today, speaker),
  ];
}
