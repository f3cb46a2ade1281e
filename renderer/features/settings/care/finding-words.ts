/** What the safety check found, said so that somebody who knows no journals knows what to do. */
import { capital } from '../../../records/record-words';
import type { Finding, VaultPiece } from '@shared/vault/vault-care';

export const pieceWords = {
  journal: 'the journal of saves',
  checkpoint: 'the snapshot of all records',
  cache: 'the quick copy',
  keyring: 'the key file',
  anchor: 'the note of the last use on this computer',
  log: 'the activity log',
  backup: 'the newest backup',
} as const satisfies Record<VaultPiece, string>;

const problemWords = {
  missing: 'is missing',
  altered: 'was damaged or changed',
  older: 'is an older version',
  extra: 'does not belong there',
  duplicate: 'is there twice',
  truncated: 'is cut short',
  unreadable: 'could not be read',
} as const satisfies Record<Finding['problem'], string>;

export interface FindingWords {
  readonly title: string;
  readonly what: string;
  /** Where a whole copy is, or was taken from; and what to do when there is none. */
  readonly where: string;
}

/** `recordTitle`: of the record that it is about; null when it is about a file as a whole, or is not known any more. */
export function findingWords(finding: Finding, recordTitle: string | null): FindingWords {
  const { piece, problem, id, copyIn, isMended } = finding;
  const there = pieceWords[piece];
  const isRecord = id !== null;
  return {
    title: recordTitle ?? (isRecord ? 'A record' : capital(there)),
    what: isRecord
      ? `In ${there}, this record ${problemWords[problem]}.`
      : `${capital(there)} ${problemWords[problem]}.`,
    where: whereWords(copyIn, isMended, piece),
  };
}

function whereWords(copyIn: VaultPiece | null, isMended: boolean, piece: VaultPiece): string {
  if (isMended) {
    if (copyIn === null) return 'It is put right.';
    return copyIn === piece
      ? 'It is put right from its second copy.'
      : `It is put right from ${pieceWords[copyIn]}.`;
  }
  if (copyIn !== null) {
    return `A whole copy is in ${pieceWords[copyIn]}, and Steading goes on with that one. Make a backup today.`;
  }
  if (piece === 'backup') return 'Your records are not affected. Make a new backup.';
  if (piece === 'log')
    return 'Your records are not affected. The activity log shows from where it does not hold.';
  return 'There is no whole copy on this laptop. Look whether a backup has it before you save anything more.';
}

/** Those to do something about first. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const weight = (finding: Finding): number => (finding.isMended ? 2 : finding.copyIn === null ? 0 : 1);
  return findings.toSorted((left, right) => weight(left) - weight(right));
}
