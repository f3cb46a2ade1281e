/** What happened around the made-up service, for its charts. */
import { toLocalDate } from '@shared/kernel/local-date';
import type { ContextNote } from '@shared/records/context-note/context-note';

export function demoNotes(): readonly ContextNote[] {
  return [
    {
      from: toLocalDate('2024-07-01'),
      to: toLocalDate('2025-04-30'),
      text: 'Three posts could not be filled',
      team: null,
    },
    {
      from: toLocalDate('2024-12-02'),
      to: toLocalDate('2025-01-31'),
      text: 'Much flu on the islands',
      team: null,
    },
    { from: toLocalDate('2025-05-06'), to: null, text: 'Caseload limit agreed', team: null },
    { from: toLocalDate('2025-10-06'), to: null, text: 'Supervision in protected time', team: null },
  ];
}
