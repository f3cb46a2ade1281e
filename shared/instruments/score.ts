import { assertNever } from '../kernel/assert';
import { err, ok, type Result } from '../kernel/result';
import { sum } from '../statistics/descriptive';
import { isBandConfirmed, isFlagConfirmed, noneConfirmed, type ConfirmedMarks } from './evidence';
import type { DerivedScale, Instrument, MissingRule, Scale, ScaleBands } from './instrument';

export type InstrumentError =
  | { readonly tag: 'ItemCountWrong'; readonly expected: number; readonly given: number }
  /** `item` is its number, the first is 1; the answer itself is not repeated */
  | { readonly tag: 'ResponseRefused'; readonly item: number; readonly reason: ResponseRefusal };

/** 'not-an-option': a whole number inside the range that no answer of the form stands for (30 of 0, 25, 50). */
export type ResponseRefusal = 'not-a-number' | 'not-whole' | 'out-of-range' | 'not-an-option';

export type NotScored = {
  readonly scale: string;
  readonly reason: 'TooManyMissing' | 'NotAnswered' | 'NotApplicable';
  readonly answered: number;
  readonly items: number;
};

export type Score = {
  readonly instrument: string;
  readonly version: number;
  /** as given, not turned round; null = not answered */
  readonly answers: readonly (number | null)[];
  /** scored scales by id, derived ones too, unrounded */
  readonly scales: Readonly<Record<string, number>>;
  /** scales their missing rule leaves out, by name; a scale derived from one is left out silently */
  readonly notScored: readonly NotScored[];
  /** bands for a person that are confirmed, by scale; group benchmarks never appear here */
  readonly bands: Readonly<Record<string, string>>;
  /** null where the instrument has none, it is not confirmed, or the scale it needs is not scored */
  readonly flag: boolean | null;
  /** every answer given is the same although some items are worded the other way: read with care */
  readonly straightLined: boolean;
};

function isEnough(rule: MissingRule, answered: number, items: number): boolean {
  const missing = items - answered;
  switch (rule.kind) {
    case 'complete':
      return missing === 0;
    case 'missing-share':
      return missing / items <= rule.atMost;
    case 'missing-count':
      return missing <= rule.atMost;
    case 'answered-count':
      return answered >= rule.atLeast;
    default:
      return assertNever(rule);
  }
}

/** A mean that is the edge on paper can miss it in the sixteenth digit; published edges have four decimals. */
const edgeTolerance = 1e-9;

export function bandOf(bands: ScaleBands, value: number): string | null {
  const passed = bands.edges.filter(({ at, equalTakes }) =>
    equalTakes === 'higher-band' ? value >= at - edgeTolerance : value > at + edgeTolerance,
  ).length;
  return bands.names[passed] ?? null;
}

function refusalOf(answer: unknown, allowed: readonly number[]): ResponseRefusal | null {
  if (typeof answer !== 'number' || Number.isNaN(answer)) return 'not-a-number';
  if (allowed.includes(answer)) return null;
  if (answer < Math.min(...allowed) || answer > Math.max(...allowed)) return 'out-of-range';
  return Number.isInteger(answer) ? 'not-an-option' : 'not-whole';
}

function convert({ conversion }: DerivedScale, raw: number): number | null {
  return conversion.kind === 'multiply'
    ? raw * conversion.factor
    : (conversion.values[raw - conversion.firstRaw] ?? null);
}

/** Every answer the form takes: its options, and "does not apply" where it has one. */
export function allowedAnswers({ responseOptions, notApplicable }: Instrument): number[] {
  const values = responseOptions.map(({ value }) => value);
  return notApplicable === null ? values : [notApplicable, ...values];
}

type Aggregate = { readonly value: number } | { readonly reason: NotScored['reason'] };

/** `values`: answers to the scale's items, already turned round; null = not answered. */
function aggregate(instrument: Instrument, scale: Scale, values: readonly (number | null)[]): Aggregate {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return { reason: 'NotAnswered' };
  if (!isEnough(scale.missingRule, given.length, values.length)) return { reason: 'TooManyMissing' };
  const applying = given.filter((value) => value !== instrument.notApplicable);
  if (applying.length === 0) return { reason: 'NotApplicable' };
  const total = sum(applying);
  switch (scale.aggregation) {
    case 'mean':
      return { value: total / applying.length };
    case 'sum':
      // Multiplied before it is divided: a complete sum stays whole.
      return { value: (total * values.length) / applying.length };
    case 'applicable-percent': {
      const most = Math.max(...instrument.responseOptions.map(({ value }) => value));
      return { value: (100 * total) / (most * applying.length) };
    }
    default:
      return assertNever(scale.aggregation);
  }
}

