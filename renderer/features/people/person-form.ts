/** Between the fields of the form, as typed, and the record. The record's own schema judges. */
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { readNumber } from '@shared/import/number-cells';
import {
  contracts,
  engagements,
  exposures,
  personDefaults,
  personSchema,
  siteTraits,
  workPatterns,
  type Person,
} from '@shared/records/person/person';
import type { FormProblem } from '../../ui';
import { lineField } from './form-lines';
import { earlierTeamsIn, emptyTeams, fieldsOfTeams, moveIn, withMove, type TeamFields } from './person-teams';

export type PersonFields = TeamFields & {
  readonly name: string;
  readonly payrollNumber: string;
  readonly role: string;
  readonly team: string;
  readonly site: string;
  readonly engagement: string;
  readonly contract: string;
  readonly weeklyHours: string;
  /** Empty: worked out from the hours. */
  readonly partTime: string;
  readonly startDate: string;
  readonly frontFacing: string;
  readonly exposure: string;
  readonly workPattern: string;
  readonly siteTraits: readonly string[];
  readonly travelMinutes: string;
  readonly supervisionIntervalDays: string;
  /** Long leave and earlier times here, line by line: lists of one length each, as drafts hold lists of text. */
  readonly leaveFirst: readonly string[];
  readonly leaveLast: readonly string[];
  readonly spellStart: readonly string[];
  readonly spellLast: readonly string[];
  readonly spellReason: readonly string[];
  readonly lastDay: string;
  readonly leavingReason: string;
};

export type TextFieldOf<F> = {
  readonly [Name in keyof F]: F[Name] extends string ? Name : never;
}[keyof F];

export const emptyPerson: PersonFields = {
  name: '',
  payrollNumber: '',
  role: '',
  team: '',
  ...emptyTeams,
  site: '',
  engagement: 'staff',
  contract: 'permanent',
  weeklyHours: '',
  partTime: '',
  startDate: '',
  frontFacing: 'yes',
  exposure: 'direct',
  workPattern: '',
  siteTraits: [],
  travelMinutes: '',
  supervisionIntervalDays: '',
  leaveFirst: [],
  leaveLast: [],
  spellStart: [],
  spellLast: [],
  spellReason: [],
  lastDay: '',
  leavingReason: '',
};

const dayText = (day: LocalDate | null): string => (day === null ? '' : formatDate(day));
const numberText = (count: number | null): string => (count === null ? '' : String(count));

export function fieldsOfPerson(person: Person): PersonFields {
  const { leaves, earlierSpells } = person;
  return {
    name: person.name,
    payrollNumber: person.payrollNumber,
    role: person.role,
    team: person.team,
    ...fieldsOfTeams(person),
    site: person.site,
    engagement: person.engagement,
    contract: person.contract,
    weeklyHours: numberText(person.weeklyHours),
    partTime: person.partTime === null ? '' : person.partTime ? 'yes' : 'no',
    startDate: formatDate(person.startDate),
    frontFacing: person.frontFacing ? 'yes' : 'no',
    exposure: person.exposure,
    workPattern: person.workPattern ?? '',
    siteTraits: person.siteTraits,
    travelMinutes: numberText(person.travelMinutes),
    supervisionIntervalDays: numberText(person.supervisionIntervalDays),
    leaveFirst: leaves.map(({ firstDay }) => formatDate(firstDay)),
    leaveLast: leaves.map(({ lastDay }) => dayText(lastDay)),
    spellStart: earlierSpells.map(({ startDate }) => formatDate(startDate)),
    spellLast: earlierSpells.map(({ lastDay }) => formatDate(lastDay)),
    spellReason: earlierSpells.map(({ leavingReason }) => leavingReason),
    lastDay: dayText(person.lastDay),
    leavingReason: person.leavingReason,
  };
}

const unreadableDay = 'Type a day like 24/11/2026, 24 nov or today';

export type PersonReading =
  | { readonly person: Person; readonly problems: readonly [] }
  | { readonly person: null; readonly problems: readonly FormProblem[] };

