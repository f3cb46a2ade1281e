import { createPersonFinder, personColumns, readPerson } from '../find-person';
import { matchOf, type ImportTarget } from '../target';
import { readLastDayAway, returnColumn, startProblem } from './days-away';
import { leaveReason } from './leave-words';
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
        'absence from',
        'absent from',
        'sick from',
        'off from',
        'absence began',
        'start of absence',
        'absence first day',
        'sickness start date',
        'sickness start',
        'date started',
        'date began',
        'began on',
      ],
    },
    {
      key: 'lastDay',
      label: 'Last day',
      // Without any column for it every absence would still be going on.
      isRequired: true,
      standIns: [returnColumn.key],
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
        'until',
        'absence to',
        'absent to',
        'sick to',
        'off to',
        'absence ended',
        'end of absence',
        'absence last day',
        'sickness end date',
        'sickness end',
        'date ended',
        'ended on',
      ],
    },
    returnColumn,
    {
      key: 'absenceType',
      label: 'Kind of absence',
      isRequired: false,
      synonyms: ['absence type', 'type of absence', 'leave type', 'absence kind', 'type', 'absence code'],
    },
    {
      key: 'reason',
      label: 'Reason',
      isRequired: false,
      isFreeText: true,
      synonyms: [
        'absence reason',
        'reason for absence',
        'category',
        'absence category',
        'sickness reason',
        'heading',
      ],
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
        const lastDay = readLastDayAway(reader, firstDay);
        const tooFar = firstDay === null ? null : startProblem(firstDay, context.today, 1);
        if (tooFar !== null) reader.fail('firstDay', tooFar);
        for (const key of ['absenceType', 'reason'] as const) {
          const leave = leaveReason(reader.text(key));
          if (leave !== null) reader.fail(key, leave);
        }
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
