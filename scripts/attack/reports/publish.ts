/** A year of reports of one service, made as the app makes them: built, decided with the ledger, published as words. */
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { reconcile } from '@shared/disclosure/reconcile';
import { release } from '@shared/disclosure/release';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { disclosureThresholds } from '@shared/disclosure/thresholds';
import { addMonthsToMonth, lastDayOf, monthOf, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { buildReport } from '@shared/reports/build-report';
import { decideReport } from '@shared/reports/decide';
import { decidedFigures, ledgerOf } from '@shared/reports/decided-figures';
import { publishReport } from '@shared/reports/publish';
import type { PublishedReport } from '@shared/reports/published-report';
import type { BlockId } from '@shared/reports/report-kinds';
import type { ReportRecords } from '@shared/reports/report-input';
import type { Random } from '../random';

export interface GivenReport {
  readonly published: PublishedReport;
  readonly periodEnd: LocalDate;
  readonly months: 12 | 24;
  readonly isRounded: boolean;
}

const firstEnd = toLocalDate('2025-03-31');
const blockPool: readonly BlockId[] = [
  'headlines',
  'people',
  'teams',
  'leaving',
  'sickness-reasons',
  'supervision',
  'events',
];

/** Every quarter's end of a year, sometimes twice: another length, other blocks, rounded or not. */
export function publishYear(
  records: ReportRecords,
  random: Random,
  solver: LinearSolver,
  /** False: the engine is told of published figures alone, and of no sum or earlier report. */
  tellsAll = true,
): GivenReport[] {
  const ledger: EarlierRelease[] = [];
  const given: GivenReport[] = [];
  const mostRounds = random.chance(0.15);
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const periodEnd = lastDayOf(addMonthsToMonth(monthOf(firstEnd), 3 * quarter));
    const times = random.chance(0.3) ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      const months = random.chance(0.2) ? 24 : 12;
      const blocks = blockPool.filter(() => random.chance(0.8));
      const isRounded = mostRounds && random.chance(0.7);
      const draft = buildReport(
        records,
        {
          kind: 'board-summary',
          periodEnd,
          months,
          withServiceName: false,
          withTeamNames: true,
          mergesTeams: random.chance(0.3),
          blocks: blocks.map((block) => ({ key: block, block })),
          leftOut: [],
        },
        disclosureThresholds,
        ledger,
      );
      const told = tellsAll
        ? draft.figures
        : { figures: draft.figures.figures.filter(({ isPublished }) => isPublished), sums: [] };
      const table = reconcile(told, ledger);
      const answer = release(
        table,
        { ...disclosureThresholds, rounding: isRounded ? 'base-5' : 'none' },
        ledger,
        { solver, mayContinue: () => true },
      );
      if (!answer.ok) throw new Error(answer.error.tag);
      const decided = decideReport(draft, decidedFigures(answer.value, isRounded));
      if (tellsAll) ledger.push(ledgerOf(table, answer.value, isRounded));
      given.push({ published: publishReport(decided), periodEnd, months, isRounded });
    }
  }
  return given;
}
