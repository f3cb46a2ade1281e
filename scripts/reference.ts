/**
 * Runs the reference cases against the project's own functions:
 *
 *     tsx scripts/reference.ts PATH...        files, or folders searched for .json files
 *
 * A case is {id, method, input, expected, tolerance}. Numbers are equal within `tolerance.abs`; text, true or false,
 * null and lists' lengths always exactly. Only the keys named in `expected` are compared, save for the scales and
 * bands of a questionnaire, where one too many is wrong as well. Last line: "N passed, N failed"; exit 1 when any
 * failed, 2 when used wrongly.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { marksToConfirm } from '../shared/instruments/evidence';
import { findInstrument } from '../shared/instruments/registry';
import { score } from '../shared/instruments/score';
import { isLocalDate } from '../shared/kernel/local-date';
import {
  defaultLongTermDays,
  sicknessRateByFteDays,
  sicknessRateByHours,
} from '../shared/statistics/absence';
import { cronbachAlpha } from '../shared/statistics/cronbach-alpha';
import { mean, standardDeviation } from '../shared/statistics/descriptive';
import { headcountOfPosts } from '../shared/statistics/headcount';
import { reliableChange, reliableChangeLimits } from '../shared/statistics/reliable-change';
import { responseRate } from '../shared/statistics/response-rate';
import { anhoejRules, phsRules, rebasedMedians } from '../shared/statistics/run-chart';
import {
  meanInterval,
  standardisedDifference,
  studentTTwoSided,
  welchDifference,
  type GroupMoments,
} from '../shared/statistics/student-t';
import { supervisionCoverage } from '../shared/statistics/supervision';
import { rollingTurnover, turnover, turnoverOfCounts } from '../shared/statistics/turnover';
import { vacancyRate } from '../shared/statistics/vacancy';
import { exactProportionInterval, newcombeDifference, wilsonInterval } from '../shared/statistics/wilson';
import { disclosureMethods } from './reference/disclosure';
import { spcMethods } from './reference/spc';

const day = z.string().refine(isLocalDate, 'not a calendar day');
const openDay = day.nullish().transform((value) => value ?? null);
const amount = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const series = z.array(z.number().nullable());
const position = z
  .number()
  .int()
  .nullish()
  .transform((value) => value ?? null);
const confidence = z.number().default(0.95);

const staff = z.array(
  z
    .object({
      id: z.coerce.string(),
      start: day,
      end: openDay,
      hours: amount,
      std: amount,
      reason: z.string().nullish(),
    })
    .transform(({ hours, std, reason, ...row }) => ({
      ...row,
      weeklyHours: hours,
      fullTimeHours: std,
      reason: reason ?? null,
    })),
);

/** One method: what it reads, and what the project's functions make of it under the names of the cases. */
type Method = (input: unknown, expected: Readonly<Record<string, unknown>>) => Record<string, unknown>;

