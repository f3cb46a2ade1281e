/** Between the form of a policy review, as typed, and the record. Pure. */
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import { addMonths, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { policyReviewSchema, type PolicyReview } from '@shared/records/policy-review/policy-review';
import type { FormProblem } from '../../../ui';
import { dayText, formReader, nextId, schemaProblems } from '../../../records/form-read';

/** Most bodies ask for a look at each document every two or three years. */
const usualMonths = 24;
const usualLead = 3;

export type PolicyFields = {
  readonly document: string;
  readonly ownerId: string;
  readonly ownerRole: string;
  readonly lastReviewedOn: string;
  readonly dueOn: string;
  readonly intervalMonths: string;
  readonly hoursNeeded: string;
  readonly note: string;
};

export function emptyPolicy(today: LocalDate): PolicyFields {
  return {
    document: '',
    ownerId: '',
    ownerRole: '',
    lastReviewedOn: '',
    dueOn: formatDate(addMonths(today, usualLead)),
    intervalMonths: String(usualMonths),
    hoursNeeded: '',
    note: '',
  };
}

export function fieldsOfPolicy(review: PolicyReview): PolicyFields {
  return {
    document: review.document,
    ownerId: review.ownerId ?? '',
    ownerRole: review.ownerRole,
    lastReviewedOn: dayText(review.lastReviewedOn),
    dueOn: formatDate(review.dueOn),
    intervalMonths: String(review.intervalMonths),
    hoursNeeded: String(review.hoursNeeded),
    note: review.note,
  };
}

export interface PolicyReading {
  readonly review: PolicyReview | null;
  readonly problems: readonly FormProblem[];
}

/** `before`: as it is stored, so that the hours found stay. */
export function readPolicy(
  fields: PolicyFields,
  before: PolicyReview | null,
  today: LocalDate,
): PolicyReading {
  const read = formReader(today);
  const document = read.line('document', fields.document, 'Say which document it is');
  const lastReviewedOn = read.dayOrNone('lastReviewedOn', fields.lastReviewedOn);
  if (lastReviewedOn !== null && lastReviewedOn > today)
    read.wrong('lastReviewedOn', 'This day is still to come');
  const dueOn = read.day('dueOn', fields.dueOn, 'Say by when it has to be looked at');
  const months = Number(fields.intervalMonths.trim());
  const hasMonths = /^\d{1,3}$/.test(fields.intervalMonths.trim()) && months >= 1 && months <= 120;
  if (!hasMonths) read.wrong('intervalMonths', 'Enter whole months from 1 to 120, such as 24');
  const hoursNeeded = read.amount(
    'hoursNeeded',
    fields.hoursNeeded,
    'Enter the hours it takes, such as 6 or 2.5',
  );
  if (read.problems.length > 0 || dueOn === null || hoursNeeded === null)
    return { review: null, problems: read.problems };
  const owner: string = fields.ownerId;
  const ownerId: RecordId | null = isRecordId(owner) ? owner : null;
  const parsed = policyReviewSchema.safeParse({
    document,
    ownerId,
    ownerRole: ownerId === null ? fields.ownerRole : '',
    lastReviewedOn,
    dueOn,
    intervalMonths: months,
    hoursNeeded,
    found: before?.found ?? [],
    note: fields.note,
  });
  return parsed.success
    ? { review: parsed.data, problems: [] }
    : { review: null, problems: schemaProblems(parsed.error) };
}

export interface HoursFields {
  readonly on: string;
  readonly hours: string;
  readonly by: string;
}

/** The review with those hours in it, by their day. */
export function readHours(fields: HoursFields, review: PolicyReview, today: LocalDate): PolicyReading {
  const read = formReader(today);
  const on = read.day('on', fields.on, 'Say on which day');
  const hours = read.amount('hours', fields.hours, 'Enter the hours, such as 2 or 1.5');
  if (on !== null && on > today)
    read.wrong('on', 'This day is still to come. Hours count once they are spent');
  if (read.problems.length > 0 || on === null || hours === null)
    return { review: null, problems: read.problems };
  const found = [...review.found, { id: nextId('hours', review.found), on, hours, by: fields.by }];
  const parsed = policyReviewSchema.safeParse({
    ...review,
    found: found.toSorted((left, right) => (left.on < right.on ? -1 : 1)),
  });
  return parsed.success
    ? { review: parsed.data, problems: [] }
    : {
        review: null,
        problems: parsed.error.issues.map(({ path, message }) => ({ field: String(path[2] ?? ''), message })),
      };
}
