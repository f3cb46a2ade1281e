/** Evidence in words, one line for each finding, and the tests that several rules share. */
import { formatMonth, lastDayOf } from '@shared/kernel/local-date';
import { formatValue } from '@shared/charts/chart-spec';
import { groupBandText } from '@shared/wellbeing/result-words';
import type { MeasureId } from '@shared/workforce/measures';
import type { CaseloadEvidence } from '../caseload-evidence';
import type { Evidence, EvidenceLine, FigureEvidence, ScaleEvidence, ThemeId } from '../evidence';

type ScaleTest = (scale: ScaleEvidence) => boolean;

/** Benchmark bands as the HSE has them: below the 20th percentile, and below the middle. */
export const isUrgent: ScaleTest = ({ groupBand }) => groupBand === 'urgent';
export const isBelowMiddle: ScaleTest = ({ groupBand }) =>
  groupBand === 'urgent' || groupBand === 'clear-need';

/** Pulse items go from 1 to 5, and 3 says "about half the time": below it, seldom is more common than mostly. */
export const isUnderHalf: ScaleTest = ({ mean }) => mean < 3;

function scaleWords(scale: ScaleEvidence): string {
  const band = groupBandText(scale.groupBand);
  const group = scale.group === '' ? '' : `${scale.group}: `;
  const reading = [band === '' ? '' : `: ${band.charAt(0).toLowerCase()}${band.slice(1)}`];
  if (scale.isWorse) reading.push(`${band === '' ? ':' : ','} worse than the round before`);
  return `${group}${scale.subject} ${scale.valueText}${reading.join('')}. ${scale.n} replies, “${scale.roundLabel}”.`;
}

export function scaleLine(scale: ScaleEvidence): EvidenceLine {
  const { waveId, scaleId, instrumentId } = scale;
  return {
    words: scaleWords(scale),
    on: scale.closedOn,
    source: { from: 'round', waveId, scaleId },
    href: `/wellbeing/rounds/${waveId}`,
    remeasure: { kind: 'round', instrumentId, scaleId },
  };
}

/** Lines of one scale, of every group whose newest round passes the test or has clearly become worse. */
export function scaleLines(
  { scales }: Evidence,
  instrumentId: string,
  scaleId: string,
  test: ScaleTest,
): readonly EvidenceLine[] {
  return scales
    .filter((scale) => scale.instrumentId === instrumentId && scale.scaleId === scaleId)
    .filter((scale) => test(scale) || scale.isWorse)
    .map(scaleLine);
}

export function figureLine(figure: FigureEvidence): EvidenceLine {
  return {
    words: `${figure.words}.`,
    on: lastDayOf(figure.month),
    source: { from: 'figure', measure: figure.measure },
    href: `/workforce/figures/${figure.measure}`,
    remeasure: { kind: 'figure', measure: figure.measure },
  };
}

export function figureLines(
  { figures }: Evidence,
  measure: MeasureId,
  test: (value: number) => boolean,
): readonly EvidenceLine[] {
  const figure = figures[measure];
  return figure !== undefined && test(figure.value) ? [figureLine(figure)] : [];
}

const counted = (count: number): string =>
  count === 0 ? 'nobody is' : count === 1 ? 'one is' : `${count} are`;

export function caseloadWords({ mean, workers, limit, over, month }: CaseloadEvidence): string {
  const start = `Open cases for each full-time post: mean ${formatValue(mean, 'one-decimal')} over ${workers} workers in ${formatMonth(month)}`;
  return limit === null || over === null
    ? `${start}.`
    : `${start}. The limit is ${limit}: ${counted(over)} over it.`;
}

/** Cases above the service's own limit, of any worker: an average can hide that. */
export function caseloadLines({ caseload }: Evidence): readonly EvidenceLine[] {
  if (caseload === null || caseload.over === null || caseload.over === 0) return [];
  return [
    {
      words: caseloadWords(caseload),
      on: lastDayOf(caseload.month),
      source: { from: 'figure', measure: 'caseload' },
      href: '/workforce/figures/caseload',
      remeasure: { kind: 'figure', measure: 'caseload' },
    },
  ];
}

/** A theme that came up in a third of the sessions or more. */
export function themeLines({ themes }: Evidence, theme: ThemeId, words: string): readonly EvidenceLine[] {
  if (themes === null) return [];
  const count = themes.counts[theme];
  if (count < 3 || count * 3 < themes.sessions) return [];
  return [
    {
      words: `${words}: ticked in ${count} of ${themes.sessions} supervision sessions in three months.`,
      on: themes.to,
      source: null,
      href: '/supervision',
      remeasure: null,
    },
  ];
}

/** Half or more of the training places that were missed were missed for workload. */
export function missedTrainingLines(evidence: Evidence): readonly EvidenceLine[] {
  return figureLines(evidence, 'training-missed', (share) => share >= 0.5);
}
