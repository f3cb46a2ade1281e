import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disclosureThresholds, policyOf, type DisclosurePolicy } from '@shared/disclosure/thresholds';
import {
  disclosureDefaults,
  disclosureSettingsSchema,
} from '@shared/records/disclosure-settings/disclosure-settings';
import {
  leavingFields,
  readLeaving,
  teamsLeftWords,
} from '../../../renderer/features/settings/leaving/leaving-form';

const floor = disclosureThresholds;

describe('thresholds of a service', () => {
  const anything: fc.Arbitrary<DisclosurePolicy> = fc.record({
    minimumCellSize: fc.double(),
    minimumSensitiveCellSize: fc.double(),
    minimumForStatistic: fc.double(),
    maximumShareOfOne: fc.double(),
    rounding: fc.constantFrom('none', 'base-5'),
  });

  test('are never below the floor, whatever was stored, and are kept where they are stricter', () => {
    fc.assert(
      fc.property(anything, (stored) => {
        const policy = policyOf(stored);
        for (const count of ['minimumCellSize', 'minimumSensitiveCellSize', 'minimumForStatistic'] as const) {
          expect(policy[count]).toBeGreaterThanOrEqual(floor[count]);
          if (stored[count] >= floor[count]) expect(policy[count]).toBeGreaterThanOrEqual(stored[count]);
        }
        expect(policy.minimumSensitiveCellSize).toBeGreaterThanOrEqual(policy.minimumCellSize);
        expect(policy.maximumShareOfOne).toBeLessThanOrEqual(floor.maximumShareOfOne);
        expect(policy.maximumShareOfOne).toBeGreaterThanOrEqual(0);
        expect(policy.rounding).toBe(stored.rounding);
      }),
    );
    expect(policyOf(null)).toEqual({ ...floor, rounding: 'none' });
    const stricter = { ...policyOf(null), minimumCellSize: 7, maximumShareOfOne: 0.2 };
    expect(policyOf(stricter)).toEqual(stricter);
  });

  test('lower ones cannot be stored', () => {
    const stored = (change: object) =>
      disclosureSettingsSchema.safeParse({ ...disclosureDefaults, ...change }).success;
    expect(stored({})).toBe(true);
    expect(stored({ minimumCellSize: 4 })).toBe(false);
    expect(stored({ minimumSensitiveCellSize: 9 })).toBe(false);
    expect(stored({ minimumForStatistic: 7 })).toBe(false);
    expect(stored({ maximumShareOfOne: 0.34 })).toBe(false);
    expect(stored({ minimumCellSize: 11 })).toBe(false);
    expect(stored({ minimumCellSize: 11, minimumSensitiveCellSize: 11 })).toBe(true);
    expect(stored({ minimumCellSize: 5.5 })).toBe(false);
  });

  test('rows about single people are off until somebody allows them', () => {
    expect(disclosureDefaults.allowsRows).toBe(false);
    expect(disclosureSettingsSchema.safeParse({ ...policyOf(null) }).success).toBe(false);
  });
});

describe('the form of what may leave', () => {
  const fields = leavingFields(disclosureDefaults);

  test('reads back what it shows, and carries over whether rows are allowed', () => {
    expect(readLeaving(fields, false).settings).toEqual(disclosureDefaults);
    expect(readLeaving(fields, true).settings).toEqual({ ...disclosureDefaults, allowsRows: true });
    const strict = { ...disclosureDefaults, minimumCellSize: 6, maximumShareOfOne: 0.25 };
    expect(readLeaving(leavingFields(strict), false).settings).toEqual(strict);
  });

  test('a share between two choices is shown as the stricter one', () => {
    const shown = (maximumShareOfOne: number) =>
      leavingFields({ ...disclosureDefaults, maximumShareOfOne }).maximumShareOfOne;
    expect([shown(0.3), shown(0.25), shown(0.24), shown(0.06)]).toEqual([
      'quarter',
      'quarter',
      'fifth',
      'fifth',
    ]);
  });

  test('says what is wrong with each field, from top to bottom', () => {
    const { problems } = readLeaving(
      { ...fields, minimumForStatistic: '7', minimumCellSize: '4', minimumSensitiveCellSize: 'ten' },
      false,
    );
    expect(problems).toEqual([
      { field: 'minimumCellSize', message: 'Use 5 or more' },
      { field: 'minimumSensitiveCellSize', message: 'Enter a number of people, 10 or more, like 11' },
      { field: 'minimumForStatistic', message: 'Use 8 or more' },
    ]);
    expect(readLeaving({ ...fields, minimumCellSize: '12' }, false).problems).toEqual([
      { field: 'minimumSensitiveCellSize', message: 'Use at least as many as for other counts' },
    ]);
  });

  test('says what a higher number costs this service', () => {
    expect(teamsLeftWords('7', [12, 6, 7])).toBe('2 of your 3 teams are large enough.');
    expect(teamsLeftWords('10', [12, 6, 7])).toBe('1 of your 3 teams is large enough.');
    expect(teamsLeftWords('5', [12, 6])).toBe('All of your 2 teams are large enough.');
    expect(teamsLeftWords('30', [12, 6])).toBe('None of your 2 teams is large enough.');
    expect(teamsLeftWords('4', [12])).toBeNull();
    expect(teamsLeftWords('', [12])).toBeNull();
    expect(teamsLeftWords('7', [])).toBeNull();
  });
});