function method<Schema extends z.ZodType>(
  schema: Schema,
  run: (input: z.output<Schema>) => Record<string, unknown>,
): Method {
  return (input) => run(schema.parse(input));
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

function moments(scores: readonly number[]): GroupMoments {
  return { n: scores.length, mean: mean(scores) ?? 0, sd: standardDeviation(scores) ?? 0 };
}

function scoreCase(input: { instrument: string; answers?: unknown }): Record<string, unknown> {
  const instrument = findInstrument(input.instrument);
  if (instrument === null) throw new Error(`unknown instrument ${input.instrument}`);
  if (!Array.isArray(input.answers)) return { error: 'invalid-answers' };
  // The cases hold every published band, so bands that a service would have to confirm first count here.
  const confirmed = new Set(marksToConfirm(instrument).map(({ mark }) => mark));
  const result = score(instrument, input.answers, confirmed);
  if (!result.ok) return { error: 'invalid-answers' };
  const { scales, notScored, bands, flag } = result.value;
  return { scales, notScored: notScored.map((entry) => entry.scale), bands, flag };
}

const methods: Readonly<Record<string, Method>> = {
  ...disclosureMethods,
  ...spcMethods,
  score: method(z.object({ instrument: z.string(), answers: z.unknown() }), scoreCase),
  turnover: method(z.object({ staff, from: day, to: day }), (input) =>
    turnover(input.staff, input.from, input.to),
  ),
  'turnover-rolling-12': method(z.object({ staff, windowEnds: z.array(day) }), (input) => ({
    windows: rollingTurnover(input.staff, input.windowEnds),
  })),
  'turnover-consistency': method(
    z.object({ openingHeadcount: z.number(), closingHeadcount: z.number(), outflow: z.number() }),
    turnoverOfCounts,
  ),
  'headcount-wte': method(
    z.object({ posts: z.array(z.object({ person: z.coerce.string(), hours: amount, std: amount })) }),
    (input) =>
      headcountOfPosts(
        input.posts.map((post) => ({
          person: post.person,
          weeklyHours: post.hours,
          fullTimeHours: post.std,
        })),
      ),
  ),
  'vacancy-rate': method(z.object({ wteInPost: z.number(), wteVacant: z.number() }), (input) => {
    const vacancy = vacancyRate(input.wteInPost, input.wteVacant);
    const percent = vacancy.vacancyRate === null ? null : Math.round(vacancy.vacancyRate * 1000) / 10;
    return { ...vacancy, publishedPercent1dp: percent };
  }),
  'sickness-rate-nes': method(
    z.object({
      people: z.array(z.object({ weeklyHours: amount, hoursLost: amount })),
      months: z.number(),
    }),
    (input) => sicknessRateByHours(input.people, input.months),
  ),
  'sickness-rate-fte-days': method(
    z.object({
      people: z.array(z.object({ id: z.coerce.string(), wte: z.number(), start: day, end: openDay })),
      spells: z.array(z.object({ person: z.coerce.string(), start: day, end: openDay })),
      from: day,
      to: day,
      longTermDays: z.number().default(defaultLongTermDays),
    }),
    ({ people, ...input }) => sicknessRateByFteDays({ ...input, posts: people }),
  ),
  'supervision-coverage': method(
    z.object({
      staff: z.array(
        z.object({
          id: z.coerce.string(),
          start: day,
          end: openDay,
          sessions: z.array(z.object({ date: day, status: z.string() })).default([]),
          leave: z.array(z.object({ start: day, end: openDay })).nullish(),
        }),
      ),
      asOf: day,
      windowDays: z.number().int(),
    }),
    (input) =>
      supervisionCoverage(
        input.staff.map((person) => ({
          ...person,
          sessions: person.sessions.map(({ date, status }) => ({ date, held: status === 'held' })),
          leave: person.leave ?? [],
        })),
        input.asOf,
        input.windowDays,
      ),
  ),
  'runchart-anhoej': method(z.object({ values: series, baselineN: position }), (input) =>
    anhoejRules(input.values, input.baselineN),
  ),
  'runchart-phs': method(z.object({ values: series, baselineN: position }), (input) =>
    phsRules(input.values, input.baselineN),
  ),
  'runchart-rebase': method(
    z.object({
      values: series,
      baselineN: position,
      runLength: z.number().int(),
      direction: z.enum(['above', 'below', 'both']),
    }),
    ({ values, ...options }) => ({ segments: rebasedMedians(values, options) }),
  ),
  wilson: method(z.object({ successes: z.number(), n: z.number(), confidence }), (input) => {
    const wilson = wilsonInterval(input.successes, input.n, input.confidence);
    const exact = exactProportionInterval(input.successes, input.n, input.confidence);
    return {
      estimate: wilson?.estimate ?? null,
      lower: wilson?.lower ?? null,
      upper: wilson?.upper ?? null,
      exactLower: exact?.lower ?? null,
      exactUpper: exact?.upper ?? null,
    };
  }),
  'newcombe-difference': method(
    z.object({
      successes1: z.number(),
      n1: z.number(),
      successes2: z.number(),
      n2: z.number(),
      confidence,
    }),
    (input) => ({
      ...(newcombeDifference(
        { successes: input.successes1, n: input.n1 },
        { successes: input.successes2, n: input.n2 },
        input.confidence,
      ) ?? { estimate: null, lower: null, upper: null }),
    }),
  ),
  'mean-ci': method(z.object({ scores: series, confidence }), (input) => {
    const scores = known(input.scores);
    const { n, mean: centre, sd, interval } = meanInterval(scores, input.confidence);
    return { n, mean: centre, sd, lower: interval?.lower ?? null, upper: interval?.upper ?? null };
  }),
  'paired-change': method(z.object({ before: series, after: series, confidence }), (input) => {
    const changes = input.after.flatMap((after, index) => {
      const before = input.before[index] ?? null;
      return after === null || before === null ? [] : [after - before];
    });
    const { n, mean: change, sd, interval } = meanInterval(changes, input.confidence);
    const isTestable = change !== null && sd !== null && sd > 0;
    const t = isTestable ? change / (sd / Math.sqrt(n)) : null;
    return {
      n,
      meanChange: change,
      sdChange: sd,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
      t,
      df: n > 1 ? n - 1 : null,
      p: t === null ? null : studentTTwoSided(t, n - 1),
      cohenDz: isTestable ? change / sd : null,
    };
  }),
  'unpaired-change': method(z.object({ group1: series, group2: series, confidence }), (input) => {
    const [first, second] = [moments(known(input.group1)), moments(known(input.group2))];
    const welch = welchDifference(first, second, input.confidence);
    const effect = standardisedDifference(first, second);
    return {
      difference: second.mean - first.mean,
      lower: welch?.interval.lower ?? null,
      upper: welch?.interval.upper ?? null,
      t: welch?.t ?? null,
      df: welch?.df ?? null,
      p: welch?.p ?? null,
      cohenD: effect?.cohenD ?? null,
      hedgesG: effect?.hedgesG ?? null,
    };
  }),
  'cronbach-alpha': method(
    z.object({
      items: z.array(series),
      reverse: z.array(z.number().int()).default([]),
      scaleMin: amount,
      scaleMax: amount,
    }),
    ({ items, reverse, scaleMin, scaleMax }) => ({
      ...cronbachAlpha(
        items,
        reverse,
        scaleMin === null || scaleMax === null ? null : { lowest: scaleMin, highest: scaleMax },
      ),
    }),
  ),
  'reliable-change': method(
    z.object({
      before: series,
      after: series,
      sdBaseline: z.number(),
      reliability: z.number(),
      higherIsBetter: z.boolean().default(true),
    }),
    ({ before, after, sdBaseline, reliability, higherIsBetter }) => {
      const limits = reliableChangeLimits(sdBaseline, reliability);
      const changes = before.map((first, index) => {
        const second = after[index] ?? null;
        if (first === null || second === null) return null;
        return reliableChange(first, second, { sd: sdBaseline, reliability, higherIsBetter });
      });
      return {
        seDiff: limits?.seDiff ?? null,
        criterion95: limits?.criterion95 ?? null,
        rci: changes.map((change) => change?.rci ?? null),
        classification: changes.map((change) => change?.classification ?? null),
      };
    },
  ),
  'response-rate': method(
    z.object({ invited: z.number(), duplicates: z.number().default(0), usableResponses: z.number() }),
    (input) => ({ ...responseRate({ ...input, usable: input.usableResponses }) }),
  ),
};

const caseSchema = z.object({
  id: z.string(),
  method: z.string(),
  input: z.unknown(),
  expected: z.record(z.string(), z.unknown()),
  tolerance: z.union([z.object({ abs: z.number() }), z.object({ exact: z.literal(true) })]).nullish(),
});
type ReferenceCase = z.output<typeof caseSchema>;

type Difference = { readonly at: string; readonly expected: unknown; readonly got: unknown };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSameNumber(expected: number, got: number, tolerance: number): boolean {
  // A whole number is a count or a place: a wide tolerance must not let the next one pass.
  const allowed = Number.isInteger(expected) ? Math.min(tolerance, 1e-6) : tolerance;
  return expected === got || Math.abs(expected - got) <= allowed;
}

const closedObjects = new Set(['scales', 'bands']);

function differences(expected: unknown, got: unknown, tolerance: number, at = ''): Difference[] {
  if (typeof expected === 'number' && typeof got === 'number') {
    return isSameNumber(expected, got, tolerance) ? [] : [{ at, expected, got }];
  }
  if (Array.isArray(expected) && Array.isArray(got)) {
    if (expected.length !== got.length) return [{ at, expected, got }];
    return expected.flatMap((item, index) => differences(item, got[index], tolerance, `${at}[${index}]`));
  }
  if (isRecord(expected) && isRecord(got)) {
    const inner = Object.entries(expected).flatMap(([key, value]) =>
      differences(value, got[key], tolerance, at === '' ? key : `${at}.${key}`),
    );
    const extra = Object.keys(got).filter((key) => !(key in expected));
    return closedObjects.has(at) && extra.length > 0 ? [...inner, { at, expected, got }] : inner;
  }
  return expected === got ? [] : [{ at, expected, got }];
}

/** Null when the case passes, else what to print under its id. */
function runCase({ method: name, input, expected, tolerance }: ReferenceCase): string | null {
  const run = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (run === undefined) return `unknown method ${name}`;
  let got: Record<string, unknown>;
  try {
    got = run(input, expected);
  } catch (error) {
    if (error instanceof z.ZodError) return `input not understood: ${z.prettifyError(error)}`;
    return error instanceof Error ? error.message : String(error);
  }
  const wrong = differences(expected, got, tolerance && 'abs' in tolerance ? tolerance.abs : 0);
  if (!('error' in expected) && 'error' in got)
    wrong.unshift({ at: 'error', expected: undefined, got: got['error'] });
  if (wrong.length === 0) return null;
  return wrong
    .map(({ at, expected: want, got: have }) => `${at}: expected ${show(want)}, got ${show(have)}`)
    .join('\n  ');
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function jsonFilesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return path.endsWith('.json') ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => jsonFilesUnder(join(path, name)));
}

