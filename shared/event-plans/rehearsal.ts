/**
 * A drill: a made-up event to make a plan for against the clock, and what the finished plan missed. Everyone in it is made
 * up; the plan that comes of it is thrown away.
 */
import { createSeeded } from '@shared/demo/seeded';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import {
  type AffectedPerson,
  type EventPlan,
  eventTypes,
  type PlanOutline,
} from '@shared/records/event-plan/event-plan';
import type { MissedPoint, RehearsalCheck } from '@shared/records/rehearsal/rehearsal';
import { everyoneAffected } from './contacts';
import { notificationsFor } from './notifications';
import { rehearsalScenes } from './rehearsal-scenes';
import { isInvestigation } from './strands';

/** A plan in three minutes is what the app promises. */
export const rehearsalSeconds = 180;

export interface MadeUpPerson {
  readonly id: RecordId;
  /** A role, so that nobody's real name is in a drill by chance. */
  readonly name: string;
  readonly closeness: AffectedPerson['closeness'];
  readonly exposure: AffectedPerson['exposure'];
  readonly duty: AffectedPerson['duty'];
}

export interface MadeUpEvent {
  readonly eventType: EventPlan['eventType'];
  readonly occurredOn: LocalDate;
  readonly occurredAt: string;
  readonly conditions: EventPlan['conditions'];
  /** What a colleague says on the phone, sentence by sentence. */
  readonly told: readonly string[];
  /** On the made-up people list. Who of them is affected has to be found in what is told. */
  readonly people: readonly MadeUpPerson[];
}

/** The same seed makes the same event, so that two teams can be given one drill. */
export function makeUpEvent(seed: number, today: LocalDate): MadeUpEvent {
  const seeded = createSeeded(seed);
  const eventType = seeded.pick(eventTypes);
  const scene = seeded.pick(rehearsalScenes[eventType]);
  const minute = seeded.pick(['05', '20', '35', '50']);
  const occurredAt = `${String(seeded.whole(8, 19)).padStart(2, '0')}:${minute}`;
  const isHurt = scene.canHurt && seeded.chance(0.5);
  const isRemote = scene.canBeRemote && seeded.chance(0.4);
  return {
    eventType,
    // Yesterday at times: then the first hours have already gone by.
    occurredOn: addDays(today, seeded.chance(0.25) ? -1 : 0),
    occurredAt,
    conditions: [
      ...(isHurt ? (['staff-hurt'] as const) : []),
      ...(isRemote ? (['lone-or-remote-site'] as const) : []),
    ],
    told: [
      scene.told,
      ...(isHurt ? ['One of us was hurt and is with a first aider.'] : []),
      ...(isRemote ? ['It was at a remote place, and the worker is there alone.'] : []),
      'The key worker is off today. Another worker knew them until last year and has moved teams.',
      'Reception took the call, and the agency cleaner was in the corridor.',
    ],
    people: madeUpPeople,
  };
}

function madeUp(
  number: number,
  name: string,
  rest: Pick<MadeUpPerson, 'closeness' | 'exposure' | 'duty'>,
): MadeUpPerson {
  return { id: number.toString(16).padStart(32, '0') as RecordId, name, ...rest };
}

const madeUpPeople: readonly MadeUpPerson[] = [
  madeUp(1, 'Support worker one', { closeness: 'was-there', exposure: 'was-there', duty: 'on-duty' }),
  madeUp(2, 'Key worker two', { closeness: 'named-worker', exposure: 'learnt-after', duty: 'off-duty' }),
  madeUp(3, 'Receptionist three', {
    closeness: 'knew-them',
    exposure: 'heard-as-it-happened',
    duty: 'on-duty',
  }),
  madeUp(4, 'Worker four, other team', {
    closeness: 'past-worker',
    exposure: 'learnt-after',
    duty: 'on-duty',
  }),
  madeUp(5, 'Volunteer five', { closeness: 'wider-team', exposure: 'learnt-after', duty: 'away' }),
  madeUp(6, 'Team leader six', { closeness: 'wider-team', exposure: 'learnt-after', duty: 'on-duty' }),
];

