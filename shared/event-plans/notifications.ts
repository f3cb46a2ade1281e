/**
 * Who may have to be told after an event, as data. It prompts and notes that it was done; it decides nothing and holds no
 * form. Every limit names its source and how sure we are of it, and every item says to check locally.
 */
import { addDays, formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  type ChosenCondition,
  type EventPlan,
  eventTypes,
  type PlanNotification,
  type PlanOutline,
} from '@shared/records/event-plan/event-plan';
import { isDeath } from './phases';

type EventType = EventPlan['eventType'];

export interface TimeLimit {
  /** "Within 15 days". */
  readonly words: string;
  /** Days from the event, where the rule counts from the event itself: a latest day can then be reckoned. */
  readonly days: number | null;
  /** `published`: on the body's own page or in the law. `commonly-quoted`: heard often, and not found there by us. */
  readonly certainty: 'published' | 'commonly-quoted';
  /** Said after a death only. */
  readonly isForDeaths?: true;
}

export interface NotificationItem {
  readonly id: string;
  readonly title: string;
  /** After which events it is worth a look. */
  readonly eventTypes: readonly EventType[];
  /** Beside those, whatever the event, when one of these is known. */
  readonly conditions: readonly ChosenCondition[];
  /** When it may apply, and why. */
  readonly when: string;
  readonly limits: readonly TimeLimit[];
  readonly source: string;
}

/** Said beside every limit. */
export const checkLocally = 'Check locally.';

const deaths = ['drug-related-death', 'suicide', 'natural-death', 'colleague-death'] as const;
const deathsInService = ['drug-related-death', 'suicide', 'natural-death'] as const;

export const notificationItems: readonly NotificationItem[] = [
  {
    id: 'care-inspectorate',
    title: 'Care Inspectorate',
    eventTypes: [
      ...deathsInService,
      'overdose-survived',
      'assault-or-threat',
      'self-harm-witnessed',
      'protection',
      'disaster',
    ],
    conditions: ['staff-hurt'],
    when: 'For a registered service: deaths of people using it, accidents, incidents, injuries, and allegations of abuse.',
    limits: [
      { words: 'Immediately', days: null, certainty: 'published' },
      {
        words: '24 hours for a death',
        days: 1,
        certainty: 'commonly-quoted',
        isForDeaths: true,
      },
    ],
    source: 'Care Inspectorate, notifications through eForms',
  },
  {
    id: 'police',
    title: 'Police',
    eventTypes: [...deaths, 'assault-or-threat', 'protection', 'disaster'],
    conditions: [],
    when: 'Sudden or unexplained deaths, assaults, and anyone in danger. After an assault, ask the person first.',
    limits: [{ words: 'At once', days: null, certainty: 'commonly-quoted' }],
    source: 'Police Scotland',
  },
  {
    id: 'procurator-fiscal',
    title: 'Procurator Fiscal',
    eventTypes: [...deaths, 'disaster'],
    conditions: [],
    when: 'Sudden, suspicious or unexplained deaths. A death in the course of work leads to a fatal accident inquiry.',
    limits: [
      {
        words: 'Usually through the police or the doctor, at once',
        days: null,
        certainty: 'commonly-quoted',
      },
    ],
    source: 'Crown Office and Procurator Fiscal Service',
  },
  {
    id: 'riddor-at-once',
    title: 'RIDDOR: death or serious injury at work',
    eventTypes: ['assault-or-threat', 'colleague-death', 'disaster'],
    conditions: ['staff-hurt'],
    when: 'A death or a listed injury through work, violence included. Also when a member of the public goes to hospital from the scene.',
    limits: [{ words: 'Without delay', days: null, certainty: 'published' }],
    source: 'RIDDOR 2013. Suicide is not reportable. Shock without an injury is commonly held not to be.',
  },
  {
    id: 'riddor-over-7-days',
    title: 'RIDDOR: more than 7 days off normal work',
    eventTypes: ['assault-or-threat', 'disaster'],
    conditions: ['staff-hurt'],
    when: 'An injury at work keeps somebody from their normal work for more than 7 days. Over 3 days it is recorded only.',
    limits: [{ words: 'Within 15 days', days: 15, certainty: 'published' }],
    source: 'RIDDOR 2013',
  },
  {
    id: 'council-justice',
    title: 'Council, for justice social work',
    eventTypes: [
      ...deathsInService,
      'overdose-survived',
      'assault-or-threat',
      'self-harm-witnessed',
      'protection',
    ],
    conditions: [],
    when: 'A serious incident of somebody on a justice order or licence. The council tells the Care Inspectorate.',
    limits: [
      {
        // Their time, from when the incident comes to their attention: no day of the service's own follows from it.
        words: 'Council to Care Inspectorate within 5 working days, so tell the council early',
        days: null,
        certainty: 'published',
      },
    ],
    source: 'Care Inspectorate, guidance on serious incident reviews',
  },
  {
    id: 'adult-or-child-protection',
    title: 'Council, for adult or child protection',
    eventTypes: ['protection', 'self-harm-witnessed', 'overdose-survived', 'assault-or-threat'],
    conditions: [],
    when: 'An adult or a child may be at risk of harm. The local procedure says whom to ring.',
    limits: [{ words: 'The same day', days: 0, certainty: 'commonly-quoted' }],
    source: 'Local protection procedures',
  },
  {
    id: 'health-board',
    title: 'Health board',
    eventTypes: [...deathsInService, 'overdose-survived', 'self-harm-witnessed', 'protection', 'disaster'],
    conditions: [],
    when: 'Care was given for or with a health board: its adverse event process may apply.',
    limits: [
      { words: 'As the contract or the local process says', days: null, certainty: 'commonly-quoted' },
    ],
    source: 'Adverse event process of the health board',
  },
  {
    id: 'duty-of-candour',
    title: 'Organisational duty of candour',
    eventTypes: [
      ...deathsInService,
      'overdose-survived',
      'assault-or-threat',
      'self-harm-witnessed',
      'protection',
      'disaster',
    ],
    conditions: [],
    when: 'An unexpected incident in care led to death or harm. It asks for an apology, a review and a yearly report.',
    limits: [
      { words: 'Tell the person or family as soon as you can', days: null, certainty: 'commonly-quoted' },
    ],
    source:
      'Duty of candour, in force since 1 April 2018. Support for staff is commonly named as part of it.',
  },
  {
    id: 'insurer',
    title: 'Insurer',
    eventTypes: eventTypes.filter((type) => type !== 'cumulative-strain'),
    conditions: ['staff-hurt'],
    when: 'Anything that may lead to a claim. Late news can affect cover.',
    limits: [{ words: 'As the policy says, often at once', days: null, certainty: 'commonly-quoted' }],
    source: 'Your insurance policy',
  },
  {
    id: 'data-protection',
    title: 'Information Commissioner',
    eventTypes: ['media-or-inquiry', 'disaster', 'protection', 'assault-or-threat'],
    conditions: [],
    when: 'Papers, a phone or messages were lost, or seen by somebody who should not have seen them.',
    limits: [
      {
        words: '72 hours from knowing of it',
        days: null,
        certainty: 'commonly-quoted',
      },
    ],
    source: 'UK GDPR. Ask your data protection lead.',
  },
];