function main(paths: readonly string[]): number {
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  if (paths.length === 0) {
    process.stderr.write(
      'Usage: tsx scripts/reference.ts PATH...   (files, or folders searched for .json)\n',
    );
    return 2;
  }
  const counts = new Map<string, { passed: number; failed: number }>();
  let broken = 0;
  const fail = (what: string, why: string): void => {
    broken += 1;
    print(`FAILED ${what}\n  ${why}`);
  };

  const files: string[] = [];
  for (const path of paths) {
    try {
      const found = jsonFilesUnder(path);
      if (found.length === 0) fail(path, 'holds no .json file');
      files.push(...found);
    } catch (error) {
      fail(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const file of files) {
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    } catch (error) {
      fail(file, `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    if (!Array.isArray(content)) {
      fail(file, 'is not an array of cases');
      continue;
    }
    content.forEach((item: unknown, index) => {
      const parsed = caseSchema.safeParse(item);
      if (!parsed.success) {
        fail(`${file} case ${index}`, `is not a case: ${z.prettifyError(parsed.error)}`);
        return;
      }
      const reference = parsed.data;
      const count = counts.get(reference.method) ?? { passed: 0, failed: 0 };
      counts.set(reference.method, count);
      const problem = runCase(reference);
      if (problem === null) count.passed += 1;
      else {
        count.failed += 1;
        print(`FAILED ${reference.id} (${reference.method})\n  ${problem}`);
      }
    });
  }

  let passed = 0;
  let failed = broken;
  for (const [name, count] of [...counts].sort(([left], [right]) => (left < right ? -1 : 1))) {
    print(`${name}: ${count.passed} passed, ${count.failed} failed`);
    passed += count.passed;
    failed += count.failed;
  }
  print(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
