/** What a round found, scale by scale: what presses first. And what a service might do about it. */
import type { Instrument } from '@shared/instruments/instrument';
import { formatValue } from '@shared/charts/chart-spec';
import { changeSince, readScaleIds, shownScale, type RoundView } from './round-results';
import { formatOf, groupBandText, roundWords, scaleSubject } from './result-words';

export interface Finding {
  readonly scaleId: string;
  readonly title: string;
  readonly detail: string;
  /** Below the middle of the benchmark, or worse than before. */
  readonly isPressing: boolean;
}

const bandRanks: Readonly<Record<string, number>> = { urgent: 0, 'clear-need': 1, good: 3, keep: 4 };
const changeWords = { better: 'better', worse: 'worse', 'no-clear-change': 'no clear change' } as const;

/** Shown scales alone, the most pressing first; of equals in the order of the measure. */
export function findingsOf(
  instrument: Instrument,
  view: RoundView,
  compared: RoundView | null,
): readonly Finding[] {
  return readScaleIds(instrument)
    .flatMap((scaleId) => {
      const scale = shownScale(view, scaleId);
      if (scale === null) return [];
      const change = changeSince(compared, view, scaleId);
      const isWorse = change?.meaning === 'worse';
      const bandRank = scale.groupBand === null ? 2 : (bandRanks[scale.groupBand] ?? 2);
      const details = [
        formatValue(scale.mean, formatOf(instrument, scaleId)),
        groupBandText(scale.groupBand),
        change === null || compared === null
          ? ''
          : `${changeWords[change.meaning]} since ${roundWords(compared)}`,
      ];
      const finding: Finding = {
        scaleId,
        title: scaleSubject(instrument, scaleId),
        detail: details.filter((text) => text !== '').join(' · '),
        isPressing: bandRank < 2 || isWorse,
      };
      return [{ finding, rank: bandRank * 2 + (isWorse ? -1 : 0) }];
    })
    .sort((left, right) => left.rank - right.rank)
    .map(({ finding }) => finding);
}

/** By scale of a built-in measure: things that a service can do. A start for one's own words, never a rule. */
const suggestions: Readonly<Record<string, readonly string[]>> = {
  'hse35 demands': [
    'Set a limit for caseloads and share out what is above it',
    'Move some of the work to another team or partner',
    'Take the workload to senior managers, with these results',
  ],
  'hse35 control': ['Let people plan the order of their own day, and their breaks'],
  'hse35 managerSupport': [
    'Hold supervision more often for a quarter',
    'Training for line managers in talking about pressure at work',
  ],
  'hse35 peerSupport': ['A buddy for each person', 'Start a reflective group'],
  'hse35 relationships': ['Agree how conflict is raised here, and who helps'],
  'hse35 role': ['A talk with each person about what their role is, and what it is not'],
  'hse35 change': ['Ask people before the next change, and say what came of it'],
  'cbi client': ['Change the mix of direct work in each caseload', 'Training in safety and stabilisation'],
  'cbi work': ['Look at workload and breaks with the team'],
  'stss total': [
    'Rotate the work that exposes people most',
    'Supervision with somebody who has trauma training',
  ],
  'proqol5 sts': ['Rotate the work that exposes people most'],
  'proqol5 bo': ['Look at workload and breaks with the team'],
  'pulse workload': ['Set a limit for caseloads and share out what is above it'],
  'pulse breaks': ['Cover for breaks on every shift'],
  'pulse space': ['A room that can be closed, kept free of client work'],
  'pulse supervision': ['Protect the time of supervision in the rota'],
  'pulse supported': ['Supervision more often for a quarter'],
  'pulse safe': ['Walk the building and the visits with the team, and fix what is unsafe'],
  'pulse exposure': ['Rotate the work that exposes people most'],
  'pulse team': ['Start a reflective group'],
  'pulse values': ['A reflective session on work that goes against our values'],
  'pulse onTime': ['Managers leave on time, and say so'],
};

const anyMeasure = ['Talk the result through with the team, and agree one change together'];

export function suggestedActions(instrumentId: string, scaleId: string | null): readonly string[] {
  return (scaleId === null ? undefined : suggestions[`${instrumentId} ${scaleId}`]) ?? anyMeasure;
}
