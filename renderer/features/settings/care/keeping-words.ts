/** Classes, reasons and times of keeping, in words. */
import type {
  DestructionReason,
  HoldReason,
  RetentionClass,
} from '@shared/records/care-settings/care-settings';

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

export const holdReasonWords = {
  'access-request': 'Somebody asked to see their records',
  complaint: 'Complaint or grievance',
  'court-or-tribunal': 'Court or tribunal',
  inquiry: 'Inquiry or review',
  regulator: 'Regulator',
  other: 'Another reason, written down elsewhere',
} as const satisfies Record<HoldReason, string>;

export const destructionReasonWords = {
  'period-over': 'Kept for as long as the rules say',
  'person-asked': 'The person asked, and it was agreed',
  'recorded-in-error': 'Recorded in error',
  deleted: 'Deleted for good by hand',
} as const satisfies Record<DestructionReason, string>;

export function classCount(of: RetentionClass, count: number): string {
  const { one, many } = classWords[of];
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "6 years", "18 months" */
export function monthsWords(months: number): string {
  if (months % 12 !== 0) return months === 1 ? '1 month' : `${months} months`;
  return months === 12 ? '1 year' : `${months / 12} years`;
}

/** "1 person, 14 supervision records and 3 absences" */
export function countsWords(counts: Readonly<Partial<Record<RetentionClass, number>>>): string {
  const parts = (Object.keys(classWords) as RetentionClass[]).flatMap((of) => {
    const count = counts[of] ?? 0;
    return count === 0 ? [] : [classCount(of, count)];
  });
  const last = parts.at(-1) ?? 'nothing';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
