import { describe, expect, test } from 'vitest';
import { createNameFinder } from '@shared/disclosure/labels';
import { suppressMean, suppressProportion, suppressSum } from '@shared/disclosure/statistic';

describe('suppressProportion', () => {
  test('6 leavers of an average of 14 is shown (domain.md, story 5)', () => {
    expect(suppressProportion({ numerator: 6, denominator: 14 })).toBeNull();
  });
  test('9 of 10 discloses the one', () => {
    expect(suppressProportion({ numerator: 9, denominator: 10 })).toBe('small-complement');
  });
  test('a rate needs 8 people, a numerator 5', () => {
    expect(suppressProportion({ numerator: 5, denominator: 7 })).toBe('too-few-people');
    expect(suppressProportion({ numerator: 4, denominator: 20 })).toBe('small-count');
    expect(suppressProportion({ numerator: 0, denominator: 20 })).toBeNull();
    expect(suppressProportion({ numerator: 0, denominator: 0 })).toBe('not-enough-data');
  });
});

describe('suppressSum', () => {
  test('192.4 hours over 6 of 14 people, none with more than a third, is shown (story 5)', () => {
    expect(suppressSum({ people: 14, contributions: [60, 40.4, 37, 30, 15, 10] })).toBeNull();
  });
  test('one person with more than a third hides it; exactly a third does not', () => {
    expect(suppressSum({ people: 14, contributions: [70, 30, 30, 30, 30] })).toBe('one-person-dominates');
    expect(suppressSum({ people: 14, contributions: [50, 25, 25, 25, 25] })).toBeNull();
  });
  test('fewer than 5 people behind a sum, or all but a few of the group, hide it', () => {
    expect(suppressSum({ people: 14, contributions: [10, 10, 10, 10] })).toBe('small-count');
    expect(suppressSum({ people: 14, contributions: Array.from({ length: 12 }, () => 10) })).toBe(
      'small-complement',
    );
    expect(suppressSum({ people: 7, contributions: [1, 1, 1, 1, 1] })).toBe('too-few-people');
  });
});

test('a mean needs 8 people', () => {
  expect([0, 7, 8].map((n) => suppressMean(n))).toEqual(['not-enough-data', 'too-few-people', null]);
});

describe('createNameFinder', () => {
  const holdsName = createNameFinder(['Ailsa Munro', 'Séan O’Brien', 'Grant Morrison', 'Jo Smith']);
  test('finds a name of the roster, folded for case, accents and possessives, short ones and words too', () => {
    for (const label of ["Ailsa's team", 'SEAN team', "Grant's team", 'Jo’s team', 'Team Munros']) {
      expect(holdsName(label)).toBe(true);
    }
  });
  test('ordinary labels hold none', () => {
    expect(holdsName('Recovery hub')).toBe(false);
    expect(holdsName('Assertive outreach')).toBe(false);
  });
});
