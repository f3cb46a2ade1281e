/** What a report is made of: records, and what the person chose. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { DisclosurePolicy } from '@shared/disclosure/thresholds';
import type { ReviewedWords } from '@shared/disclosure/reviewed-words';
import type { Action } from '@shared/records/action/action';
import type { OutsideIssue } from '@shared/records/outside-issue/outside-issue';
import type { PolicyReview } from '@shared/records/policy-review/policy-review';
import type { ReadinessCheck } from '@shared/records/readiness-check/readiness-check';
import type { Service } from '@shared/records/service/service';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import type { Measures } from '@shared/wellbeing/measures';
import type { FigureRow } from '@shared/workforce/figure-row';
import type { BlockId, ReportKind } from './report-kinds';

export interface ReportRecords {
  readonly service: Service;
  readonly people: readonly StoredRecord<'person'>[];
  readonly absences: readonly StoredRecord<'absence'>[];
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly groupSessions: readonly StoredOutline<'group-session'>[];
  readonly waves: readonly StoredRecord<'wellbeing-wave'>[];
  readonly plans: readonly StoredOutline<'event-plan'>[];
  readonly measures: Measures;
  readonly actions: readonly { readonly value: Action }[];
  readonly policies: readonly { readonly value: Pick<PolicyReview, 'dueOn' | 'hoursNeeded' | 'found'> }[];
  readonly issues: readonly { readonly value: Pick<OutsideIssue, 'status' | 'raisedOn'> }[];
  readonly readiness: readonly { readonly id: RecordId; readonly value: ReadinessCheck }[];
  /** Months of the period, of the whole service (shared/workforce/figures.ts). */
  readonly rows: readonly FigureRow[];
}

/** Sums of hours that were typed in hold no people: the manager says what the rules ask for. */
export interface HoursStatement {
  readonly peopleAway: number;
  readonly nobodyAboveAThird: boolean;
}

export interface ChosenBlock {
  readonly key: string;
  readonly block: BlockId;
  /** Of own words: the head, and what was read and confirmed. */
  readonly heading?: string;
  readonly words?: ReviewedWords;
  readonly hours?: HoursStatement;
}

export interface ReportChoice {
  readonly kind: ReportKind;
  /** Last day of a quarter: fixed dates keep reports from overlapping by days. */
  readonly periodEnd: LocalDate;
  readonly months: 12 | 24 | 36;
  readonly withServiceName: boolean;
  /** Teams by name instead of by number: the person has looked that no label names anybody. */
  readonly withTeamNames: boolean;
  /** Teams that are too small by themselves stand together in one line. */
  readonly mergesTeams: boolean;
  readonly blocks: readonly ChosenBlock[];
  /** Keys of figures that the person leaves out, because of what was given out before. */
  readonly leftOut: readonly string[];
}

/** What settings may raise and nothing lowers (docs/disclosure.md). */
export type ReportLimits = Omit<DisclosurePolicy, 'rounding'>;
