/** The page's handle on the figures worker: what changed goes over as numbers, and the newest answer comes back. */
import * as Comlink from 'comlink';
import type { LocalMonth } from '@shared/kernel/local-date';
import {
  personIndex,
  packAbsences,
  packCounts,
  packPeople,
  packSessions,
  type PersonIndex,
} from '@shared/workforce/figure-pack';
import type { FigureGroup, FigureRecords, PackedRecords } from '@shared/workforce/figures';
import type { FiguresDesk } from './protocol';

export interface FiguresClient {
  /** Null when a newer question was asked meanwhile, or the worker ended. */
  ask(records: FigureRecords, from: LocalMonth, to: LocalMonth): Promise<readonly FigureGroup[] | null>;
  close(): void;
}

/** What has to be made into numbers anew: the lists are the same array until one of their records changes. */
export function changedParts(before: FigureRecords | null, now: FigureRecords): Partial<PackedRecords> {
  const isNew = (...keys: readonly (keyof FigureRecords)[]): boolean =>
    before === null || keys.some((key) => before[key] !== now[key]);
  let index: PersonIndex | null = null;
  // People are places in a list: when the list changes, so does everything that names a place.
  const places = (): PersonIndex => (index ??= personIndex(now.people));
  const parts: { -readonly [K in keyof PackedRecords]?: PackedRecords[K] } = {};
  if (isNew('fullTimeWeeks', 'asOf', 'supervisionIntervalDays')) {
    const { fullTimeWeeks, asOf, supervisionIntervalDays } = now;
    parts.settings = { fullTimeWeeks, asOf, supervisionIntervalDays };
  }
  if (isNew('people')) parts.people = packPeople(now.people);
  if (isNew('people', 'absences')) parts.absences = packAbsences(now.absences, places());
  if (isNew('people', 'sessions', 'groupSessions'))
    parts.sessions = packSessions(now.sessions, now.groupSessions, places());
  if (isNew('people', 'caseloadCounts')) parts.counts = packCounts(now.caseloadCounts, places());
  if (isNew('establishment')) parts.establishment = now.establishment.map(({ id, value }) => ({ id, value }));
  if (isNew('monthFigures')) parts.monthFigures = now.monthFigures.map(({ id, value }) => ({ id, value }));
  if (isNew('practiceTimes')) parts.practiceTimes = now.practiceTimes.map(({ id, value }) => ({ id, value }));
  return parts;
}

/** The buffers of numbers are handed over, not copied: nothing here reads them again. */
function handedOver({ absences, sessions, counts }: Partial<PackedRecords>): Transferable[] {
  return [absences?.buffer, sessions?.held.buffer, counts?.buffer].filter((buffer) => buffer !== undefined);
}

export function openFigures(): FiguresClient {
  const worker = new Worker(new URL('./figures-worker.ts', import.meta.url), {
    type: 'module',
    name: 'figures',
  });
  const desk = Comlink.wrap<FiguresDesk>(worker);
  let before: FigureRecords | null = null;
  let newest = 0;
  let give: (() => void) | null = null;
  const closed = new Promise<null>((resolve) => {
    give = () => {
      resolve(null);
    };
  });
  return {
    ask: async (records, from, to) => {
      newest += 1;
      const asked = newest;
      const parts = changedParts(before, records);
      before = records;
      if (Object.keys(parts).length > 0) void desk.keep(Comlink.transfer(parts, handedOver(parts)));
      const groups = await Promise.race([desk.figures(from, to), closed]);
      return asked === newest ? groups : null;
    },
    close: () => {
      newest += 1;
      worker.terminate();
      give?.();
    },
  };
}