const itemById = new Map(notificationItems.map((item) => [item.id, item]));

/** Null for an item of another version of the checklist. */
export function notificationItemById(id: string): NotificationItem | null {
  return itemById.get(id) ?? null;
}

export interface NotificationLine {
  readonly item: NotificationItem;
  readonly noted: PlanNotification;
  readonly limits: readonly (TimeLimit & {
    /** Latest day by this limit; null where it counts from something else than the event. */
    readonly latest: LocalDate | null;
    readonly sentence: string;
  })[];
}

/** What may apply to this event, in the order of the checklist; what was noted once stays, whatever is corrected later. */
export function notificationsFor(plan: PlanOutline): readonly NotificationLine[] {
  const noted = new Map(plan.notifications.map((each) => [each.itemId, each]));
  return notificationItems
    .filter((item) => mayApply(item, plan) || noted.has(item.id))
    .map((item) => ({
      item,
      noted: noted.get(item.id) ?? unnoted(item.id),
      limits: item.limits
        .filter((limit) => limit.isForDeaths !== true || isDeath(plan.eventType))
        .map((limit) => {
          const latest = limit.days === null ? null : addDays(plan.occurredOn, limit.days);
          return { ...limit, latest, sentence: limitSentence(limit, latest) };
        }),
    }));
}

function mayApply(item: NotificationItem, plan: PlanOutline): boolean {
  return (
    item.eventTypes.includes(plan.eventType) ||
    item.conditions.some((condition) => plan.conditions.includes(condition))
  );
}

function unnoted(itemId: string): PlanNotification {
  return { itemId, state: 'open', who: '', on: null, at: '', reference: '' };
}

/** "Within 15 days, so by 26 May 2026 at the latest. Check locally." */
function limitSentence({ words, certainty }: TimeLimit, latest: LocalDate | null): string {
  const by = latest === null ? '' : `, so by ${formatDate(latest)} at the latest`;
  const quoted = certainty === 'commonly-quoted' ? ' Commonly quoted.' : '';
  return `${words}${by}.${quoted} ${checkLocally}`;
}

/** Notes one item in place of what was noted before. Open again, it is as if it had never been looked at. */
export function noteNotification<P extends PlanOutline>(plan: P, noted: PlanNotification): P {
  const others = plan.notifications.filter(({ itemId }) => itemId !== noted.itemId);
  return { ...plan, notifications: noted.state === 'open' ? others : [...others, noted] };
}
