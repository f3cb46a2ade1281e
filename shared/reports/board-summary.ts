/**
 * Records → figures → disclosure rules → the model of the anonymised summary. Everything that leaves (PDF, CSV)
 * and everything in the preview is made from this model, so no number can leave beside it. One figure a measure
 * for one period: no monthly series, whose differences would tell about single people.
 */
import { suppressCount, suppressPartition } from '@shared/disclosure/partition';
import { suppressMean, suppressProportion, suppressSum } from '@shared/disclosure/statistic';
import type { SummaryCell, SummaryModel, SummaryRow, SummaryTable } from '@shared/disclosure/summary-model';
import { createLabelGuard } from '@shared/disclosure/labels';
import { disclosureThresholds, type HiddenReason } from '@shared/disclosure/thresholds';
import type { Instrument } from '@shared/instruments/instrument';
import { findInstrument } from '@shared/instruments/registry';
import {
  compareWaves,
  summariseWave,
  type ScaleSummary,
  type WaveSummary,
} from '@shared/instruments/wave-summary';
import {
  addMonthsToMonth,
  firstDayOf,
  formatMonth,
  lastDayOf,
  monthOf,
  type LocalDate,
} from '@shared/kernel/local-date';
import { engagementLabels, engagements } from '@shared/records/person/person';
import type { Service } from '@shared/records/service/service';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { sicknessRateByFteDays } from '@shared/statistics/absence';
import { coversDay } from '@shared/statistics/days';
import { wteOf } from '@shared/statistics/headcount';
import { turnover } from '@shared/statistics/turnover';
import { supervisionCoverageAsOf } from '@shared/supervision/coverage';
import type { StoredRecord } from '@shared/vault/vault-api';

export interface BoardSummaryInput {
  readonly service: Service;
  readonly people: readonly StoredRecord<'person'>[];
  readonly absences: readonly StoredRecord<'absence'>[];
  readonly sessions: readonly StoredRecord<'supervision-session'>[];
  readonly waves: readonly StoredRecord<'wellbeing-wave'>[];
  readonly plans: readonly StoredRecord<'event-plan'>[];
  /** Last day of a quarter. The period is the twelve months that end on it. */
  readonly periodEnd: LocalDate;
  readonly withServiceName: boolean;
}

const minimum = disclosureThresholds.minimumCellSize;
const shown = (text: string): SummaryCell => ({ state: 'shown', text });
const hiddenFor = (reason: HiddenReason): SummaryCell =>
  reason === 'not-enough-data' ? { state: 'not-enough-data' } : { state: 'hidden', reason };
const cell = (reason: HiddenReason | null, text: string): SummaryCell =>
  reason === null ? shown(text) : hiddenFor(reason);
const percent = (proportion: number | null): string =>
  proportion === null ? '' : `${(proportion * 100).toFixed(1)}%`;

/** The quarter ends that a summary may be made for, newest first: fixed dates keep reports from overlapping by days. */
export function quarterEnds(asOf: LocalDate, count: number): LocalDate[] {
  const ends: LocalDate[] = [];
  for (let month = monthOf(asOf); ends.length < count; month = addMonthsToMonth(month, -1)) {
    const last = lastDayOf(month);
    if (Number(month.slice(5)) % 3 === 0 && last <= asOf) ends.push(last);
  }
  return ends;
}

export function boardSummary(input: BoardSummaryInput): SummaryModel {
  const periodStart = firstDayOf(addMonthsToMonth(monthOf(input.periodEnd), -11));
  const inPost = input.people.filter(({ value }) =>
    coversDay({ start: value.startDate, end: value.lastDay }, input.periodEnd),
  );
  const leaving = leavingTable(input, periodStart);
  const tables = [
    ...inPostTables(input, inPost),
    leaving,
    sicknessTable(input, periodStart),
    supervisionTable(input),
    ...wellbeingTables(input, periodStart),
    eventsTable(input, periodStart),
  ];
  return {
    title: 'Staff support and wellbeing summary',
    serviceName: input.withServiceName ? input.service.name : null,
    periodStart,
    periodEnd: input.periodEnd,
    sentences: headlines(tables),
    tables,
  };
}

