/** Services by the key that their bundles are signed with. */
import { monthSpan } from '@shared/charts/month-points';
import { addMonthsToMonth, type LocalMonth } from '@shared/kernel/local-date';
import { nationLabels } from '@shared/records/service/service';
import type { StoredOutline } from '../../../vault';

export type BundleRecord = StoredOutline<'received-bundle'>;

export interface Sender {
  readonly publicKey: string;
  readonly service: string;
  /** Empty until somebody has said. */
  readonly calledHere: string;
  readonly bundles: readonly BundleRecord[];
}

/** Those without a name first, then by name. */
export function sendersOf(records: readonly BundleRecord[]): Sender[] {
  const byKey = new Map<string, BundleRecord[]>();
  for (const record of records) {
    const of = byKey.get(record.value.publicKey);
    if (of === undefined) byKey.set(record.value.publicKey, [record]);
    else of.push(record);
  }
  return [...byKey]
    .map(([publicKey, bundles]) => ({
      publicKey,
      service: bundles[0]?.value.service ?? '',
      calledHere: bundles.find(({ value }) => value.calledHere !== '')?.value.calledHere ?? '',
      bundles,
    }))
    .sort(
      (left, right) =>
        left.calledHere.localeCompare(right.calledHere, 'en-GB') || (left.service < right.service ? -1 : 1),
    );
}

export const senderTitle = ({ calledHere, service }: Sender): string =>
  calledHere === '' ? `Service ${service}` : calledHere;

export function senderDetail({ calledHere, service, bundles }: Sender): string {
  const first = bundles.reduce<LocalMonth | null>(
    (min, { value }) => (min === null || value.periodFrom < min ? value.periodFrom : min),
    null,
  );
  const last = bundles.reduce<LocalMonth | null>(
    (max, { value }) => (max === null || value.periodTo > max ? value.periodTo : max),
    null,
  );
  const span = first === null || last === null ? '' : monthSpan(first === last ? [first] : [first, last]);
  const nation = bundles[0] === undefined ? '' : nationLabels[bundles[0].value.nation];
  return [span, nation, calledHere === '' ? '' : `Code ${service}`].filter((part) => part !== '').join('. ');
}

/** A bundle a year old says nothing of now. */
export function isOutOfDate({ bundles }: Sender, newest: LocalMonth): boolean {
  const least = addMonthsToMonth(newest, -3);
  return bundles.every(({ value }) => value.periodTo < least);
}
