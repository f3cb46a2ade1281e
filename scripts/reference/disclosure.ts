/** Disclosure control: the methods of the reference cases in terms of the project's functions. */
import loadHighs from 'highs';
import { z } from 'zod';
import { createLinearSolver } from '../../renderer/platform/linear-solver';
import { auditSuppression, type AttackerKnowledge } from '../../shared/disclosure/audit';
import {
  differenceOfCounts,
  differenceOfMeans,
  differenceOfNestedGroups,
  rangeOfDifference,
} from '../../shared/disclosure/differencing';
import { dominance } from '../../shared/disclosure/dominance';
import { anonymity, rowsInOneColumn, type EquivalenceClass } from '../../shared/disclosure/k-anonymity';
import { threeWayTable, twoWayTable, type LinkedTable } from '../../shared/disclosure/linked-table';
import { cheapestPlans } from '../../shared/disclosure/plan';
import { planProblem } from '../../shared/disclosure/plan-problem';
import { redact } from '../../shared/disclosure/redaction';
import { rosterOf } from '../../shared/disclosure/redaction-roster';
import {
  countsBehindPercent,
  inferFromRounded,
  roundAsNhsDigital,
  roundRows,
  shareOfRounded,
} from '../../shared/disclosure/rounding';
import { suppressPrimaryInRows, suppressSecondaryInRows } from '../../shared/disclosure/row-suppression';
import { imatterRule, meanOfAtLeast } from '../../shared/disclosure/small-team';

/** `expected` is for cases that say what an answer has to fulfil, not what it is. */
type Method = (input: unknown, expected: Readonly<Record<string, unknown>>) => Record<string, unknown>;

function method<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>, expected: Readonly<Record<string, unknown>>) => Record<string, unknown>,
): Method {
  return (input, expected) => run(schema.parse(input), expected);
}

const solver = createLinearSolver(await loadHighs());

const counts = z.array(z.number().nullable());
const rows = z.array(counts);

const knowledge = z
  .object({
    suppressedMin: z.number().default(0),
    primaryMax: z.number().nullable().default(null),
    primary: z.array(z.string()).default([]),
  })
  .prefault({});

const twoWay = z.object({
  cells: rows,
  rowTotals: counts.nullish(),
  columnTotals: counts.nullish(),
  grandTotal: z.number().nullish(),
});
const threeWay = z.object({
  cells: z.array(rows),
  totalsAB: rows.nullish(),
  totalsAC: rows.nullish(),
  totalsBC: rows.nullish(),
  totalsA: counts.nullish(),
  totalsB: counts.nullish(),
  totalsC: counts.nullish(),
  grandTotal: z.number().nullish(),
});

/** These lists are sets of keys: in the order of the case when they hold the same. */
function asSet(got: readonly string[], expected: unknown): unknown {
  const wanted = z.array(z.string()).safeParse(expected);
  const isSame = wanted.success && wanted.data.toSorted().join('\n') === got.toSorted().join('\n');
  return isSame ? expected : got;
}

/** A class of equal rows in the ways a case may write it down: the schema leaves that open. */
function asClasses(
  classes: readonly EquivalenceClass[],
  fields: readonly string[],
  expected: unknown,
): unknown {
  const forms: ((one: EquivalenceClass) => unknown)[] = [
    ({ values }) => values,
    ({ values }) => values.join('|'),
    ({ values }) => values.join(','),
    ({ records }) => records,
    ({ values }) => Object.fromEntries(fields.map((field, place) => [field, values[place]])),
  ];
  const text = (list: readonly unknown[]): string =>
    list
      .map((item) => JSON.stringify(item))
      .toSorted()
      .join('\n');
  const isSame = Array.isArray(expected) && forms.some((form) => text(classes.map(form)) === text(expected));
  return isSame ? expected : classes.map(({ values }) => values);
}

function audit(
  table: LinkedTable,
  known: AttackerKnowledge,
  requiredWidth: number,
  expected: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result = auditSuppression(table, known, requiredWidth, solver);
  if (result.state !== 'audited') return { error: result.state };
  const { intervals, exactlyDisclosed, tooNarrow, safe } = result.audit;
  return {
    intervals: Object.fromEntries([...intervals].map(([key, { lower, upper }]) => [key, [lower, upper]])),
    exactlyDisclosed: asSet(exactlyDisclosed, expected['exactlyDisclosed']),
    tooNarrow: asSet(tooNarrow, expected['tooNarrow']),
    safe,
  };
}

const planRules = z.object({
  threshold: z.number(),
  requiredWidth: z.number(),
  zerosShown: z.boolean().default(true),
  totalsMayBeSuppressed: z.boolean().default(false),
});

function plan(table: LinkedTable, rules: z.output<typeof planRules>): Record<string, unknown> {
  const totals = new Set(table.sums.map(({ total }) => table.entries[total]!.key));
  const alwaysShown = rules.totalsMayBeSuppressed ? new Set<string>() : totals;
  const problem = planProblem(table, { ...rules, alwaysShown });
  const { plans, isComplete } = cheapestPlans(problem, solver);
  if (!isComplete) return { error: 'not-finished' };
  return {
    primary: problem.hidden,
    minimumSecondaryCount: plans[0]?.secondary.length ?? null,
    minimumSecondaryValueAtThatCount: plans[0]?.secondaryValue ?? null,
    cheapestSolutions: plans.map(({ secondary }) => secondary),
    note: 'any plan is acceptable if the audit passes; these are optimum benchmarks by exhaustive search',
  };
}

