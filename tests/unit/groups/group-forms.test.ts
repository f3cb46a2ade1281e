import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import type { GroupSession } from '@shared/records/group-session/group-session';
import type { ReflectiveGroup } from '@shared/records/reflective-group/reflective-group';
import {
  emptyGroup,
  fieldsOfGroup,
  readGroupFields,
} from '../../../renderer/features/supervision/groups/group-form';
import {
  cameWords,
  creditWords,
  namesMember,
  nextSitting,
  placeWords,
} from '../../../renderer/features/supervision/groups/group-words';
import {
  askedAbout,
  emptySitting,
  fieldsOfSitting,
  readSittingFields,
  saidFor,
  say,
} from '../../../renderer/features/supervision/groups/sitting-form';

const today = toLocalDate('2026-03-31');
const day = toLocalDate;
const person = (number: number) => String(number).padStart(32, '0') as RecordId;
const groupId = 'aa112233445566778899aabbccddeeff' as RecordId;
const leaderId = 'ff112233445566778899aabbccddeeff' as RecordId;

const group: ReflectiveGroup = {
  name: 'Thursday group',
  purpose: '',
  groundRules: '',
  membership: 'open',
  minSize: 2,
  maxSize: 3,
  minutes: 90,
  intervalDays: 28,
  mode: 'in-person',
  place: '',
  isTimeProtected: true,
  facilitatorId: leaderId,
  roster: [
    { personId: person(1), joinedOn: day('2026-01-08'), leftOn: null },
    { personId: person(2), joinedOn: day('2026-01-08'), leftOn: day('2026-03-01') },
  ],
  waiting: [{ personId: person(3), since: day('2026-02-01') }],
  startedOn: day('2026-01-08'),
  endedOn: null,
};

describe('the form of a group', () => {
  const context = { today, before: null, facilitatorId: leaderId };

  it('names what is missing', () => {
    const { problems } = readGroupFields({ ...emptyGroup, maxSize: 'a few', startedOn: 'someday' }, context);
    expect(problems.map(({ field }) => field)).toEqual(['name', 'isTimeProtected', 'maxSize', 'startedOn']);
  });

  it('refuses a most that is smaller than the least, and an end before the start', () => {
    const fields = { ...fieldsOfGroup(group), minSize: '9', endedOn: '1 jan 2026' };
    expect(readGroupFields(fields, { ...context, before: group }).problems).toEqual([
      { field: 'maxSize', message: 'The most is smaller than the least' },
      { field: 'endedOn', message: 'The end is before the start' },
    ]);
  });

  it('lets those chosen for a new group belong to it from its first day', () => {
    const { group: made } = readGroupFields(
      {
        ...emptyGroup,
        name: 'New',
        isTimeProtected: 'no',
        startedOn: '2 apr',
        memberIds: [person(1), person(2)],
      },
      context,
    );
    expect(made?.roster).toEqual([
      { personId: person(1), joinedOn: '2026-04-02', leftOn: null },
      { personId: person(2), joinedOn: '2026-04-02', leftOn: null },
    ]);
    expect(made?.isTimeProtected).toBe(false);
  });

  it('gives a saved group back unchanged, with its members and those who wait', () => {
    expect(readGroupFields(fieldsOfGroup(group), { ...context, before: group }).group).toEqual(group);
  });
});

