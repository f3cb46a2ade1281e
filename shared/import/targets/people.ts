import { plainWords, readName, readNumberAsText } from '../cells';
import { createPersonFinder, payrollColumn, payrollKey, sharedNumber } from '../find-person';
import { matchOf, type ImportTarget, type RowMatch } from '../target';
import { contractMeaning, isVolunteerRole, volunteerMeaning } from './contract-words';
import { startProblem } from './days-away';
import { peopleColumns } from './people-columns';
import { combineTimesHere, withSpells } from './times-here';
import { startedBefore, withReturn } from '@shared/people/spells';
import { personDefaults, type exposures, type Person } from '@shared/records/person/person';
import type { StoredRecord } from '@shared/vault/vault-api';

const exposureWords: Readonly<Record<string, (typeof exposures)[number]>> = {
  none: 'none',
  no: 'none',
  nil: 'none',
  indirect: 'indirect',
  secondary: 'indirect',
  direct: 'direct',
  frequent: 'frequent',
  'direct frequent': 'frequent',
  'frequent direct': 'frequent',
};

/** Files often leave these blank; a new record still has to say something. */
function complete(patch: Partial<Person>): unknown {
  const frontFacing = patch.frontFacing ?? (patch.exposure === 'direct' || patch.exposure === 'frequent');
  return {
    ...personDefaults,
    payrollNumber: '',
    team: '',
    site: '',
    engagement: 'staff',
    contract: 'other',
    weeklyHours: null,
    lastDay: null,
    leavingReason: '',
    exposure: frontFacing ? 'direct' : 'none',
    supervisionIntervalDays: null,
    ...patch,
    frontFacing,
  };
}

/** A start after the last day is a new time here: the one before stays. */
function withTimesHere(record: StoredRecord<'person'>, patch: Partial<Person>): RowMatch<'person'> {
  if (patch.earlierSpells !== undefined) return withSpells(record, patch);
  return patch.startDate === undefined
    ? matchOf(record)
    : { type: 'same-as', record, base: withReturn(record.value, patch.startDate) };
}

export const peopleTarget: ImportTarget<'person'> = {
  id: 'people',
  kind: 'person',
  label: { one: 'person', many: 'people' },
  doubled: 'have the same payroll number, or the same name and start date,',
  columns: peopleColumns,
  columnOfField: { engagement: 'contract' },
  begin(context) {
    const finder = createPersonFinder(context.existing);
    const nameKey = (name: string, start: string): string => `name:${plainWords(name)}|${start}`;
    return {
      combine: combineTimesHere,
      read(reader) {
        const number = readNumberAsText(reader.text('payrollNumber'));
        if (!number.ok) reader.fail('payrollNumber', number.error);
        const whole = reader.text('name');
        const parts = [reader.text('firstName'), reader.text('lastName')]
          .filter((part) => part !== '')
          .join(' ');
        const turned =
          whole !== '' && !reader.isMapped('lastName')
            ? readName(whole)
            : { name: parts === '' ? whole : parts, wasTurned: false };
        if (turned.name === '')
          reader.fail(reader.isMapped('name') ? 'name' : 'lastName', 'The name is missing');
        else if (!/\p{L}/u.test(turned.name))
          reader.fail(reader.isMapped('name') ? 'name' : 'lastName', 'This is not a name');
        const role = reader.requiredText('role');
        if (reader.text('startDate') === '') reader.fail('startDate', 'The start date is missing');
        const startDate = reader.date('startDate');
        const lastDay = reader.openEnd('lastDay');
        const tooFar = startDate === null ? null : startProblem(startDate, context.today, 2);
        if (tooFar !== null) reader.fail('startDate', tooFar);
        if (startDate !== null && lastDay !== null && lastDay < startDate) {
          reader.fail('lastDay', 'The last day is before the start date');
        }
        const contractText = reader.text('contract');
        const contract = contractText === '' ? null : contractMeaning(contractText);
        if (contractText !== '' && contract === null)
          reader.fail(
            'contract',
            'We do not know this contract. Use permanent, fixed term, sessional, agency or volunteer',
          );
        const weeklyHours = reader.number('weeklyHours');
        const frontFacing = reader.yesNo('frontFacing');
        const exposure = reader.choice('exposure', exposureWords, 'Use none, indirect, direct or frequent');
        if (!number.ok || turned.name === '' || role === null || startDate === null) return null;
        if (turned.wasTurned) reader.note('name-turned-round');

        const patch: { -readonly [Field in keyof Person]?: Person[Field] } = {
          name: turned.name,
          role,
          startDate,
        };
        if (number.value !== '') patch.payrollNumber = number.value;
        for (const field of ['team', 'site', 'leavingReason'] as const) {
          if (reader.text(field) !== '') patch[field] = reader.text(field);
        }
        if (contract !== null) Object.assign(patch, contract);
        // Volunteers count in no rate, so where no contract is given the role must not be passed over.
        else if (isVolunteerRole(role)) Object.assign(patch, volunteerMeaning);
        if (weeklyHours !== null) patch.weeklyHours = weeklyHours;
        if (lastDay !== null) patch.lastDay = lastDay;
        if (frontFacing !== null) patch.frontFacing = frontFacing;
        if (exposure !== null) patch.exposure = exposure;
        const weakKey = nameKey(turned.name, startDate);
        return { patch, key: number.value === '' ? weakKey : `number:${payrollKey(number.value)}`, weakKey };
      },
      match({ patch }) {
        const sameNumber = patch.payrollNumber === undefined ? [] : finder.byNumber(patch.payrollNumber);
        if (sameNumber.length > 1)
          return { type: 'problem', reason: sharedNumber, column: payrollColumn.label };
        const [byNumber] = sameNumber;
        if (byNumber !== undefined) {
          // A number that was given to someone else must not turn one person into another.
          const isSamePerson =
            plainWords(byNumber.value.name) === plainWords(patch.name ?? '') ||
            byNumber.value.startDate === patch.startDate;
          if (startedBefore(byNumber.value, patch.startDate)) return { type: 'covered' };
          return isSamePerson
            ? withTimesHere(byNumber, patch)
            : {
                type: 'problem',
                reason: 'Someone with another name and start date already has this payroll number',
                column: payrollColumn.label,
              };
        }
        const sameName = finder.byName(patch.name ?? '');
        if (sameName.some(({ value }) => startedBefore(value, patch.startDate))) return { type: 'covered' };
        const sameStart = sameName.filter(({ value }) => value.startDate === patch.startDate);
        const fitting = sameStart.find(
          ({ value }) => value.payrollNumber === '' || patch.payrollNumber === undefined,
        );
        // Two records of one person that were joined: the number of the one that went is not here any more.
        return fitting === undefined && sameStart.length > 0
          ? {
              type: 'problem',
              reason:
                'Someone here has this name and start date and another payroll number. Add them by hand if they are two people',
              column: payrollColumn.label,
            }
          : matchOf(fitting);
      },
      complete,
    };
  },
};
