import { createPersonFinder, personColumns, readPerson } from '../find-person';
import { matchOf, type ImportTarget } from '../target';
import type { Absence } from '@shared/records/absence/absence';

const keyOf = (personId: string, firstDay: string): string => `${personId}|${firstDay}`;

export const absencesTarget: ImportTarget<'absence'> = {
  id: 'absences',
  kind: 'absence',
  label: { one: 'absence', many: 'absences' },
  doubled: 'give the same person and first day',
  columns: [
    ...personColumns,
    {
      key: 'firstDay',
      label: 'First day',
      isRequired: true,
      isDate: true,
      synonyms: [
        'first day of absence',
        'absence start',
        'absence start date',
        'start date',
        'start',
        'from',
        'date from',
        'began',
        'first day away',
        'first day sick',
      ],
    },
    {
      key: 'lastDay',
      label: 'Last day',
      isRequired: false,
      isDate: true,
      synonyms: [
        'last day of absence',
        'absence end',
        'absence end date',
        'end date',
        'end',
        'to',
        'date to',
        'ended',
        'last day away',
        'last day sick',
      ],
    },
    {
      key: 'reason',
      label: 'Reason',
      isRequired: false,
      synonyms: ['absence reason', 'category', 'absence category', 'sickness reason', 'heading'],
    },
  ],
  columnOfField: { personId: 'payrollNumber' },
  begin(context) {
    const finder = createPersonFinder(context.people);
    const byKey = new Map(
      context.existing.map((record) => [keyOf(record.value.personId, record.value.firstDay), record]),
    );
    return {
      read(reader) {
        const person = readPerson(reader, finder);
        if (reader.text('firstDay') === '') reader.fail('firstDay', 'The first day is missing');
        const firstDay = reader.date('firstDay');
        const lastDay = reader.date('lastDay');
        if (firstDay !== null && lastDay !== null && lastDay < firstDay)
          reader.fail('lastDay', 'The last day is before the first day');
        if (person === null || firstDay === null) return null;
        const patch: Partial<Absence> = {
          personId: person.id,
          firstDay,
          ...(lastDay === null ? {} : { lastDay }),
          ...(reader.text('reason') === '' ? {} : { reason: reader.text('reason') }),
        };
        return { patch, key: keyOf(person.id, firstDay), weakKey: null };
      },
      match: ({ key }) => matchOf(byKey.get(key)),
      complete: (patch) => ({ lastDay: null, reason: '', ...patch }),
    };
  },
};
