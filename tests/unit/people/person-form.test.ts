import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { withReturn } from '@shared/people/spells';
import { personKind, personSchema } from '@shared/records/person/person';
import { emptyPerson, fieldsOfPerson, readPersonFields } from '../../../renderer/features/people/person-form';

const today = toLocalDate('2026-11-24');
const filled = { ...emptyPerson, name: 'Ailsa Munro', role: 'Key worker', startDate: '1/3/2021' };
const read = (changes: Partial<typeof emptyPerson>) => readPersonFields({ ...filled, ...changes }, today);

describe('the form of a person', () => {
  it('gives back every example of the record unchanged', () => {
    for (const example of personKind.examples)
      expect(readPersonFields(fieldsOfPerson(example), today).person).toEqual(example);
  });

  it('reads long leave and earlier times, in order, and drops empty lines', () => {
    expect(
      read({
        leaveFirst: ['2/9/2024', ''],
        leaveLast: ['', ''],
        spellStart: ['1/5/2018', '', '1/2/2015'],
        spellLast: ['31/12/2019', '', '30/6/2016'],
        spellReason: ['resignation', '', ''],
      }).person,
    ).toMatchObject({
      leaves: [{ firstDay: '2024-09-02', lastDay: null }],
      earlierSpells: [
        { startDate: '2015-02-01', lastDay: '2016-06-30', leavingReason: '' },
        { startDate: '2018-05-01', lastDay: '2019-12-31', leavingReason: 'resignation' },
      ],
    });
  });

  it('names what is wrong at the line it is in', () => {
    const { problems } = read({
      travelMinutes: 'long',
      leaveFirst: ['', '3/9/2024'],
      leaveLast: ['1/9/2024', '2/9/2024'],
      spellStart: ['1/5/2018'],
      spellLast: [''],
      spellReason: [''],
    });
    expect(problems.map(({ field }) => field)).toEqual([
      'travelMinutes',
      'leaveFirst-0',
      'leaveLast-1',
      'spellLast-0',
    ]);
    expect(
      read({ spellStart: ['1/5/2018'], spellLast: ['1/4/2021'], spellReason: [''] }).problems,
    ).toMatchObject([{ message: 'An earlier time here has to end before the next one starts' }]);
  });

  it('says nothing of what was not said, and asks about no history of anybody', () => {
    expect(read({}).person).toMatchObject({
      partTime: null,
      workPattern: null,
      travelMinutes: null,
      siteTraits: [],
    });
    expect(Object.keys(emptyPerson).join(' ')).not.toMatch(/trauma|health|history|diagnos/i);
  });
});

describe('somebody who came back', () => {
  it('keeps every time here, whatever the days', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 12 }), (gaps) => {
        let [value] = personKind.examples;
        if (value === undefined) throw new Error('an example');
        for (const gap of gaps) {
          const lastDay = addDays(value.startDate, gap);
          const before = { startDate: value.startDate, lastDay };
          value = withReturn({ ...value, lastDay }, addDays(lastDay, gap));
          expect(value.earlierSpells.at(-1)).toMatchObject(before);
        }
        expect(personSchema.safeParse(value).error).toBeUndefined();
        expect(value.earlierSpells).toHaveLength(gaps.length);
      }),
    );
  });

  it('is nobody who is still here', () => {
    const [value] = personKind.examples;
    if (value === undefined) throw new Error('an example');
    expect(withReturn(value, today)).toBe(value);
  });
});
