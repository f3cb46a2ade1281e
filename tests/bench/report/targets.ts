/** The targets of the plan (design/security.md, section 4), each as one figure and the bound that it has to keep. */
import type { Mark } from '../contender.js';
import type { LaneName } from '../lanes.js';
import { addedMiB, allOf, marksOf, medianOf, quantile, type LaneFigures } from './figures.js';

export type Verdict = 'held' | 'missed' | 'not measured';

export interface TargetResult {
  readonly target: string;
  readonly found: number | null;
  readonly unit: string;
  readonly verdict: Verdict;
  readonly remark: string;
}

type Lookup = (lane: LaneName) => LaneFigures | undefined;

interface Target {
  readonly text: string;
  readonly needs: readonly LaneName[];
  readonly unit: 'ms' | 'times' | 'MiB';
  readonly find: (lanes: Lookup) => number | null;
  readonly holds: (found: number) => boolean;
  readonly remark?: (lanes: Lookup) => string;
}

const median = (lanes: Lookup, lane: LaneName, mark: Mark): number | null => {
  const figures = lanes(lane);
  return figures === undefined ? null : medianOf(marksOf(figures, mark));
};
const ratio = (over: number | null, under: number | null): number | null =>
  over === null || under === null ? null : over / under;
const percentile = (lanes: Lookup, list: Parameters<typeof allOf>[1], share: number): number | null => {
  const figures = lanes('vault');
  return figures === undefined ? null : quantile(allOf(figures, list), share);
};
const besideRaw =
  (share: number) =>
  (lanes: Lookup): string => {
    const raw = percentile(lanes, 'rawAppendMs', share);
    const trip = percentile(lanes, 'roundTripMs', share);
    if (raw === null || trip === null) return '';
    return `raw append + fdatasync ${raw.toFixed(2)} ms, empty round trip of the bench's line ${trip.toFixed(2)} ms`;
  };
const timesSlower = (peer: LaneName, least: number, name: string): Target => ({
  text: `10,000 records: at least ${least} times faster than ${name}`,
  needs: ['vault-small', peer],
  unit: 'times',
  find: (lanes) => ratio(median(lanes, peer, 'open'), median(lanes, 'vault-small', 'open')),
  holds: (found) => found >= least,
});

const targets: readonly Target[] = [
  {
    text: 'Key ready to first useful screen: at most 500 ms',
    needs: ['vault'],
    unit: 'ms',
    find: (lanes) => median(lanes, 'vault', 'useful'),
    holds: (found) => found <= 500,
  },
  {
    text: 'All open and searchable: at most 1.6 times the raw read of the same bytes',
    needs: ['vault', 'raw-segments'],
    unit: 'times',
    find: (lanes) => ratio(median(lanes, 'vault', 'open'), median(lanes, 'raw-segments', 'read')),
    holds: (found) => found <= 1.6,
  },
  {
    text: 'All open: at least 4 times faster than one row per record',
    needs: ['vault', 'raw-rows'],
    unit: 'times',
    find: (lanes) => ratio(median(lanes, 'raw-rows', 'open'), median(lanes, 'vault', 'open')),
    holds: (found) => found >= 4,
  },
  {
    text: 'All open: faster than SQLCipher in Node',
    needs: ['vault', 'sqlcipher'],
    unit: 'times',
    find: (lanes) => ratio(median(lanes, 'sqlcipher', 'open'), median(lanes, 'vault', 'open')),
    holds: (found) => found > 1,
  },
  timesSlower('dexie-encrypted', 5, 'dexie-encrypted'),
  timesSlower('pouchdb', 7, 'PouchDB with crypto-pouch'),
  timesSlower('rxdb', 8, 'RxDB with its encryption plugin'),
  {
    text: '"Saved", fsync included: p50 at most 3 ms',
    needs: ['vault'],
    unit: 'ms',
    find: (lanes) => percentile(lanes, 'saveMs', 0.5),
    holds: (found) => found <= 3,
    remark: besideRaw(0.5),
  },
  {
    text: '"Saved", fsync included: p95 at most 8 ms',
    needs: ['vault'],
    unit: 'ms',
    find: (lanes) => percentile(lanes, 'saveMs', 0.95),
    holds: (found) => found <= 8,
    remark: besideRaw(0.95),
  },
  {
    text: 'Search once indexed: p95 at most 5 ms',
    needs: ['vault'],
    unit: 'ms',
    find: (lanes) => percentile(lanes, 'searchMs', 0.95),
    holds: (found) => found <= 5,
  },
  {
    text: 'Search while the index is being built: p95 at most 100 ms',
    needs: ['vault'],
    unit: 'ms',
    find: (lanes) => percentile(lanes, 'searchWhileIndexingMs', 0.95),
    holds: (found) => found <= 100,
  },
  {
    text: 'Memory that unlocking adds, everything indexed: under 450 MiB',
    needs: ['vault'],
    unit: 'MiB',
    find: (lanes) => {
      const figures = lanes('vault');
      // Without an index this would be another, easier figure.
      const isIndexed = figures !== undefined && allOf(figures, 'searchMs').length > 0;
      return isIndexed ? medianOf(addedMiB(figures)) : null;
    },
    holds: (found) => found < 450,
  },
];

/** A target whose lanes did not run is not measured; one that ran and gave no figure is missed. */
export function judge(measured: readonly LaneFigures[]): readonly TargetResult[] {
  const lanes: Lookup = (name) => measured.find(({ lane }) => lane.name === name);
  return targets.map(({ text, needs, unit, find, holds, remark }) => {
    const absent = needs.filter((name) => lanes(name) === undefined);
    const base = { target: text, unit };
    if (absent.length > 0) {
      return { ...base, found: null, verdict: 'not measured', remark: `did not run: ${absent.join(', ')}` };
    }
    const found = find(lanes);
    if (found === null) return { ...base, found, verdict: 'missed', remark: 'ours gave no such figure' };
    return { ...base, found, verdict: holds(found) ? 'held' : 'missed', remark: remark?.(lanes) ?? '' };
  });
}
