/** The made-up service as its tests look at it. */
import { createDemoContext } from '@shared/demo/demo-context';
import { buildDemoWrites, demoRecords } from '@shared/demo/demo-data';
import { demoPeople } from '@shared/demo/demo-people';
import type { RecordId } from '@shared/kernel/ids';
import { type LocalMonth, toLocalDate } from '@shared/kernel/local-date';
import { measuresOf } from '@shared/wellbeing/measures';
import { roundViews } from '@shared/wellbeing/round-results';
import { workforceFigures } from '@shared/workforce/figures';
import type { KindName, RecordValue } from '@shared/records/registry';

export const asOf = toLocalDate('2026-03-31');

function countingIds(): () => RecordId {
  let number = 0;
  return () => {
    number += 1;
    return number.toString(16).padStart(32, '0') as RecordId;
  };
}

export function build() {
  return buildDemoWrites(countingIds()).map((write) => {
    if (write.type !== 'put') throw new Error('Only new records');
    return write;
  });
}

export const writes = build();

export const all = <K extends KindName>(kind: K) =>
  writes
    .filter((write) => write.kind === kind)
    .map(({ id, value }) => ({ id, value: value as RecordValue<K> }));

/** As lists of the app have them. */
export const stored = <K extends KindName>(kind: K) =>
  all(kind).map(({ id, value }) => ({ kind, id, value, revision: 1, savedAt: 0 }));

/** The built-in measures and those that the service made. */
export const measuresThere = measuresOf(
  all('own-measure').map(({ value }) => value),
  [],
);

const [service] = workforceFigures(
  {
    people: all('person'),
    absences: all('absence'),
    caseloadCounts: all('caseload-count'),
    establishment: all('establishment'),
    sessions: all('supervision-session'),
    groupSessions: all('group-session'),
    monthFigures: [],
    practiceTimes: all('practice-time'),
    fullTimeWeeks: [{ from: null, hours: 37.5 }],
    asOf,
    supervisionIntervalDays: 56,
  },
  '2023-04' as LocalMonth,
  '2026-03' as LocalMonth,
);
/** The whole service by month, as Workforce reckons it. */
export const rows = service?.rows ?? [];

export const views = roundViews(all('wellbeing-wave'), measuresThere);

/** The ids that records name each other by, and those that stand for a record. */
export function namedIds() {
  const context = createDemoContext(demoPeople(), countingIds());
  const there = new Set(demoRecords(context).map(({ id }) => id));
  return [...context.named()].map(([key, id]) => ({ key, isThere: there.has(id) }));
}
