/** Finds the person that a row is about: by a payroll number, else by a name, that only one person has. */
import type { StoredRecord } from '@shared/vault/vault-api';
import { plainWords, readName, readNumberAsText } from './cells';
import type { RowReader } from './target';

export function payrollKey(number: string): string {
  return number.replace(/\s/g, '').toUpperCase();
}

/** Spreadsheets drop zeros in front: 00417 and 417 are the same number when nobody else has either. */
const withoutZeros = (key: string): string => key.replace(/^0+(?=.)/, '');

export interface PersonFinder {
  /** More than one when people share it: then nobody can say which of them a row means. */
  byNumber(number: string): readonly StoredRecord<'person'>[];
  byName(name: string): readonly StoredRecord<'person'>[];
}

export function createPersonFinder(people: readonly StoredRecord<'person'>[]): PersonFinder {
  const exact = new Map<string, StoredRecord<'person'>[]>();
  const loose = new Map<string, StoredRecord<'person'>[]>();
  const named = new Map<string, StoredRecord<'person'>[]>();
  const add = <V>(map: Map<string, V[]>, key: string, value: V): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [value]);
    else list.push(value);
  };
  for (const person of people) {
    add(named, plainWords(person.value.name), person);
    if (person.value.payrollNumber === '') continue;
    const key = payrollKey(person.value.payrollNumber);
    add(exact, key, person);
    add(loose, withoutZeros(key), person);
  }
  return {
    byNumber(number) {
      const key = payrollKey(number);
      const found = exact.get(key);
      if (found !== undefined) return found;
      const similar = loose.get(withoutZeros(key)) ?? [];
      return similar.length === 1 ? similar : [];
    },
    byName: (name) => named.get(plainWords(readName(name).name)) ?? [],
  };
}

export const payrollColumn = {
  key: 'payrollNumber',
  label: 'Payroll number',
  synonyms: [
    'payroll no',
    'payroll',
    'payroll id',
    'employee number',
    'employee no',
    'employee id',
    'staff number',
    'staff no',
    'staff id',
    'person number',
    'personnel number',
    'worker id',
    'assignment number',
    'volunteer number',
    'payroll ref',
    'payroll reference',
    'pay number',
    'pay no',
    'employee ref',
    'employee reference',
    'employee code',
    'emp no',
    'emp number',
    'emp id',
    'staff ref',
    'staff code',
    'person id',
    'personnel no',
    'personnel id',
    'worker number',
    'worker no',
    'works number',
    'id',
  ],
} as const;

export const sharedNumber = 'More than one person has this payroll number. Correct it in People first';

/** The columns by which extracts about people name them. */
export const personColumns = [
  { ...payrollColumn, isRequired: true, standIns: ['name'] },
  {
    key: 'name',
    label: 'Name',
    isRequired: false,
    synonyms: [
      'full name',
      'surname forename',
      'surname first name',
      'last name first name',
      'forename surname',
      'first name surname',
      'employee name',
      'staff name',
      'worker name',
      'worker',
      'person',
      'employee',
      'staff member',
    ],
  },
] as const;

/** Reads who the row is about; a problem when nobody, or more than one person, fits. */
export function readPerson(reader: RowReader, finder: PersonFinder): StoredRecord<'person'> | null {
  const given = readNumberAsText(reader.text('payrollNumber'));
  if (!given.ok) {
    reader.fail('payrollNumber', given.error);
    return null;
  }
  if (given.value !== '') {
    const found = finder.byNumber(given.value);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    reader.fail(
      'payrollNumber',
      found.length === 0 ? 'Nobody in People has this payroll number' : sharedNumber,
    );
    return null;
  }
  const name = reader.text('name');
  if (name === '') {
    reader.fail(reader.isMapped('payrollNumber') ? 'payrollNumber' : 'name', 'This cell is empty');
    return null;
  }
  const people = finder.byName(name);
  const [only] = people;
  if (only !== undefined && people.length === 1) return only;
  reader.fail(
    'name',
    people.length === 0
      ? 'Nobody in People has this name'
      : 'More than one person has this name. Use the payroll number',
  );
  return null;
}
