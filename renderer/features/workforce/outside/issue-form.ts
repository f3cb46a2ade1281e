/** Between the forms of an issue outside our control and of a reply to it, as typed, and the record. Pure. */
import { addMonths, formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  issueStatuses,
  outsideIssueSchema,
  type IssueFigure,
  type IssueReply,
  type IssueStatus,
  type OutsideIssue,
} from '@shared/records/outside-issue/outside-issue';
import type { FormProblem } from '../../../ui';
import { dayText, formReader, nextId, schemaProblems } from '../../../records/form-read';

export type IssueFields = {
  readonly title: string;
  readonly situation: string;
  readonly effectOnStaff: string;
  readonly effectOnPeople: string;
  readonly evidence: string;
  /** Each as "vacancy-rate Vacancy rate: 12.3%, March 2026": a draft holds texts and nothing else. */
  readonly figures: readonly string[];
  readonly ownSteps: string;
  readonly askedOf: string;
  readonly raisedOn: string;
  readonly replyDue: string;
  readonly reviewOn: string;
  /** "1" to "5"; empty: not rated. */
  readonly likelihood: string;
  readonly impact: string;
};

/** Replies that nobody set a day for never come: a month is what most bodies promise. */
const usualReplyMonths = 1;
const usualReviewMonths = 3;

export function emptyIssue(today: LocalDate): IssueFields {
  return {
    title: '',
    situation: '',
    effectOnStaff: '',
    effectOnPeople: '',
    evidence: '',
    figures: [],
    ownSteps: '',
    askedOf: '',
    raisedOn: formatDate(today),
    replyDue: formatDate(addMonths(today, usualReplyMonths)),
    reviewOn: formatDate(addMonths(today, usualReviewMonths)),
    likelihood: '',
    impact: '',
  };
}

export const figureText = ({ measure, words }: IssueFigure): string => `${measure} ${words}`;

export function figureOf(text: string): IssueFigure {
  const space = text.indexOf(' ');
  return { measure: text.slice(0, space), words: text.slice(space + 1) };
}

export function fieldsOfIssue(issue: OutsideIssue): IssueFields {
  const { title, situation, effectOnStaff, effectOnPeople, evidence, ownSteps, askedOf } = issue;
  return {
    title,
    situation,
    effectOnStaff,
    effectOnPeople,
    evidence,
    figures: issue.figures.map(figureText),
    ownSteps,
    askedOf,
    raisedOn: formatDate(issue.raisedOn),
    replyDue: dayText(issue.replyDue),
    reviewOn: dayText(issue.reviewOn),
    likelihood: issue.likelihood === null ? '' : String(issue.likelihood),
    impact: issue.impact === null ? '' : String(issue.impact),
  };
}

export interface IssueReading {
  readonly issue: OutsideIssue | null;
  readonly problems: readonly FormProblem[];
}

function parsed(issue: OutsideIssue): IssueReading {
  const found = outsideIssueSchema.safeParse(issue);
  return found.success
    ? { issue: found.data, problems: [] }
    : { issue: null, problems: schemaProblems(found.error) };
}

/** `before`: as it is stored, so that its replies and where it stands stay. */
export function readIssue(fields: IssueFields, before: OutsideIssue | null, today: LocalDate): IssueReading {
  const read = formReader(today);
  const title = read.line('title', fields.title, 'Say in a line what it is');
  if (fields.situation.trim() === '')
    read.wrong('situation', 'Describe what it is, so that others understand it');
  const askedOf = read.line('askedOf', fields.askedOf, 'Name the role or the body that was asked');
  const raisedOn = read.day('raisedOn', fields.raisedOn, 'Say when it was raised');
  const replyDue = read.dayOrNone('replyDue', fields.replyDue);
  const reviewOn = read.dayOrNone('reviewOn', fields.reviewOn);
  if (read.problems.length > 0 || raisedOn === null) return { issue: null, problems: read.problems };
  return parsed({
    title,
    situation: fields.situation,
    effectOnStaff: fields.effectOnStaff,
    effectOnPeople: fields.effectOnPeople,
    evidence: fields.evidence,
    figures: fields.figures.map(figureOf),
    ownSteps: fields.ownSteps,
    askedOf,
    raisedOn,
    replyDue,
    replies: before?.replies ?? [],
    status: before?.status ?? 'raised',
    statusWhy: before?.statusWhy ?? '',
    reviewOn,
    likelihood: fields.likelihood === '' ? null : Number(fields.likelihood),
    impact: fields.impact === '' ? null : Number(fields.impact),
  });
}

export type ReplyFields = {
  /** Empty for a new one; not shown in a box. */
  readonly replyId: string;
  readonly on: string;
  readonly from: string;
  readonly said: string;
  readonly nextDue: string;
  readonly status: string;
  readonly statusWhy: string;
};

/** `issue`: a new reply most likely comes from whom it was asked of. */
export function emptyReply(
  issue: Pick<OutsideIssue, 'askedOf' | 'status' | 'statusWhy'>,
  today: LocalDate,
): ReplyFields {
  return {
    replyId: '',
    on: formatDate(today),
    from: issue.askedOf,
    said: '',
    nextDue: '',
    status: issue.status,
    statusWhy: issue.statusWhy,
  };
}

export function fieldsOfReply(
  reply: IssueReply,
  issue: Pick<OutsideIssue, 'status' | 'statusWhy'>,
): ReplyFields {
  return {
    replyId: reply.id,
    on: formatDate(reply.on),
    from: reply.from,
    said: reply.said,
    nextDue: dayText(reply.nextDue),
    status: issue.status,
    statusWhy: issue.statusWhy,
  };
}

export function statusOf(text: string): IssueStatus {
  return issueStatuses.find((each) => each === text) ?? 'raised';
}

/** Only these two have a reason. */
export const needsWhy = (status: IssueStatus): boolean => status === 'accepted' || status === 'closed';

/** The issue with the reply in it, by its day. */
export function readReply(fields: ReplyFields, issue: OutsideIssue, today: LocalDate): IssueReading {
  const read = formReader(today);
  const on = read.day('on', fields.on, 'Say when it came');
  if (on !== null && on > today) read.wrong('on', 'This day is still to come');
  if (on !== null && on < issue.raisedOn)
    read.wrong('on', `It was raised on ${formatDate(issue.raisedOn)}, after this day`);
  const from = read.line('from', fields.from, 'Say which role or body replied');
  if (fields.said.trim() === '') read.wrong('said', 'Write what they said, in a sentence or two');
  const nextDue = read.dayOrNone('nextDue', fields.nextDue);
  if (on !== null && nextDue !== null && nextDue < on) read.wrong('nextDue', 'This day is before the reply');
  const status = statusOf(fields.status);
  if (needsWhy(status) && fields.statusWhy.trim() === '')
    read.wrong('statusWhy', 'Say why, so that nobody asks again in half a year');
  if (read.problems.length > 0 || on === null) return { issue: null, problems: read.problems };
  const id = fields.replyId === '' ? nextId('reply', issue.replies) : fields.replyId;
  const replies = [
    ...issue.replies.filter((each) => each.id !== id),
    { id, on, from, said: fields.said, nextDue },
  ];
  return parsed({
    ...issue,
    replies: replies.toSorted((left, right) => left.on.localeCompare(right.on)),
    status,
    statusWhy: needsWhy(status) ? fields.statusWhy : '',
  });
}
