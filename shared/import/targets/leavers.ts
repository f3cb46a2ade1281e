/**
 * A list of those who left and nobody else. It ends the posts of people who are here; somebody who is not is added only
 * where the list says enough of them, as a leaver without a start date counts in no figure.
 */
import { plainWords, readName, readNumberAsText } from '../cells';
import { createPersonFinder, payrollKey, personColumns, sharedNumber } from '../find-person';
import { matchOf, type ImportTarget, type ReadRow, type RowReader } from '../target';
import { contractMeaning } from './contract-words';
import { peopleColumns } from './people-columns';
import { completePerson } from './people';
import type { LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';
import type { StoredRecord } from '@shared/vault/vault-api';

/** Of a staff list's columns those that somebody new needs. */
const newPersonColumns = peopleColumns.filter(({ key }) =>
  ['startDate', 'role', 'team', 'contract', 'weeklyHours'].includes(key),
);

function lastDayOf(reader: RowReader): LocalDate | null {
  if (reader.text('lastDay') === '') {
    reader.fail('lastDay', 'The last day is missing');
    return null;
  }
  return reader.date('lastDay');
}

/** Nothing but the end of the post: name, team and hours are as recorded here. */
function ended(
  reader: RowReader,
  record: StoredRecord<'person'>,
  lastDay: LocalDate,
): ReadRow<'person'> | null {
  const isEarlierTime = record.value.earlierSpells.some((spell) => spell.lastDay === lastDay);
  if (!isEarlierTime && lastDay < record.value.startDate) {
    reader.fail('lastDay', 'The last day is before the start date that is recorded here');
    return null;
  }
  const reason = reader.text('leavingReason');
  return {
    patch: reason === '' ? { lastDay } : { lastDay, leavingReason: reason },
    key: isEarlierTime ? `${record.id}|${lastDay}` : record.id,
    weakKey: null,
  };
}

export const leaversTarget: ImportTarget<'person'> = {
  id: 'leavers',
  kind: 'person',
  label: { one: 'leaver', many: 'leavers' },
  doubled: 'are about the same person',
  columns: [
    ...personColumns,
    {
      key: 'lastDay',
      label: 'Last day',
      isRequired: true,
      isDate: true,
      synonyms: [
        'leaving date',
        'date left',
        'date of leaving',
        'leave date',
        'leaver date',
        'termination date',
        'last working day',
        'last day in post',
        'last day of service',
        'employment end date',
        'end date',
        'left on',
        'left',
      ],
    },
    {
      key: 'leavingReason',
      label: 'Leaving reason',
      isRequired: false,
      isFreeText: true,
      synonyms: [
        'reason for leaving',
        'leaving reason',
        'reason',
        'leaver reason',
        'termination reason',
        'reason left',
      ],
    },
    ...newPersonColumns.map((column) => ({ ...column, isRequired: false })),
  ],
  columnOfField: { engagement: 'contract' },
  begin(context) {
    const finder = createPersonFinder(context.existing);
    const byId = new Map(context.existing.map((record) => [String(record.id), record]));

    const readNew = (
      reader: RowReader,
      number: string,
      name: string,
      lastDay: LocalDate,
    ): ReadRow<'person'> | null => {
      const startDate = reader.date('startDate');
      const role = reader.text('role');
      if (name === '' || role === '' || startDate === null) {
        reader.fail(
          number === '' ? 'name' : 'payrollNumber',
          'Nobody in People fits. To add them, give a name, a role and a start date too',
        );
        return null;
      }
      if (lastDay < startDate) {
        reader.fail('lastDay', 'The last day is before the start date');
        return null;
      }
      if (finder.byName(name).some(({ value }) => value.startDate === startDate)) {
        reader.fail('payrollNumber', 'Someone here has this name and start date and another payroll number');
        return null;
      }
      const contractText = reader.text('contract');
      const contract = contractText === '' ? null : contractMeaning(contractText);
      if (contractText !== '' && contract === null) {
        reader.fail(
          'contract',
          'We do not know this contract. Use permanent, fixed term, sessional, agency or volunteer',
        );
        return null;
      }
      const weeklyHours = reader.number('weeklyHours');
      const patch: Partial<Person> = {
        name,
        role,
        startDate,
        lastDay,
        payrollNumber: number,
        team: reader.text('team'),
        leavingReason: reader.text('leavingReason'),
        ...(weeklyHours === null ? {} : { weeklyHours }),
        ...contract,
      };
      const weakKey = `name:${plainWords(name)}|${startDate}`;
      return { patch, key: number === '' ? weakKey : `number:${payrollKey(number)}`, weakKey };
    };

    return {
      read(reader) {
        const number = readNumberAsText(reader.text('payrollNumber'));
        if (!number.ok) {
          reader.fail('payrollNumber', number.error);
          return null;
        }
        const { name } = readName(reader.text('name'));
        const lastDay = lastDayOf(reader);
        if (number.value === '' && name === '')
          reader.fail(reader.isMapped('payrollNumber') ? 'payrollNumber' : 'name', 'This cell is empty');
        if (lastDay === null || (number.value === '' && name === '')) return null;
        const byNumber = number.value === '' ? [] : finder.byNumber(number.value);
        const named = name === '' ? [] : finder.byName(name);
        // Those who were added by hand often have no number here.
        const found =
          byNumber.length > 0
            ? byNumber
            : named.filter(({ value }) => number.value === '' || value.payrollNumber === '');
        const [only, ...others] = found;
        if (others.length > 0) {
          reader.fail(
            byNumber.length === 0 ? 'name' : 'payrollNumber',
            byNumber.length === 0
              ? 'More than one person has this name. Use the payroll number'
              : sharedNumber,
          );
          return null;
        }
        if (only === undefined) return readNew(reader, number.value, name, lastDay);
        // A number that was given to someone else must not end another person's post.
        if (name !== '' && plainWords(only.value.name) !== plainWords(name)) {
          reader.fail('name', 'Someone with another name has this payroll number');
          return null;
        }
        return ended(reader, only, lastDay);
      },
      match({ key, patch }) {
        const [id = ''] = key.split('|');
        const record = byId.get(id);
        if (record === undefined) return { type: 'new' };
        return key.includes('|') && record.value.lastDay !== patch.lastDay
          ? { type: 'covered' }
          : matchOf(record);
      },
      complete: (patch) => completePerson(patch),
    };
  },
};