function partitionTable(
  head: Pick<SummaryTable, 'id' | 'title' | 'note'> & { readonly totalLabel: string; readonly unit: string },
  parts: readonly { readonly key: string; readonly label: string; readonly count: number }[],
): SummaryTable {
  const counts = parts.map(({ count }) => count);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const result = suppressPartition(counts, minimum);
  const columns = ['', head.unit];
  const totalRow: SummaryRow = {
    key: 'total',
    label: head.totalLabel,
    cells: [cell(result.totalHidden === 'small-count' ? 'small-count' : null, String(total))],
    isTotal: true,
  };
  const rows = parts.map(({ key, label, count }, index) => ({
    key,
    label,
    cells: [cell(result.hidden[index] ?? null, String(count))],
  }));
  // Where hiding every part is not enough, even the list of parts tells too much: the parts are left out.
  const isSafeWithParts = result.totalHidden !== 'protects-another';
  return {
    id: head.id,
    title: head.title,
    note: head.note,
    columns,
    rows: isSafeWithParts ? [...rows, totalRow] : [totalRow],
  };
}

function inPostTables(input: BoardSummaryInput, inPost: readonly StoredRecord<'person'>[]): SummaryTable[] {
  const guard = createLabelGuard(input.people.map(({ value }) => value.name));
  const byEngagement = engagements
    .map((engagement) => ({
      key: engagement,
      label: engagementLabels[engagement],
      count: inPost.filter(({ value }) => value.engagement === engagement).length,
    }))
    .filter(({ count }) => count > 0);
  const teams = [...new Set(inPost.map(({ value }) => value.team.trim()))].sort((left, right) =>
    left.localeCompare(right, 'en-GB'),
  );
  const byTeam = teams.map((team, index) => ({
    key: `team-${index + 1}`,
    label: team === '' ? 'No team recorded' : guard(team, `Team ${index + 1}`),
    count: inPost.filter(({ value }) => value.team.trim() === team).length,
  }));
  const head = { totalLabel: 'Everyone in post', unit: 'People' };
  return [
    partitionTable(
      {
        ...head,
        id: 'in-post',
        title: 'People in post',
        note: 'On the last day of the period. Volunteers are counted.',
      },
      byEngagement,
    ),
    ...(byTeam.length > 1
      ? [
          partitionTable(
            {
              ...head,
              id: 'teams',
              title: 'People in post by team',
              note: 'On the last day of the period. Volunteers are counted.',
            },
            byTeam,
          ),
        ]
      : []),
  ];
}

function leavingTable(input: BoardSummaryInput, periodStart: LocalDate): SummaryTable {
  const staff = input.people
    .filter(({ value }) => value.engagement !== 'volunteer')
    .map(({ id, value }) => ({
      id,
      start: value.startDate,
      end: value.lastDay,
      weeklyHours: value.weeklyHours,
      fullTimeHours: input.service.fullTimeWeeklyHours,
      reason: value.leavingReason,
    }));
  const flow = turnover(staff, periodStart, input.periodEnd);
  const average = (flow.openingHeadcount + flow.closingHeadcount) / 2;
  // Opening + joiners - leavers = closing. With leavers and rate shown, a reader who knows the closing headcount
  // can work out the joiners, so a small number of joiners hides both.
  const linked: HiddenReason | null =
    suppressCount(flow.joiners, minimum) === null ? null : 'protects-another';
  const leavers = suppressCount(flow.leavers, minimum) ?? linked;
  const rate =
    average === 0
      ? 'not-enough-data'
      : (suppressProportion({ numerator: flow.leavers, denominator: average }) ?? linked);
  return {
    id: 'leaving',
    title: 'People who left',
    note: 'Leavers over the average of opening and closing headcount, twelve months. Paid, sessional and agency people; volunteers are left out.',
    columns: ['', 'Figure'],
    rows: [
      {
        key: 'leavers',
        label: 'Leavers',
        cells: [
          cell(
            rate === null || rate === 'not-enough-data' ? leavers : (leavers ?? rate),
            String(flow.leavers),
          ),
        ],
      },
      { key: 'turnover', label: 'Turnover', cells: [cell(leavers ?? rate, percent(flow.turnoverAverage))] },
    ],
  };
}

