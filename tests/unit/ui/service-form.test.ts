import { describe, expect, it } from 'vitest';
import { toLocalDate } from '@shared/kernel/local-date';
import { fullTimeHoursOn } from '@shared/records/service/full-time-week';
import { serviceSchema } from '@shared/records/service/service';
import { nhsScotlandWeekFields } from '../../../renderer/features/settings/full-time-weeks';
import {
  readNation,
  readService,
  readTime,
  serviceFields,
} from '../../../renderer/features/settings/service-form';

const today = toLocalDate('2026-11-30');

describe('the service form', () => {
  it('keeps the steps of the full-time week, oldest first, and the caseload limit', () => {
    const first = { ...serviceFields(undefined), name: 'A', caseloadLimit: '17,5' };
    const read = readService(
      { ...first, fullTimeWeeklyHours: '38', weekFrom: ['1/4/2026', '1 apr 2024'], weekHours: ['36', '37'] },
      null,
      today,
    );
    expect(read.ok && serviceSchema.parse(read.value)).toMatchObject({
      caseloadLimit: 17.5,
      fullTimeWeeks: [
        { from: null, hours: 38 },
        { from: '2024-04-01', hours: 37 },
        { from: '2026-04-01', hours: 36 },
      ],
    });
    // What was saved comes back into the form, and out of it again as it was.
    const again = read.ok ? readService(serviceFields(read.value), null, today) : null;
    expect(again).toEqual(read);
  });

  it("fills in Scotland's three steps", () => {
    const read = readService(
      { ...serviceFields(undefined), name: 'A', ...nhsScotlandWeekFields() },
      null,
      today,
    );
    const weeks = read.ok ? read.value.fullTimeWeeks : [];
    const days = ['2024-03-31', '2024-04-01', '2026-03-31', '2026-04-01'].map(toLocalDate);
    expect(days.map((day) => fullTimeHoursOn(weeks, day))).toEqual([37.5, 37, 37, 36]);
  });

  it('reads times as people write them', () => {
    expect(['9', '9:00', '0900', '9.30', '17:00'].map(readTime)).toEqual([
      '09:00',
      '09:00',
      '09:00',
      '09:30',
      '17:00',
    ]);
    expect(['', '24:00', '9:60', 'nine', '12345'].map(readTime)).toEqual([null, null, null, null, null]);
  });

  it('makes a record that the schema accepts', () => {
    const read = readService(
      { ...serviceFields(undefined), name: ' Harbour Steps ', fullTimeWeeklyHours: '37,5' },
      null,
      today,
    );
    expect(read.ok && serviceSchema.parse(read.value)).toMatchObject({
      name: 'Harbour Steps',
      nation: 'scotland',
      teamSize: null,
      fullTimeWeeks: [{ from: null, hours: 37.5 }],
      caseloadLimit: null,
      setUpDone: true,
    });
  });

  it('keeps where the service is', () => {
    const first = serviceFields(undefined);
    const read = readService(
      { ...first, name: 'A', nation: readNation('northern-ireland', first.nation) },
      null,
      today,
    );
    expect(read.ok && serviceFields(read.value).nation).toBe('northern-ireland');
    expect(readNation('atlantis', 'england-and-wales')).toBe('england-and-wales');
  });

  it('says for each field what stands in the way', () => {
    const read = readService(
      {
        name: ' ',
        nation: 'scotland',
        teamSize: '4.5',
        workingDayStart: 'early',
        workingDayEnd: '25:00',
        fullTimeWeeklyHours: '12',
        weekFrom: ['1 April 2026', 'April', '1 April 2026'],
        weekHours: ['36', '37', 'few'],
        supervisionIntervalDays: '6',
        caseloadLimit: '0',
      },
      null,
      today,
    );
    expect(read.ok ? [] : read.problems.map((problem) => problem.field)).toEqual([
      'name',
      'teamSize',
      'workingDayStart',
      'workingDayEnd',
      'fullTimeWeeklyHours',
      'weekFrom-1',
      'weekFrom-2',
      'weekHours-2',
      'supervisionIntervalDays',
      'caseloadLimit',
    ]);
  });
});