describe('the form of a sitting', () => {
  const context = {
    today,
    groupId,
    group,
    before: null,
    nameOf: (id: RecordId) => `Person ${Number(id)}`,
    isLeader: (id: string) => id === leaderId,
  };
  const came = say(say([], person(1), 'came'), person(2), 'work');

  it('asks about members of the day and those who came besides, each once', () => {
    const fields = { date: '5 feb 2026', attendance: say(came, person(9), 'came') };
    expect(askedAbout(group, fields, today)).toEqual([person(1), person(2), person(9)]);
    expect(askedAbout(group, { date: '5 mar 2026', attendance: [] }, today)).toEqual([person(1)]);
  });

  it('keeps one answer for each and can take it back', () => {
    expect(say(say(came, person(1), 'apologies'), person(2), '')).toEqual([`${person(1)}=apologies`]);
    expect(saidFor(came, person(2))).toBe('work');
    expect(saidFor(came, person(3))).toBe('');
  });

  it('names everyone who is not answered for, counts that are none, and what has no agreement to leave', () => {
    const { problems } = readSittingFields(
      {
        ...emptySitting(group),
        date: '5 feb 2026',
        counts: ['workload=a lot'],
        takeTexts: ['Cover for the phone', ''],
        takeConsents: ['', ''],
        takeOrigins: ['', ''],
      },
      context,
    );
    expect(problems).toEqual([
      { field: `came-${person(1)}`, message: 'Say whether Person 1 came' },
      { field: `came-${person(2)}`, message: 'Say whether Person 2 came' },
      { field: 'count-workload', message: 'Enter how often as a whole number, like 3' },
      { field: 'consent-0', message: 'Enter the day on which the group agreed that this leaves the room' },
    ]);
  });

  it('refuses a held sitting and an agreement that are still to come', () => {
    const fields = { ...emptySitting(group), attendance: came };
    expect(readSittingFields({ ...fields, date: '1 apr 2026' }, context).problems[0]?.field).toBe('date');
    expect(
      readSittingFields(
        {
          ...fields,
          date: '5 feb 2026',
          takeTexts: ['Cover'],
          takeConsents: ['1 apr 2026'],
          takeOrigins: [''],
        },
        context,
      ).problems,
    ).toEqual([{ field: 'consent-0', message: 'This day is still to come' }]);
  });

  const { sitting } = readSittingFields(
    {
      ...emptySitting(group),
      date: '5 feb 2026',
      attendance: came,
      counts: ['workload=2', 'safety=0', 'team='],
      processNote: ' Slow to begin. ',
      takeTexts: ['Cover for the phone'],
      takeConsents: ['5 feb 2026'],
      takeOrigins: [''],
      nextDate: '5 mar 2026',
      isNextOwn: true,
    },
    context,
  );
  if (sitting === null) throw new Error('not read');

  it('reads who came, counts above none, and the note', () => {
    expect(sitting).toEqual({
      groupId,
      date: '2026-02-05',
      status: 'held',
      plannedMinutes: 90,
      minutes: 90,
      mode: 'in-person',
      facilitatorId: leaderId,
      attendance: [
        { personId: person(1), answer: 'came' },
        { personId: person(2), answer: 'work' },
      ],
      themeCounts: [{ theme: 'workload', count: 2 }],
      processNote: 'Slow to begin.',
      takeBack: [{ text: 'Cover for the phone', consentOn: '2026-02-05', doneOn: null }],
      nextDate: '2026-03-05',
    });
  });

  it('gives a saved sitting back unchanged: what was answered stays with its line', () => {
    const before: GroupSession = {
      ...sitting,
      takeBack: [
        { text: 'Cover for the phone', consentOn: day('2026-02-05'), doneOn: day('2026-02-20') },
        { text: 'A second room', consentOn: day('2026-02-05'), doneOn: null },
      ],
    };
    const fields = fieldsOfSitting(before);
    expect(readSittingFields(fields, { ...context, before }).sitting).toEqual(before);
    const without = {
      ...fields,
      takeTexts: fields.takeTexts.slice(1),
      takeConsents: fields.takeConsents.slice(1),
      takeOrigins: fields.takeOrigins.slice(1),
    };
    expect(readSittingFields(without, { ...context, before }).sitting?.takeBack).toEqual([
      before.takeBack[1],
    ]);
  });

  it('keeps nothing of a sitting that was cancelled but that it was', () => {
    const { sitting: cancelled } = readSittingFields(
      { ...fieldsOfSitting(sitting), status: 'cancelled-by-group' },
      context,
    );
    expect(cancelled).toMatchObject({
      status: 'cancelled-by-group',
      minutes: null,
      attendance: [],
      themeCounts: [],
      processNote: '',
      takeBack: [],
    });
  });

  it('suggests the next day from the rhythm of the group', () => {
    const fields = { ...emptySitting(group), date: '26 mar 2026', attendance: say([], person(1), 'came') };
    expect(readSittingFields(fields, context).sitting?.nextDate).toBe('2026-04-23');
  });
});

describe('how a group is said', () => {
  const sitting = (date: string, nextDate: string | null) => ({
    kind: 'group-session' as const,
    id: person(50),
    revision: 1,
    savedAt: 0,
    value: {
      groupId,
      date: day(date),
      status: 'held' as const,
      plannedMinutes: 90,
      minutes: 90,
      mode: null,
      facilitatorId: null,
      attendance: [],
      themeCounts: [],
      takeBack: [],
      nextDate: nextDate === null ? null : day(nextDate),
    },
  });

  it('knows the next sitting: set, from the rhythm, the first one, none', () => {
    const next = (value: ReflectiveGroup, sittings: readonly ReturnType<typeof sitting>[]) =>
      nextSitting(groupId, value, sittings, today);
    expect(next(group, [sitting('2026-03-05', '2026-04-09'), sitting('2026-02-05', '2026-03-05')])).toEqual({
      date: '2026-04-09',
      isSet: true,
    });
    expect(next(group, [sitting('2026-03-05', null)])).toEqual({ date: '2026-04-02', isSet: false });
    expect(next(group, [])).toEqual({ date: '2026-02-05', isSet: false });
    expect(next({ ...group, startedOn: day('2026-04-16') }, [])).toEqual({
      date: '2026-04-16',
      isSet: false,
    });
    expect(next({ ...group, endedOn: day('2026-03-30') }, [])).toBeNull();
  });

  it('says whether there is a place', () => {
    const words = (patch: Partial<ReflectiveGroup>, size: 'fits' | 'too-few' | 'too-many', places: number) =>
      placeWords({ ...group, ...patch }, { members: 2, places, size, waiting: 0 }, today).words;
    expect(words({}, 'fits', 1)).toBe('1 place');
    expect(words({}, 'fits', 0)).toBe('Full');
    expect(words({ membership: 'closed' }, 'fits', 0)).toBe('Closed');
    expect(words({}, 'too-few', 2)).toBe('Too few to run');
    expect(words({}, 'too-many', 0)).toBe('More than it holds');
    expect(words({ endedOn: day('2026-03-30') }, 'fits', 1)).toBe('Ended');
  });

  it('says who came and what it counts', () => {
    expect(cameWords(group, day('2026-02-05'), 2)).toBe('2 of 2 came');
    expect(cameWords(group, day('2025-02-05'), 2)).toBe('2 came');
    expect(creditWords(90 / 7)).toBe('12.9 minutes each');
    expect(creditWords(60)).toBe('60 minutes each');
    expect(creditWords(null)).toBe('');
  });

  it('sees a member named in a note on the process, and no name inside another word', () => {
    expect(namesMember('Ailsa was quiet', ['Ailsa Munro'])).toBe(true);
    expect(namesMember('It was MUNRO’s turn', ['Ailsa Munro'])).toBe(true);
    expect(namesMember('Annual rhythm', ['Ann Rhys'])).toBe(false);
  });
});
