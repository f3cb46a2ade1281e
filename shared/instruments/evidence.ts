/**
 * What somebody has to check in a manual before it counts. A mark 'R' is recalled: scores from a recalled key are
 * shown with a notice to check the key in the manual, and its bands and flag are off until it is confirmed.
 * A mark names the version of the key, so a new version has to be confirmed anew.
 */
import type { Instrument, ScaleBands } from './instrument';

export type ConfirmedMarks = ReadonlySet<string>;

export const noneConfirmed: ConfirmedMarks = new Set();

export type MarkToConfirm = {
  /** what is stored once it is confirmed */
  readonly mark: string;
  readonly part: 'key' | 'bands' | 'flag';
  /** null for the key */
  readonly scale: string | null;
};

function markOf({ id, version }: Instrument, part: MarkToConfirm['part'], scale: string | null): string {
  return [`${id}@${version}`, part, ...(scale === null ? [] : [scale])].join('/');
}

/** Everything recalled in an instrument, in the order in which it is read: the key first. */
export function marksToConfirm(instrument: Instrument): MarkToConfirm[] {
  const entry = (part: MarkToConfirm['part'], scale: string | null): MarkToConfirm => ({
    mark: markOf(instrument, part, scale),
    part,
    scale,
  });
  return [
    ...(instrument.provenance.evidence === 'R' ? [entry('key', null)] : []),
    ...instrument.bands.flatMap(({ evidence, scale }) => (evidence === 'R' ? [entry('bands', scale)] : [])),
    ...(instrument.flag?.evidence === 'R' ? [entry('flag', instrument.flag.scale)] : []),
  ];
}

/** Scores from a recalled key can be read; the notice stays beside them until it is confirmed. */
export function isKeyConfirmed(instrument: Instrument, confirmed: ConfirmedMarks): boolean {
  return instrument.provenance.evidence !== 'R' || confirmed.has(markOf(instrument, 'key', null));
}

export function isBandConfirmed(
  instrument: Instrument,
  bands: ScaleBands,
  confirmed: ConfirmedMarks,
): boolean {
  if (!isKeyConfirmed(instrument, confirmed)) return false;
  return bands.evidence !== 'R' || confirmed.has(markOf(instrument, 'bands', bands.scale));
}

export function isFlagConfirmed(instrument: Instrument, confirmed: ConfirmedMarks): boolean {
  if (!isKeyConfirmed(instrument, confirmed)) return false;
  const { flag } = instrument;
  return flag === null || flag.evidence !== 'R' || confirmed.has(markOf(instrument, 'flag', flag.scale));
}
