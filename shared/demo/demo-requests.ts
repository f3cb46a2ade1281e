/** Requests for a copy and a move to a process, of the made-up service. */
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import type { AccessRequest } from '@shared/records/access-request/access-request';
import type { ProcessMove } from '@shared/records/process-move/process-move';

export function demoRequests(idOf: (name: string) => RecordId): readonly AccessRequest[] {
  return [
    {
      personId: idOf('Jean Pirie'),
      receivedOn: toLocalDate('2026-03-10'),
      channel: 'message',
      extension: null,
      clarification: null,
      status: 'open',
      closedOn: null,
      decisions: [],
    },
    {
      personId: idOf('Colin Bews'),
      receivedOn: toLocalDate('2025-02-03'),
      channel: 'letter',
      extension: null,
      clarification: { askedOn: toLocalDate('2025-02-05'), answeredOn: toLocalDate('2025-02-10') },
      status: 'answered',
      closedOn: toLocalDate('2025-02-26'),
      decisions: [],
    },
  ];
}

export function demoProcessMoves(idOf: (name: string) => RecordId): readonly ProcessMove[] {
  return [
    {
      personId: idOf('Colin Bews'),
      movedOn: toLocalDate('2024-10-14'),
      toldOn: toLocalDate('2024-10-11'),
    },
  ];
}
