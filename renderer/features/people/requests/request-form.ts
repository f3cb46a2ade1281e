/** Between the fields of a request's form, as typed, and the record. */
import { parseDateText } from '@shared/kernel/date-text';
import { isRecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  accessRequestSchema,
  requestChannels,
  requestStatuses,
  type AccessRequest,
} from '@shared/records/access-request/access-request';
import type { FormProblem } from '../../../ui';

export type RequestFields = {
  /** Empty while nobody is chosen. */
  readonly personId: string;
  readonly receivedOn: string;
  readonly channel: string;
  /** Days of a question and its answer; both empty when nothing had to be asked. */
  readonly askedOn: string;
  readonly answeredOn: string;
  /** "0", "1" or "2". */
  readonly moreMonths: string;
  readonly toldOn: string;
  readonly reason: string;
  readonly status: string;
  readonly closedOn: string;
};

export function emptyRequest(personId: string, today: LocalDate): RequestFields {
  return {
    personId,
    receivedOn: formatDate(today),
    channel: 'spoken',
    askedOn: '',
    answeredOn: '',
    moreMonths: '0',
    toldOn: '',
    reason: '',
    status: 'open',
    closedOn: '',
  };
}

const text = (day: LocalDate | null | undefined): string => (day == null ? '' : formatDate(day));

export function fieldsOfRequest(request: AccessRequest): RequestFields {
  const { extension, clarification } = request;
  return {
    personId: request.personId,
    receivedOn: text(request.receivedOn),
    channel: request.channel,
    askedOn: text(clarification?.askedOn),
    answeredOn: text(clarification?.answeredOn),
    moreMonths: String(extension?.months ?? 0),
    toldOn: text(extension?.toldOn),
    reason: extension?.reason ?? '',
    status: request.status,
    closedOn: text(request.closedOn),
  };
}

export type RequestReading =
  | { readonly request: AccessRequest; readonly problems: readonly [] }
  | { readonly request: null; readonly problems: readonly FormProblem[] };

export function readRequestFields(
  fields: RequestFields,
  today: LocalDate,
  before: AccessRequest | null,
): RequestReading {
  const problems: FormProblem[] = [];
  const fail = (field: keyof RequestFields, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const day = (field: 'receivedOn' | 'askedOn' | 'answeredOn' | 'toldOn' | 'closedOn'): LocalDate | null => {
    if (fields[field].trim() === '') return null;
    const read = parseDateText(fields[field], today);
    if (read === null) return fail(field, 'Type a day like 24/11/2026, 24 nov or today');
    return read > today ? fail(field, 'This day is still to come') : read;
  };
  const needed = (
    field: 'receivedOn' | 'askedOn' | 'toldOn' | 'closedOn',
    message: string,
  ): LocalDate | null => (fields[field].trim() === '' ? fail(field, message) : day(field));

  if (!isRecordId(fields.personId)) fail('personId', 'Choose who asked');
  const receivedOn = needed('receivedOn', 'Enter the day it came');
  const hasQuestion = fields.askedOn.trim() !== '' || fields.answeredOn.trim() !== '';
  const askedOn = hasQuestion ? needed('askedOn', 'Enter the day you asked') : null;
  const answeredOn = day('answeredOn');
  const months = Number(fields.moreMonths);
  const toldOn = months === 0 ? null : needed('toldOn', 'Enter the day they heard of it: they have to know');
  if (months > 0 && fields.reason.trim() === '')
    fail('reason', 'Enter why it takes longer: they have to be told');
  const status = requestStatuses.find((each) => each === fields.status);
  const closedOn =
    status === 'open'
      ? null
      : needed(
          'closedOn',
          status === 'withdrawn' ? 'Enter the day they withdrew it' : 'Enter the day you answered',
        );
  const value: unknown = {
    personId: fields.personId,
    receivedOn,
    channel: requestChannels.find((each) => each === fields.channel),
    extension: toldOn === null ? null : { months, toldOn, reason: fields.reason.trim() },
    clarification: askedOn === null ? null : { askedOn, answeredOn },
    status,
    closedOn,
    decisions: before?.decisions ?? [],
  };
  if (problems.length > 0) return { request: null, problems: inOrder(problems) };
  const parsed = accessRequestSchema.safeParse(value);
  if (parsed.success) return { request: parsed.data, problems: [] };
  return {
    request: null,
    problems: inOrder(
      parsed.error.issues.map(({ path, message }) => ({ field: String(path.at(-1) ?? ''), message })),
    ),
  };
}

const order: readonly string[] = [
  'personId',
  'receivedOn',
  'channel',
  'askedOn',
  'answeredOn',
  'moreMonths',
  'toldOn',
  'reason',
  'status',
  'closedOn',
] satisfies (keyof RequestFields)[];

function inOrder(problems: readonly FormProblem[]): readonly FormProblem[] {
  return problems.toSorted((left, right) => order.indexOf(left.field) - order.indexOf(right.field));
}
