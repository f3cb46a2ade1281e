/** Records of a made-up service of a given size, and what becomes of them in the real engine. */
import { createSeeded } from '@shared/demo/seeded';
import { bundleFigures, bundleFrom } from '@shared/bundle/bundle-figures';
import type { BundleInput } from '@shared/bundle/bundle-input';
import type { BundleDraft, BundleRow } from '@shared/bundle/bundle';
import { release, type Release, type ReleaseTools } from '@shared/disclosure/release';
import { reconcile } from '@shared/disclosure/reconcile';
import type { EarlierRelease, ReleaseTable } from '@shared/disclosure/release-figures';
import { policyOf, type DisclosurePolicy } from '@shared/disclosure/thresholds';
import { addDays, lastDayOf, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import { builtInMeasures } from '@shared/wellbeing/measures';
import { workforceFigures } from '@shared/workforce/figures';
import { must } from '../../support/vault-kit';
import { month } from '../../support/made-up-bundles';
import { idOf, person, service } from '../reports/report-support';

export const policy = policyOf(null);

export { idOf, person };

export function absence(index: number, who: number, first: LocalDate, days: number): StoredRecord<'absence'> {
  const value = {
    personId: idOf(who),
    firstDay: first,
    lastDay: addDays(first, days - 1),
    reason: 'Canary reason',
  };
  return { kind: 'absence', revision: 1, savedAt: 0, id: idOf(20_000 + index), value } as never;
}

export function held(index: number, who: number, date: LocalDate): StoredOutline<'supervision-session'> {
  const value = { personIds: [idOf(who)], date, status: 'held', kind: 'clinical' };
  return { kind: 'supervision-session', revision: 1, savedAt: 0, id: idOf(40_000 + index), value } as never;
}

/** Answers of WHO-5, all of one round. */
export function round(index: number, closesOn: LocalDate, replies: number, invited: number) {
  const answerSets = Array.from({ length: replies }, (_, at) => [at % 6, 3, 2, 4, 3]);
  const value = {
    instrumentId: 'who5',
    instrumentVersion: 1,
    label: 'Canary round',
    group: '',
    opensOn: addDays(closesOn, -14),
    closesOn,
    invited,
    answerSets,
    split: null,
    splitAnswers: [],
    isBaseline: false,
    lockedOn: closesOn,
    note: 'Canary note',
  };
  return { kind: 'wellbeing-wave', revision: 1, savedAt: 0, id: idOf(60_000 + index), value } as never;
}

export type ServiceRecords = Partial<Omit<BundleInput['records'], 'rows' | 'service'>>;

export function inputOf(
  records: ServiceRecords,
  over: Partial<Omit<BundleInput, 'records'>> = {},
): BundleInput {
  const { from = month('2024-10'), to = month('2026-09') } = over;
  const people = records.people ?? [];
  const absences = records.absences ?? [];
  const [whole] = workforceFigures(
    {
      people,
      absences,
      caseloadCounts: [],
      establishment: [],
      sessions: records.sessions ?? [],
      groupSessions: [],
      monthFigures: [],
      practiceTimes: [],
      fullTimeWeeks: service.fullTimeWeeks,
      supervisionIntervalDays: service.supervisionIntervalDays,
      asOf: lastDayOf(to),
    },
    from,
    to,
  );
  return {
    records: {
      service,
      groupSessions: [],
      waves: [],
      measures: builtInMeasures,
      ...records,
      people,
      absences,
      sessions: records.sessions ?? [],
      rows: whole?.rows ?? [],
    },
    from,
    to,
    limits: policy,
    givenKeys: new Set(),
    ...over,
  };
}

/** A service where people come, go and fall ill, drawn from a seed. */
export function drawnService(seed: number, staff: number): ServiceRecords {
  const { whole, chance } = createSeeded(seed);
  const day = (from: number, to: number): LocalDate => addDays(toLocalDate('2024-06-01'), whole(from, to));
  const people = Array.from({ length: staff }, (_, at) => {
    const startDate = chance(0.6) ? toLocalDate('2020-01-06') : day(0, 700);
    const lastDay = chance(0.3) ? addDays(startDate, whole(40, 900)) : null;
    return person(at, {
      startDate,
      lastDay: chance(0.5) ? lastDay : null,
      weeklyHours: whole(10, 37),
      engagement: chance(0.1) ? 'volunteer' : 'staff',
    });
  });
  return {
    people,
    absences: Array.from({ length: staff * 3 }, (_, at) =>
      absence(at, whole(0, staff - 1), day(0, 850), whole(1, 20)),
    ),
    sessions: Array.from({ length: staff * 12 }, (_, at) => held(at, whole(0, staff - 1), day(0, 850))),
    waves: [round(1, toLocalDate('2025-03-20'), Math.ceil(staff * 0.7), staff)],
  };
}

export interface Given {
  readonly draft: BundleDraft;
  readonly table: ReleaseTable;
  readonly result: Release;
  readonly asEarlier: EarlierRelease;
}

export function giveOut(
  input: BundleInput,
  history: readonly EarlierRelease[],
  tools: ReleaseTools,
  rules: DisclosurePolicy = policy,
): Given {
  const figures = bundleFigures({ ...input, limits: rules });
  const table = reconcile(figures.table, history);
  const result = must(release(table, rules, history, tools));
  const head = { nation: 'scotland', from: input.from, to: input.to, edition: 1, policy: rules } as const;
  const shownKeys = [...result.cells].flatMap(([key, cell]) => (cell.state === 'shown' ? [key] : []));
  return {
    draft: bundleFrom(figures, result.cells, head),
    table,
    result,
    asEarlier: { ...table, shownKeys },
  };
}

export function rowOf(draft: BundleDraft, at: string, measure: string): BundleRow | undefined {
  return draft.tables.months.find((row) => row.month === at && row.measure === measure);
}
