/** "What we recorded": one session for the person it was with, whole and in plain words, to take away or to correct. */
import { formatDate } from '@shared/kernel/local-date';
import type { SupervisionSession } from '@shared/records/supervision-session/supervision-session';
import type { SaidField } from './bundle';

export interface RecordedSheet {
  readonly title: string;
  readonly fields: readonly SaidField[];
  readonly closing: readonly string[];
}

/** Null for a group: its members get no sheet about each other. */
export function recordedSheet(session: SupervisionSession, said: readonly SaidField[]): RecordedSheet | null {
  if (session.personIds.length !== 1) return null;
  return {
    title: `What we recorded on ${formatDate(session.date)}`,
    fields: said.filter(({ lines }) => lines.length > 0),
    closing: [
      'This is everything that was written down about this session.',
      'If something is wrong or missing, say so and it will be put right or your words added.',
      'You can ask at any time, in any way, for a copy of all that is held about you.',
    ],
  };
}