/** `before`: the record that the form changes. */
export function readPersonFields(
  fields: PersonFields,
  today: LocalDate,
  before: Person | null = null,
): PersonReading {
  const problems: FormProblem[] = [];
  const fail = (field: string, message: string): null => {
    problems.push({ field, message });
    return null;
  };
  const dayIn = (text: string, field: string): LocalDate | null =>
    text.trim() === '' ? null : (parseDateText(text, today) ?? fail(field, unreadableDay));
  const day = (field: 'startDate' | 'lastDay'): LocalDate | null => dayIn(fields[field], field);
  const number = (
    field: 'weeklyHours' | 'supervisionIntervalDays' | 'travelMinutes',
    words: string,
  ): number | null => {
    if (fields[field].trim() === '') return null;
    const read = readNumber(fields[field]);
    return read.ok ? read.value : fail(field, words);
  };
  if (fields.name.trim() === '') fail('name', 'Enter a name');
  if (fields.role.trim() === '') fail('role', 'Enter a role, like key worker');
  if (fields.startDate.trim() === '') fail('startDate', 'Enter the start date');
  const value: unknown = {
    ...personDefaults,
    name: fields.name,
    payrollNumber: fields.payrollNumber,
    role: fields.role,
    team: fields.team,
    site: fields.site,
    engagement: engagements.find((each) => each === fields.engagement),
    contract: fields.engagement === 'volunteer' ? 'none' : contracts.find((each) => each === fields.contract),
    weeklyHours: number('weeklyHours', 'Enter hours as a number, like 37.5'),
    partTime: fields.partTime === '' ? null : fields.partTime === 'yes',
    startDate: day('startDate'),
    lastDay: day('lastDay'),
    leavingReason: fields.lastDay.trim() === '' ? '' : fields.leavingReason,
    frontFacing: fields.frontFacing === 'yes',
    exposure: exposures.find((each) => each === fields.exposure),
    workPattern: workPatterns.find((each) => each === fields.workPattern) ?? null,
    siteTraits: siteTraits.filter((each) => fields.siteTraits.includes(each)),
    travelMinutes: number('travelMinutes', 'Enter minutes as a whole number, like 40'),
    supervisionIntervalDays: number('supervisionIntervalDays', 'Enter days as a whole number, like 28'),
    leaves: leavesIn(fields, dayIn, fail),
    earlierSpells: spellsIn(fields, dayIn, fail),
    earlierTeams: earlierTeamsIn(fields, dayIn, fail),
  };
  const since = moveIn(fields, before, today, dayIn, fail);
  const parsed = personSchema.safeParse(value);
  if (parsed.success && problems.length === 0) {
    const person =
      since === null || before === null ? parsed.data : withMove(parsed.data, before, since, fail);
    if (person !== null) return { person, problems: [] };
  }
  for (const issue of parsed.error?.issues ?? []) {
    const field = fieldOfIssue(issue.path);
    if (!problems.some((problem) => problem.field === field))
      problems.push({ field, message: issueWords(field, issue.message) });
  }
  const order = Object.keys(emptyPerson);
  const place = ({ field }: FormProblem): number => order.indexOf(field.replace(/-\d+$/, ''));
  problems.sort((left, right) => place(left) - place(right));
  return { person: null, problems };
}

type ReadDay = (text: string, field: string) => LocalDate | null;
type Fail = (field: string, message: string) => null;

function leavesIn(fields: PersonFields, dayIn: ReadDay, fail: Fail): Person['leaves'] {
  return fields.leaveFirst.flatMap((first, index) => {
    const last = fields.leaveLast[index] ?? '';
    if (first.trim() === '' && last.trim() === '') return [];
    const at = lineField('leaveFirst', index);
    const firstDay = first.trim() === '' ? fail(at, 'Enter the first day of the leave') : dayIn(first, at);
    const lastDay = dayIn(last, lineField('leaveLast', index));
    if (firstDay !== null && lastDay !== null && lastDay < firstDay) {
      fail(lineField('leaveLast', index), 'The last day of the leave is before its first day');
      return [];
    }
    return firstDay === null ? [] : [{ firstDay, lastDay }];
  });
}

function spellsIn(fields: PersonFields, dayIn: ReadDay, fail: Fail): Person['earlierSpells'] {
  const spells = fields.spellStart.flatMap((start, index) => {
    const last = fields.spellLast[index] ?? '';
    if (start.trim() === '' && last.trim() === '') return [];
    const startAt = lineField('spellStart', index);
    const lastAt = lineField('spellLast', index);
    const startDate =
      start.trim() === '' ? fail(startAt, 'Enter when that time started') : dayIn(start, startAt);
    const lastDay =
      last.trim() === '' ? fail(lastAt, 'Enter the last day of that time') : dayIn(last, lastAt);
    const leavingReason = fields.spellReason[index] ?? '';
    if (startDate !== null && lastDay !== null && lastDay < startDate) {
      fail(lastAt, 'The last day of that time is before its start');
      return [];
    }
    return startDate === null || lastDay === null ? [] : [{ startDate, lastDay, leavingReason }];
  });
  return spells.sort((left, right) => (left.startDate < right.startDate ? -1 : 1));
}

/** An issue of the schema at the field that shows it. */
function fieldOfIssue(path: readonly PropertyKey[]): string {
  const [field, index, part] = path.map(String);
  if (field === 'leaves')
    return lineField(part === 'firstDay' ? 'leaveFirst' : 'leaveLast', Number(index ?? 0));
  if (field === 'earlierSpells')
    return lineField(
      part === 'startDate' ? 'spellStart' : part === 'leavingReason' ? 'spellReason' : 'spellLast',
      Number(index ?? 0),
    );
  if (field === 'earlierTeams')
    return lineField(part === 'team' ? 'teamBefore' : 'teamBeforeLast', Number(index ?? 0));
  return field ?? '';
}

function issueWords(field: string, message: string): string {
  if (field === 'supervisionIntervalDays') return 'Use 7 to 366 days';
  if (field === 'travelMinutes') return 'Use whole minutes, from 0 to 1,440';
  return message;
}
