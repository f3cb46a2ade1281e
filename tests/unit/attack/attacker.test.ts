import loadHighs, { type Highs } from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { attackByBounds, type Finding } from '../../../scripts/attack/attacker';
import { atom, combine, less } from '../../../scripts/attack/forms';
import { fromExport } from '../../../scripts/attack/knowledge';
import { deriveMeans } from '../../../scripts/attack/means';
import { publishPrimaryOnly, roundedToFive, type Published } from '../../../scripts/attack/publish';
import { createRandom } from '../../../scripts/attack/random';
import { attackService, secretsOf } from '../../../scripts/attack/run-service';
import { createService, type Service } from '../../../scripts/attack/service';
import { createSheet, type Sheet, type SheetBuilder } from '../../../scripts/attack/sheet';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

function sheetWith(
  truth: Record<string, number>,
  build: (sheet: SheetBuilder) => void,
  isRounded = false,
): Sheet {
  const service: Service = { ...createService(createRandom(1)), truth: new Map(Object.entries(truth)) };
  const sheet = createSheet(service, isRounded);
  build(sheet);
  return sheet.done();
}

function found(sheets: readonly (readonly [Sheet, Published])[]): Finding[] {
  const known = sheets.flatMap(([sheet, published]) => fromExport(sheet, published));
  return attackByBounds(highs, known, secretsOf(sheets.map(([sheet]) => sheet)));
}

/** A total of some parts. */
const listOf =
  (parts: readonly string[]) =>
  (sheet: SheetBuilder): void => {
    const total = sheet.add('total', combine(parts.map(atom)));
    sheet.link(
      total,
      parts.map((part) => sheet.add(part, atom(part))),
    );
  };

