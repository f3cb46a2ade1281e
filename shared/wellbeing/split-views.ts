/**
 * The parts of a round that asked which part of the service somebody belongs to. A part is shown on a scale when it, and
 * whatever can be worked out from it beside the whole and the other parts, is about 5 people or more (group-guard.ts).
 * Blanks make the people behind each scale differ, so each scale is guarded by itself.
 */
import { score } from '../instruments/score';
import { summariseWave, type ScaleSummary } from '../instruments/wave-summary';
import { guardGroups } from './group-guard';
import type { Measures } from './measures';
import { readScaleIds, shownScale, type RoundView } from './round-results';
import { guardedScales } from './scale-guard';
import { windowsMeet, type AnswerSet } from './wave-rules';

/** Never told apart more finely: which of two parts is the small one is a figure about it. */
export type PartHiddenReason = 'small-or-gives-away' | 'teams-shown' | 'round-hidden';

export interface SplitPart {
  readonly label: string;
  /** Scales that are shown of it; empty: nothing is. */
  readonly scales: readonly ShownPartScale[];
}
export type ShownPartScale = Extract<ScaleSummary, { hidden: false }>;

export interface SplitView {
  readonly question: string;
  readonly parts: readonly SplitPart[];
  /** Why something of it is hidden; null when every part is shown on every scale that the round shows. */
  readonly hidden: PartHiddenReason | null;
}

function partSummaries(
  view: RoundView,
  rows: readonly AnswerSet[],
  { confirmed }: Measures,
): ShownPartScale[] {
  const { instrument } = view;
  if (instrument === null) return [];
  const summary = summariseWave({ instrument, answerSets: rows, invited: rows.length, confirmed });
  if (summary.hidden) return [];
  return guardedScales(instrument, rows, summary.scales, true).flatMap((scale) =>
    scale.hidden ? [] : [scale],
  );
}

/**
 * A team that was asked in the same days is an unknown part of the whole service: nobody can tell what the parts of the
 * whole would give away beside it, so no part is shown. The other way round the team is a group of its own.
 */
function hasTeamBeside(view: RoundView, rounds: readonly RoundView[]): boolean {
  return (
    view.wave.group === '' &&
    rounds.some(
      (other) =>
        other.wave.group !== '' &&
        other.state.kind === 'shown' &&
        other.wave.instrumentId === view.wave.instrumentId &&
        windowsMeet(other.wave, view.wave),
    )
  );
}

/** Null when the round asked no such question. */
export function splitView(
  view: RoundView,
  rounds: readonly RoundView[],
  measures: Measures,
): SplitView | null {
  const { wave, instrument, state } = view;
  if (wave.split === null || state.kind === 'open') return null;
  const { question, options } = wave.split;
  const none = (hidden: PartHiddenReason): SplitView => ({
    question,
    parts: options.map((label) => ({ label, scales: [] })),
    hidden,
  });
  if (state.kind === 'hidden' || instrument === null) return none('round-hidden');
  if (hasTeamBeside(view, rounds)) return none('teams-shown');

  const scaleIds = readScaleIds(instrument).filter((id) => shownScale(view, id) !== null);
  const rows = options.map((_, part) =>
    wave.answerSets.flatMap((_set, row) => (wave.splitAnswers[row] === part ? [row] : [])),
  );
  const scored = wave.answerSets.map((answers) => {
    const result = score(instrument, answers);
    return result.ok ? result.value.scales : {};
  });
  const summaries = rows.map((own) =>
    partSummaries(
      view,
      own.map((row) => wave.answerSets[row] ?? []),
      measures,
    ),
  );
  const shownParts = new Map<string, ReadonlySet<number>>();
  for (const id of scaleIds) {
    const isScored = (row: number): boolean => scored[row]?.[id] !== undefined;
    const members = rows.map((own) => own.filter(isScored));
    const whole = {
      key: 'whole',
      members: new Set(scored.flatMap((_, row) => (isScored(row) ? [row] : []))),
    };
    const verdicts = guardGroups(
      members.map((own, part) => ({ key: String(part), members: new Set(own) })),
      [whole],
    );
    const allowed = members.flatMap((_, part) => (verdicts.get(String(part)) === 'shown' ? [part] : []));
    const isTelling = isAlike(members, scored, id);
    shownParts.set(id, new Set(isTelling ? [] : allowed));
  }
  const parts = options.map((label, part): SplitPart => ({
    label,
    scales: (summaries[part] ?? []).filter(({ scale }) => shownParts.get(scale)?.has(part) === true),
  }));
  const isWhole = parts.every(({ scales }) => scales.length === scaleIds.length);
  return { question, parts, hidden: isWhole ? null : 'small-or-gives-away' };
}

/**
 * Whether everybody of some part comes out the same. Its average is hidden then, and must not come out of the whole less
 * the other parts: no part of this scale is shown.
 */
function isAlike(
  members: readonly (readonly number[])[],
  scored: readonly Readonly<Record<string, number>>[],
  scaleId: string,
): boolean {
  return members.some((own) => {
    const [first] = own;
    return (
      first !== undefined &&
      own.length > 1 &&
      own.every((row) => scored[row]?.[scaleId] === scored[first]?.[scaleId])
    );
  });
}
