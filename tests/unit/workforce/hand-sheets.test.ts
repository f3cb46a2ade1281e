import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalMonth } from '@shared/kernel/local-date';
import { noMonthFigures, monthFiguresSchema } from '@shared/records/month-figures/month-figures';
import { noPracticeTime, practiceTimeSchema } from '@shared/records/practice-time/practice-time';
import { handCheck } from '@shared/workforce/hand-checks';
import { parseBlock, planPaste } from '@shared/workforce/hand-paste';
import {
  byMonthAndTeam,
  handSheets,
  handText,
  readHandCell,
  settleRow,
  type HandField,
  type HandValues,
} from '@shared/workforce/hand-sheets';

const staffing = handSheets['month-figures'];
const practice = handSheets['practice-time'];
const month = (text: string): LocalMonth => text as LocalMonth;
const read = (field: HandField, text: string) => {
  const cell = readHandCell(staffing, field, text);
  return cell.ok ? cell.value : cell.error;
};

describe('a typed cell', () => {
  it('is read by the rules of the importer', () => {
    expect([read('hoursLost', '312,5'), read('hoursLost', '1,250.5'), read('hoursLost', '1 250,5')]).toEqual([
      312.5, 1250.5, 1250.5,
    ]);
    expect([read('headcount', ' 42 '), read('wte', '36.4 wte'), read('hoursLost', '12:30')]).toEqual([
      42, 36.4, 12.5,
    ]);
  });

  it('is empty for nothing and for a dash, and never none', () => {
    expect(['', '  ', '-', '–', 'n/a'].map((text) => read('leavers', text))).toEqual(
      Array.from({ length: 5 }, () => null),
    );
    expect(read('leavers', '0')).toBe(0);
  });

  it('says why it cannot be taken', () => {
    expect(read('leavers', '2.5')).toBe('Use a whole number');
    expect(read('leavers', '-1')).toBe('Use 0 or more');
    expect(read('wte', '6000')).toBe('Use 5,000 or fewer');
    expect(read('hoursLost', '4.5%')).toBe('This is a share. Type the number itself');
    expect(read('leavers', 'two')).toBe('This is not a number we can read. Write it like 37.5');
  });

  it('shows every figure so that it is read as the same one again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.integer({ min: 0, max: 3 }),
        (whole, places) => {
          const value = whole / 10 ** (3 + places);
          const again = readHandCell(staffing, 'hoursContracted', handText(value));
          expect(again).toEqual({ ok: true, value });
        },
      ),
    );
    expect(handText(null)).toBe('');
    expect(handText(5935.25)).toBe('5,935.25');
  });
});

describe('a sheet', () => {
  it('has every field of its kind once, a part behind its whole', () => {
    for (const sheet of [staffing, practice]) {
      const fields = sheet.columns.map(({ field }) => field);
      const kept = sheet.kind === 'month-figures' ? noMonthFigures : noPracticeTime;
      expect(fields.toSorted()).toEqual(Object.keys(kept).sort());
      for (const { parts, whole } of sheet.wholes)
        for (const part of parts) expect(fields.indexOf(part)).toBeGreaterThan(fields.indexOf(whole));
    }
  });
});

describe('one month', () => {
  const settle = (stood: HandValues, typed: Partial<Record<HandField, string>>, sheet = staffing) => {
    const row = settleRow(
      sheet,
      stood,
      new Map((Object.entries(typed) as [HandField, string][]).map(([field, text]) => [field, { text }])),
    );
    return { values: row.values, problems: Object.fromEntries(row.problems) };
  };

  it('keeps what stood there beside what was typed', () => {
    const { values, problems } = settle({ headcount: 40, leavers: 2 }, { leavers: '3', starters: '' });
    expect(problems).toEqual({});
    expect(values).toEqual({ ...noMonthFigures, headcount: 40, leavers: 3 });
  });

  it('takes the good cells and leaves the wrong one with its reason', () => {
    const { values, problems } = settle({ leavers: 2 }, { headcount: '41', leavers: 'two' });
    expect(values).toMatchObject({ headcount: 41, leavers: 2 });
    expect(problems).toEqual({ leavers: 'This is not a number we can read. Write it like 37.5' });
  });

  it('lets a part wait for its whole, whichever is typed first', () => {
    const waiting = settle({ hoursContracted: 100, hoursLost: 20 }, { hoursLost: '120' });
    expect(waiting.values).toMatchObject({ hoursLost: 20 });
    expect(waiting.problems).toEqual({ hoursLost: 'This is more than the contracted hours' });
    const together = settle(
      { hoursContracted: 100, hoursLost: 20 },
      { hoursLost: '120', hoursContracted: '160' },
    );
    expect(together.values).toMatchObject({ hoursLost: 120, hoursContracted: 160 });
    expect(together.problems).toEqual({});
  });

  it('names the whole where only that was typed', () => {
    const { values, problems } = settle(
      { trainingBooked: 8, trainingAttended: 3, trainingMissedWorkload: 5 },
      { trainingBooked: '7' },
      practice,
    );
    expect(values).toMatchObject({ trainingBooked: 8 });
    expect(Object.keys(problems)).toEqual(['trainingBooked']);
    expect(problems['trainingBooked']).toContain('less than training attended');
  });

  it('gives a value that its kind takes, whatever is typed', () => {
    const cell = fc.oneof(
      fc.integer({ min: -2, max: 40 }).map(String),
      fc.float({ min: 0, max: 40, noNaN: true }).map(String),
      fc.string({ maxLength: 6 }),
    );
    for (const sheet of [staffing, practice]) {
      const fields = sheet.columns.map(({ field }) => field);
      const schema = sheet.kind === 'month-figures' ? monthFiguresSchema : practiceTimeSchema;
      fc.assert(
        fc.property(
          fc.array(fc.array(fc.tuple(fc.constantFrom(...fields), cell), { maxLength: 14 }), { maxLength: 4 }),
          (rounds) => {
            let stood: HandValues = sheet.kind === 'month-figures' ? noMonthFigures : noPracticeTime;
            for (const typed of rounds) {
              const cells = new Map(typed.map(([field, text]) => [field, { text }]));
              const { values, problems } = settleRow(sheet, stood, cells);
              expect(schema.safeParse({ month: '2026-05', team: '', ...values }).error).toBeUndefined();
              for (const field of fields)
                if (!cells.has(field) || problems.has(field)) expect(values[field]).toBe(stood[field]);
              stood = values;
            }
          },
        ),
      );
    }
  });
});

