/** Wellbeing rounds of the made-up service: unlinked answer sets that move slowly, with honest scatter. */
import { hse35 } from '@shared/instruments/hse35';
import { toLocalDate } from '@shared/kernel/local-date';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { createSeeded, type Seeded } from './seeded';

type Round = readonly [
  label: string,
  opensOn: string,
  closesOn: string,
  lockedOn: string,
  invited: number,
  replies: number,
  level: number,
];

/** `level` is the middle of the scale's range at which answers lie (0 to 5). */
const who5Rounds: readonly Round[] = [
  ['Baseline', '2025-02-10', '2025-02-24', '2025-02-25', 26, 19, 2.35],
  ['May 2025', '2025-05-12', '2025-05-26', '2025-05-27', 25, 17, 2.45],
  ['August 2025', '2025-08-11', '2025-08-25', '2025-08-26', 27, 18, 2.75],
  ['November 2025', '2025-11-10', '2025-11-24', '2025-11-25', 27, 21, 2.95],
  ['February 2026', '2026-02-09', '2026-02-23', '2026-02-24', 28, 22, 3.2],
];

export function demoWaves(): readonly WellbeingWave[] {
  const seeded = createSeeded(1207);
  const who5 = who5Rounds.map(([label, opensOn, closesOn, lockedOn, invited, replies, level], index) =>
    wave({
      instrumentId: 'who5',
      label,
      group: '',
      opensOn,
      closesOn,
      lockedOn,
      invited,
      isBaseline: index === 0,
      answerSets: Array.from({ length: replies }, () => who5Answers(level, seeded)),
      note: index === 2 ? 'Outreach moved into the Main Street office in July.' : '',
    }),
  );
  const evening = wave({
    instrumentId: 'who5',
    label: 'Evening team',
    group: 'Evening team',
    opensOn: '2026-02-09',
    closesOn: '2026-02-23',
    lockedOn: '2026-02-24',
    invited: 6,
    isBaseline: false,
    note: '',
    answerSets: Array.from({ length: 4 }, () => who5Answers(2.8, seeded)),
  });
  const causes = [
    wave({
      instrumentId: 'hse35',
      label: 'Causes of stress, baseline',
      group: '',
      opensOn: '2025-03-10',
      closesOn: '2025-03-28',
      lockedOn: '2025-03-31',
      invited: 26,
      isBaseline: true,
      note: '',
      answerSets: Array.from({ length: 18 }, () => hseAnswers(0, seeded)),
    }),
    wave({
      instrumentId: 'hse35',
      label: 'Causes of stress, year 2',
      group: '',
      opensOn: '2026-03-02',
      closesOn: '2026-03-16',
      lockedOn: '2026-03-17',
      invited: 28,
      isBaseline: false,
      note: '',
      answerSets: Array.from({ length: 20 }, () => hseAnswers(1, seeded)),
    }),
  ];
  return [...who5, evening, ...causes];
}

function wave(
  input: Omit<
    WellbeingWave,
    'instrumentVersion' | 'opensOn' | 'closesOn' | 'lockedOn' | 'split' | 'splitAnswers'
  > &
    Record<'opensOn' | 'closesOn' | 'lockedOn', string>,
): WellbeingWave {
  return {
    ...input,
    instrumentVersion: 1,
    split: null,
    splitAnswers: [],
    opensOn: toLocalDate(input.opensOn),
    closesOn: toLocalDate(input.closesOn),
    lockedOn: toLocalDate(input.lockedOn),
    answerSets: [...input.answerSets].sort(byAnswers),
  };
}

function who5Answers(level: number, seeded: Seeded): number[] {
  const own = level + spread(seeded) * 0.95;
  return Array.from({ length: 5 }, () => clamp(Math.round(own + spread(seeded) * 0.7), 0, 5));
}

/** Mean wanted on each scale (higher is better), at the baseline and a year later. */
const hseLevels: Readonly<Record<string, readonly [number, number]>> = {
  demands: [2.8, 3.05],
  control: [3.4, 3.5],
  managerSupport: [3.35, 3.75],
  peerSupport: [3.85, 3.9],
  relationships: [3.8, 3.9],
  role: [4.1, 4.2],
  change: [2.7, 3],
};

function hseAnswers(year: 0 | 1, seeded: Seeded): (number | null)[] {
  const own = spread(seeded) * 0.35;
  return Array.from({ length: hse35.itemCount }, (_, index) => {
    const item = index + 1;
    const scale = hse35.scales.find(({ items }) => items.includes(item));
    const level = hseLevels[scale?.id ?? '']?.[year] ?? 3.4;
    const good = clamp(Math.round(level + own + spread(seeded) * 0.85), 1, 5);
    if (seeded.chance(0.012)) return null;
    return hse35.reverseScored.includes(item) ? 6 - good : good;
  });
}

/** About normal with a standard deviation of 1. */
function spread(seeded: Seeded): number {
  return (seeded.next() + seeded.next() + seeded.next() - 1.5) * 2;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Sorted, so that the order tells nothing about who came when. A blank sorts first. */
function byAnswers(left: readonly (number | null)[], right: readonly (number | null)[]): number {
  const at = left.findIndex((answer, index) => answer !== right[index]);
  return at === -1 ? 0 : (left[at] ?? -1) - (right[at] ?? -1);
}
