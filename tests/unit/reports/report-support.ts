/** Records for reports, and reports as the page makes them: built, decided by the engine, published. */
import loadHighs from 'highs';
import { reconcile } from '@shared/disclosure/reconcile';
import { release } from '@shared/disclosure/release';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { disclosureThresholds, type Rounding } from '@shared/disclosure/thresholds';
import { recordIdFromBytes } from '@shared/kernel/ids';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { personDefaults, type Person } from '@shared/records/person/person';
import { buildReport } from '@shared/reports/build-report';
import { decideReport, type DecidedReport } from '@shared/reports/decide';
import { decidedFigures, ledgerOf } from '@shared/reports/decided-figures';
import { publishReport } from '@shared/reports/publish';
import type { PublishedReport } from '@shared/reports/published-report';
import { reportKindWords, type BlockId, type ReportKind } from '@shared/reports/report-kinds';
import type { ReportChoice, ReportRecords } from '@shared/reports/report-input';
import type { StoredRecord } from '@shared/vault/vault-api';
import { builtInMeasures } from '@shared/wellbeing/measures';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';

export const service: ReportRecords['service'] = {
  name: 'Harbour Steps',
  nation: 'scotland',
  teamSize: 20,
  fullTimeWeeks: [{ from: null, hours: 37.5 }],
  caseloadLimit: null,
  supervisionIntervalDays: 56,
  workingDayStart: '09:00',
  workingDayEnd: '17:00',
  asOf: null,
  setUpDone: true,
};

export const idOf = (index: number) =>
  recordIdFromBytes(
    Uint8Array.from({ length: 16 }, (_value, at) => (at < 2 ? (index >> (8 * at)) & 255 : 7)),
  );

export function person(index: number, over: Partial<Person> = {}): StoredRecord<'person'> {
  return {
    kind: 'person',
    revision: 1,
    savedAt: 0,
    id: idOf(index),
    value: {
      name: `Canary${index} Surname${index}`,
      payrollNumber: String(90_000 + index),
      role: 'Key worker',
      team: 'Recovery hub',
      site: '',
      engagement: 'staff',
      contract: 'permanent',
      weeklyHours: 37.5,
      startDate: toLocalDate('2020-01-06'),
      lastDay: null,
      leavingReason: '',
      frontFacing: true,
      exposure: 'direct',
      supervisionIntervalDays: null,
      ...personDefaults,
      ...over,
    },
  };
}

export const many = (count: number, from: number, over: Partial<Person> = {}) =>
  Array.from({ length: count }, (_value, index) => person(from + index, over));

export const spell = (index: number, first: string, days: number, reason = ''): StoredRecord<'absence'> => ({
  kind: 'absence',
  revision: 1,
  savedAt: 0,
  id: idOf(500 + index),
  value: {
    personId: idOf(index),
    firstDay: toLocalDate(first),
    lastDay: addDays(toLocalDate(first), days - 1),
    reason,
  },
});

export const noRecords: ReportRecords = {
  service,
  people: [],
  absences: [],
  sessions: [],
  groupSessions: [],
  waves: [],
  plans: [],
  measures: builtInMeasures,
  actions: [],
  policies: [],
  issues: [],
  readiness: [],
  rows: [],
};

export function choiceOf(over: Partial<ReportChoice> = {}): ReportChoice {
  const kind: ReportKind = over.kind ?? 'board-summary';
  return {
    kind,
    periodEnd: toLocalDate('2026-03-31'),
    months: 12,
    withServiceName: false,
    withTeamNames: false,
    mergesTeams: false,
    blocks: blocks(...reportKindWords[kind].blocks),
    leftOut: [],
    ...over,
  };
}

export const blocks = (...ids: readonly BlockId[]) => ids.map((block) => ({ key: block, block }));

export interface MadeReport {
  readonly decided: DecidedReport;
  readonly published: PublishedReport;
  readonly ledger: EarlierRelease;
}

export type MakeReport = (
  records: Partial<ReportRecords>,
  choice?: Partial<ReportChoice>,
  history?: readonly EarlierRelease[],
  rounding?: Rounding,
) => MadeReport;

export async function openReports(): Promise<MakeReport> {
  const solver = createLinearSolver(await loadHighs());
  return (records, choice = {}, history = [], rounding = 'none') => {
    const draft = buildReport({ ...noRecords, ...records }, choiceOf(choice), disclosureThresholds, history);
    const table = reconcile(draft.figures, history);
    const answer = release(table, { ...disclosureThresholds, rounding }, history, {
      solver,
      mayContinue: () => true,
    });
    if (!answer.ok) throw new Error(`${answer.error.tag}: ${JSON.stringify(answer.error)}`);
    const isRounded = rounding === 'base-5';
    const decided = decideReport(draft, decidedFigures(answer.value, isRounded));
    return {
      decided,
      published: publishReport(decided),
      ledger: ledgerOf(table, answer.value, isRounded),
    };
  };
}

export function cellOf({ decided }: MadeReport, table: string, row: string) {
  return decided.blocks
    .flatMap(({ parts }) => parts.filter((part) => part.kind === 'table'))
    .find(({ id }) => id === table)
    ?.rows.find(({ key, label }) => key === row || label === row)?.cells[0];
}

/** Every cell of a table by its row's label. */
export function tableText({ published }: MadeReport, id: string): Record<string, string> {
  const table = published.sections
    .flatMap(({ parts }) => parts.filter((part) => part.kind === 'table'))
    .find((part) => part.id === id);
  return Object.fromEntries((table?.rows ?? []).map(({ label, cells }) => [label, cells.join(' | ')]));
}
