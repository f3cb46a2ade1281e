/** What a measure's key says, in words. */
import { assertNever } from '@shared/kernel/assert';
import { groupBandText, personBandText } from '@shared/wellbeing/result-words';
import { scaleTitle } from '@shared/wellbeing/round-details';
import type { ChooserCaution } from '@shared/instruments/chooser';
import type { MarkToConfirm } from '@shared/instruments/evidence';
import type {
  Construct,
  EvidenceMark,
  Instrument,
  LicenceUse,
  MissingRule,
  Provenance,
  Scale,
  ScaleBands,
  ScoreFlag,
} from '@shared/instruments/instrument';

export const constructWords: Readonly<Record<Construct, string>> = {
  wellbeing: 'Wellbeing',
  burnout: 'Burnout',
  'secondary-trauma': 'Secondary trauma',
  'compassion-satisfaction': 'Compassion satisfaction',
  'work-engagement': 'Work engagement',
  'causes-of-stress': 'Causes of stress',
  'moral-injury': 'Moral injury',
  'psychological-safety': 'Psychological safety',
  'organisation-practice': 'What the organisation does',
};

export const licenceWords: Readonly<Record<LicenceUse, string>> = {
  ours: 'Own words',
  free: 'Free',
  'free-with-credit': 'Free, naming the source',
  'free-non-commercial': 'Free, not for profit',
  registration: 'After registering',
  ask: 'After asking the holder',
  'sources-differ': 'Sources differ',
};

export const evidenceWords: Readonly<Record<EvidenceMark, string>> = {
  V: 'Read in an official source',
  V2: 'Read in a secondary source',
  R: 'Recalled, to be checked',
};

/** In the chooser, beside each measure. `small-sample` holds for all of them alike and is said once, above. */
export const cautionWords: Readonly<Record<ChooserCaution, string>> = {
  'small-sample': 'Fewer than 30 people: only a large change would show',
  'check-key': 'Check this key with your manual before use',
  'check-bands': 'Bands are off until checked',
  'not-validated': 'Not validated: for talking and trends only',
  'ask-first': 'Ask for the licence first',
  'group-only': 'For a group only',
};

export function minutesText(minutes: number): string {
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}

export function itemsText(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}

/** "1 to 5, 7 and 9": runs of three or more are joined. */
export function numbersText(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((left, right) => left - right);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length; at += 1) {
    const first = sorted[at] ?? 0;
    let end = at;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end += 1;
    if (end - at >= 2) {
      parts.push(`${first} to ${sorted[end] ?? first}`);
      at = end;
    } else parts.push(String(first));
  }
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** "Item 4", "Items 1 to 3 and 7" */
export function itemNumbersText(numbers: readonly number[]): string {
  return `${numbers.length === 1 ? 'Item' : 'Items'} ${numbersText(numbers)}`;
}

export function missingText(rule: MissingRule): string {
  switch (rule.kind) {
    case 'complete':
      return 'All items needed';
    case 'missing-share':
      return `Up to ${Math.round(rule.atMost * 100)}% of its items may be blank`;
    case 'missing-count':
      return rule.atMost === 1 ? 'One item may be blank' : `Up to ${rule.atMost} items may be blank`;
    case 'answered-count':
      return rule.atLeast === 1 ? 'At least one answer' : `At least ${rule.atLeast} answers`;
    default:
      return assertNever(rule);
  }
}

export function aggregationText(aggregation: Scale['aggregation']): string {
  switch (aggregation) {
    case 'sum':
      return 'Sum';
    case 'mean':
      return 'Average';
    case 'applicable-percent':
      return 'Percentage of the points that apply';
    default:
      return assertNever(aggregation);
  }
}

export function betterText(better: Scale['better']): string {
  return better === 'higher' ? 'Higher is better' : 'Lower is better';
}

/** A score on an edge belongs to one side of it: which one is said each time. */
export function bandTexts(bands: Pick<ScaleBands, 'edges' | 'names' | 'scope'>): readonly string[] {
  const { edges, names, scope } = bands;
  return names.map((band, index) => {
    const name = scope === 'group' ? groupBandText(band) : personBandText(band);
    const below = edges[index - 1];
    const above = edges[index];
    const from =
      below === undefined
        ? ''
        : below.equalTakes === 'higher-band'
          ? `${below.at} and over`
          : `over ${below.at}`;
    const to =
      above === undefined
        ? ''
        : above.equalTakes === 'higher-band'
          ? `under ${above.at}`
          : `${above.at} and under`;
    return `${name}: ${[from, to].filter((part) => part !== '').join(', ')}`;
  });
}

export function flagText(flag: ScoreFlag): string {
  return `${flag.title}: ${flag.comparison === 'below' ? 'under' : 'at or over'} ${flag.edge}`;
}

export function sourceText({ source, year, evidence }: Provenance): string {
  const dated = year === null || source.includes(String(year)) ? source : `${source}, ${year}`;
  return `${dated}. ${evidenceWords[evidence]}.`;
}

/** "0 to 5", or each value where they do not follow one another. */
export function answersText(instrument: Instrument): string {
  const values = instrument.responseOptions.map(({ value }) => value);
  const notApplicable =
    instrument.notApplicable === null ? '' : `. ${instrument.notApplicable} is “does not apply”`;
  return numbersText(values) + notApplicable;
}

export function markTitle(instrument: Instrument, { part, scale }: MarkToConfirm): string {
  switch (part) {
    case 'key':
      return 'The key: which items, which are turned round, how they add up';
    case 'bands':
      return `The bands of “${scaleTitle(instrument, scale ?? '')}”`;
    case 'flag':
      return `The prompt on “${scaleTitle(instrument, scale ?? '')}”`;
    default:
      return assertNever(part);
  }
}