const rowRules = z.object({
  rows,
  suppressAtOrBelow: z.number(),
  zerosShown: z.boolean().default(true),
  lastColumnIsTotal: z.boolean().default(true),
});

const record = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const texts = z.array(z.string()).default([]);

export const disclosureMethods: Readonly<Record<string, Method>> = {
  'suppression-audit': method(
    twoWay.extend({ knowledge, requiredWidth: z.number().default(1) }),
    (input, expected) => audit(twoWayTable(input), input.knowledge, input.requiredWidth, expected),
  ),
  'suppression-audit-3way': method(
    threeWay.extend({ knowledge, requiredWidth: z.number().default(1) }),
    (input, expected) => audit(threeWayTable(input), input.knowledge, input.requiredWidth, expected),
  ),
  'suppression-plan': method(
    z.union([twoWay.extend(planRules.shape), threeWay.extend(planRules.shape)]),
    (input) =>
      plan(
        'totalsAB' in input || Array.isArray(input.cells[0]?.[0])
          ? threeWayTable(threeWay.parse(input))
          : twoWayTable(twoWay.parse(input)),
        input,
      ),
  ),
  'suppress-primary': method(rowRules, (input) => ({ rows: suppressPrimaryInRows(input.rows, input) })),
  'suppress-row-secondary': method(rowRules, (input) => ({
    rows: suppressSecondaryInRows(input.rows, input),
  })),
  'round-base': method(z.object({ rows, base: z.number() }), (input) => ({
    rows: roundRows(input.rows, input.base),
  })),
  'round-nhsd': method(z.object({ counts }), (input) => ({ shown: input.counts.map(roundAsNhsDigital) })),
  'percent-of-rounded': method(
    z.object({ numerator: z.number(), denominator: z.number(), base: z.number() }),
    (input) => ({ ...shareOfRounded(input.numerator, input.denominator, input.base) }),
  ),
  'percent-leak': method(
    z.object({
      percent: z.number(),
      decimals: z.number(),
      denominatorRange: z.tuple([z.number(), z.number()]),
    }),
    (input) => ({ ...countsBehindPercent(input.percent, input.decimals, input.denominatorRange) }),
  ),
  'rounded-table-intervals': method(
    z.object({ parts: z.array(z.number()), total: z.number().nullable(), base: z.number() }),
    (input) => ({ ...inferFromRounded(input.parts, input.total, input.base) }),
  ),
  'difference-of-means': method(
    z.object({
      n1: z.number(),
      mean1: z.number(),
      n2: z.number(),
      mean2: z.number(),
      decimals: z.number(),
      scoreMin: z.number(),
      scoreMax: z.number(),
      integerScores: z.boolean().default(true),
    }),
    ({ n1, mean1, n2, mean2, integerScores, ...scale }) => {
      const means = { first: { n: n1, mean: mean1 }, second: { n: n2, mean: mean2 }, ...scale };
      if (integerScores) return { ...differenceOfMeans(means) };
      const { lower, upper } = rangeOfDifference(means);
      return { possibleScores: null, lower, upper, disclosed: lower === upper };
    },
  ),
  'difference-of-counts': method(
    z.object({ release1: counts, release2: counts, threshold: z.number() }),
    (input) => ({ ...differenceOfCounts(input.release1, input.release2, input.threshold) }),
  ),
  'difference-of-nested-groups': method(
    z.object({ whole: counts, part: counts, threshold: z.number() }),
    (input) => ({ ...differenceOfNestedGroups(input.whole, input.part, input.threshold) }),
  ),
  dominance: method(
    z.object({ contributions: z.array(z.number()), n: z.number(), k: z.number(), p: z.number() }),
    (input) => ({ ...dominance(input.contributions, input) }),
  ),
  'k-anonymity': method(
    z.object({
      records: z.array(record),
      quasiIdentifiers: z.array(z.string()),
      sensitive: z.string().nullish(),
      k: z.number(),
      l: z.number().default(2),
    }),
    (input, expected) => {
      const result = anonymity({
        ...input,
        records: input.records,
        sensitive: input.sensitive ?? null,
      });
      return {
        minClass: result.minClass,
        classes: result.classes.length,
        recordsBelowK: result.recordsBelowK,
        homogeneousClasses: asClasses(
          result.homogeneousClasses,
          input.quasiIdentifiers,
          expected['homogeneousClasses'],
        ),
        recordsBelowL: result.recordsBelowL,
      };
    },
  ),
  'group-disclosure': method(z.object({ table: z.array(z.array(z.number())) }), (input) => ({
    rowsFullyInOneColumn: rowsInOneColumn(input.table),
  })),
  'imatter-report-rule': method(z.object({ teamSize: z.number(), responses: z.number() }), (input) => ({
    ...imatterRule(input.teamSize, input.responses),
  })),
  'suppress-statistic': method(z.object({ values: counts, minimumN: z.number() }), (input) => ({
    ...meanOfAtLeast(input.values, input.minimumN),
  })),
  /** Which of the strings that are to go are gone, and which of those to stay are there. */
  redaction: method(z.object({ text: z.string(), roster: z.array(z.string()) }), (input, expected) => {
    const { text } = redact(input.text, rosterOf({ names: input.roster }));
    return {
      mustNotContain: texts.parse(expected['mustNotContain']).filter((part) => !text.includes(part)),
      mustContain: texts.parse(expected['mustContain']).filter((part) => text.includes(part)),
    };
  }),
};
