/** What a round says, in one sentence and without a cause; and the words for its bands and changes. */
import type { Construct, Instrument } from '@shared/instruments/instrument';
import { formatValue, type ValueFormat } from '@shared/charts/chart-spec';
import {
  changeSince,
  readScaleIds,
  shownScale,
  type RoundView,
  type ShownChange,
  type ShownScale,
} from './round-results';
import { scaleTitle } from './round-details';
import { scaleRange } from './scale-range';

const groupBandTexts: Readonly<Record<string, string>> = {
  urgent: 'Urgent action needed',
  'clear-need': 'Clear need to improve',
  good: 'Good, not yet best',
  keep: 'Doing well: keep it up',
};

/** Words for the benchmark band of a group's mean. */
export function groupBandText(band: string | null): string {
  return band === null ? '' : (groupBandTexts[band] ?? band);
}

/** The band now, and the one it came from where that was another: "Clear need to improve, was: urgent action needed". */
export function bandMoveText(now: ShownScale | null, before: ShownScale | null): string {
  const text = groupBandText(now?.groupBand ?? null);
  const earlier = groupBandText(before?.groupBand ?? null);
  return text === '' || earlier === '' || earlier === text ? text : `${text}, was: ${inSentence(earlier)}`;
}

const personBandTexts: Readonly<Record<string, string>> = {
  low: 'Low',
  average: 'Average',
  high: 'High',
  green: 'Below the first edge',
  amber: 'Between the edges',
  red: 'Above the second edge',
  'very-low': 'Very low',
  'very-high': 'Very high',
  'little-or-none': 'Little or none',
  mild: 'Mild',
  moderate: 'Moderate',
  severe: 'Severe',
};

/** A band of persons: where a score lies on the published scale. Never a finding about anyone. */
export function personBandText(band: string): string {
  return personBandTexts[band] ?? band;
}

/** Short ranges need the second decimal; on long ones it would be a false promise. */
export function formatOf(instrument: Instrument, scaleId: string): ValueFormat {
  const { low, high } = scaleRange(instrument, scaleId);
  return high - low <= 10 ? 'two-decimals' : 'one-decimal';
}

/** "+8.0" */
export function changeText(change: ShownChange, format: ValueFormat): string {
  return signed(change.difference, format);
}

export function changeRangeText(change: ShownChange, format: ValueFormat): string {
  if (change.interval === null) return '';
  return `${signed(change.interval.lower, format)} to ${signed(change.interval.upper, format)}`;
}

function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function signed(value: number, format: ValueFormat): string {
  return `${value > 0 ? '+' : ''}${formatValue(value, format)}`;
}

/** "the baseline", or the other round by its name. */
export function roundWords(compared: RoundView): string {
  return compared.wave.isBaseline ? 'the baseline' : `“${compared.wave.label}”`;
}

export function listed(names: readonly string[]): string {
  return names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const subjects: Partial<Readonly<Record<Construct, string>>> = {
  wellbeing: 'Wellbeing',
  burnout: 'Burnout',
  'secondary-trauma': 'Secondary traumatic stress',
  'work-engagement': 'Work engagement',
  'moral-injury': 'Moral injury',
  'psychological-safety': 'Psychological safety',
};

/** A scale in a sentence: what the measure is about where it has but one scale. */
export function scaleSubject(instrument: Instrument, scaleId: string): string {
  const [construct, another] = instrument.constructs;
  const isOnly = readScaleIds(instrument).length === 1 && construct !== undefined && another === undefined;
  return (
    (isOnly ? subjects[construct] : undefined) ?? scaleTitle(instrument, scaleId).replace(/ \(.*\)$/u, '')
  );
}

/** One scale beside an earlier round. No change is named that could be chance. */
export function scaleHeadline(
  instrument: Instrument,
  scaleId: string,
  view: RoundView | undefined,
  compared: RoundView | null,
): string {
  const now = view === undefined ? null : shownScale(view, scaleId);
  if (view === undefined || now === null) return 'It is too early to say: no round can be shown yet';
  const format = formatOf(instrument, scaleId);
  const value = formatValue(now.mean, format);
  if (view.wave.isBaseline) {
    return `The baseline is ${value}. It is too early to say more: the next round will show whether it changes`;
  }
  const before = compared === null ? null : shownScale(compared, scaleId);
  const change = changeSince(compared, view, scaleId);
  if (compared === null || before === null || change === null) {
    return `It is ${value} in “${view.wave.label}”. There is no earlier round that can be shown beside it`;
  }
  const subject = scaleSubject(instrument, scaleId);
  const pair = `${value} now, ${formatValue(before.mean, format)} then`;
  return change.verdict === 'no-clear-change'
    ? `No clear change in ${inSentence(subject)} since ${roundWords(compared)}: ${pair}`
    : `${subject} is ${change.verdict} than at ${roundWords(compared)}: ${pair}`;
}

function bandSentence(instrument: Instrument, shown: readonly ShownScale[]): string | null {
  if (!shown.some(({ groupBand }) => groupBand !== null)) return null;
  const inBand = (band: string): string[] =>
    shown.filter(({ groupBand }) => groupBand === band).map(({ scale }) => scaleSubject(instrument, scale));
  const urgent = inBand('urgent');
  if (urgent.length > 3) return `${urgent.length} of ${shown.length} scales need attention first`;
  if (urgent.length > 0) return `${listed(urgent)} ${urgent.length === 1 ? 'needs' : 'need'} attention first`;
  const need = inBand('clear-need');
  if (need.length > 3)
    return `${need.length} of ${shown.length} scales are below the middle of the benchmark`;
  if (need.length > 0)
    return `${listed(need)} ${need.length === 1 ? 'is' : 'are'} below the middle of the benchmark`;
  return 'No scale is below the middle of the benchmark';
}

/** Several scales of one round, beside the benchmark and an earlier round. */
export function scalesHeadline(instrument: Instrument, view: RoundView, compared: RoundView | null): string {
  const shown = readScaleIds(instrument).flatMap((id) => shownScale(view, id) ?? []);
  if (shown.length === 0) return 'Nothing can be shown from this round';
  const now = bandSentence(instrument, shown);
  if (compared === null || compared.state.kind !== 'shown') {
    return (
      now ??
      (view.wave.isBaseline
        ? 'The baseline is set. It is too early to say more: the next round will show what changes'
        : 'There is no earlier round that can be shown beside this one')
    );
  }
  const since = changeSentence(instrument, shown, view, compared);
  return now === null ? since : `${now}. ${since}`;
}

/** "Since the baseline, worse on Demands; better on Role and Change". More than three are counted, not listed. */
function changeSentence(
  instrument: Instrument,
  shown: readonly ShownScale[],
  view: RoundView,
  compared: RoundView,
): string {
  const withMeaning = (meaning: ShownChange['meaning']): string[] =>
    shown
      .filter(({ scale }) => changeSince(compared, view, scale)?.meaning === meaning)
      .map(({ scale }) => scaleSubject(instrument, scale));
  const part = (meaning: 'worse' | 'better'): string[] => {
    const titles = withMeaning(meaning);
    if (titles.length === 0) return [];
    return [
      `${meaning} on ${titles.length > 3 ? `${titles.length} of ${shown.length} scales` : listed(titles)}`,
    ];
  };
  const parts = [...part('worse'), ...part('better')];
  return parts.length === 0
    ? `No clear change since ${roundWords(compared)}`
    : `Since ${roundWords(compared)}, ${parts.join('; ')}`;
}
