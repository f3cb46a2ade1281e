import { createPersonFinder, personColumns, readPerson } from '../find-person';
import { matchOf, type ImportTarget } from '../target';

const keyOf = (personId: string, month: string): string => `${personId}|${month}`;

export const caseloadTarget: ImportTarget<'caseload-count'> = {
  id: 'caseload',
  kind: 'caseload-count',
  label: { one: 'caseload figure', many: 'caseload figures' },
  doubled: 'give the same person and month',
  columns: [
    {
      key: 'month',
      label: 'Month',
      isRequired: true,
      isDate: true,
      synonyms: ['period', 'month end', 'month ending', 'date', 'as at', 'census date'],
    },
    ...personColumns,
    {
      key: 'openCases',
      label: 'Open cases',
      isRequired: true,
      isNumber: true,
      synonyms: [
        'open cases on last day',
        'cases',
        'caseload',
        'open',
        'number of cases',
        'active cases',
        'cases open',
        'open caseload',
        'number of open cases',
      ],
    },
  ],
  columnOfField: { personId: 'payrollNumber' },
  begin(context) {
    const finder = createPersonFinder(context.people);
    const byKey = new Map(
      context.existing.map((record) => [keyOf(record.value.personId, record.value.month), record]),
    );
    return {
      read(reader) {
        const person = readPerson(reader, finder);
        if (reader.text('month') === '') reader.fail('month', 'The month is missing');
        const month = reader.month('month');
        if (reader.text('openCases') === '') reader.fail('openCases', 'The number of open cases is missing');
        const openCases = reader.number('openCases');
        if (openCases !== null && (!Number.isInteger(openCases) || openCases < 0 || openCases > 2000)) {
          reader.fail('openCases', 'Use a whole number from 0 to 2,000');
        }
        if (person === null || month === null || openCases === null) return null;
        return {
          patch: { personId: person.id, month, openCases },
          key: keyOf(person.id, month),
          weakKey: null,
        };
      },
      match: ({ key }) => matchOf(byKey.get(key)),
      complete: (patch) => patch,
    };
  },
};
