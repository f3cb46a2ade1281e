/**
 * Which rounds may be shown, and with what. Every screen takes its numbers from here, so a chart, a table and a
 * comparison hide the same things. A round shows nothing while it is open: results that grow with each reply
 * would give each reply away.
 */
import type { Instrument } from '@shared/instruments/instrument';
import {
  compareWaves,
  defaultMinimumGroup,
  summariseWave,
  type ScaleChange,
  type ScaleSummary,
  type ShownWave,
} from '@shared/instruments/wave-summary';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { builtInMeasures, type Measures } from './measures';
import { guardedScales } from './scale-guard';
import { isLocked, windowsMeet } from './wave-rules';

export const minimumReplies = defaultMinimumGroup;

export type HiddenReason = 'too-few-replies' | 'rest-too-small' | 'measure-unknown';

export type RoundState =
  | { readonly kind: 'open' }
  | { readonly kind: 'hidden'; readonly reason: HiddenReason }
  | { readonly kind: 'shown'; readonly summary: ShownWave };

export interface RoundView {
  readonly id: string;
  readonly wave: WellbeingWave;
  readonly instrument: Instrument | null;
  readonly state: RoundState;
}

export interface RoundRecord {
  readonly id: string;
  readonly value: WellbeingWave;
}

function stateOf(wave: WellbeingWave, instrument: Instrument | null, { confirmed }: Measures): RoundState {
  if (!isLocked(wave)) return { kind: 'open' };
  if (instrument === null) return { kind: 'hidden', reason: 'measure-unknown' };
  const { answerSets, invited } = wave;
  const summary = summariseWave({ instrument, answerSets, invited, confirmed });
  if (summary.hidden) return { kind: 'hidden', reason: 'too-few-replies' };
  const scales = guardedScales(instrument, answerSets, summary.scales, false);
  return { kind: 'shown', summary: { ...summary, scales } };
}

function isTooClose(difference: number): boolean {
  return difference !== 0 && Math.abs(difference) < minimumReplies;
}

/** People behind each scale that is shown: blanks make these differ from the number of replies. */
function scoredByScale(view: RoundView): ReadonlyMap<string, number> {
  const scales = view.state.kind === 'shown' ? view.state.summary.scales : [];
  return new Map(scales.flatMap((scale) => (scale.hidden ? [] : [[scale.scale, scale.n] as const])));
}

/**
 * A team is hidden when, on any scale, the whole service less it, or less it and other teams already shown, would
 * leave 1 to 4 people: their mean follows by subtraction. The whole service stays. Only rounds of one measure
 * whose windows meet can be subtracted. Larger teams are let in first.
 */
