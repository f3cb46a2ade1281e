import { assertNever } from '../kernel/assert';
import { err, ok, type Result } from '../kernel/result';
import { sum } from '../statistics/descriptive';
import type { DerivedScale, Instrument, MissingRule, ScaleBands } from './instrument';

export type InstrumentError =
  | { readonly tag: 'ItemCountWrong'; readonly expected: number; readonly given: number }
  /** `item` is its number, the first is 1; the answer itself is not repeated */
  | { readonly tag: 'ResponseOutOfRange'; readonly item: number };

export type NotScored = {
  readonly scale: string;
  readonly reason: 'TooManyMissing' | 'NotAnswered';
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
  /** bands for a person, by scale; group benchmarks never appear here */
  readonly bands: Readonly<Record<string, string>>;
  /** null where the instrument has none or the scale it needs is not scored */
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

function bandOf(bands: ScaleBands, value: number): string | null {
  const passed = bands.edges.filter(({ at, equalTakes }) =>
    equalTakes === 'higher-band' ? value >= at : value > at,
  ).length;
  return bands.names[passed] ?? null;
}

function convert({ conversion }: DerivedScale, raw: number): number | null {
  return conversion.kind === 'multiply'
    ? raw * conversion.factor
    : (conversion.values[raw - conversion.firstRaw] ?? null);
}

/**
 * Scores one answer set. Refuses a wrong number of items and any answer that is not one of the instrument's values
 * (out of range, fraction, text); null is "not answered". Order matters: turn round, then apply each scale's
 * missing rule, then let the mean of the answered items stand for the missing ones (so a sum is that mean
 * times the number of items), then band without rounding.
 */
export function score(instrument: Instrument, answers: readonly unknown[]): Result<Score, InstrumentError> {
  if (answers.length !== instrument.itemCount) {
    return err({ tag: 'ItemCountWrong', expected: instrument.itemCount, given: answers.length });
  }
  const allowed = instrument.responseOptions.map(({ value }) => value);
  const wrong = answers.findIndex((answer) => answer !== null && !allowed.includes(answer as number));
  if (wrong !== -1) return err({ tag: 'ResponseOutOfRange', item: wrong + 1 });

  const given = answers as readonly (number | null)[];
  const ends = Math.min(...allowed) + Math.max(...allowed);
  const turned = given.map((answer, index) =>
    answer !== null && instrument.reverseScored.includes(index + 1) ? ends - answer : answer,
  );

  const scales: Record<string, number> = {};
  const notScored: NotScored[] = [];
  for (const scale of instrument.scales) {
    const values = scale.items.map((item) => turned[item - 1] ?? null).filter((value) => value !== null);
    const items = scale.items.length;
    const answered = values.length;
    if (answered === 0 || !isEnough(scale.missingRule, answered, items)) {
      notScored.push({
        scale: scale.id,
        reason: answered === 0 ? 'NotAnswered' : 'TooManyMissing',
        answered,
        items,
      });
      continue;
    }
    const total = sum(values);
    // A complete sum is added, not averaged and multiplied back, so whole scores stay whole.
    if (scale.aggregation === 'mean') scales[scale.id] = total / answered;
    else scales[scale.id] = answered === items ? total : (total / answered) * items;
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
    const band = bandOf(scaleBands, value);
    if (band !== null) bands[scaleBands.scale] = band;
  }

  const replies = given.filter((answer) => answer !== null);
  const { flag } = instrument;
  const flagScore = flag === null ? undefined : scales[flag.scale];
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
export function bandForGroupMean(instrument: Instrument, scale: string, mean: number): string | null {
  const bands = instrument.bands.find((entry) => entry.scale === scale && entry.scope === 'group');
  return bands === undefined || !Number.isFinite(mean) ? null : bandOf(bands, mean);
}
