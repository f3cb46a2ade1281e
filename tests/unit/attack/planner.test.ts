import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { atom, combine } from '../../../scripts/attack/forms';
import { attackChoices } from '../../../scripts/attack/planned-tables';
import { attackPlanner, everyTable, type Oracle } from '../../../scripts/attack/planner';
import { createEngine } from '../../../scripts/attack/publish';
import { createRandom } from '../../../scripts/attack/random';
import { createService, type Service } from '../../../scripts/attack/service';
import { createSheet, type Sheet } from '../../../scripts/attack/sheet';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';

let solver: LinearSolver;
beforeAll(async () => {
  solver = createLinearSolver(await loadHighs());
});

const truth = new Map([
  ['a', 5],
  ['b', 4],
  ['c', 4],
]);

function list(): Sheet {
  const service: Service = { ...createService(createRandom(1)), truth };
  const sheet = createSheet(service);
  const parts = [...truth.keys()];
  const total = sheet.add('total', combine(parts.map(atom)));
  sheet.link(
    total,
    parts.map((part) => sheet.add(part, atom(part))),
  );
  return sheet.done();
}

/** Hides the small parts, and beside a single one the smallest of the others. */
const hidesTheFewest: Oracle = ({ figures }) => {
  const parts = [...figures.values()].filter(({ key }) => key !== 'total');
  const ordered = parts.toSorted((left, right) => left.value - right.value);
  const small = ordered.filter(({ value }) => value > 0 && value < 5).length;
  const hidden = ordered.slice(0, small === 1 ? 2 : small).map(({ key }) => key);
  return new Set([...figures.keys()].filter((key) => !hidden.includes(key)));
};

describe('the attack on the choice of what is hidden', () => {
  test('every table that fits a total and a shown part', () => {
    const known = [
      { form: combine(['a', 'b', 'c'].map(atom)), low: 13, high: 13 },
      { form: atom('a'), low: 5, high: 5 },
      { form: atom('b'), low: 1, high: Number.POSITIVE_INFINITY },
      { form: atom('c'), low: 1, high: Number.POSITIVE_INFINITY },
    ];
    const names = ['a', 'b', 'c'];
    expect(everyTable(names, known)).toMatchObject({ isAll: true, found: { length: 7 } });
    expect(everyTable(names, known.slice(1))).toEqual({ isAll: false, found: [] });
    // b from 2 to 6, and c the rest of 8.
    expect(everyTable(names, known, truth)).toMatchObject({ isAll: false, found: { length: 5 } });
  });

  test('5, 4 and 4 of 13: that the 5 is shown tells that both others are small, and so 4 each', () => {
    const sheet = list();
    const published = hidesTheFewest(sheet);
    expect(published).toEqual(new Set(['total', 'a']));
    const { state, findings } = attackPlanner(sheet, truth, published, hidesTheFewest);
    expect(state).toBe('fallen');
    expect(findings).toEqual([
      'b is 4, or it would be published otherwise',
      'c is 4, or it would be published otherwise',
    ]);
  });

  test('the engine hides all three parts, and then nothing follows', () => {
    const engine: Oracle = (sheet) => createEngine(solver, []).publish(sheet);
    const sheet = list();
    expect(engine(sheet)).toEqual(new Set(['total']));
    expect(attackPlanner(sheet, truth, engine(sheet), engine)).toEqual({ state: 'safe', findings: [] });
  });

  test('the crossed tables of a service, with the engine as it is', () => {
    // A service whose contracts by team gave two people away before the cells of a table went together.
    const seed = (Math.imul(11, 2_654_435_761) ^ Math.imul(47, 40_503)) >>> 0;
    const { findings, decided } = attackChoices(createService(createRandom(seed)), solver);
    expect(decided).toBeGreaterThan(0);
    expect(findings).toEqual([]);
  }, 60_000);
});
