/** How long what is kept stays, in words: the same in Settings, beside a record and in a copy for the person. */
import type { CareSettings } from '@shared/records/care-settings/care-settings';
import type { RetentionClass } from '@shared/records/retention-class';

export const classWords = {
  person: { title: 'People’s own details', from: 'after they leave', one: 'person', many: 'people' },
  supervision: {
    title: 'Supervision records',
    from: 'after they leave; of a group, after the last one leaves',
    one: 'supervision record',
    many: 'supervision records',
  },
  absence: { title: 'Absences', from: 'after they leave', one: 'absence', many: 'absences' },
  caseload: {
    title: 'Caseload figures',
    from: 'after they leave',
    one: 'caseload figure',
    many: 'caseload figures',
  },
  'incident-plan': {
    title: 'Incident plans',
    from: 'after the plan is closed',
    one: 'incident plan',
    many: 'incident plans',
  },
  'wellbeing-round': {
    title: 'Wellbeing rounds with their replies',
    from: 'after the round closes',
    one: 'wellbeing round',
    many: 'wellbeing rounds',
  },
  'wellbeing-plan': {
    title: 'Wellbeing Plans, sealed by their owners',
    from: 'after they leave',
    one: 'Wellbeing Plan',
    many: 'Wellbeing Plans',
  },
  'access-request': {
    title: 'Requests for a copy of what is held',
    from: 'after the answer',
    one: 'request',
    many: 'requests',
  },
  export: { title: 'Export log', from: 'after it was saved', one: 'export', many: 'exports' },
  draft: { title: 'Drafts', from: 'after the last word', one: 'draft', many: 'drafts' },
} as const satisfies Record<
  RetentionClass,
  { readonly title: string; readonly from: string; readonly one: string; readonly many: string }
>;

/** "6 years", "18 months" */
export function monthsWords(months: number): string {
  if (months % 12 !== 0) return months === 1 ? '1 month' : `${months} months`;
  return months === 12 ? '1 year' : `${months / 12} years`;
}

/** "Kept for 6 years after they leave", "Kept until somebody deletes it". */
export function keptWords(of: RetentionClass | null, months: CareSettings['months']): string {
  const count = of === null ? null : months[of];
  if (of === null || count === null) return 'Kept until somebody deletes it';
  return `Kept for ${monthsWords(count)} ${classWords[of].from}`;
}
