/** Between the fields of the form, as typed, and the record. The record's own schema judges. */
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { readNumber } from '@shared/import/cells';
import {
  contracts,
  engagements,
  exposures,
  personDefaults,
  personSchema,
  type Person,
} from '@shared/records/person/person';
import type { FormProblem } from '../../ui';

export type PersonFields = {
  readonly name: string;
  readonly payrollNumber: string;
  readonly role: string;
  readonly team: string;
  readonly site: string;
  readonly engagement: string;
  readonly contract: string;
  readonly weeklyHours: string;
  readonly startDate: string;
  readonly lastDay: string;
  readonly leavingReason: string;
  readonly frontFacing: string;
  readonly exposure: string;
  readonly supervisionIntervalDays: string;
};

export const emptyPerson: PersonFields = {
  name: '',
  payrollNumber: '',
  role: '',
  team: '',
  site: '',
  engagement: 'staff',
  contract: 'permanent',
  weeklyHours: '',
  startDate: '',
  lastDay: '',
  leavingReason: '',
  frontFacing: 'yes',
  exposure: 'direct',
  supervisionIntervalDays: '',
};

export function fieldsOfPerson(person: Person): PersonFields {
  return {
    ...person,
    weeklyHours: person.weeklyHours === null ? '' : String(person.weeklyHours),
    startDate: formatDate(person.startDate),
    lastDay: person.lastDay === null ? '' : formatDate(person.lastDay),
    frontFacing: person.frontFacing ? 'yes' : 'no',
    supervisionIntervalDays:
      person.supervisionIntervalDays === null ? '' : String(person.supervisionIntervalDays),
  };
}

const unreadableDay = 'Type a day like 24/11/2026, 24 nov or today';

export type PersonReading =
  | { readonly person: Person; readonly problems: readonly [] }
  | { readonly person: null; readonly problems: readonly FormProblem[] };

export function readPersonFields(
  fields: PersonFields,
  today: LocalDate,
  before: Person | null = null,
): PersonReading {
  const problems: FormProblem[] = [];
  const fail = (field: keyof PersonFields, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const day = (field: 'startDate' | 'lastDay'): LocalDate | null => {
    if (fields[field].trim() === '') return null;
    return parseDateText(fields[field], today) ?? fail(field, unreadableDay);
  };
  const number = (field: 'weeklyHours' | 'supervisionIntervalDays', words: string): number | null => {
    if (fields[field].trim() === '') return null;
    const read = readNumber(fields[field]);
    return read.ok ? read.value : fail(field, words);
  };
  if (fields.name.trim() === '') fail('name', 'Enter a name');
  if (fields.role.trim() === '') fail('role', 'Enter a role, like key worker');
  if (fields.startDate.trim() === '') fail('startDate', 'Enter the start date');
  const value: unknown = {
    ...personDefaults,
    // What the form does not show stays as it was.
    ...before,
    name: fields.name,
    payrollNumber: fields.payrollNumber,
    role: fields.role,
    team: fields.team,
    site: fields.site,
    engagement: engagements.find((each) => each === fields.engagement),
    contract: fields.engagement === 'volunteer' ? 'none' : contracts.find((each) => each === fields.contract),
    weeklyHours: number('weeklyHours', 'Enter hours as a number, like 37.5'),
    startDate: day('startDate'),
    lastDay: day('lastDay'),
    leavingReason: fields.lastDay.trim() === '' ? '' : fields.leavingReason,
    frontFacing: fields.frontFacing === 'yes',
    exposure: exposures.find((each) => each === fields.exposure),
    supervisionIntervalDays: number('supervisionIntervalDays', 'Enter days as a whole number, like 28'),
  };
  const parsed = personSchema.safeParse(value);
  if (parsed.success && problems.length === 0) return { person: parsed.data, problems: [] };
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? '');
    if (!problems.some((problem) => problem.field === field)) {
      problems.push({
        field,
        message: field === 'supervisionIntervalDays' ? 'Use 7 to 366 days' : issue.message,
      });
    }
  }
  const order = Object.keys(emptyPerson);
  problems.sort((left, right) => order.indexOf(left.field) - order.indexOf(right.field));
  return { person: null, problems };
}
