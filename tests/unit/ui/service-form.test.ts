import { describe, expect, it } from 'vitest';
import { serviceSchema } from '@shared/records/service/service';
import {
  readNation,
  readService,
  readTime,
  serviceFields,
} from '../../../renderer/features/settings/service-form';

describe('the service form', () => {
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
    );
    expect(read.ok && serviceSchema.parse(read.value)).toMatchObject({
      name: 'Harbour Steps',
      nation: 'scotland',
      teamSize: null,
      fullTimeWeeklyHours: 37.5,
      setUpDone: true,
    });
  });

  it('keeps where the service is', () => {
    const first = serviceFields(undefined);
    const read = readService(
      { ...first, name: 'A', nation: readNation('northern-ireland', first.nation) },
      null,
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
        supervisionIntervalDays: '6',
      },
      null,
    );
    expect(read.ok ? [] : read.problems.map((problem) => problem.field)).toEqual([
      'name',
      'teamSize',
      'workingDayStart',
      'workingDayEnd',
      'fullTimeWeeklyHours',
      'supervisionIntervalDays',
    ]);
  });
});
