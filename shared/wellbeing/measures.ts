/** Every measure that a service can use: the built-in ones and its own, each in the version that a round was made with. */
import type { ConfirmedMarks } from '../instruments/evidence';
import type { Instrument } from '../instruments/instrument';
import { instrumentOf, type OwnMeasure } from '../instruments/own-measure';
import { instruments } from '../instruments/registry';

export interface Measures {
  /** The newest version of each: built-in ones first, then the service's own by title. */
  readonly all: readonly Instrument[];
  /** Null for a measure, or a version of it, that is not here. Without a version: the newest. */
  readonly find: (id: string, version?: number) => Instrument | null;
  readonly confirmed: ConfirmedMarks;
}

/** `own`: every version that a round was ever opened with stays, so that the round can be scored as it was. */
export function measuresOf(own: readonly OwnMeasure[], confirmedMarks: readonly string[]): Measures {
  const versions = new Map<string, Instrument[]>();
  for (const instrument of [...instruments, ...own.map(instrumentOf)]) {
    versions.set(instrument.id, [...(versions.get(instrument.id) ?? []), instrument]);
  }
  const newest = [...versions.values()].map((each) =>
    each.reduce((left, right) => (right.version > left.version ? right : left)),
  );
  const builtIn = new Set(instruments.map(({ id }) => id));
  const ownOnes = newest
    .filter(({ id }) => !builtIn.has(id))
    .sort((left, right) => left.title.localeCompare(right.title, 'en-GB'));
  return {
    all: [...newest.filter(({ id }) => builtIn.has(id)), ...ownOnes],
    find: (id, version) =>
      (version === undefined
        ? newest.find((instrument) => instrument.id === id)
        : versions.get(id)?.find((instrument) => instrument.version === version)) ?? null,
    confirmed: new Set(confirmedMarks),
  };
}

/** The built-in ones alone, nothing confirmed. */
export const builtInMeasures: Measures = measuresOf([], []);
