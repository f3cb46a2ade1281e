import { plainWords, readName, readNumberAsText } from '../cells';
import { createPersonFinder, payrollColumn, payrollKey, sharedNumber } from '../find-person';
import { matchOf, type ImportTarget, type RowMatch } from '../target';
import { contractMeaning, isVolunteerRole, volunteerMeaning } from './contract-words';
import { startProblem } from './days-away';
import { peopleColumns } from './people-columns';
import { combineTimesHere, withSpells } from './times-here';
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import { startedBefore, withReturn } from '@shared/people/spells';
import { withTeamSince } from '@shared/people/teams';
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

/** Which team a new person was in before is not known, only that it was not this one. */
function teamsBefore(patch: Partial<Person>, since: LocalDate | null): Person['earlierTeams'] {
  const first = patch.earlierSpells?.[0]?.startDate ?? patch.startDate;
  const hasMoved = patch.team !== undefined && since !== null && first !== undefined && since > first;
  return hasMoved ? [{ team: '', lastDay: addDays(since, -1) }] : [];
}

/** Files often leave these blank; a new record still has to say something. */
function complete(patch: Partial<Person>, teamSince: LocalDate | null): unknown {
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
    earlierTeams: teamsBefore(patch, teamSince),
    frontFacing,
  };
}

export const completePerson = (patch: Partial<Person>): unknown => complete(patch, null);

/** A start after the last day is a new time here: the one before stays. */
function withTimesHere(record: StoredRecord<'person'>, patch: Partial<Person>): RowMatch<'person'> {
  if (patch.earlierSpells !== undefined) return withSpells(record, patch);
  return patch.startDate === undefined
    ? matchOf(record)
    : { type: 'same-as', record, base: withReturn(record.value, patch.startDate) };
}

/** Only a day makes a changed team a move: without one the name is put right. */
function withTeamMove(
  match: RowMatch<'person'>,
  { team }: Partial<Person>,
  since: LocalDate | null,
): RowMatch<'person'> {
  if (match.type !== 'same-as' || team === undefined || since === null) return match;
  const moved = withTeamSince(match.base ?? match.record.value, team, since);
  return moved === null
    ? {
        type: 'problem',
        reason: 'A later change of team is recorded for this person. Change it by hand',
        column: 'In team since',
      }
    : { ...match, base: moved };
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
    /** No field of a person: it says how the team changes. By name and start, which a joined row keeps. */
    const teamSinceOf = new Map<string, LocalDate>();
    const sinceOf = ({ name, startDate }: Partial<Person>): LocalDate | null =>
      teamSinceOf.get(nameKey(name ?? '', startDate ?? '')) ?? null;
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
        const teamSince = reader.date('teamSince');
        if (teamSince !== null && teamSince > context.today)
          reader.fail('teamSince', 'This day is still to come');
        if (teamSince !== null && lastDay !== null && teamSince > lastDay)
          reader.fail('teamSince', 'This day is after the last day in post');
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
        if (teamSince !== null) teamSinceOf.set(weakKey, teamSince);
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
            ? withTeamMove(withTimesHere(byNumber, patch), patch, sinceOf(patch))
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
          : withTeamMove(matchOf(fitting), patch, sinceOf(patch));
      },
      complete: (patch) => complete(patch, sinceOf(patch)),
    };
  },
};
