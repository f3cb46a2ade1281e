/** Between the fields of "Somebody who supervises", as typed, and the record. The schema judges. */
import { parseDateText } from '@shared/kernel/date-text';
import { isRecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { facilitatorSchema, type Facilitator } from '@shared/records/facilitator/facilitator';
import type { FormProblem } from '../../../ui';

export type FacilitatorFields = {
  readonly whence: string;
  readonly personId: string;
  readonly name: string;
  readonly baseProfession: string;
  readonly years: string;
  readonly training: string;
  readonly trainedOn: string;
  readonly trainingExpires: string;
  readonly traumaKnowledge: string;
  readonly hasGroupSkill: string;
  readonly hasOwnSupervision: string;
  readonly isOutsideLine: string;
  readonly mayLead: readonly string[];
  readonly maxLoad: string;
  readonly endedOn: string;
};

export function emptyFacilitatorFields(personId: string | null): FacilitatorFields {
  return {
    whence: 'service',
    personId: personId ?? '',
    name: '',
    baseProfession: '',
    years: '',
    training: '',
    trainedOn: '',
    trainingExpires: '',
    traumaKnowledge: 'not-said',
    hasGroupSkill: '',
    hasOwnSupervision: '',
    isOutsideLine: '',
    mayLead: [],
    maxLoad: '',
    endedOn: '',
  };
}

const yesNo = (answer: boolean | null): string => (answer === null ? '' : answer ? 'yes' : 'no');
const number = (value: number | null): string => (value === null ? '' : String(value));
const date = (value: LocalDate | null): string => (value === null ? '' : formatDate(value));

export function fieldsOfFacilitator(value: Facilitator): FacilitatorFields {
  return {
    whence: value.personId === null ? 'outside' : 'service',
    personId: value.personId ?? '',
    name: value.name,
    baseProfession: value.baseProfession,
    years: number(value.years),
    training: value.training,
    trainedOn: date(value.trainedOn),
    trainingExpires: date(value.trainingExpires),
    traumaKnowledge: value.traumaKnowledge,
    hasGroupSkill: yesNo(value.hasGroupSkill),
    hasOwnSupervision: yesNo(value.hasOwnSupervision),
    isOutsideLine: yesNo(value.isOutsideLine),
    mayLead: value.mayLead,
    maxLoad: number(value.maxLoad),
    endedOn: date(value.endedOn),
  };
}

export interface FacilitatorContext {
  readonly today: LocalDate;
  /** Somebody of the service is in the register once. */
  readonly taken: readonly (string | null)[];
}

export interface FacilitatorReading {
  readonly facilitator: Facilitator | null;
  readonly problems: readonly FormProblem[];
}

export function readFacilitator(fields: FacilitatorFields, context: FacilitatorContext): FacilitatorReading {
  const problems: FormProblem[] = [];
  const isOutside = fields.whence === 'outside';
  const day = (field: 'trainedOn' | 'trainingExpires' | 'endedOn', message: string): LocalDate | null => {
    if (fields[field].trim() === '') return null;
    const read = parseDateText(fields[field], context.today);
    if (read === null) problems.push({ field, message });
    return read;
  };
  const whole = (field: 'years' | 'maxLoad', message: string): number | null => {
    const text = fields[field].trim();
    if (text === '') return null;
    if (/^\d{1,4}$/.test(text)) return Number(text);
    problems.push({ field, message });
    return null;
  };
  const answer = (text: string): boolean | null => (text === '' ? null : text === 'yes');

  if (isOutside && fields.name.trim() === '') problems.push({ field: 'name', message: 'Enter their name' });
  if (!isOutside && !isRecordId(fields.personId))
    problems.push({ field: 'personId', message: 'Choose somebody of this service' });
  else if (!isOutside && context.taken.includes(fields.personId))
    problems.push({ field: 'personId', message: 'They are in the register already' });
  const value = {
    personId: isOutside ? null : fields.personId,
    name: isOutside ? fields.name : '',
    baseProfession: fields.baseProfession,
    years: whole('years', 'Enter a whole number of years, such as 8'),
    training: fields.training,
    trainedOn: day('trainedOn', 'Enter the day of the training, such as 3 mar 2024'),
    trainingExpires: day('trainingExpires', 'Enter the day on which it runs out, such as 3 mar 2027'),
    traumaKnowledge: fields.traumaKnowledge,
    hasGroupSkill: answer(fields.hasGroupSkill),
    hasOwnSupervision: answer(fields.hasOwnSupervision),
    isOutsideLine: answer(fields.isOutsideLine),
    mayLead: fields.mayLead,
    maxLoad: whole('maxLoad', 'Enter a whole number, such as 8'),
    endedOn: day('endedOn', 'Enter the last day, or leave it empty while they do it'),
  };
  if (problems.length > 0) return { facilitator: null, problems };
  const parsed = facilitatorSchema.safeParse(value);
  return parsed.success
    ? { facilitator: parsed.data, problems }
    : {
        facilitator: null,
        problems: parsed.error.issues.map((issue) => ({
          field: String(issue.path[0] ?? ''),
          message: issue.message,
        })),
      };
}