describe('the attacker finds planted leaks', () => {
  test('the one hidden number of a list, from its total', () => {
    const sheet = sheetWith({ a: 3, b: 9, c: 12 }, listOf(['a', 'b', 'c']));
    const findings = found([[sheet, new Set(['total', 'b', 'c'])]]);
    expect(findings).toContainEqual({ key: 'a', least: 3, most: 3 });
  });

  test('two hidden numbers that can only be 1 and 1, because zeros are shown', () => {
    const sheet = sheetWith({ a: 1, b: 1, c: 12 }, listOf(['a', 'b', 'c']));
    const findings = found([[sheet, new Set(['total', 'c'])]]);
    expect(findings).toContainEqual({ key: 'a', least: 1, most: 1 });
    expect(findings).toContainEqual({ key: 'b', least: 1, most: 1 });
  });

  test('nothing where two hidden numbers leave each other room', () => {
    const sheet = sheetWith({ a: 3, b: 9, c: 12 }, listOf(['a', 'b', 'c']));
    expect(found([[sheet, new Set(['total', 'c'])]])).toEqual([]);
  });

  test('a month from two windows that differ by it', () => {
    const months = (name: string, list: readonly string[]) => (sheet: SheetBuilder) => {
      const window = sheet.add(name, combine(list.map(atom)));
      sheet.link(
        window,
        list.map((month) => sheet.add(month, atom(month), 'count', false)),
      );
    };
    const truth = { may: 6, june: 5, july: 2 };
    const earlier = sheetWith(truth, months('to June', ['may', 'june']));
    const later = sheetWith(truth, months('to July', ['may', 'june', 'july']));
    expect(found([[earlier, new Set(['to June'])]])).toEqual([]);
    const both = found([
      [earlier, new Set(['to June'])],
      [later, new Set(['to July'])],
    ]);
    expect(both).toContainEqual({ key: 'july', least: 2, most: 2 });
  });

  test('all less permanent, which no export names', () => {
    const sheet = sheetWith({ permanent: 18, others: 2 }, (one) => {
      const all = one.add('all', combine([atom('permanent'), atom('others')]));
      const parts = [
        one.add('permanent', atom('permanent')),
        one.add('others', atom('others'), 'count', false),
      ];
      one.link(all, parts);
    });
    const findings = found([[sheet, new Set(['all', 'permanent'])]]);
    expect(findings).toContainEqual({ key: 'others', least: 2, most: 2 });
  });

  test('a count from its share of a shown base, and not from a share of rounded numbers', () => {
    const build = (one: SheetBuilder): void => {
      const base = one.add('base', combine([atom('yes'), atom('no')]));
      one.link(base, [one.add('yes', atom('yes')), one.add('no', atom('no'))]);
      one.share('share', 'yes', 'base');
    };
    const [sheet, rounded] = [false, true].map((isRounded) =>
      sheetWith({ yes: 3, no: 28 }, build, isRounded),
    ) as [Sheet, Sheet];
    const published = new Set(['base', 'share']);
    expect(found([[sheet, published]])).toContainEqual({ key: 'yes', least: 3, most: 3 });
    expect(found([[rounded, published]])).toEqual([]);
  });

  test('rounded numbers that leave one possible count', () => {
    expect([2, 3, 7, 8].map(roundedToFive)).toEqual([0, 5, 5, 10]);
    // Four parts shown as 5 with a total shown as 30: each is 7, of a total of 28; the fifth is then 0.
    const truth = { a: 7, b: 7, c: 7, d: 7 };
    const sheet = sheetWith(truth, listOf(['a', 'b', 'c', 'd']), true);
    const known = fromExport(sheet, new Set(['total', 'a', 'b', 'c', 'd']));
    const secret = { key: 'a', form: atom('a'), width: 4 };
    expect(attackByBounds(highs, known, [secret])).toEqual([{ key: 'a', least: 7, most: 7 }]);
  });

  test('the mean of 6 from the mean of 20 and that of 14', () => {
    const sheet = sheetWith({ a: 14, b: 6 }, (one) => {
      const all = one.add('all', combine([atom('a'), atom('b')]));
      const part = one.add('a', atom('a'));
      const measure = 'score';
      one.mean({ key: 'mean all', people: all, measure, groups: ['a', 'b'], total: 14 * 12 + 6 * 5 });
      one.mean({ key: 'mean a', people: part, measure, groups: ['a'], total: 14 * 12 });
    });
    const [derived] = deriveMeans(sheet, new Set(['mean all', 'mean a']));
    expect(derived).toMatchObject({ key: 'mean all less mean a', people: 6 });
    expect(derived!.least).toBeLessThanOrEqual(5);
    expect(derived!.most).toBeGreaterThanOrEqual(5);
    expect(deriveMeans(sheet, new Set(['mean all']))).toEqual([]);
  });

  test('a complement: 14 of 15 tells of one', () => {
    const sheet = sheetWith({ 'on time': 14, late: 1 }, (one) => {
      const all = one.add('all', combine([atom('on time'), atom('late')]));
      one.link(all, [one.add('on time', atom('on time')), one.add('late', atom('late'))]);
    });
    expect(publishPrimaryOnly(sheet)).toEqual(new Set(['all']));
    // The rest is a figure with a name of its own here, and has none where it is two of them.
    expect(secretsOf([sheet]).map(({ key }) => key)).toEqual(['late']);
    const three = sheetWith({ a: 20, b: 2, c: 2 }, listOf(['a', 'b', 'c']));
    expect(secretsOf([three]).map(({ key }) => key)).toEqual(['b', 'c', 'total less a']);
    expect(less(combine([atom('a'), atom('b')]), atom('b'))).toEqual(atom('a'));
  });
});

test('whole services: without the second step they fall, with the engine they do not', () => {
  const solver = createLinearSolver(highs);
  const seeds = [1, 2];
  const fallen = seeds.filter((seed) => attackService(highs, solver, seed, false).findings.length > 0);
  expect(fallen).toEqual(seeds);
  for (const seed of seeds) expect(attackService(highs, solver, seed, true).findings).toEqual([]);
}, 120_000);