function sicknessTable(input: BoardSummaryInput, periodStart: LocalDate): SummaryTable {
  const posts = input.people.flatMap(({ id, value }) => {
    const wte =
      value.engagement === 'volunteer' ? null : wteOf(value.weeklyHours, input.service.fullTimeWeeklyHours);
    return wte === null ? [] : [{ id, wte, start: value.startDate, end: value.lastDay }];
  });
  const spells = input.absences.map(({ value }) => ({
    person: value.personId,
    start: value.firstDay,
    end: value.lastDay,
  }));
  const sickness = sicknessRateByFteDays({ posts, spells, from: periodStart, to: input.periodEnd });
  const wteById = new Map<string, number>(posts.map(({ id, wte }) => [id, wte]));
  const lostById = new Map<string, number>();
  for (const episode of sickness.episodes) {
    lostById.set(
      episode.person,
      (lostById.get(episode.person) ?? 0) + episode.daysInWindow * (wteById.get(episode.person) ?? 0),
    );
  }
  const people = posts.filter(
    (post) => post.start <= input.periodEnd && (post.end === null || post.end >= periodStart),
  ).length;
  const reason =
    sickness.rate === null
      ? 'not-enough-data'
      : suppressSum({ people, contributions: [...lostById.values()] });
  return {
    id: 'sickness',
    title: 'Away from work through sickness',
    note: 'Whole-time-equivalent days lost over days available, calendar days, twelve months. Volunteers are left out.',
    columns: ['', 'Figure'],
    rows: [{ key: 'rate', label: 'Sickness rate', cells: [cell(reason, percent(sickness.rate))] }],
  };
}

function supervisionTable(input: BoardSummaryInput): SummaryTable {
  const coverage = supervisionCoverageAsOf({
    people: input.people,
    sessions: input.sessions,
    absences: input.absences,
    intervalDays: input.service.supervisionIntervalDays,
    asOf: input.periodEnd,
  });
  return partitionTable(
    {
      id: 'supervision',
      title: 'Supervision',
      note: `On the last day of the period. On time: a session of any kind, or a reflective group, held within the agreed interval (${input.service.supervisionIntervalDays} days unless agreed otherwise).`,
      totalLabel: 'Everyone in post',
      unit: 'People',
    },
    [
      { key: 'on-time', label: 'On time', count: coverage.onTime },
      { key: 'overdue', label: 'Overdue', count: coverage.overdue },
      { key: 'none', label: 'None recorded', count: coverage.withoutRecord },
      { key: 'away', label: 'Away from work for the whole interval', count: coverage.away },
    ].filter(({ key, count }) => key !== 'away' || count > 0),
  );
}

function wellbeingTables(input: BoardSummaryInput, periodStart: LocalDate): SummaryTable[] {
  const whole = input.waves.filter(({ value }) => value.group === '' && value.lockedOn !== null);
  const instrumentIds = [...new Set(whole.map(({ value }) => value.instrumentId))].sort();
  return instrumentIds.flatMap((instrumentId) => {
    const instrument = findInstrument(instrumentId);
    const rounds = whole
      .filter(({ value }) => value.instrumentId === instrumentId)
      .sort((left, right) => left.value.closesOn.localeCompare(right.value.closesOn));
    const latest = rounds
      .filter(({ value }) => value.closesOn >= periodStart && value.closesOn <= input.periodEnd)
      .at(-1);
    if (instrument === null || latest === undefined) return [];
    const baseline = rounds.find(({ value }) => value.isBaseline && value.closesOn <= latest.value.closesOn);
    return [
      wellbeingTable(
        instrument,
        latest.value,
        baseline !== undefined && baseline.id !== latest.id ? baseline.value : null,
      ),
    ];
  });
}

