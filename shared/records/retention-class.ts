/** The classes that a service keeps for a time of its own. */
export const retentionClasses = [
  'person',
  'supervision',
  'absence',
  'caseload',
  'incident-plan',
  'wellbeing-round',
  'wellbeing-plan',
  'access-request',
  'export',
  'draft',
] as const;
export type RetentionClass = (typeof retentionClasses)[number];
