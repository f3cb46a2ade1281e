/** A rule that turns evidence into proposals. Data with pure predicates: nothing here decides for anybody. */
import type { CostKind } from '@shared/records/action/action';
import type { DriverId } from '../drivers';
import type { Evidence, EvidenceLine } from '../evidence';

/** What a proposal would change. The work itself comes before what is asked of people in it. */
export const changeKinds = ['work', 'team', 'support', 'skills', 'place', 'leaders'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export interface Proposal {
  readonly id: string;
  readonly text: string;
  readonly change: ChangeKind;
  readonly cost: CostKind;
}

export interface ActionRule {
  readonly id: string;
  /** What was found, as a heading: "The work asks too much". */
  readonly title: string;
  readonly driver: DriverId;
  /** When it asks, in words: every threshold and whose it is. */
  readonly asksWhen: string;
  /** Scales whose findings its proposals answer, as "instrument scale". */
  readonly scales: readonly string[];
  /** What it stands on; nothing found: empty. */
  readonly find: (evidence: Evidence) => readonly EvidenceLine[];
  /** What is worth knowing with it, and proves nothing by itself. */
  readonly beside: (evidence: Evidence) => readonly EvidenceLine[];
  readonly proposals: readonly Proposal[];
}
