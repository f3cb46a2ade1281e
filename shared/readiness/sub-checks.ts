/** What staff wellbeing is checked by, in our own words. What is found stands in wellbeing-checks.ts. */

export const wellbeingCheckIds = [
  'baseline',
  'supervision',
  'event-plan',
  'caseload-limit',
  'facilities',
  'leaders-habits',
  'feedback',
  'volunteers',
] as const;
export type WellbeingCheckId = (typeof wellbeingCheckIds)[number];

export const wellbeingCheckLabels = {
  baseline: 'A baseline was taken',
  supervision: 'Supervision reaches its target',
  'event-plan': 'The plan for critical events was tested',
  'caseload-limit': 'A caseload limit is set',
  facilities: 'Rooms and facilities were checked',
  'leaders-habits': 'The team sees leaders look after themselves',
  feedback: 'Staff were told what came of their replies',
  volunteers: 'Volunteers are included',
} as const satisfies Record<WellbeingCheckId, string>;

/** "Not known" is not "no": nothing in the records says either way. */
export const wellbeingCheckStates = ['yes', 'partly', 'no', 'not-known', 'not-needed'] as const;
export type WellbeingCheckState = (typeof wellbeingCheckStates)[number];

export const wellbeingCheckStateLabels = {
  yes: 'Yes',
  partly: 'In part',
  no: 'No',
  'not-known': 'Not known',
  'not-needed': 'Not needed here',
} as const satisfies Record<WellbeingCheckState, string>;

/** Of those in post, in per cent: below it, supervision is one of the first things to put right. */
export const usualCoverageTarget = 80;
