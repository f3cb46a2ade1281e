/** Wellbeing rounds of the made-up service: unlinked answer sets that move slowly, with honest scatter. */
import { hse35 } from '@shared/instruments/hse35';
import { pulse } from '@shared/instruments/pulse';
import { addDays, type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import type { DemoContext, DemoKey, DemoRecord } from './demo-context';
import { isInPost } from './demo-people';
import { createSeeded, type Seeded } from './seeded';

type RoundKey = Extract<DemoKey, `round-${string}`>;

/** A fortnight to answer; locked on the day after. */
interface Round {
  readonly key: RoundKey | null;
  readonly instrumentId: 'who5' | 'hse35' | 'pulse';
  readonly label: string;
  readonly opensOn: string;
  /** Of those in post on the first day, so many did not answer. */
  readonly silent: number;
  readonly isBaseline?: boolean;
  readonly note?: string;
  /** `own`: where somebody lies above or below the others, in standard deviations. */
  readonly answers: (own: number, seeded: Seeded) => (number | null)[];
}

const about = (level: number) => (own: number, seeded: Seeded) => who5Answers(level, own, seeded);

/** Level: the middle at which answers lie, 0 to 5. Down to the hard winter, and slowly up again. */
const who5Rounds: readonly Round[] = (
  [
    ['2023-10', 'WHO-5, baseline', 2.7, 3],
    ['2024-04', 'Spring 2024', 2.6, 4],
    ['2024-10', 'Autumn 2024', 2.3, 4],
    ['2025-04', 'Spring 2025', 2.1, 3],
    ['2025-10', 'Autumn 2025', 2.8, 3],
  ] as const
).map(([month, label, level, silent], index) => ({
  key: `round-who5-${month}` as const,
  instrumentId: 'who5',
  label,
  opensOn: `${month}-16`,
  silent,
  isBaseline: index === 0,
  note: month === '2025-04' ? 'Three months after the death in January. Three posts are empty.' : '',
  answers: about(level),
}));

type PulseLevels = readonly [supported: number, workload: number, breaks: number, supervision: number];

/** Supported does not move with the newsletter of June 2025; workload moves with the limit, supervision with its time. */
const pulseRounds: readonly Round[] = (
  [
    ['2024-05', 'Pulse, baseline', [3.2, 2.8, 3.1, 2.6], 3],
    ['2024-08', 'Pulse, August 2024', [3.1, 2.5, 2.9, 2.5], 4],
    ['2024-11', 'Pulse, November 2024', [3, 2.3, 2.6, 2.2], 3],
    ['2025-02', 'Pulse, February 2025', [3, 2, 2.5, 2.1], 3],
    ['2025-05', 'Pulse, May 2025', [3.1, 2.2, 2.8, 2.5], 2],
    ['2025-08', 'Pulse, August 2025', [3.1, 2.9, 3.2, 2.7], 3],
    ['2025-11', 'Pulse, November 2025', [3.3, 3.4, 3.6, 3.4], 2],
    ['2026-02', 'Pulse, February 2026', [3.6, 3.6, 3.7, 3.9], 2],
  ] as const
).map(([month, label, levels, silent], index) => ({
  key: `round-pulse-${month}` as const,
  instrumentId: 'pulse',
  label,
  opensOn: `${month}-04`,
  silent,
  isBaseline: index === 0,
  note: month === '2025-08' ? 'Two newsletters had come out since the last one.' : '',
  answers: (own, seeded) => pulseAnswers(levels, own, seeded),
}));

const causes: readonly Round[] = [
  {
    key: 'round-hse-2023',
    instrumentId: 'hse35',
    label: 'Causes of stress, baseline',
    opensOn: '2023-09-18',
    silent: 3,
    isBaseline: true,
    note: 'The first time that anybody asked.',
    answers: (own, seeded) => hseAnswers(0, own, seeded),
  },
  {
    key: 'round-hse-2026',
    instrumentId: 'hse35',
    label: 'Causes of stress, March 2026',
    opensOn: '2026-03-16',
    silent: 2,
    answers: (own, seeded) => hseAnswers(1, own, seeded),
  },
];

/** Who is there on the isles is too few for a result: that the app says so is part of what there is to see. */
const isles = 'North isles';

export function demoWaves(context: DemoContext): readonly DemoRecord<'wellbeing-wave'>[] {
  const seeded = createSeeded(1207);
  const inPost = (day: LocalDate, site?: string): number =>
    context.people.filter(
      ({ person }) => isInPost(person, day) && (site === undefined || person.site === site),
    ).length;
  const of = (round: Round, group = ''): DemoRecord<'wellbeing-wave'> => {
    const opensOn = toLocalDate(round.opensOn);
    const closesOn = addDays(opensOn, 13);
    const invited = inPost(opensOn, group === '' ? undefined : group);
    return {
      kind: 'wellbeing-wave',
      ...(round.key === null ? {} : { id: context.idFor(round.key) }),
      value: {
        instrumentId: round.instrumentId,
        instrumentVersion: 1,
        label: round.label,
        group,
        opensOn,
        closesOn,
        invited,
        answerSets: spreadOut(invited - round.silent, seeded)
          .map((own) => round.answers(own, seeded))
          .sort(byAnswers),
        split: null,
        splitAnswers: [],
        isBaseline: round.isBaseline ?? false,
        lockedOn: addDays(closesOn, 1),
        note: round.note ?? '',
      } satisfies WellbeingWave,
    };
  };
  return [
    ...[...causes, ...who5Rounds, ...pulseRounds].map((round) => of(round)),
    of(
      {
        key: null,
        instrumentId: 'who5',
        label: 'North isles, autumn 2025',
        opensOn: '2025-10-16',
        silent: 0,
        answers: about(2.8),
      },
      isles,
    ),
  ];
}

function who5Answers(level: number, own: number, seeded: Seeded): number[] {
  return Array.from({ length: 5 }, () => clamp(Math.round(level + own * 0.8 + spread(seeded) * 0.6), 0, 5));
}

function pulseAnswers(
  [supported, workload, breaks, supervision]: PulseLevels,
  own: number,
  seeded: Seeded,
): number[] {
  // The others follow from these: rest and going home on time from the workload, the rest from who is there.
  const levels: Readonly<Record<string, number>> = {
    safe: supported + 0.6,
    supported,
    workload,
    breaks,
    space: 2.4,
    supervision,
    values: (workload + 3.4) / 2,
    exposure: workload + 0.3,
    team: supported + 0.5,
    onTime: workload + 0.2,
  };
  return pulse.scales
    .filter(({ items }) => items.length === 1)
    .map(({ id }) => clamp(Math.round((levels[id] ?? 3) + own * 0.4 + spread(seeded) * 0.5), 1, 5));
}

/** Mean wanted on each scale (higher is better), in September 2023 and in March 2026. */
const hseLevels: Readonly<Record<string, readonly [number, number]>> = {
  demands: [2.66, 3.08],
  control: [3.35, 3.5],
  managerSupport: [3.3, 3.75],
  peerSupport: [3.85, 3.95],
  relationships: [3.85, 3.95],
  role: [4.3, 4.35],
  change: [2.8, 3],
};

function hseAnswers(round: 0 | 1, own: number, seeded: Seeded): (number | null)[] {
  return Array.from({ length: hse35.itemCount }, (_, index) => {
    const item = index + 1;
    const scale = hse35.scales.find(({ items }) => items.includes(item));
    const level = hseLevels[scale?.id ?? '']?.[round] ?? 3.4;
    const good = clamp(Math.round(level + own * 0.3 + spread(seeded) * 0.8), 1, 5);
    if (seeded.chance(0.012)) return null;
    return hse35.reverseScored.includes(item) ? 6 - good : good;
  });
}

/** One for each person, over the whole width: a small round by chance of all low ones would tell another story. */
function spreadOut(count: number, seeded: Seeded): number[] {
  return Array.from({ length: count }, (_, index) => {
    const place = (index + 0.25 + seeded.next() * 0.5) / count;
    return (place - 0.5) * 3.2;
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