function hiddenByRest(views: readonly RoundView[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  const shown = views.filter((view) => view.state.kind === 'shown');
  const teams = shown
    .filter((view) => view.wave.group !== '')
    .sort((left, right) => right.wave.answerSets.length - left.wave.answerSets.length);
  /** By whole round and scale: every number of people that shown teams can add up to. */
  const sums = new Map<string, Set<number>>();
  for (const team of teams) {
    const linked = shown
      .filter(
        (view) =>
          view.wave.group === '' &&
          view.wave.instrumentId === team.wave.instrumentId &&
          windowsMeet(view.wave, team.wave),
      )
      .flatMap((whole) =>
        [...scoredByScale(whole)].flatMap(([scale, inWhole]) => {
          const inTeam = scoredByScale(team).get(scale);
          return inTeam === undefined ? [] : [{ key: `${whole.id} ${scale}`, inWhole, inTeam }];
        }),
      );
    const isGiven = linked.some(({ key, inWhole, inTeam }) =>
      [...(sums.get(key) ?? [0])].some((sum) => isTooClose(inWhole - sum - inTeam)),
    );
    if (isGiven) {
      hidden.add(team.id);
      continue;
    }
    for (const { key, inTeam } of linked) {
      const known = sums.get(key) ?? new Set([0]);
      for (const sum of [...known]) known.add(sum + inTeam);
      sums.set(key, known);
    }
  }
  return hidden;
}

/** Rounds of the whole service that are shown and of which this team was a part: same measure, days that meet. */
export function wholesAround(views: readonly RoundView[], view: RoundView): RoundView[] {
  if (view.wave.group === '') return [];
  return views.filter(
    (whole) =>
      whole.wave.group === '' &&
      whole.state.kind === 'shown' &&
      whole.wave.instrumentId === view.wave.instrumentId &&
      windowsMeet(whole.wave, view.wave),
  );
}

/**
 * A team beside the whole service: counts of either can be taken from each other, and the rest of a count may be 1 to
 * 4 people however large the two groups are. So the whole keeps its counts, and the team has none.
 */
function besideWholes(view: RoundView, wholes: readonly RoundView[]): RoundView {
  const { state, instrument, wave } = view;
  if (state.kind !== 'shown' || instrument === null) return view;
  const { summary } = state;
  const hidden = { shown: false } as const;
  // What the whole hides must not come out of its teams put together.
  const scales = summary.scales.map((scale): ScaleSummary =>
    wholes.every((whole) => shownScale(whole, scale.scale) !== null)
      ? scale
      : { scale: scale.scale, title: scale.title, hidden: true, reason: 'GroupTooSmall' },
  );
  return {
    ...view,
    state: {
      kind: 'shown',
      summary: {
        ...summary,
        scales: guardedScales(instrument, wave.answerSets, scales, true),
        flagged: summary.flagged === null ? null : hidden,
        straightLined: summary.straightLined === null ? null : hidden,
      },
    },
  };
}

/** Every round with what may be shown of it, oldest first. `measures`: with the service's own and what it has checked. */
export function roundViews(
  records: readonly RoundRecord[],
  measures: Measures = builtInMeasures,
): RoundView[] {
  const views = records
    .map(({ id, value }): RoundView => {
      const instrument = measures.find(value.instrumentId, value.instrumentVersion);
      return { id, wave: value, instrument, state: stateOf(value, instrument, measures) };
    })
    .sort((left, right) =>
      left.wave.opensOn === right.wave.opensOn
        ? left.id < right.id
          ? -1
          : 1
        : left.wave.opensOn < right.wave.opensOn
          ? -1
          : 1,
    );
  const hidden = hiddenByRest(views);
  return views.map((view): RoundView => {
    if (hidden.has(view.id)) return { ...view, state: { kind: 'hidden', reason: 'rest-too-small' } };
    const wholes = wholesAround(views, view);
    return wholes.length === 0 ? view : besideWholes(view, wholes);
  });
}

/** Rounds of the same measure and group. */
export function roundsLike(views: readonly RoundView[], view: RoundView): RoundView[] {
  return views.filter(
    (other) => other.wave.instrumentId === view.wave.instrumentId && other.wave.group === view.wave.group,
  );
}

/** Rounds that a round can be set against: same measure, same version, same group, closed, and not later. */
export function earlierRounds(views: readonly RoundView[], view: RoundView): RoundView[] {
  return roundsLike(views, view).filter(
    (other) =>
      other.id !== view.id &&
      other.state.kind !== 'open' &&
      other.wave.instrumentVersion === view.wave.instrumentVersion &&
      other.wave.opensOn <= view.wave.opensOn,
  );
}

export function baselineOf(views: readonly RoundView[], view: RoundView): RoundView | null {
  return earlierRounds(views, view).find((other) => other.wave.isBaseline) ?? null;
}

/** Scales that are read: WHO-5's raw sum is the same thing as its percentage, so it is left out. */
export function readScaleIds(instrument: Instrument): string[] {
  const replaced = new Set(instrument.derivedScales.map((scale) => scale.from));
  return [...instrument.scales, ...instrument.derivedScales]
    .map((scale) => scale.id)
    .filter((id) => !replaced.has(id));
}

export type ShownScale = Extract<ScaleSummary, { hidden: false }>;
export type ShownChange = Extract<ScaleChange, { hidden: false }>;

export function shownScale(view: RoundView, scaleId: string): ShownScale | null {
  if (view.state.kind !== 'shown') return null;
  const scale = view.state.summary.scales.find((entry) => entry.scale === scaleId);
  return scale === undefined || scale.hidden ? null : scale;
}

/** Change of one scale since the baseline; null when either side is hidden. */
export function changeSince(
  baseline: RoundView | null,
  view: RoundView,
  scaleId: string,
): ShownChange | null {
  if (baseline === null || baseline.state.kind !== 'shown' || view.state.kind !== 'shown') return null;
  const compared = compareWaves(baseline.state.summary, view.state.summary);
  if (!compared.ok || compared.value.hidden) return null;
  const change = compared.value.scales.find((entry) => entry.scale === scaleId);
  return change === undefined || change.hidden ? null : change;
}
