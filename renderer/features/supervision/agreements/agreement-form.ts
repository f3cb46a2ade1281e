/** Between the fields of "Supervision agreement", as typed, and the record. The schema judges. */
import { parseDateText } from '@shared/kernel/date-text';
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  agreementSchema,
  confidentialityLimits,
  pairKinds,
  type Agreement,
  type PairKind,
} from '@shared/records/agreement/agreement';
import type { Facilitator } from '@shared/records/facilitator/facilitator';
import type { Signature } from '@shared/records/supervision-parts';
import { reviewAfter } from '@shared/supervision/agreements';
import type { StoredRecord } from '@shared/vault/vault-api';
import { chosenSupervisor } from '../../../records/supervisors';
import type { FormProblem } from '../../../ui';
import { succession, type Succession } from '../access/succession';
import { standingWords } from '@shared/supervision/standing-words';

export type AgreementFields = {
  readonly personId: string;
  readonly kind: string;
  /** Empty: as the person's named supervisor stands. */
  readonly supervisor: string;
  readonly alsoNames: boolean;
  readonly rhythm: string;
  readonly otherDays: string;
  readonly minutes: string;
  readonly otherMinutes: string;
  readonly mode: string;
  readonly place: string;
  readonly agendaRight: string;
  readonly cancellations: string;
  readonly confidentiality: string;
  readonly limits: readonly string[];
  readonly whatIsWritten: string;
  readonly whoMayRead: string;
  readonly disagreementRoute: string;
  readonly thirdParty: string;
  readonly startedOn: string;
  readonly reviewOn: string;
  /** Until then the review follows the start by a year. */
  readonly isReviewOwn: boolean;
  readonly endedOn: string;
} & SignatureFields<'person'> &
  SignatureFields<'supervisor'>;

type Party = 'person' | 'supervisor';
type SignatureFields<P extends Party> = {
  readonly [K in `${P}State` | `${P}On` | `${P}Words`]: string;
};

export const rhythmChoices = ['14', '28', '42', '56', '84'] as const;
export const lengthChoices = ['30', '45', '60', '90'] as const;

const notSigned = {
  personState: 'waiting',
  personOn: 'today',
  personWords: '',
  supervisorState: 'waiting',
  supervisorOn: 'today',
  supervisorWords: '',
} as const;

const among = (choices: readonly string[], value: number): { chosen: string; other: string } => {
  const text = String(value);
  return choices.includes(text) ? { chosen: text, other: '' } : { chosen: 'other', other: text };
};

export function emptyAgreement(personId: string | null, intervalDays: number): AgreementFields {
  const rhythm = among(rhythmChoices, intervalDays);
  return {
    personId: personId ?? '',
    kind: 'clinical',
    supervisor: '',
    alsoNames: true,
    rhythm: rhythm.chosen,
    otherDays: rhythm.other,
    minutes: '60',
    otherMinutes: '',
    mode: '',
    place: '',
    ...standingWords('clinical'),
    limits: confidentialityLimits,
    startedOn: 'today',
    reviewOn: '',
    isReviewOwn: false,
    endedOn: '',
    ...notSigned,
  };
}

function signatureFields(signature: Signature): { state: string; on: string; words: string } {
  return {
    state: signature.state,
    on: signature.state === 'waiting' ? 'today' : formatDate(signature.on),
    words: signature.state === 'not-agreed' ? signature.words : '',
  };
}

export function fieldsOfAgreement(value: Agreement): AgreementFields {
  const rhythm = among(rhythmChoices, value.intervalDays);
  const length = among(lengthChoices, value.minutes);
  const person = signatureFields(value.signatures.person);
  const supervisor = signatureFields(value.signatures.supervisor);
  return {
    personId: value.personId,
    kind: value.kind,
    supervisor: value.facilitatorId ?? nobody,
    alsoNames: false,
    rhythm: rhythm.chosen,
    otherDays: rhythm.other,
    minutes: length.chosen,
    otherMinutes: length.other,
    mode: value.mode ?? '',
    place: value.place,
    agendaRight: value.agendaRight,
    cancellations: value.cancellations,
    confidentiality: value.confidentiality,
    limits: value.limits,
    whatIsWritten: value.whatIsWritten,
    whoMayRead: value.whoMayRead,
    disagreementRoute: value.disagreementRoute,
    thirdParty: value.thirdParty,
    startedOn: formatDate(value.startedOn),
    reviewOn: formatDate(value.reviewOn),
    isReviewOwn: true,
    endedOn: value.endedOn === null ? '' : formatDate(value.endedOn),
    personState: person.state,
    personOn: person.on,
    personWords: person.words,
    supervisorState: supervisor.state,
    supervisorOn: supervisor.on,
    supervisorWords: supervisor.words,
  };
}

/** The field was cleared on purpose: nobody is named. */
export const nobody = 'nobody';

/** As chosen; while nothing was chosen, whoever is named for that person and kind on the day. */
export function supervisorOf(
  fields: Pick<AgreementFields, 'supervisor' | 'personId' | 'kind'>,
  named: readonly StoredRecord<'supervision-assignment'>[],
): string {
  if (fields.supervisor !== '') return fields.supervisor === nobody ? '' : fields.supervisor;
  return (
    named.find(
      ({ value }) =>
        value.personId === fields.personId && value.kind === fields.kind && value.facilitatorId !== null,
    )?.value.facilitatorId ?? ''
  );
}

