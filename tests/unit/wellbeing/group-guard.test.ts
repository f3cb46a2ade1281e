import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardGroups, isSafeTogether, type Group } from '@shared/wellbeing/group-guard';

const group = (key: string, members: readonly number[]): Group => ({ key, members: new Set(members) });
const people = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What a reader with pencil and paper does: adds and subtracts the groups' sums, each up to twice. */
function canSingleOut(groups: readonly Group[], minimum = 5): boolean {
  const everyone = [...new Set(groups.flatMap(({ members }) => [...members]))];
  const search = (at: number, weights: readonly number[]): boolean => {
    if (at === groups.length) {
      const touched = everyone.filter(
        (person) =>
          weights.reduce(
            (sum, weight, index) => sum + (groups[index]!.members.has(person) ? weight : 0),
            0,
          ) !== 0,
      ).length;
      return touched > 0 && touched < minimum;
    }
    return [-2, -1, 0, 1, 2].some((weight) => search(at + 1, [...weights, weight]));
  };
  return search(0, []);
}

const shownOf = (groups: readonly Group[], shown: readonly Group[] = []): string[] =>
  [...guardGroups(groups, shown)].filter(([, verdict]) => verdict === 'shown').map(([key]) => key);

describe('guardGroups', () => {
  it('hides a group under 5 and shows one of 5', () => {
    expect([...guardGroups([group('four', people(1, 4)), group('five', people(11, 15))])]).toEqual([
      ['five', 'shown'],
      ['four', 'too-small'],
    ]);
    expect(guardGroups([group('none', [])]).get('none')).toBe('too-small');
  });

  it('hides the second of two groups that differ by fewer than 5', () => {
    const all = group('all', people(1, 20));
    expect(shownOf([all, group('fewer', people(1, 16))])).toEqual(['all']);
    expect(shownOf([all, group('fewer', people(1, 15))])).toEqual(['all', 'fewer']);
    expect(shownOf([all, group('same', people(1, 20))])).toEqual(['all', 'same']);
    // Four left and four others came: the difference is about eight people and tells nobody's figure.
    expect(shownOf([all, group('moved', people(5, 24))])).toEqual(['all', 'moved']);
  });

  it('hides a part when the whole less several parts leaves a few', () => {
    const [all, north, south] = [
      group('all', people(1, 23)),
      group('north', people(1, 10)),
      group('south', people(11, 20)),
    ];
    expect(shownOf([all, north, south])).toEqual(['all', 'north']);
    expect(guardGroups([all, north, south]).get('south')).toBe('gives-others-away');
  });

  it('remembers what was shown before, on another screen or in another month', () => {
    const before = [group('last month', people(1, 12))];
    expect(shownOf([group('this month', people(1, 11))], before)).toEqual([]);
    expect(shownOf([group('this month', people(1, 7))], before)).toEqual(['this month']);
  });

  it('finds combinations that no pair gives away', () => {
    // A + B - C - D is about two people, while every two of them differ by five or more.
    const [p, q, r, s] = [people(1, 6), people(11, 16), people(21, 26), people(31, 36)];
    const groups = [
      group('A', [...p, ...q, 91, 92]),
      group('B', [...r, ...s]),
      group('C', [...p, ...r]),
      group('D', [...q, ...s]),
    ];
    for (const one of groups) for (const two of groups) expect(isSafeTogether([one, two])).toBe(true);
    expect(isSafeTogether(groups)).toBe(false);
    expect(canSingleOut(groups)).toBe(true);
    expect(shownOf(groups)).toHaveLength(3);
  });

  it('refuses what is too tangled to be checked, and stays quick', () => {
    const whole = group('whole', people(1, 200));
    const tangled = people(0, 29).map((index) =>
      group(
        `g${index}`,
        people(1, 200).filter((p) => (p * 7 + index) % 9 < 4),
      ),
    );
    const verdicts = guardGroups([whole, ...tangled]);
    expect(verdicts.size).toBe(31);
    expect(verdicts.get('whole')).toBe('shown');
  });

  const anyGroups = fc
    .array(fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { minLength: 0, maxLength: 24 }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((lists) => lists.map((members, index) => group(`g${index}`, members)));
  /** Groups as filters make them: ranges of one order, so that nested and nearly equal ones are common. */
  const anyRanges = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 24 })), {
      minLength: 1,
      maxLength: 5,
    })
    .map((pairs) =>
      pairs.map(([one, two], index) => group(`g${index}`, people(Math.min(one, two), Math.max(one, two)))),
    );

  it('never lets arithmetic on what is shown reach fewer than 5 people', () => {
    fc.assert(
      fc.property(fc.oneof(anyGroups, anyRanges), (groups) => {
        const verdicts = guardGroups(groups);
        const shown = groups.filter(({ key }) => verdicts.get(key) === 'shown');
        for (const { members } of shown) expect(members.size).toBeGreaterThanOrEqual(5);
        for (const one of shown) {
          for (const two of shown) {
            const difference = one.members.size - [...one.members].filter((p) => two.members.has(p)).length;
            const isNested = [...two.members].every((p) => one.members.has(p));
            if (isNested) expect(difference === 0 || difference >= 5).toBe(true);
          }
        }
        expect(canSingleOut(shown)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('hides nothing without a reason: beside what is shown, each hidden group would tell', () => {
    fc.assert(
      fc.property(anyRanges, (groups) => {
        const verdicts = guardGroups(groups);
        const shown = groups.filter(({ key }) => verdicts.get(key) === 'shown');
        for (const hidden of groups.filter(({ key }) => verdicts.get(key) === 'gives-others-away')) {
          expect(canSingleOut([...shown, hidden])).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
