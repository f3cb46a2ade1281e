/** Made-up bundles: of any number of services, signed as a vault signs them. */
import { createSeeded } from '@shared/demo/seeded';
import {
  bundleText,
  signedTextOf,
  type BundleContent,
  type BundleDraft,
  type BundleRow,
} from '@shared/bundle/bundle';
import { serviceCodeOf, serviceHashBytes } from '@shared/bundle/service-code';
import { addMonthsToMonth, monthsBetween, type LocalMonth } from '@shared/kernel/local-date';
import { toBase64Url } from '@shared/survey/reply-format';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';

export const month = (text: string): LocalMonth => text as LocalMonth;

export const rules: BundleDraft['rules'] = {
  smallestCount: 5,
  smallestSensitiveCount: 10,
  smallestForStatistic: 8,
  rounding: 'none',
};

export function shown(
  at: string,
  measure: string,
  value: number,
  group: BundleRow['group'] = 'paid',
): BundleRow {
  return { month: at, measure, group, value, state: 'shown', peopleAtLeast: value === 0 ? null : 5 };
}

export function hidden(at: string, measure: string, group: BundleRow['group'] = 'paid'): BundleRow {
  return { month: at, measure, group, value: null, state: 'hidden', peopleAtLeast: null };
}

export function draftOf(months: readonly BundleRow[], over: Partial<BundleDraft> = {}): BundleDraft {
  return {
    format: 'steading-bundle',
    version: 1,
    nation: 'scotland',
    periodFrom: '2025-10',
    periodTo: '2026-09',
    edition: 1,
    rules,
    tables: { months: [...months] },
    ...over,
  };
}

const seedOf = (number: number): Uint8Array => {
  const bytes = new Uint8Array(32);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
};

/** `seed`: which service. */
export function contentOf(sodium: Sodium, draft: BundleDraft, seed: number): BundleContent {
  const { publicKey } = sodium.signKeypair(seedOf(seed));
  const service = serviceCodeOf(sodium.hash(serviceHashBytes, publicKey));
  return { ...draft, service, publicKey: toBase64Url(publicKey) };
}

export function signedFile(sodium: Sodium, draft: BundleDraft, seed: number): string {
  const content = contentOf(sodium, draft, seed);
  const signedText = signedTextOf(content);
  if (signedText === null) throw new Error('Not a bundle');
  const { privateKey } = sodium.signKeypair(seedOf(seed));
  const signature = toBase64Url(sodium.sign(new TextEncoder().encode(signedText), privateKey));
  const text = bundleText(content, signature);
  if (text === null) throw new Error('Not a bundle');
  return text;
}

/** A service of 12 to 90 people over `count` months, with gaps where few left or came. */
export function madeUpDraft(seed: number, count = 24, to = month('2026-09')): BundleDraft {
  const { next: chance, whole: between, chance: mayBe } = createSeeded(seed);
  const from = addMonthsToMonth(to, 1 - count);
  const rows: BundleRow[] = [];
  let staff = between(12, 90);
  for (const at of monthsBetween(from, to)) {
    staff = Math.max(8, staff + between(-3, 3));
    const put = (measure: string, value: number, isShown: boolean): void => {
      rows.push(isShown ? shown(at, measure, value) : hidden(at, measure));
    };
    const wte = Math.round(staff * 0.8);
    const days = wte * 30;
    const lost = Math.round(days * 0.5 * chance()) / 10;
    const funded = wte + between(0, 4);
    put('headcount', staff, true);
    put('wte', wte, true);
    for (const flow of ['joiners', 'leavers']) {
      const flowed = between(0, 9);
      put(flow, flowed, flowed >= 5);
    }
    put('funded-wte', funded, true);
    put('vacant-wte', funded - wte, true);
    put('vacancy-rate', Number(((100 * (funded - wte)) / funded).toFixed(1)), true);
    const isKnown = mayBe(0.7);
    put('sickness-days-lost', lost, isKnown);
    put('sickness-days-available', days, isKnown);
    put('sickness-rate', Number(((100 * lost) / days).toFixed(1)), isKnown);
    const onTime = staff - between(0, 8);
    const mayTell = onTime >= 5 && (onTime === staff || staff - onTime >= 5);
    put('supervision-on-time', onTime, mayTell);
    put('supervision-rate', Number(((100 * onTime) / staff).toFixed(1)), mayTell);
    if (Number(at.slice(5)) % 6 === 0) {
      rows.push(shown(at, 'wellbeing.who5.percent', between(30, 80), 'everyone'));
      rows.push(shown(at, 'wellbeing.who5.replied', between(8, staff), 'everyone'));
      rows.push(shown(at, 'wellbeing.who5.asked', staff, 'everyone'));
    }
  }
  const name = ({ month: at, measure, group }: BundleRow): string => `${at} ${measure} ${group}`;
  rows.sort((left, right) => (name(left) < name(right) ? -1 : 1));
  return draftOf(rows, { periodFrom: from, periodTo: to });
}
