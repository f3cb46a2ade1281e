/**
 * The one door to HiGHS, the linear programming library that disclosure control is audited with. The caller loads
 * the library (the .wasm lies elsewhere in the app, in tests and in scripts) and hands it over.
 */
import type { Highs, ModelData } from 'highs';
import type {
  LinearProgram,
  LinearSolver,
  Objective,
  OpenProgram,
  Optimum,
} from '@shared/disclosure/linear-program';

/** HiGHS's numbers for how a run ended. */
const statusOf = {
  empty: 6,
  optimal: 7,
  infeasible: 8,
  infeasibleOrUnbounded: 9,
  unbounded: 10,
  target: 12,
  unknown: 15,
} as const;
const integerTolerance = 1e-6;
/** A target that nothing reaches: the library takes finite numbers alone. */
const noTarget = -1e18;

function toModelData(program: LinearProgram, infinity: number, areWhole: boolean): ModelData {
  const count = program.rows.reduce((sum, row) => sum + row.columns.length, 0);
  const starts = new Int32Array(program.rows.length + 1);
  const indices = new Int32Array(count);
  const values = new Float64Array(count);
  let end = 0;
  program.rows.forEach((row, place) => {
    indices.set(row.columns, end);
    values.set(row.coefficients, end);
    end += row.columns.length;
    starts[place + 1] = end;
  });
  const data: ModelData = {
    numCols: program.columns.length,
    numRows: program.rows.length,
    colCost: program.columns.map(() => 0),
    colLower: program.columns.map(({ lower }) => lower),
    colUpper: program.columns.map(({ upper }) => upper ?? infinity),
    rowLower: program.rows.map(({ lower }) => lower ?? -infinity),
    rowUpper: program.rows.map(({ upper }) => upper ?? infinity),
    matrix: {
      format: 'csr',
      numRows: program.rows.length,
      numCols: program.columns.length,
      starts,
      indices,
      values,
    },
  };
  return areWhole ? { ...data, integrality: program.columns.map(() => 1 as const) } : data;
}

function dot(solution: readonly number[], costs: readonly number[]): number {
  return solution.reduce((sum, value, column) => sum + value * (costs[column] ?? 0), 0);
}

type Model = ReturnType<Highs['createModel']>;

/**
 * The linear relaxation is asked first, from the last basis: for a table with two sets of totals its corners are
 * whole numbers, and then it is the answer. Only where it is not, the same question is asked in whole numbers.
 */
export function createLinearSolver(highs: Highs, secondsPerQuestion = 10): LinearSolver {
  const open = (program: LinearProgram, areWhole: boolean): Model => {
    const model = highs.createModel(toModelData(program, highs.infinity, areWhole));
    model.options.set({
      output_flag: false,
      time_limit: secondsPerQuestion,
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
    });
    // A relaxation is asked again and again from where it was: made smaller first, it would start anew.
    if (!areWhole) model.options.set({ presolve: 'off', solver: 'simplex' });
    return model;
  };

  const ask = (model: Model, costs: readonly number[]): Optimum => {
    const columns = costs.length;
    model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, Float64Array.from(costs));
    model.zeroAllClocks();
    let { modelStatus } = model.run();
    if (modelStatus === statusOf.unknown) {
      // After an unbounded question the last basis may lead nowhere: once more from the beginning.
      model.clearSolver();
      ({ modelStatus } = model.run());
    }
    if (modelStatus === statusOf.infeasible) return { state: 'infeasible' };
    if (modelStatus === statusOf.unbounded || modelStatus === statusOf.infeasibleOrUnbounded) {
      return { state: 'unbounded' };
    }
    const hasAnswer: readonly number[] = [statusOf.optimal, statusOf.empty, statusOf.target];
    if (!hasAnswer.includes(modelStatus)) return { state: 'not-finished' };
    const solution = [...model.getSolution().colValue];
    return {
      state: 'optimal',
      value: dot(solution, costs),
      solution,
    };
  };

  return (program): OpenProgram => {
    const columns = program.columns.length;
    const relaxed = columns === 0 ? null : open(program, false);
    let whole: Model | null = null;
    const inWholeNumbers = (costs: readonly number[], enough: number): Optimum => {
      whole ??= open(program, true);
      whole.options.set('objective_target', enough);
      const optimum = ask(whole, costs);
      if (optimum.state !== 'optimal') return optimum;
      const solution = optimum.solution.map((value) => Math.round(value));
      return {
        ...optimum,
        solution,
        value: dot(solution, costs),
      };
    };
    /** Asked once: whether anything fits at all does not change with the question. */
    let anything: Optimum | null = null;
    const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= integerTolerance;
    const least = (costs: readonly number[], enough = noTarget): Optimum => {
      if (relaxed === null) return { state: 'optimal', value: 0, solution: [] };
      const optimum = ask(relaxed, costs);
      if (optimum.state === 'infeasible') return optimum;
      if (optimum.state === 'not-finished') return inWholeNumbers(costs, enough);
      if (optimum.state === 'optimal') {
        if (program.mayBeFractions === true) return optimum;
        if (!optimum.solution.every(isWhole)) return inWholeNumbers(costs, enough);
        const solution = optimum.solution.map((value) => Math.round(value));
        return {
          state: 'optimal',
          solution,
          value: dot(solution, costs),
        };
      }
      // HiGHS may leave open whether it is unbounded or infeasible: with no objective it can only be the latter.
      anything ??= inWholeNumbers(
        costs.map(() => 0),
        noTarget,
      );
      return anything.state === 'optimal' ? { state: 'unbounded' } : anything;
    };
    const costsOf = (objective: Objective, sign: 1 | -1): number[] => {
      const costs = Array.from({ length: columns }, () => 0);
      objective.columns.forEach((column, index) => {
        costs[column] = sign * (objective.coefficients[index] ?? 0);
      });
      return costs;
    };
    return {
      least: (objective) => least(costsOf(objective, 1), objective.enough),
      most: (objective) => {
        const enough = objective.enough === undefined ? undefined : -objective.enough;
        const optimum = least(costsOf(objective, -1), enough);
        return optimum.state === 'optimal' ? { ...optimum, value: 0 - optimum.value } : optimum;
      },
      close: () => {
        relaxed?.dispose();
        whole?.dispose();
      },
    };
  };
}