/** The day of the review as it stands in the form. */
export function reviewText(
  fields: Pick<AgreementFields, 'reviewOn' | 'isReviewOwn' | 'startedOn'>,
  today: LocalDate,
): string {
  if (fields.isReviewOwn) return fields.reviewOn;
  const started = parseDateText(fields.startedOn, today);
  return started === null ? '' : formatDate(reviewAfter(started));
}

export interface AgreementContext {
  readonly today: LocalDate;
  readonly agreements: readonly StoredRecord<'agreement'>[];
  /** Who is named today, for the supervisor that the form proposes. */
  readonly named: readonly StoredRecord<'supervision-assignment'>[];
  readonly own: RecordId | null;
  readonly newId: () => RecordId;
}

export interface AgreementReading {
  readonly agreement: Agreement | null;
  readonly joins: { readonly id: RecordId; readonly value: Facilitator } | null;
  readonly ends: Succession['ends'];
  readonly problems: readonly FormProblem[];
}

const fieldOfIssue: Readonly<Record<string, string>> = {
  intervalDays: 'otherDays',
  minutes: 'otherMinutes',
  facilitatorId: 'supervisor',
};

export function kindOf(fields: Pick<AgreementFields, 'kind'>): PairKind {
  return pairKinds.find((each) => each === fields.kind) ?? 'clinical';
}

export function readAgreement(fields: AgreementFields, context: AgreementContext): AgreementReading {
  const { today, own } = context;
  const problems: FormProblem[] = [];
  const day = (field: keyof AgreementFields, text: string, message: string): LocalDate | null => {
    const read = parseDateText(text, today);
    if (read === null) problems.push({ field, message });
    return read;
  };
  const whole = (
    field: 'otherDays' | 'otherMinutes',
    chosen: string,
    other: string,
    message: string,
  ): number | null => {
    const text = (chosen === 'other' ? other : chosen).trim();
    if (/^\d{1,4}$/.test(text)) return Number(text);
    problems.push({ field, message });
    return null;
  };
  const signature = (party: Party): Signature => {
    const state = fields[`${party}State`];
    if (state !== 'signed' && state !== 'not-agreed') return { state: 'waiting' };
    const on = day(`${party}On`, fields[`${party}On`], 'Enter the day, such as today or 12 jan');
    if (on !== null && on > today)
      problems.push({ field: `${party}On`, message: 'This day is still to come' });
    if (on === null) return { state: 'waiting' };
    return state === 'signed' ? { state, on } : { state, on, words: fields[`${party}Words`] };
  };

  if (!isRecordId(fields.personId)) problems.push({ field: 'personId', message: 'Choose who it is with' });
  const intervalDays = whole(
    'otherDays',
    fields.rhythm,
    fields.otherDays,
    'Enter the days between two meetings, such as 30',
  );
  const minutes = whole('otherMinutes', fields.minutes, fields.otherMinutes, 'Enter the minutes, such as 75');
  const startedOn = day('startedOn', fields.startedOn, 'Enter the first day, such as today or 12 jan');
  const reviewOn =
    startedOn === null && !fields.isReviewOwn
      ? null
      : day('reviewOn', reviewText(fields, today), 'Enter the day on which you look at it again');
  const endedOn =
    fields.endedOn.trim() === ''
      ? null
      : day('endedOn', fields.endedOn, 'Enter the last day, or leave it empty while it holds');
  const signatures = { person: signature('person'), supervisor: signature('supervisor') };
  const chosen = chosenSupervisor(supervisorOf(fields, context.named), context.newId);
  if (signatures.supervisor.state !== 'waiting' && chosen === null)
    problems.push({ field: 'supervisor', message: 'Choose who signed as the supervisor' });

  const spans = context.agreements
    .filter(({ id, value }) => id !== own && value.personId === fields.personId && value.kind === fields.kind)
    .map(({ id, value }) => ({ id, from: value.startedOn, until: value.endedOn }));
  const { ends, inTheWay } =
    own === null && startedOn !== null ? succession(spans, startedOn) : { ends: [], inTheWay: null };
  if (inTheWay !== null)
    problems.push({
      field: 'startedOn',
      message: `They have one of this kind from ${formatDate(inTheWay.from)} on. Choose a later day, or change that one`,
    });
  const nothing = { agreement: null, joins: null, ends: [] } as const;
  if (problems.length > 0) return { ...nothing, problems };
  const parsed = agreementSchema.safeParse({
    personId: fields.personId,
    kind: fields.kind,
    facilitatorId: chosen?.id ?? null,
    intervalDays,
    minutes,
    mode: fields.mode === '' ? null : fields.mode,
    place: fields.place,
    agendaRight: fields.agendaRight,
    cancellations: fields.cancellations,
    confidentiality: fields.confidentiality,
    limits: fields.limits,
    whatIsWritten: fields.whatIsWritten,
    whoMayRead: fields.whoMayRead,
    disagreementRoute: fields.disagreementRoute,
    thirdParty: fields.thirdParty,
    startedOn,
    reviewOn,
    endedOn,
    signatures,
  });
  if (!parsed.success)
    return {
      ...nothing,
      problems: parsed.error.issues.map((issue) => {
        const field = String(issue.path[0] ?? '');
        return { field: fieldOfIssue[field] ?? field, message: issue.message };
      }),
    };
  const joins = chosen === null || chosen.joins === null ? null : { id: chosen.id, value: chosen.joins };
  return { agreement: parsed.data, joins, ends, problems };
}