/** What the finished plan missed, in the order in which it matters. Nothing is a mark: it is what to do next time. */
export function missedIn(
  plan: PlanOutline & Pick<EventPlan, 'facts'>,
  seconds: number,
): readonly MissedPoint[] {
  const everyone = everyoneAffected(plan);
  const missed = (check: RehearsalCheck, isMissed: boolean, about = ''): readonly MissedPoint[] =>
    isMissed ? [{ check, about: about.slice(0, 200) }] : [];
  const open = notificationsFor(plan).filter(({ noted }) => noted.state === 'open');
  return [
    ...missed('safety-not-answered', plan.everyoneSafe === 'not-sure'),
    ...missed('no-facts', plan.facts.trim() === ''),
    ...missed('nobody-listed', everyone.length === 0),
    ...missed(
      'nobody-off-duty',
      everyone.length > 0 && everyone.every(({ person }) => !['off-duty', 'away'].includes(person.duty)),
    ),
    ...missed(
      'no-past-worker',
      everyone.length > 0 && everyone.every(({ person }) => person.closeness !== 'past-worker'),
    ),
    ...missed('nobody-not-listed', plan.othersAffected.length === 0),
    ...unownedIn(plan).flatMap((about) => missed('step-without-owner', true, about)),
    ...missed('one-owner-for-both', hasOneOwnerForBoth(plan)),
    ...missed(
      'no-four-week-step',
      plan.steps.every(({ phaseId }) => phaseId !== 'day-28'),
    ),
    ...missed(
      'no-anniversary-step',
      plan.steps.every(({ phaseId }) => phaseId !== 'anniversary'),
    ),
    ...missed('notifications-not-looked-at', open.length > 0, open.map(({ item }) => item.title).join(', ')),
    ...missed('over-three-minutes', seconds > rehearsalSeconds, timeWords(seconds)),
  ];
}

/** The first three days need a name for each role; a step without a role is named itself. */
function unownedIn(plan: PlanOutline): readonly string[] {
  const first = plan.steps.filter(
    ({ phaseId, ownerPersonId }) =>
      (phaseId === 'immediate' || phaseId === 'hours-24-72') && ownerPersonId === null,
  );
  return [...new Set(first.map(({ ownerRole, title }) => (ownerRole === '' ? title : ownerRole)))];
}

function hasOneOwnerForBoth(plan: PlanOutline): boolean {
  const ownersOf = (isWanted: boolean) =>
    plan.steps
      .filter((step) => step.strand !== 'service' && isInvestigation(step) === isWanted)
      .flatMap(({ ownerPersonId }) => ownerPersonId ?? []);
  const support = new Set(ownersOf(false));
  return ownersOf(true).some((owner) => support.has(owner));
}

/** "2 min 44 s" */
export function timeWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return minutes === 0 ? `${String(rest)} s` : `${String(minutes)} min ${String(rest)} s`;
}

/** One sentence: what was missed, and why it matters or what to do. */
export function missedWords({ check, about }: MissedPoint): string {
  switch (check) {
    case 'safety-not-answered':
      return 'Whether everyone is safe was left at "not sure".';
    case 'no-facts':
      return 'No line of facts. Whoever takes over has nothing to start from.';
    case 'nobody-listed':
      return 'Nobody is listed as affected.';
    case 'nobody-off-duty':
      return 'Nobody off duty or away is listed. They often hear last.';
    case 'no-past-worker':
      return 'No past worker is listed.';
    case 'nobody-not-listed':
      return 'Nobody outside the people list is there: agency, cleaners, reception, partners.';
    case 'step-without-owner':
      return `Nobody is named for: ${about}.`;
    case 'one-owner-for-both':
      return 'One person has both support and investigation steps. Give them to two people.';
    case 'no-four-week-step':
      return 'No step is planned for four weeks.';
    case 'no-anniversary-step':
      return 'No step is planned for the anniversary.';
    case 'notifications-not-looked-at':
      return `Not looked at: ${about}.`;
    case 'over-three-minutes':
      return `It took ${about}. The aim is three minutes.`;
  }
}