function wellbeingTable(
  instrument: Instrument,
  wave: WellbeingWave,
  baseline: WellbeingWave | null,
): SummaryTable {
  const summarise = (of: WellbeingWave): WaveSummary =>
    summariseWave({ instrument, answerSets: of.answerSets, invited: of.invited });
  const now = summarise(wave);
  const before = baseline === null ? null : summarise(baseline);
  const change = before === null ? null : compareWaves(before, now);
  const scales: readonly (
    ScaleSummary | { readonly scale: string; readonly title: string; readonly hidden: true }
  )[] = now.hidden
    ? instrument.scales.map(({ id, title }) => ({ scale: id, title, hidden: true as const }))
    : now.scales;
  // A percent scale and the raw scale behind it are one figure: the derived one is shown where there is one.
  const derivedFrom = new Set(instrument.derivedScales.map(({ from }) => from));
  const scaleRows = scales
    .filter(({ scale }) => !derivedFrom.has(scale))
    .map((scale): SummaryRow => {
      const n = scale.hidden ? 0 : scale.n;
      const reason: HiddenReason | null = scale.hidden ? 'too-few-people' : suppressMean(n);
      const compared =
        change?.ok === true && !change.value.hidden
          ? change.value.scales.find((entry) => entry.scale === scale.scale)
          : undefined;
      const baselineScale =
        before !== null && !before.hidden
          ? before.scales.find((entry) => entry.scale === scale.scale)
          : undefined;
      const baselineReason =
        baselineScale === undefined || baselineScale.hidden
          ? 'too-few-people'
          : suppressMean(baselineScale.n);
      const words =
        compared === undefined || compared.hidden
          ? ''
          : {
              higher: 'Higher than the baseline',
              lower: 'Lower than the baseline',
              'no-clear-change': 'No clear change',
            }[compared.verdict];
      return {
        key: scale.scale,
        label: scale.title,
        cells: [
          cell(reason, scale.hidden ? '' : scale.mean.toFixed(instrument.derivedScales.length > 0 ? 0 : 1)),
          baseline === null ? shown('This is the baseline') : cell(reason ?? baselineReason, words),
        ],
      };
    });
  const replies = now.hidden ? wave.answerSets.length : now.usable;
  const returned = suppressPartition([replies, Math.max(0, wave.invited - replies)], minimum);
  return {
    id: `wellbeing-${instrument.id}`,
    title: `Wellbeing: ${instrument.title}`,
    note: `Round that closed in ${formatMonth(monthOf(wave.closesOn))}. Averages of groups of ${disclosureThresholds.minimumForStatistic} or more. Other people may have answered the baseline.`,
    columns: ['', 'Average', 'Against the baseline'],
    rows: [
      ...scaleRows,
      {
        key: 'replies',
        label: 'Replies',
        cells: [cell(returned.hidden[0] ?? null, `${replies} of ${wave.invited}`), shown('')],
      },
    ],
  };
}

function eventsTable(input: BoardSummaryInput, periodStart: LocalDate): SummaryTable {
  const count = input.plans.filter(
    ({ value }) => value.occurredOn >= periodStart && value.occurredOn <= input.periodEnd,
  ).length;
  // No kind, no date, no place; none and a few look alike, since "none" would tell when a small number ends.
  const reason: HiddenReason | null = count < minimum ? 'small-count' : null;
  return {
    id: 'events',
    title: 'Critical events',
    note: 'Events with a support plan, twelve months. Fewer than five, none included, is not shown.',
    columns: ['', 'Figure'],
    rows: [{ key: 'events', label: 'Events with a plan', cells: [cell(reason, String(count))] }],
  };
}

/** Sentences made from shown cells alone: what is hidden in the table cannot be said in words. */
function headlines(tables: readonly SummaryTable[]): string[] {
  const text = (tableId: string, rowKey: string): string | null => {
    const found = tables.find(({ id }) => id === tableId)?.rows.find(({ key }) => key === rowKey)?.cells[0];
    return found?.state === 'shown' ? found.text : null;
  };
  const everyone = text('in-post', 'total');
  const turnoverRate = text('leaving', 'turnover');
  const leavers = text('leaving', 'leavers');
  const sickness = text('sickness', 'rate');
  const onTime = text('supervision', 'on-time');
  const supervised = text('supervision', 'total');
  return [
    everyone === null ? null : `${everyone} people were in post on the last day of the period.`,
    turnoverRate === null || leavers === null
      ? null
      : `${leavers} people left in twelve months, a turnover of ${turnoverRate}.`,
    sickness === null ? null : `${sickness} of working days were lost to sickness.`,
    onTime === null || supervised === null
      ? null
      : `${onTime} of ${supervised} people had supervision on time.`,
  ].filter((sentence) => sentence !== null);
}

/** A day of the period is never finer than a month in what leaves. */
export function periodText(model: Pick<SummaryModel, 'periodStart' | 'periodEnd'>): string {
  return `${formatMonth(monthOf(model.periodStart))} to ${formatMonth(monthOf(model.periodEnd))}`;
}
