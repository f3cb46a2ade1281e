/** Somebody who left and came back: a leaver, a starter, and one head. */
import { describe, expect, it } from 'vitest';
import { cautions } from '../../../scripts/indicators/report';
import { folderOf, options, reportOf, utf8 } from './support';

const headings = 'Payroll no,Name,Role,Contract,Weekly hours,Start date,Last day';
const list = (...rows: readonly string[]): Record<string, Uint8Array> => ({
  'staff.csv': utf8([headings, ...rows].join('\n')),
});
const stays = '2,Rory Flett,Cook,permanent,37.5,01/04/2018,';

describe('a person who came back', () => {
  it('is in post in both times, and in no month between', async () => {
    const { people, months, badRows } = await reportOf(
      list(
        '1,Isla Drever,Nurse,permanent,37.5,01/04/2018,30/06/2024',
        '1,Isla Drever,Nurse,permanent,37.5,01/03/2025,',
        stays,
      ),
    );
    expect([people, badRows]).toEqual([2, []]);
    const at = (month: string) => months.find((row) => row.month === month);
    expect(at('2024-06')).toMatchObject({ headcount: 2, leavers: 0 });
    expect(at('2024-07')).toMatchObject({ headcount: 1, leavers: 1, joiners: 0 });
    expect(at('2025-02')).toMatchObject({ headcount: 1, joiners: 0 });
    expect(at('2025-03')).toMatchObject({ headcount: 2, joiners: 1, wte: 2 });
    // Gone at the closing of the first year and back at that of the second: outflow once, and never twice.
    expect(at('2025-02')).toMatchObject({ leavers12: 1, stabilityIndex12: 0.5 });
    expect(at('2026-02')).toMatchObject({ leavers12: 0, stabilityIndex12: 1 });
  });

  it('keeps the identity of opening, starters, leavers and closing in every month', async () => {
    const { months } = await reportOf(
      list(
        '1,Isla Drever,Nurse,permanent,37.5,01/04/2018,30/06/2024',
        '1,Isla Drever,Nurse,permanent,37.5,01/03/2025,',
        '3,Ann Bain,Nurse,permanent,20,01/05/2024,31/05/2024',
        stays,
      ),
    );
    for (const [index, row] of months.slice(1).entries())
      expect((months[index]?.headcount ?? 0) + row.joiners - row.leavers).toBe(row.headcount);
  });
});

describe('what a reader of the figures could not see', () => {
  it('is said in counts', async () => {
    const { records } = await folderOf({
      ...list(
        '1,Isla Drever,Nurse,permanent,,01/04/2018,30/06/2024',
        '3,Ann Bain,Nurse,agency,40,01/04/2018,',
        stays,
      ),
      'sick.csv': utf8(
        'Payroll no,Absence start,Absence end\n1,01/02/2025,03/02/2025\n2,01/02/2025,03/02/2025\n2,01/05/2026,\n',
      ),
    });
    expect(cautions(records, options)).toEqual([
      '1 paid person has no weekly hours: counted as a head, and not in WTE or FTE days',
      '1 paid person has more hours than the full-time week, and counts as more than 1.0',
      '1 absence lies wholly outside the time its person was in post, and counts in nothing',
      '1 absence begins after the day of these figures, and counts in nothing',
    ]);
  });

  it('has no rate where there is nobody to divide by', async () => {
    const { months } = await reportOf(list('1,Isla Drever,Nurse,permanent,37.5,01/04/2026,'));
    expect(months.at(-1)).toMatchObject({
      headcount: 0,
      turnoverAverage12: null,
      turnoverOpening12: null,
      stabilityIndex12: null,
      sicknessRate: null,
    });
  });
});
