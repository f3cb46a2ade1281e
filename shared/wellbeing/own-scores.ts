/**
 * A person's own scores, for that person alone: what each one is, and whether it has really changed. Nothing of this
 * is asked of anybody and nothing of it leaves the sealed plan.
 */
import type { Instrument, Norm, ScaleBands } from '../instruments/instrument';
import { isKeyConfirmed } from '../instruments/evidence';
import { ownChange, type OwnChange } from '../instruments/reliability';
import { score, type Score } from '../instruments/score';
import type { LocalDate } from '../kernel/local-date';
import type { Measures } from './measures';
import type { OwnScore } from './plan-content';
import { readScaleIds } from './round-results';

/** Those that say something about one person, and that need no clinician. */
export function ownMeasures(measures: Measures): readonly Instrument[] {
  return measures.all.filter(({ groupOnly, setting }) => !groupOnly && setting === 'team');
}

/** One a measure and day: the later one takes its place. Newest day last. */
export function withScore(scores: readonly OwnScore[], added: OwnScore): OwnScore[] {
  return [...withoutScore(scores, added), added].sort((left, right) =>
    left.takenOn < right.takenOn ? -1 : left.takenOn > right.takenOn ? 1 : 0,
  );
}

export function withoutScore(scores: readonly OwnScore[], removed: OwnScore): OwnScore[] {
  return scores.filter((each) => !isSameScore(each, removed));
}

export function isSameScore(left: OwnScore, right: OwnScore): boolean {
  return left.measureId === right.measureId && left.takenOn === right.takenOn;
}

export interface OwnEntry {
  readonly given: OwnScore;
  /** Null: its key is not here in that version, so it is kept and not scored. */
  readonly score: Score | null;
}

export interface ChangeSince {
  readonly since: LocalDate;
  readonly before: number;
  readonly difference: number;
  /** Null where no source says how much of a difference is error. */
  readonly change: OwnChange | null;
}

export interface OwnScaleView {
  readonly id: string;
  readonly title: string;
  readonly value: number;
  readonly aggregation: 'sum' | 'mean' | 'applicable-percent';
  readonly band: { readonly name: string; readonly bands: ScaleBands } | null;
  /** Against the time before, and against the first time where that is another one. */
  readonly changes: readonly ChangeSince[];
}

export interface OwnMeasureView {
  readonly id: string;
  readonly instrument: Instrument | null;
  /** Newest first. */
  readonly entries: readonly OwnEntry[];
  /** Of the newest entry, the scales as they are read. */
  readonly scales: readonly OwnScaleView[];
  readonly newest: Score | null;
  readonly isKeyConfirmed: boolean;
  /** The samples that the error was taken from, each once. */
  readonly norms: readonly Norm[];
}

/** One a measure, that with the newest answers first. */
export function ownMeasureViews(scores: readonly OwnScore[], measures: Measures): OwnMeasureView[] {
  const ids = [...new Set(withDayOrder(scores).map(({ measureId }) => measureId))];
  return ids.map((id) =>
    measureView(
      id,
      withDayOrder(scores).filter(({ measureId }) => measureId === id),
      measures,
    ),
  );
}

function withDayOrder(scores: readonly OwnScore[]): readonly OwnScore[] {
  return [...scores].sort((left, right) => (left.takenOn < right.takenOn ? 1 : -1));
}

function scoreOf(given: OwnScore, measures: Measures): Score | null {
  const instrument = measures.find(given.measureId, given.measureVersion);
  const scored = instrument === null ? null : score(instrument, given.answers, measures.confirmed);
  return scored?.ok === true ? scored.value : null;
}

function measureView(id: string, given: readonly OwnScore[], measures: Measures): OwnMeasureView {
  const entries = given.map((each) => ({ given: each, score: scoreOf(each, measures) }));
  const newestEntry = entries.find((entry) => entry.score !== null);
  const newest = newestEntry?.score ?? null;
  const instrument = newest === null ? measures.find(id) : measures.find(id, newest.version);
  // Two versions of a key give scores that cannot be compared.
  const earlier = entries.filter(
    (entry) => entry !== newestEntry && entry.score !== null && entry.score.version === newest?.version,
  );
  const scales =
    newest === null || instrument === null
      ? []
      : readScaleIds(instrument).flatMap((scaleId) => scaleView(instrument, scaleId, newest, earlier));
  const norms = scales.flatMap(({ changes }) => changes.flatMap(({ change }) => change?.norm ?? []));
  return {
    id,
    instrument,
    entries,
    scales,
    newest,
    isKeyConfirmed: instrument === null || isKeyConfirmed(instrument, measures.confirmed),
    norms: [...new Set(norms)],
  };
}

/** `earlier`: newest first. */
function scaleView(
  instrument: Instrument,
  scaleId: string,
  newest: Score,
  earlier: readonly OwnEntry[],
): OwnScaleView[] {
  const value = newest.scales[scaleId];
  const derived = instrument.derivedScales.find(({ id }) => id === scaleId);
  const source = instrument.scales.find(({ id }) => id === (derived?.from ?? scaleId));
  if (value === undefined || source === undefined) return [];
  const comparable = earlier.flatMap(({ given, score: before }) => {
    const was = before?.scales[scaleId];
    return was === undefined ? [] : [{ since: given.takenOn, before: was }];
  });
  const compared = [comparable[0], comparable.length > 1 ? comparable.at(-1) : undefined];
  const name = newest.bands[scaleId];
  const bands = instrument.bands.find(({ scale, scope }) => scale === scaleId && scope === 'person');
  return [
    {
      id: scaleId,
      title: (derived ?? source).title,
      value,
      aggregation: source.aggregation,
      band: name === undefined || bands === undefined ? null : { name, bands },
      changes: compared.flatMap((each) =>
        each === undefined
          ? []
          : [
              {
                ...each,
                difference: value - each.before,
                change: ownChange(instrument, scaleId, each.before, value),
              },
            ],
      ),
    },
  ];
}
