/** Records and ledger → the bundle of this service, and what is hidden in it. Without the engine's answer there is none. */
import { useMemo } from 'react';
import { bundleFrom, bundleFigures } from '@shared/bundle/bundle-figures';
import type { BundleDraft } from '@shared/bundle/bundle';
import { editionOf } from '@shared/bundle/edition';
import { keyWithoutVersion } from '@shared/disclosure/reconcile';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import type { HiddenReason } from '@shared/disclosure/thresholds';
import { addMonthsToMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import { ledgerOf } from '@shared/reports/decided-figures';
import { useRelease, type AuditedRelease } from '../../../disclosure';
import { useToday } from '../../../platform';
import { useDisclosurePolicy } from '../../../records/use-disclosure-policy';
import { useRecords } from '../../../vault';
import { useLedger } from '../compose/use-ledger';
import { useReportRecords } from '../compose/use-report-records';

export const bundleMonths = 24;

export interface OwnBundle {
  readonly draft: BundleDraft;
  /** By month and measure, for the preview alone. */
  readonly reasons: ReadonlyMap<string, HiddenReason>;
  readonly hidden: number;
  readonly ledger: EarlierRelease;
}

export type OwnBundleState =
  | {
      readonly state: 'working';
      readonly progress: { readonly done: number; readonly of: number } | null;
      readonly cancel: () => void;
    }
  | { readonly state: 'ready'; readonly bundle: OwnBundle }
  | { readonly state: 'failed'; readonly again: () => void };

export const reasonKey = (month: string, measure: string): string => `${month} ${measure}`;

const nothing: Pick<AuditedRelease, 'cells' | 'table'> = {
  cells: new Map(),
  table: { figures: [], sums: [] },
};

export function useOwnBundle(periodEnd: LocalDate): OwnBundleState {
  const today = useToday();
  const policy = useDisclosurePolicy();
  const ledger = useLedger();
  const records = useReportRecords(useMemo(() => ({ periodEnd, months: bundleMonths }), [periodEnd]));
  const entries = useRecords('export-entry');
  const to = monthOf(periodEnd);
  const from = addMonthsToMonth(to, 1 - bundleMonths);
  const figures = useMemo(() => {
    if (records === null) return null;
    const given = ledger.releases.flatMap((release) =>
      release.figures.map(({ key }) => keyWithoutVersion(key)),
    );
    return bundleFigures({ records, from, to, limits: policy, givenKeys: new Set(given) });
  }, [records, from, to, policy, ledger]);
  const input = useMemo(() => {
    if (figures === null || figures.table.figures.length === 0) return null;
    const { minimumCellSize, minimumSensitiveCellSize, rounding } = policy;
    return {
      table: figures.table,
      policy: { minimumCellSize, minimumSensitiveCellSize, rounding },
      history: ledger.releases,
    };
  }, [figures, policy, ledger]);
  const release = useRelease(input);
  return useMemo((): OwnBundleState => {
    if (figures === null || records === null)
      return { state: 'working', progress: null, cancel: () => undefined };
    if (release.state === 'working') return release;
    if (release.state === 'failed') return { state: 'failed', again: release.again };
    const answer = release.state === 'done' ? release.release : nothing;
    const thisMonth = entries.filter(
      ({ value }) => value.report === 'service-bundle' && monthOf(value.exportedOn) === monthOf(today),
    ).length;
    const draft = bundleFrom(figures, answer.cells, {
      nation: records.service.nation,
      from,
      to,
      edition: editionOf(today, thisMonth),
      policy,
    });
    const why = new Map(
      [...answer.cells].flatMap(([key, cell]) =>
        cell.state === 'hidden' ? [[keyWithoutVersion(key), cell.reason] as const] : [],
      ),
    );
    const reasons = new Map(
      figures.rows.flatMap(({ month, measure, key }) => {
        const reason = key === null ? undefined : why.get(key);
        return reason === undefined ? [] : [[reasonKey(month, measure), reason] as const];
      }),
    );
    return {
      state: 'ready',
      bundle: {
        draft,
        reasons,
        hidden: reasons.size,
        ledger: ledgerOf(answer.table, answer, policy.rounding === 'base-5'),
      },
    };
  }, [figures, records, release, entries, today, from, to, policy]);
}
