/** The attacker's own use of HiGHS: the least and the greatest of a form, over all whole numbers that fit. */
import type { Highs } from 'highs';
import { valueOf, type Form } from './forms';

export interface Constraint {
  readonly form: Form;
  readonly low: number;
  readonly high: number;
}

/** One filling of the atoms that fits everything known. */
export type Filling = ReadonlyMap<string, number>;

export interface Extreme {
  /** No whole number is beyond it. */
  readonly bound: number;
  /** A filling that gets there, where fractions were not needed. */
  readonly filling: Filling | null;
}

export interface Room {
  /** The greatest (sign 1) or least (-1) value of the form, fractions allowed; null where nothing fits. */
  relaxed(form: Form, sign: 1 | -1): Extreme | null;
  /** The same in whole numbers; null where the time is up. */
  whole(form: Form, sign: 1 | -1): Filling | null;
  close(): void;
}

const optimal = 7;
const tolerance = 1e-6;
/** More than any atom of a service of 40 can be: what nothing bounds may be anything. */
export const atomMost = 200;

export function openRoom(highs: Highs, atoms: readonly string[], constraints: readonly Constraint[]): Room {
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
    model.options.set({ output_flag: false, time_limit: 3, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    return model;
  };
  const relaxed = open(false);
  let whole: ReturnType<Highs['createModel']> | null = null;
  const ask = (model: ReturnType<Highs['createModel']>, costs: Float64Array): Float64Array | null => {
    model.changeColsCost({ kind: 'range', from: 0, to: atoms.length - 1 }, costs);
    model.zeroAllClocks();
    let { modelStatus } = model.run();
    if (modelStatus !== optimal) {
      // From the last question's basis it may lose its way: once more from the beginning.
      model.clearSolver();
      ({ modelStatus } = model.run());
    }
    return modelStatus === optimal ? Float64Array.from(model.getSolution().colValue) : null;
  };
  const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= tolerance;
  const costsOf = (form: Form, sign: 1 | -1): Float64Array => {
    const costs = new Float64Array(atoms.length);
    for (const [name, times] of form) costs[column.get(name)!] = -sign * times;
    return costs;
  };
  const toFilling = (found: Float64Array): Filling =>
    new Map(atoms.map((name, index) => [name, Math.round(found[index]!)]));
  return {
    relaxed: (form, sign) => {
      const found = ask(relaxed, costsOf(form, sign));
      if (found === null) return null;
      const value = valueOf(form, new Map(atoms.map((name, index) => [name, found[index]!])));
      const bound = sign > 0 ? Math.floor(value + tolerance) : Math.ceil(value - tolerance);
      return { bound, filling: found.every(isWhole) ? toFilling(found) : null };
    },
    whole: (form, sign) => {
      whole ??= open(true);
      const found = ask(whole, costsOf(form, sign));
      return found === null ? null : toFilling(found);
    },
    close: () => {
      relaxed.dispose();
      whole?.dispose();
    },
  };
}
