/** Supervision on time at the end of each month, and the closed rounds of built-in questionnaires. */
import { suppressPartition } from '@shared/disclosure/partition';
import { suppressMean, suppressProportion } from '@shared/disclosure/statistic';
import { addDays, lastDayOf, monthOf, type LocalDate, type LocalMonth } from '@shared/kernel/local-date';
import { asWritten } from '@shared/reports/draft';
import { everyone, figureKey, groupOf, paid, periodAt } from '@shared/reports/figures/keys';
import { supervisionCoverageAsOf } from '@shared/supervision/coverage';
import { builtInMeasures } from '@shared/wellbeing/measures';
import { readScaleIds, roundViews, shownScale, type RoundView } from '@shared/wellbeing/round-results';
import { monthsOf, type BundleInput, type BundleSheet } from './bundle-input';
import { askedMeasureId, repliedMeasureId, scaleMeasureId } from './measures';
import { headcountKey } from './staff-figures';

/** Sessions are known from the first one on; before an interval has passed since then nothing can be said. */
function knownFrom({ records }: BundleInput): LocalDate | null {
  const days = [...records.sessions, ...records.groupSessions].map(({ value }) => value.date).sort();
  const [first] = days;
  return first === undefined ? null : addDays(first, records.service.supervisionIntervalDays);
}

export function addSupervision(sheet: BundleSheet): void {
  const { input, row: put } = sheet;
  const { records } = input;
  const first = knownFrom(input);
  const staff = records.people.filter(({ value }) => value.engagement !== 'volunteer');
  const rows = new Map(records.rows.map((row) => [row.month, row]));
  for (const month of monthsOf(input)) {
    const asOf = lastDayOf(month);
    if (first === null || asOf < first || rows.get(month)?.source.staff !== 'records') {
      for (const measure of ['supervision-on-time', 'supervision-rate']) put({ month, measure, key: null });
      continue;
    }
    const { people, onTime } = supervisionCoverageAsOf({
      people: staff,
      sessions: records.sessions,
      groupSessions: records.groupSessions,
      absences: records.absences,
      intervalDays: records.service.supervisionIntervalDays,
      asOf,
    });
    addOnTime(sheet, month, people.length, onTime);
  }
}

function addOnTime(sheet: BundleSheet, month: LocalMonth, all: number, on: number): void {
  const { input, book, headcounts, row: put } = sheet;
  const at = periodAt(lastDayOf(month));
  const inPost = headcountKey(month);
  // Both count who is in post on the day; should they ever differ, the two lists must not be taken from each other.
  const reason = headcounts.get(month) === all ? null : 'protects-another';
  const onTime = book.add(figureKey('supervised', at, paid), on, { reason });
  const others = book.add(figureKey('not-supervised', at, paid), all - on, { isPublished: false });
  if (reason === null) book.sum(inPost, [onTime, others]);
  const rate = all === 0 ? 0 : Number(((100 * on) / all).toFixed(1));
  const rateKey = book.add(figureKey('supervised-rate', at, paid), rate, {
    kind: 'statistic',
    reason: reason ?? suppressProportion({ numerator: on, denominator: all, limits: input.limits }),
    madeOf: [onTime, inPost],
    ratio: { over: [onTime], under: [inPost], times: 100 },
  });
  linkVolunteers(sheet, month, on);
  put({ month, measure: 'supervision-on-time', key: onTime });
  put({ month, measure: 'supervision-rate', key: rateKey, behind: 'statistic' });
}

/** A report that counts volunteers tells how many of everyone had supervision on time. */
function linkVolunteers({ input, book }: BundleSheet, month: LocalMonth, onTimePaid: number): void {
  const { records, givenKeys } = input;
  const at = periodAt(lastDayOf(month));
  const all = figureKey('supervised', at, everyone);
  if (!givenKeys.has(all)) return;
  const { onTime } = supervisionCoverageAsOf({
    people: records.people.filter(({ value }) => value.engagement === 'volunteer'),
    sessions: records.sessions,
    groupSessions: records.groupSessions,
    absences: records.absences,
    intervalDays: records.service.supervisionIntervalDays,
    asOf: lastDayOf(month),
  });
  const paidKey = figureKey('supervised', at, paid);
  const hidden = { isPublished: false, hidesZero: true } as const;
  book.sum(book.add(all, onTimePaid + onTime, { isPublished: false }), [
    paidKey,
    book.add(figureKey('supervised', at, groupOf('engagement', 'volunteer')), onTime, hidden),
  ]);
}

/** One round of a questionnaire a month: the one that closed last. */
export function addRounds(sheet: BundleSheet): void {
  const { input } = sheet;
  const newest = new Map<string, RoundView>();
  const views = roundViews(input.records.waves, input.records.measures).filter(
    ({ wave, state }) =>
      wave.group === '' && state.kind !== 'open' && builtInMeasures.find(wave.instrumentId) !== null,
  );
  for (const view of views) {
    const month = monthOf(view.wave.closesOn);
    if (month < input.from || month > input.to) continue;
    const name = `${month} ${view.wave.instrumentId}`;
    const before = newest.get(name);
    if (before === undefined || before.wave.closesOn <= view.wave.closesOn) newest.set(name, view);
  }
  for (const view of newest.values()) addRound(sheet, view);
}

function addRound({ input, book, row: put }: BundleSheet, view: RoundView): void {
  const { wave } = view;
  const instrument = view.instrument ?? builtInMeasures.find(wave.instrumentId);
  if (instrument === null) return;
  const month = monthOf(wave.closesOn);
  const period = periodAt(wave.closesOn);
  const as = instrument.derivedScales.length > 0 ? 'whole' : 'one-decimal';
  for (const scaleId of readScaleIds(instrument)) {
    const scale = shownScale(view, scaleId);
    const key = book.add(
      figureKey(`mean-${instrument.id}-${scaleId}`, period),
      asWritten(scale?.mean ?? 0, as),
      {
        kind: 'statistic',
        reason: scale === null ? 'too-few-people' : suppressMean(scale.n, input.limits),
      },
    );
    put({
      month,
      measure: scaleMeasureId(instrument.id, scaleId),
      group: 'everyone',
      key,
      behind: 'statistic',
    });
  }
  const group = groupOf('event', instrument.id);
  const usable = view.state.kind === 'shown' ? view.state.summary.usable : 0;
  const silent = Math.max(0, wave.invited - usable);
  const split = suppressPartition([usable, silent], input.limits.minimumCellSize);
  const own = view.state.kind === 'shown' ? (split.hidden[0] ?? null) : 'too-few-people';
  const asked = book.add(figureKey('asked', period, group), usable + silent, { reason: split.totalHidden });
  const replied = book.add(figureKey('replied', period, group), usable, {
    reason: split.totalHidden ?? own,
    hidesZero: true,
  });
  const none = { isPublished: false, hidesZero: true } as const;
  book.sum(asked, [replied, book.add(figureKey('no-reply', period, group), silent, none)]);
  put({ month, measure: askedMeasureId(instrument.id), group: 'everyone', key: asked });
  put({ month, measure: repliedMeasureId(instrument.id), group: 'everyone', key: replied });
}
