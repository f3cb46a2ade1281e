/** Records, choice and ledger → what may leave. Without the engine's answer there is no report. */
import { useMemo } from 'react';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { buildReport } from '@shared/reports/build-report';
import { decidedFigures, ledgerOf } from '@shared/reports/decided-figures';
import { decideReport, type DecidedReport } from '@shared/reports/decide';
import { publishReport } from '@shared/reports/publish';
import type { PublishedReport } from '@shared/reports/published-report';
import { useRelease } from '../../../disclosure';
import { useDisclosurePolicy } from '../../../records/use-disclosure-policy';
import { choiceOf, roundingOf, type ReportFields } from './report-form';
import type { Ledger } from './use-ledger';
import { useStableTable } from './use-stable-table';
import { useReportRecords } from './use-report-records';

export interface ReadyReport {
  readonly decided: DecidedReport;
  readonly published: PublishedReport;
  /** Null: no figure in it. */
  readonly ledger: EarlierRelease | null;
  /** Small numbers that earlier reports have given away between them: nothing that this one does could help. */
  readonly givenAway: number;
}

export type ReportState =
  | {
      readonly state: 'working';
      readonly progress: { done: number; of: number } | null;
      readonly cancel: () => void;
    }
  | { readonly state: 'ready'; readonly report: ReadyReport }
  | { readonly state: 'failed'; readonly again: () => void };

export function useDecidedReport(fields: ReportFields, ledger: Ledger): ReportState {
  const policy = useDisclosurePolicy();
  const choice = useMemo(() => choiceOf(fields), [fields]);
  const records = useReportRecords(choice);
  const rounding = roundingOf(fields);
  const draft = useMemo(
    () => (records === null ? null : buildReport(records, choice, policy, ledger.releases)),
    [records, choice, policy, ledger],
  );
  // Words alone need no engine; and typing them must not start it again.
  const figures = draft?.figures ?? null;
  const asked = useStableTable(figures);
  const input = useMemo(() => {
    if (asked === null || asked.figures.length === 0) return null;
    const { minimumCellSize, minimumSensitiveCellSize } = policy;
    return {
      table: asked,
      policy: { minimumCellSize, minimumSensitiveCellSize, rounding },
      history: ledger.releases,
    };
  }, [asked, policy, rounding, ledger]);
  const release = useRelease(input);
  return useMemo((): ReportState => {
    const isRounded = rounding === 'base-5';
    if (draft === null) return { state: 'working', progress: null, cancel: () => undefined };
    if (release.state === 'working') return release;
    if (release.state === 'failed') return { state: 'failed', again: release.again };
    const answer = release.state === 'done' ? release.release : nothingAsked;
    const decided = decideReport(draft, decidedFigures(answer, isRounded));
    return {
      state: 'ready',
      report: {
        decided,
        published: publishReport(decided),
        ledger: release.state === 'done' ? ledgerOf(release.release.table, answer, isRounded) : null,
        givenAway: release.state === 'done' ? release.release.alreadyDisclosed.length : 0,
      },
    };
  }, [draft, release, rounding]);
}

const nothingAsked = { cells: new Map(), blockedByHistory: [] } as const;