/**
 * Scores one answer set. Refuses a wrong number of items and any answer that is not one of the instrument's values
 * (out of range, fraction, text); null is "not answered". Order matters: turn round, then apply each scale's
 * missing rule, then let the mean of the answered items stand for the missing ones (so a sum is that mean
 * times the number of items), then band without rounding. Recalled bands stay off unless `confirmed` holds their
 * marks (evidence.ts).
 */
export function score(
  instrument: Instrument,
  answers: readonly unknown[],
  confirmed: ConfirmedMarks = noneConfirmed,
): Result<Score, InstrumentError> {
  if (answers.length !== instrument.itemCount) {
    return err({ tag: 'ItemCountWrong', expected: instrument.itemCount, given: answers.length });
  }
  const allowed = allowedAnswers(instrument);
  // By index: a hole in the list is an answer that is no number, and findIndex alone would call it undefined too.
  for (let index = 0; index < answers.length; index += 1) {
    const reason = answers[index] === null ? null : refusalOf(answers[index], allowed);
    if (reason !== null) return err({ tag: 'ResponseRefused', item: index + 1, reason });
  }

  const given = answers as readonly (number | null)[];
  const options = instrument.responseOptions.map(({ value }) => value);
  const ends = Math.min(...options) + Math.max(...options);
  const turned = given.map((answer, index) =>
    answer !== null && answer !== instrument.notApplicable && instrument.reverseScored.includes(index + 1)
      ? ends - answer
      : answer,
  );

  const scales: Record<string, number> = {};
  const notScored: NotScored[] = [];
  for (const scale of instrument.scales) {
    const values = scale.items.map((item) => turned[item - 1] ?? null);
    const result = aggregate(instrument, scale, values);
    if ('value' in result) scales[scale.id] = result.value;
    else {
      notScored.push({
        scale: scale.id,
        reason: result.reason,
        answered: values.filter((value) => value !== null).length,
        items: values.length,
      });
    }
  }
  for (const derived of instrument.derivedScales) {
    const raw = scales[derived.from];
    const value = raw === undefined ? null : convert(derived, raw);
    if (value !== null) scales[derived.id] = value;
  }

  const bands: Record<string, string> = {};
  for (const scaleBands of instrument.bands) {
    const value = scales[scaleBands.scale];
    if (value === undefined || scaleBands.scope !== 'person') continue;
    if (!isBandConfirmed(instrument, scaleBands, confirmed)) continue;
    const band = bandOf(scaleBands, value);
    if (band !== null) bands[scaleBands.scale] = band;
  }

  const replies = given.filter((answer) => answer !== null);
  const { flag } = instrument;
  const flagScore = flag === null || !isFlagConfirmed(instrument, confirmed) ? undefined : scales[flag.scale];
  return ok({
    instrument: instrument.id,
    version: instrument.version,
    answers: given,
    scales,
    notScored: notScored.sort((left, right) => (left.scale < right.scale ? -1 : 1)),
    bands,
    flag:
      flag === null || flagScore === undefined
        ? null
        : flag.comparison === 'below'
          ? flagScore < flag.edge
          : flagScore >= flag.edge,
    straightLined:
      instrument.reverseScored.length > 0 &&
      replies.length > 1 &&
      replies.every((answer) => answer === replies[0]),
  });
}

/**
 * Band of the mean of a group or organisation, from the instrument's group benchmark; never for one person.
 * A mean on an edge takes the band the instrument says (HSE: the better one). Null without a benchmark.
 */
export function bandForGroupMean(
  instrument: Instrument,
  scale: string,
  mean: number,
  confirmed: ConfirmedMarks = noneConfirmed,
): string | null {
  const bands = instrument.bands.find((entry) => entry.scale === scale && entry.scope === 'group');
  if (bands === undefined || !Number.isFinite(mean)) return null;
  return isBandConfirmed(instrument, bands, confirmed) ? bandOf(bands, mean) : null;
}