describe('the record of a month and team', () => {
  it('is one, whichever way the records come', () => {
    const of = (id: string, savedAt: number, team: string) => ({
      id,
      savedAt,
      value: { month: month('2026-05'), team },
    });
    const records = [of('a', 5, 'Night team'), of('b', 9, 'night  TEAM'), of('c', 7, '')];
    for (const order of [records, records.toReversed()]) {
      const found = byMonthAndTeam(order);
      expect([...found.values()].map(({ id }) => id).sort()).toEqual(['b', 'c']);
    }
  });
});

describe('a block from a spreadsheet', () => {
  const months = ['2026-03', '2026-04', '2026-05'].map(month);
  const fields: HandField[] = ['headcount', 'wte', 'volunteers'];
  const from = { month: month('2026-04'), field: 'headcount' as const };
  const plan = (text: string) => planPaste(parseBlock(text), months, fields, from);

  it('is taken apart at tabs and line ends, with quoted cells whole', () => {
    expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(parseBlock('"a ""b""\nc"\t2')).toEqual([['a "b"\nc', '2']]);
    expect(parseBlock('')).toEqual([]);
    expect(parseBlock('\t\n')).toEqual([['', '']]);
    expect(parseBlock('5')).toEqual([['5']]);
  });

  it('never loses a cell of what it is given', () => {
    const cell = fc.stringMatching(/^[a-z0-9 ,.%"\n\t]*$/);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join('\t'))
            .join('\r\n');
          expect(parseBlock(text)).toEqual(rows);
        },
      ),
    );
  });

  it('goes to the cells from the one in focus on; an empty cell wipes nothing', () => {
    const { cells, leftOut } = plan('40\t36,5\n\t37');
    expect(cells).toEqual([
      { month: '2026-04', field: 'headcount', text: '40' },
      { month: '2026-04', field: 'wte', text: '36,5' },
      { month: '2026-05', field: 'wte', text: '37' },
    ]);
    expect(leftOut).toBe(0);
  });

  it('counts what has no place', () => {
    expect(plan('1\t2\t3\t4\n1\n1\n1').leftOut).toBe(3);
  });

  it('leaves headings out and follows months that it names', () => {
    const named = plan('Month\tStaff\tWTE\nMay 2026\t41\t37\nMar 2026\t39\t35\nJan 2020\t1\t1');
    expect(named).toMatchObject({ hasHeadings: true, hasMonths: true, leftOut: 2 });
    expect(named.cells.map(({ month: at, field, text }) => `${at} ${field} ${text}`)).toEqual([
      '2026-05 headcount 41',
      '2026-05 wte 37',
      '2026-03 headcount 39',
      '2026-03 wte 35',
    ]);
  });

  it('keeps a wrong word as a cell, so that it is seen', () => {
    expect(plan('forty\t36').cells.map(({ text }) => text)).toEqual(['forty', '36']);
  });
});

describe('a quiet question', () => {
  const rows = (values: readonly HandValues[]) => {
    const first = 2025 * 12;
    const at = (index: number): LocalMonth =>
      month(`${Math.floor((first + index) / 12)}-${String(((first + index) % 12) + 1).padStart(2, '0')}`);
    const byMonth = new Map(values.map((each, index) => [at(index), each]));
    return { last: at(values.length - 1), valuesOf: (of: LocalMonth) => byMonth.get(of) ?? null };
  };
  const ask = (field: HandField, figures: readonly number[]) => {
    const { last, valuesOf } = rows(figures.map((figure) => ({ [field]: figure })));
    return handCheck(last, field, valuesOf);
  };

  it('asks about a figure far from the 12 before', () => {
    expect(ask('wte', [12, 12, 11, 120])).toBe(
      'Check: 120 is far from 12, the middle of the 12 months before.',
    );
    expect(ask('hoursLost', [300, 310, 305, 31])).toContain('far from 305');
    expect(ask('leavers', [0, 0, 1, 9])).toContain('far from 0');
  });

  it('is silent about usual figures, small ones and short histories', () => {
    expect(ask('wte', [12, 12, 11, 30])).toBeNull();
    expect(ask('leavers', [1, 1, 1, 4])).toBeNull();
    expect(ask('wte', [12, 120])).toBeNull();
  });

  it('asks when starters and leavers do not lead to the headcount', () => {
    const { last, valuesOf } = rows([{ headcount: 42 }, { headcount: 43, starters: 1, leavers: 2 }]);
    expect(handCheck(last, 'headcount', valuesOf)).toBe(
      'Check: 42 the month before, 1 started and 2 left. That makes 41.',
    );
    const right = rows([{ headcount: 42 }, { headcount: 41, starters: 1, leavers: 2 }]);
    expect(handCheck(right.last, 'headcount', right.valuesOf)).toBeNull();
  });
});
