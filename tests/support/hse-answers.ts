/** Answers to the 35 items whose scales have wanted sums: for stories that are told in averages. */
import { hse35 } from '@shared/instruments/hse35';

/** Of one scale: points of all people together (after turning round), and how many of them leave it blank. */
export interface WantedScale {
  readonly points: number;
  readonly blank?: number;
}

/** Values of 1 to 5, `count` of them, that add up to `points` and are not all alike. */
function spread(points: number, count: number): number[] {
  const base = Math.floor(points / count);
  const more = points - base * count;
  const values = Array.from({ length: count }, (_, index) => base + (index < more ? 1 : 0));
  // One up, one down: the sum stays, and people differ.
  for (let at = 0; at + 5 < count; at += 6) {
    const [low, high] = [at, at + 5];
    if ((values[low] ?? 5) < 5 && (values[high] ?? 1) > 1) {
      values[low] = (values[low] ?? 0) + 1;
      values[high] = (values[high] ?? 0) - 1;
    }
  }
  return values;
}

export function hseAnswers(
  people: number,
  wanted: Readonly<Record<string, WantedScale>>,
): (number | null)[][] {
  const answers = Array.from({ length: people }, () => Array.from({ length: 35 }, (): number | null => null));
  for (const scale of hse35.scales) {
    const { points, blank = 0 } = wanted[scale.id] ?? { points: scale.items.length * people * 3 };
    const scored = people - blank;
    const values = spread(points, scored * scale.items.length);
    for (let person = 0; person < scored; person += 1) {
      scale.items.forEach((item, at) => {
        const value = values[person * scale.items.length + at] ?? 3;
        const row = answers[person];
        if (row !== undefined) row[item - 1] = hse35.reverseScored.includes(item) ? 6 - value : value;
      });
    }
  }
  return answers;
}

/** Acceptance story 4: Demands 2.90, manager support 3.50, peer support 3.70 (one left it blank), role 4.32. */
export const story4First = hseAnswers(12, {
  demands: { points: 278 },
  control: { points: 252 },
  managerSupport: { points: 210 },
  peerSupport: { points: 163, blank: 1 },
  relationships: { points: 186 },
  role: { points: 259 },
  change: { points: 112 },
});

/** The next round of the story: Demands 3.05, the rest as it was. */
export const story4Next = hseAnswers(12, {
  demands: { points: 293 },
  control: { points: 252 },
  managerSupport: { points: 210 },
  peerSupport: { points: 163, blank: 1 },
  relationships: { points: 186 },
  role: { points: 259 },
  change: { points: 112 },
});
