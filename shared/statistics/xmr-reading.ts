/**
 * How much of an XmR chart may be shown and said. The arithmetic gives limits from two figures on; people
 * read them as a promise. So: none below 5 figures, "trial limits" and no icon below 13, and the rule set by
 * its name.
 */
import type { Assurance, VariationIcon, XmrChart, XmrPhase } from './xmr';
import type { XmrRule } from './xmr-rules';

/** Fewer have no limits. */
export const xmrMinimumPoints = 5;
/** Making Data Count shows limits and icons from here on; NHSRplotthedots marks shorter groups. */
export const xmrIconPoints = 13;

export const xmrRuleSetName = (runLength: number, screened: boolean): string =>
  `Making Data Count rules with ${runLength} in a row, ${screened ? 'large moves left out of the limits' : 'all moves in the limits'}`;

export type XmrVerdict =
  /** fewer than 5 figures, or no two neighbouring ones */
  | 'too-few-points'
  /** screening left no movement at all, although the figures differ: most are the same, a few are not */
  | 'no-usual-range'
  | 'trial-limits'
  | 'limits';

export function phaseVerdict(phase: XmrPhase): XmrVerdict {
  if (phase.n < xmrMinimumPoints || phase.limits === null) return 'too-few-points';
  if (phase.averageMovingRange === 0 && phase.movingRangeLimit !== 0) return 'no-usual-range';
  return phase.n < xmrIconPoints ? 'trial-limits' : 'limits';
}

export type XmrReading = {
  /** of the last phase, which is what is happening now */
  readonly verdict: XmrVerdict;
  readonly verdicts: readonly XmrVerdict[];
  readonly showsLimits: boolean;
  /** variation and assurance icon together */
  readonly showsIcons: boolean;
  /** one per point: the rule to mark, 'none' where its phase is not judged */
  readonly marks: readonly XmrRule[];
};

const hasLimits = (verdict: XmrVerdict | undefined): boolean =>
  verdict === 'trial-limits' || verdict === 'limits';

export function readXmr(chart: XmrChart): XmrReading {
  const verdicts = chart.phases.map(phaseVerdict);
  const verdict = verdicts.at(-1) ?? 'too-few-points';
  return {
    verdict,
    verdicts,
    showsLimits: hasLimits(verdict),
    showsIcons: verdict === 'limits',
    marks: chart.points.map((point) => (hasLimits(verdicts[point.phase]) ? point.rule : 'none')),
  };
}

export type IconWords = {
  /** beside the icon, and its name for a screen reader */
  readonly name: string;
  readonly meaning: string;
};

/** Every icon has its words: the picture alone says nothing to many people. */
export const variationWords: Readonly<Record<VariationIcon, IconWords>> = {
  'common-cause': {
    name: 'Usual variation',
    meaning: 'The figures move within their usual range. A single rise or fall needs no explanation.',
  },
  'improvement-high': {
    name: 'Higher than usual, which is better',
    meaning: 'The latest figures have moved up further than chance usually takes them.',
  },
  'improvement-low': {
    name: 'Lower than usual, which is better',
    meaning: 'The latest figures have moved down further than chance usually takes them.',
  },
  'concern-high': {
    name: 'Higher than usual, which is a concern',
    meaning: 'The latest figures have moved up further than chance usually takes them.',
  },
  'concern-low': {
    name: 'Lower than usual, which is a concern',
    meaning: 'The latest figures have moved down further than chance usually takes them.',
  },
  'neutral-high': {
    name: 'Higher than usual',
    meaning:
      'The latest figures have moved up further than chance usually takes them. Neither direction is called better.',
  },
  'neutral-low': {
    name: 'Lower than usual',
    meaning:
      'The latest figures have moved down further than chance usually takes them. Neither direction is called better.',
  },
};

export const assuranceWords: Readonly<Record<Assurance, IconWords>> = {
  pass: {
    name: 'Meets the target',
    meaning: 'The whole usual range is on the good side of the target.',
  },
  fail: {
    name: 'Does not meet the target',
    meaning: 'The whole usual range misses the target. It takes a change in how things work to reach it.',
  },
  'hit-or-miss': {
    name: 'Meets the target by chance',
    meaning: 'The target lies within the usual range, so some figures meet it and some do not.',
  },
};

/** Why a point is marked, for its label and the table; null where no rule is broken. */
export function ruleWords(rule: XmrRule, runLength: number): string | null {
  switch (rule) {
    case 'none':
      return null;
    case 'outside-high':
      return 'Above the upper limit';
    case 'outside-low':
      return 'Below the lower limit';
    case 'trend-up':
      return `One of ${runLength} or more in a row that go up`;
    case 'trend-down':
      return `One of ${runLength} or more in a row that go down`;
    case 'two-of-three-high':
      return 'One of two out of three close to the upper limit';
    case 'two-of-three-low':
      return 'One of two out of three close to the lower limit';
    case 'shift-high':
      return `One of ${runLength} or more in a row above the average`;
    case 'shift-low':
      return `One of ${runLength} or more in a row below the average`;
  }
}
