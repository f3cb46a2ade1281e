/** Sums over services: what is in them, what is not, and what the engine says of them. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBundle, type Bundle, type BundleDraft, type BundleRow } from '@shared/bundle/bundle';
import { bundleMeasureOf } from '@shared/bundle/measures';
import { receivedOf, shownSpan, sortIn } from '@shared/bundle/received';
import { bringTogether, fewestServices, figuresByService, type TogetherPoint } from '@shared/bundle/together';
import { togetherTable } from '@shared/bundle/together-release';
import { publishedSeries, togetherChart, togetherReport } from '@shared/bundle/together-report';
import { reconcile } from '@shared/disclosure/reconcile';
import { release, type ReleaseTools } from '@shared/disclosure/release';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { monthsBetween, toLocalDate } from '@shared/kernel/local-date';
import type { ReceivedBundle } from '@shared/records/received-bundle/received-bundle';
import { loadSodium, type Sodium } from '../../../renderer/vault/worker/crypto/sodium';
import { draftOf, hidden, madeUpDraft, month, shown, signedFile } from '../../support/made-up-bundles';
import { must } from '../../support/vault-kit';
import { loadTools, policy } from '../disclosure/release-support';

let sodium: Sodium;
let tools: ReleaseTools;
beforeAll(async () => {
  sodium = await loadSodium();
  tools = await loadTools();
});

const today = toLocalDate('2026-10-05');
const bundleOf = (draft: BundleDraft, service: number): Bundle =>
  must(readBundle(signedFile(sodium, draft, service))).bundle;
const received = (drafts: readonly BundleDraft[]): ReceivedBundle[] =>
  drafts.map((draft, at) => receivedOf(bundleOf(draft, at), '', today));
const year = monthsBetween(month('2025-10'), month('2026-09'));

function pointOf(
  bundles: readonly ReceivedBundle[],
  measure: string,
  at = '2026-03',
): TogetherPoint | undefined {
  return bringTogether(figuresByService(bundles), year)
    .find((series) => series.measure.id === measure)
    ?.points.find((point) => point.month === at);
}

const ofRows = (...rows: readonly (readonly BundleRow[])[]): ReceivedBundle[] =>
  received(rows.map((each) => draftOf(each)));

describe('a sum', () => {
  it('is of those that show the figure, and says of how many', () => {
    const leavers = [5, 6, 7].map((value) => [shown('2026-03', 'leavers', value)]);
    const bundles = ofRows(...leavers, [hidden('2026-03', 'leavers')], [shown('2026-04', 'leavers', 9)]);
    expect(pointOf(bundles, 'leavers')).toEqual({ month: '2026-03', value: 18, shown: 3, of: 4 });
    expect(pointOf(bundles, 'leavers', '2026-04')).toMatchObject({ value: null, shown: 1, of: 1 });
  });

  it('of fewer than three services is not shown', () => {
    expect(fewestServices).toBe(3);
    const two = ofRows([shown('2026-03', 'headcount', 20)], [shown('2026-03', 'headcount', 30)]);
    expect(pointOf(two, 'headcount')).toMatchObject({ value: null, shown: 2 });
  });

  it('of shares adds up both numbers first, of services that show all of it', () => {
    const one = (lost: number, available: number, rate: number): BundleRow[] => [
      shown('2026-03', 'sickness-days-available', available),
      shown('2026-03', 'sickness-days-lost', lost),
      shown('2026-03', 'sickness-rate', rate),
    ];
    const partly = [shown('2026-03', 'sickness-days-available', 9000), hidden('2026-03', 'sickness-rate')];
    const bundles = ofRows(one(10, 100, 10), one(10, 900, 1.1), one(0, 1000, 0), partly);
    expect(pointOf(bundles, 'sickness-rate')).toEqual({ month: '2026-03', value: 1, shown: 3, of: 4 });
    expect(pointOf(bundles, 'sickness-days-available')).toMatchObject({ value: 11_000, shown: 4 });
  });

  it('of averages counts every service once', () => {
    const rows = [40, 50, 75].map((value) => [shown('2026-03', 'wellbeing.who5.percent', value, 'everyone')]);
    expect(pointOf(ofRows(...rows), 'wellbeing.who5.percent')?.value).toBe(55);
  });

  it('takes the newest edition where two bundles of one service overlap', () => {
    const first = receivedOf(bundleOf(draftOf([shown('2026-03', 'headcount', 20)]), 1), '', today);
    const later = draftOf([shown('2026-03', 'headcount', 21), hidden('2026-04', 'headcount')], {
      periodFrom: '2026-01',
      periodTo: '2026-12',
      edition: 2,
    });
    const others = [2, 3].map((service) =>
      receivedOf(bundleOf(draftOf([shown('2026-03', 'headcount', 30)]), service), '', today),
    );
    const second = receivedOf(bundleOf(later, 1), '', today);
    for (const bundles of [
      [first, second, ...others],
      [second, ...others, first],
    ])
      expect(pointOf(bundles, 'headcount')?.value).toBe(81);
    expect(pointOf([first, ...others], 'headcount')?.value).toBe(80);
  });

  it('is the same whatever a service has hidden', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 5, max: 90 })), { minLength: 3, maxLength: 12 }),
        (values) => {
          const rows = values.map((value) => [
            value === null ? hidden('2026-03', 'headcount') : shown('2026-03', 'headcount', value),
          ]);
          const known = values.filter((value) => value !== null);
          const sum = known.length < fewestServices ? null : known.reduce((total, value) => total + value, 0);
          expect(pointOf(ofRows(...rows), 'headcount')).toMatchObject({
            value: sum,
            shown: known.length,
            of: values.length,
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('taking bundles in', () => {
  const fates = (came: readonly Bundle[], kept: readonly ReceivedBundle[] = []): string[] =>
    sortIn(
      came,
      kept.map((value) => ({ value })),
    ).map(({ fate }) => fate);
  const edition = (number: number, service = 1, over: Partial<BundleDraft> = {}): Bundle =>
    bundleOf(draftOf([shown('2026-03', 'headcount', 20)], { edition: number, ...over }), service);

  it('keeps the highest edition of a service and period', () => {
    expect(fates([edition(1), edition(3), edition(2)])).toEqual(['older', 'added', 'older']);
    expect(fates([edition(1), edition(1)])).toEqual(['added', 'here-already']);
    const kept = [receivedOf(edition(2), 'Harbour Steps', today)];
    expect(fates([edition(1)], kept)).toEqual(['older']);
    expect(fates([edition(2)], kept)).toEqual(['here-already']);
    expect(fates([edition(3)], kept)).toEqual(['replaced']);
    expect(fates([edition(1, 2)], kept)).toEqual(['added']);
    const nextYear = edition(3, 1, { periodFrom: '2026-01', periodTo: '2026-12' });
    const [sorted] = sortIn(
      [nextYear],
      kept.map((value) => ({ value })),
    );
    expect(sorted).toMatchObject({ fate: 'added', calledHere: 'Harbour Steps', instead: null });
  });

  it('keeps every figure, and where there is none keeps that', () => {
    const rows = [shown('2025-10', 'headcount', 20), hidden('2026-09', 'headcount')];
    const { series } = receivedOf(bundleOf(draftOf(rows), 1), '', today);
    expect(series).toEqual([
      { measure: 'headcount', group: 'paid', figures: [20, ...Array<null>(10).fill(null), 'hidden'] },
    ]);
  });

  it('shows two years at most, to the newest month', () => {
    const spans = [
      { periodFrom: month('2020-01'), periodTo: month('2024-12') },
      { periodFrom: month('2024-10'), periodTo: month('2026-09') },
    ];
    expect(shownSpan(spans).at(0)).toBe('2024-10');
    expect(shownSpan(spans)).toHaveLength(24);
    expect(shownSpan([])).toEqual([]);
  });
});

describe('what leaves', () => {
  const give = (bundles: readonly ReceivedBundle[], history: readonly EarlierRelease[]) => {
    const byService = figuresByService(bundles);
    const series = bringTogether(byService, year);
    const table = reconcile(togetherTable(series), history);
    const { cells } = must(release(table, policy, history, tools));
    const shownKeys = [...cells].flatMap(([key, cell]) => (cell.state === 'shown' ? [key] : []));
    const published = publishedSeries(series, cells);
    const report = togetherReport({
      services: 9,
      months: year,
      series: published,
      charted: 'headcount',
      hasRounded: false,
    });
    return { published, report, ledger: { ...table, shownKeys } };
  };
  const valueOf = (given: ReturnType<typeof give>, measure: string, at: string): number | null | undefined =>
    given.published
      .find((series) => series.measure.id === measure)
      ?.points.find((point) => point.month === at)?.value;

  it('is what the engine lets through: a sum corrected by two people is hidden, one with a new service is not', () => {
    const services = (last: number, more: readonly number[] = []): ReceivedBundle[] =>
      ofRows(...[20, 30, 40, last, ...more].map((value) => [shown('2026-03', 'headcount', value)]));
    const first = give(services(50), []);
    expect(valueOf(first, 'headcount', '2026-03')).toBe(140);
    expect(valueOf(give(services(50), [first.ledger]), 'headcount', '2026-03')).toBe(140);
    expect(valueOf(give(services(52), [first.ledger]), 'headcount', '2026-03')).toBeNull();
    expect(valueOf(give(services(50, [33]), [first.ledger]), 'headcount', '2026-03')).toBe(173);
  });

  it('has a table for every measure, a chart of the chosen one, and one mark', () => {
    const bundles = received([1, 2, 3, 4].map((seed) => madeUpDraft(seed)));
    const { report, published } = give(bundles, []);
    const parts = report.sections.flatMap((section) => section.parts);
    const tables = parts.filter((part) => part.kind === 'table');
    expect(tables.map(({ id }) => id)).toEqual(published.map(({ measure }) => measure.id));
    expect(parts.filter(({ kind }) => kind === 'chart')).toHaveLength(1);
    const leavers = tables.find(({ id }) => id === 'leavers');
    expect(leavers?.rows).toHaveLength(12);
    for (const { cells } of leavers?.rows ?? []) {
      const [value = '', of = ''] = cells;
      expect(of).toMatch(/^[0-4] of [0-4]$/u);
      expect(value === '[c]').toBe(Number(of[0]) < 3);
    }
    expect(report.fileStem).toBe('services-together-2026-09');
    const text = JSON.stringify(report);
    for (const { service, publicKey } of bundles) {
      expect(text).not.toContain(service);
      expect(text).not.toContain(publicKey);
    }
  });

  it('draws from what is shown alone', () => {
    const measure = bundleMeasureOf('headcount');
    if (measure === null) throw new Error('No measure');
    const points = year.map((at, place) => ({
      month: at,
      value: place === 3 ? null : 100 + place,
      shown: 4,
      of: 4,
    }));
    const spec = togetherChart({ measure, points });
    expect(spec?.series[0]?.values[3]).toBeNull();
    expect(spec?.headline).toBe('100 in October 2025, 111 in September 2026');
    expect(spec?.series[0]?.isJoined).toBe(true);
    const unlike = points.map((point, place) => ({ ...point, shown: place === 2 ? 3 : 4 }));
    const apart = togetherChart({ measure, points: unlike });
    expect(apart?.headline).toBe('111 in September 2026, from 4 of 4 services');
    expect(apart?.series[0]?.isJoined).toBe(false);
    const none = points.map((point) => ({ ...point, value: null }));
    expect(togetherChart({ measure, points: none })).toBeNull();
  });
});
