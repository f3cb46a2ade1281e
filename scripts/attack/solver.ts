/** The attacker's own use of HiGHS: the least and the greatest of a form, over all whole numbers that fit. */
import type { Highs } from 'highs';
import type { Form } from './forms';

export interface Constraint {
  readonly form: Form;
  readonly low: number;
  readonly high: number;
}

/** One filling of the atoms that fits everything known. */
export type Filling = ReadonlyMap<string, number>;

export interface Room {
  /** The filling with the greatest (sign 1) or least (-1) value of the form; null where nothing fits, or no answer. */
  extreme(form: Form, sign: 1 | -1): Filling | null;
  close(): void;
}

const optimal = 7;
const tolerance = 1e-6;
/** More than any atom of a service of 40 can be: what nothing bounds may be anything. */
export const atomMost = 200;

export function openRoom(
  highs: Highs,
  atoms: readonly string[],
  constraints: readonly Constraint[],
): Room {
  const column = new Map(atoms.map((name, index) => [name, index]));
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { form } of constraints) {
    for (const [name, times] of form) {
      indices.push(column.get(name)!);
      values.push(times);
    }
    starts.push(indices.length);
  }
  const open = (isWhole: boolean): ReturnType<Highs['createModel']> => {
    const model = highs.createModel({
      numCols: atoms.length,
      numRows: constraints.length,
      colCost: atoms.map(() => 0),
      colLower: atoms.map(() => 0),
      colUpper: atoms.map(() => atomMost),
      rowLower: constraints.map(({ low }) => low),
      rowUpper: constraints.map(({ high }) => high),
      matrix: {
        format: 'csr',
        numRows: constraints.length,
        numCols: atoms.length,
        starts,
        indices,
        values,
      },
      ...(isWhole ? { integrality: atoms.map(() => 1 as const) } : {}),
    });
    model.options.set({ output_flag: false, time_limit: 20, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    return model;
  };
  const relaxed = open(false);
  let whole: ReturnType<Highs['createModel']> | null = null;
  const ask = (model: ReturnType<Highs['createModel']>, costs: Float64Array): Float64Array | null => {
    model.changeColsCost({ kind: 'range', from: 0, to: atoms.length - 1 }, costs);
    model.zeroAllClocks();
    const { modelStatus } = model.run();
    return modelStatus === optimal ? Float64Array.from(model.getSolution().colValue) : null;
  };
  const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= tolerance;
  return {
    extreme: (form, sign) => {
      const costs = new Float64Array(atoms.length);
      for (const [name, times] of form) costs[column.get(name)!] = -sign * times;
      let found = ask(relaxed, costs);
      if (found !== null && !found.every(isWhole)) {
        whole ??= open(true);
        found = ask(whole, costs);
      }
      return found === null ? null : new Map(atoms.map((name, index) => [name, Math.round(found[index]!)]));
    },
    close: () => {
      relaxed.dispose();
      whole?.dispose();
    },
  };
}
