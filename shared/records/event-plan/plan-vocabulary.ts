/** What a plan can say by choice, and the words for it on screen. */

export const eventTypes = [
  'drug-related-death',
  'suicide',
  'natural-death',
  'overdose-survived',
  'assault-or-threat',
  'self-harm-witnessed',
  'protection',
  'colleague-death',
  'disaster',
  'media-or-inquiry',
  'cumulative-strain',
] as const;
export const eventTypeLabels = {
  'drug-related-death': 'Drug-related death',
  suicide: 'Suicide',
  'natural-death': 'Death from natural causes',
  'overdose-survived': 'Overdose, survived',
  'assault-or-threat': 'Assault or threat',
  'self-harm-witnessed': 'Serious self-harm, witnessed',
  protection: 'Child or adult protection',
  'colleague-death': 'Death of a colleague',
  disaster: 'Disaster',
  'media-or-inquiry': 'Media attention or inquiry',
  'cumulative-strain': 'Strain that has built up',
} as const satisfies Record<(typeof eventTypes)[number], string>;

export const phaseIds = [
  'immediate',
  'hours-24-72',
  'weeks-1-2',
  'day-28',
  'months-3',
  'anniversary',
] as const;
export type PhaseId = (typeof phaseIds)[number];
export const phaseLabels = {
  immediate: 'Same shift',
  'hours-24-72': '24 to 72 hours',
  'weeks-1-2': '1 to 2 weeks',
  'day-28': '4 weeks',
  'months-3': '3 months',
  anniversary: 'Anniversary',
} as const satisfies Record<PhaseId, string>;

export const closenesses = ['was-there', 'named-worker', 'knew-them', 'past-worker', 'wider-team'] as const;
export const closenessLabels = {
  'was-there': 'Was there',
  'named-worker': 'Named worker',
  'knew-them': 'Knew them',
  'past-worker': 'Past worker',
  'wider-team': 'Wider team',
} as const satisfies Record<(typeof closenesses)[number], string>;

export const contactStatuses = ['not-yet-asked', 'offered', 'accepted', 'declined'] as const;
export const contactStatusLabels = {
  'not-yet-asked': 'Not yet asked',
  offered: 'Offered',
  accepted: 'Accepted',
  declined: 'Declined',
} as const satisfies Record<(typeof contactStatuses)[number], string>;

/** How the news, or the event itself, reached somebody. */
export const exposures = ['was-there', 'heard-as-it-happened', 'learnt-after', 'not-known'] as const;
export const exposureToEventLabels = {
  'was-there': 'Saw it',
  'heard-as-it-happened': 'Heard it as it happened',
  'learnt-after': 'Learnt of it after',
  'not-known': 'Not known yet',
} as const satisfies Record<(typeof exposures)[number], string>;

export const dutyStates = ['on-duty', 'off-duty', 'away', 'not-known'] as const;
export const dutyLabels = {
  'on-duty': 'On duty',
  'off-duty': 'Off duty',
  away: 'Away',
  'not-known': 'Not known yet',
} as const satisfies Record<(typeof dutyStates)[number], string>;

/** What a step is for. Investigation never stands on a page with support: people stop trusting both. */
export const strands = ['support', 'service', 'investigation'] as const;
export type Strand = (typeof strands)[number];
export const strandLabels = {
  support: 'Support',
  service: 'Running the service',
  investigation: 'Learning and investigation',
} as const satisfies Record<Strand, string>;

/** Something known about the event, beside its type, that brings steps in. */
export const planConditions = ['staff-hurt', 'lone-or-remote-site'] as const;
export type ChosenCondition = (typeof planConditions)[number];
/** `a-death` follows from the kind of event and is never chosen. */
export const stepConditions = ['a-death', ...planConditions] as const;
export type PlanCondition = (typeof stepConditions)[number];
export const conditionLabels = {
  'a-death': 'Only after a death',
  'staff-hurt': 'Only if one of us was hurt',
  'lone-or-remote-site': 'Only at a lone or remote site',
} as const satisfies Record<PlanCondition, string>;

export const timingUnits = ['hours', 'days', 'working-days', 'months'] as const;
export type TimingUnit = (typeof timingUnits)[number];
export const timingUnitLabels = {
  hours: 'hours',
  days: 'days',
  'working-days': 'working days',
  months: 'months',
} as const satisfies Record<TimingUnit, string>;

export const notificationStates = ['open', 'notified', 'does-not-apply'] as const;
export type NotificationState = (typeof notificationStates)[number];
export const notificationStateLabels = {
  open: 'Not looked at yet',
  notified: 'Notified',
  'does-not-apply': 'Does not apply',
} as const satisfies Record<NotificationState, string>;

/** Days that may be hard, or that bring it all back. Each is said two weeks ahead. */
export const keptDateKinds = ['anniversary', 'inquiry', 'court', 'birthday', 'funeral', 'other'] as const;
export type KeptDateKind = (typeof keptDateKinds)[number];
export const keptDateLabels = {
  anniversary: 'Anniversary',
  inquiry: 'Inquiry or fatal accident inquiry',
  court: 'Court date',
  birthday: 'Birthday',
  funeral: 'Funeral',
  other: 'Another day',
} as const satisfies Record<KeptDateKind, string>;
