/**
 * Measures that a service composes: what becomes of a version that a round was opened with, and the
 * file that hands one to another service. The file holds the service's own words only: nothing of a licensed form.
 */
import { parseOwnMeasure, type MeasureProblem, type OwnMeasure } from '../instruments/own-measure';
import { pulseMeasure } from '../instruments/pulse';
import type { RecordId } from '../kernel/ids';
import { err, ok, type Result } from '../kernel/result';
import { canonicalJson } from '../vault/canonical-json';
import type { WellbeingWave } from '../records/wellbeing-wave/wellbeing-wave';

/**
 * The name under which rounds know a measure. It stands in addresses, so it comes from a number that says nothing, and
 * not from the title. `id`: fresh, as for a record.
 */
export function ownMeasureId(id: RecordId): string {
  return `own-${id}`;
}

type UsedBy = Pick<WellbeingWave, 'instrumentId' | 'instrumentVersion'>;

/** A round holds answers to this version, so it stays as it was. */
export function isVersionUsed(
  { id, version }: Pick<OwnMeasure, 'id' | 'version'>,
  waves: readonly UsedBy[],
): boolean {
  return waves.some((wave) => wave.instrumentId === id && wave.instrumentVersion === version);
}

// What comes out of the vault has its fields in another order than what was typed: compared is what they hold.

/** Only what the scores depend on: a title or an introduction may change without parting a round from the next. */
function scoredParts({ answers, items, scales }: OwnMeasure): string | null {
  return canonicalJson([answers, items, scales.map((scale) => ({ ...scale, title: '' }))]);
}

export type ChangedMeasure =
  | { readonly kind: 'same'; readonly measure: OwnMeasure }
  /** In place of the version that is there: no round was opened with it, or only words around the items changed. */
  | { readonly kind: 'replace'; readonly measure: OwnMeasure }
  /** Beside it, as the version for the rounds to come. */
  | { readonly kind: 'new-version'; readonly measure: OwnMeasure };

export function changedMeasure(
  before: OwnMeasure,
  after: OwnMeasure,
  waves: readonly UsedBy[],
): ChangedMeasure {
  const kept = { ...after, id: before.id, version: before.version };
  if (canonicalJson(kept) === canonicalJson(before)) return { kind: 'same', measure: before };
  if (!isVersionUsed(before, waves) || scoredParts(before) === scoredParts(kept)) {
    return { kind: 'replace', measure: kept };
  }
  return { kind: 'new-version', measure: { ...kept, version: before.version + 1 } };
}

/** Of one name for all: a title may say something about the service, and a file's name is seen by more people. */
export const measureFileName = 'wellbeing-measure.json';
/** Far above what 60 items of full length take. */
const maxMeasureLength = 100_000;

export function exportMeasure(measure: OwnMeasure): string {
  return `${JSON.stringify(measure, null, 2)}\n`;
}

export type MeasureFileError =
  | { readonly tag: 'MeasureTooLarge' }
  | { readonly tag: 'NotAMeasure' }
  | { readonly tag: 'MeasureOfNewerFormat' }
  | { readonly tag: 'MeasureDoesNotFit'; readonly problems: readonly MeasureProblem[] }
  | { readonly tag: 'MeasureIsHere'; readonly id: string };

function headOf(content: unknown): { readonly format: unknown; readonly formatVersion: unknown } | null {
  if (typeof content !== 'object' || content === null) return null;
  return {
    format: 'format' in content ? content.format : undefined,
    formatVersion: 'formatVersion' in content ? content.formatVersion : undefined,
  };
}

/**
 * A measure from another service is this service's own from now on: it begins at version 1, under a name of its own, so
 * it is never taken for a measure that happens to have the name that it had there.
 */
export function importMeasure(
  text: string,
  own: readonly OwnMeasure[],
  id: RecordId,
): Result<OwnMeasure, MeasureFileError> {
  if (text.length > maxMeasureLength) return err({ tag: 'MeasureTooLarge' });
  const content = parseJson(text);
  const head = headOf(content);
  if (head?.format !== pulseMeasure.format) return err({ tag: 'NotAMeasure' });
  if (typeof head.formatVersion === 'number' && head.formatVersion > pulseMeasure.formatVersion) {
    return err({ tag: 'MeasureOfNewerFormat' });
  }
  const parsed = parseOwnMeasure(content, []);
  if (!parsed.ok) return err({ tag: 'MeasureDoesNotFit', problems: parsed.error.map(withoutForeignWords) });
  const measure = parsed.value;
  const same = own.find((each) => isSameContent(each, measure));
  if (same !== undefined) return err({ tag: 'MeasureIsHere', id: same.id });
  return ok({ ...measure, id: ownMeasureId(id), version: 1 });
}

function isSameContent(left: OwnMeasure, right: OwnMeasure): boolean {
  return canonicalJson({ ...left, id: '', version: 0 }) === canonicalJson({ ...right, id: '', version: 0 });
}

/** What the schema says in its own words names unknown fields, and those are the file's. Ours stay. */
function withoutForeignWords({ where, message }: MeasureProblem): MeasureProblem {
  const isOurs = /^(Use|Enter|Give|A scale|Each answer|Two scales|An item|A number|This item|Another)/u.test(
    message,
  );
  return { where, message: isOurs ? message : 'This does not fit a measure' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    return undefined;
  }
}
