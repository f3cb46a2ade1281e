/** Open cases beside the service's own limit, month by month: an average over workers, never one worker's number. */
import { type LocalMonth } from '@shared/kernel/local-date';

export interface CaseloadEvidence {
  readonly month: LocalMonth;
  /** Of each worker's open cases for their share of a full week. */
  readonly mean: number;
  readonly workers: number;
  readonly limit: number | null;
  /** Workers above the limit; null without one. */
  readonly over: number | null;
}
