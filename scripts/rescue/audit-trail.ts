/** The log's chain, link by link. Where a piece of it is lost, the next frame's head says where it goes on. */
import { areBytesEqual } from '@shared/vault/bytes';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { auditHash, openAudit } from '../../renderer/vault/worker/crypto/v1/audit';
import type { RunFrame } from './run-types';

export interface AuditOutcome {
  /** Entries that opened in their place. */
  readonly read: number;
  /** Number of the last entry that is known of. */
  readonly count: number;
  /** Numbers of entries that are missing, do not open or do not follow. */
  readonly broken: readonly number[];
  /** False when the beginning is not in what was read. */
  readonly isFromStart: boolean;
}

interface Claim {
  readonly auditCount: number;
  readonly auditHead: Uint8Array;
}

export interface AuditTrail {
  frame(frame: RunFrame): void;
  /** A head, or what a checkpoint says of itself: the chain goes on from here whatever was found. */
  claim(claim: Claim): void;
  outcome(): AuditOutcome;
}

export interface AuditParts {
  readonly sodium: Sodium;
  readonly vaultId: Uint8Array;
  readonly auditKey: Uint8Array;
}

const maxTold = 1000;

/** `isFromStart`: entry 1 is expected; else the chain begins with the first claim. */
export function createAuditTrail(
  { sodium, vaultId, auditKey }: AuditParts,
  isFromStart: boolean,
): AuditTrail {
  let count: number | null = isFromStart ? 0 : null;
  /** Null while a link is missing. */
  let head: Uint8Array | null = isFromStart ? new Uint8Array(32) : null;
  let read = 0;
  const broken: number[] = [];
  const tell = (from: number, to: number): void => {
    for (let index = from; index <= to && broken.length < maxTold; index += 1) {
      if (broken.at(-1) !== index) broken.push(index);
    }
  };

  const take = (index: number, payload: Uint8Array): void => {
    if (count === null) return;
    if (index !== count + 1) {
      tell(count + 1, Math.max(count + 1, index - 1));
      head = null;
    }
    const plain = head === null ? null : openAudit(sodium, auditKey, vaultId, { index, prev: head }, payload);
    if (plain === null) tell(index, index);
    else read += 1;
    head = head === null ? null : auditHash(sodium, vaultId, index, head, payload);
    count = index;
  };
  const claim = ({ auditCount, auditHead }: Claim): void => {
    if (count !== null) {
      if (count < auditCount) tell(count + 1, auditCount);
      else if (count > auditCount || (head !== null && !areBytesEqual(head, auditHead)))
        tell(auditCount, auditCount);
    }
    count = auditCount;
    head = auditHead;
  };
  return {
    frame: ({ trail }) => {
      for (const step of trail) {
        if (step.type === 'audit') take(step.op.revision, step.op.envelope);
        else claim(step.head);
      }
    },
    claim,
    outcome: () => ({ read, count: count ?? 0, broken, isFromStart }),
  };
}
