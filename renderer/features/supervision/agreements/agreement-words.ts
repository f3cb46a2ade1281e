import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { Agreement } from '@shared/records/agreement/agreement';
import type { Signature } from '@shared/records/supervision-parts';
import { agreementState, isReviewDue } from '@shared/supervision/agreements';
import type { StatusKind } from '../../../ui';

/** How an agreement stands on a day. One that both signed and that is to be looked at again says that first. */
export function agreementWords(
  agreement: Agreement,
  asOf: LocalDate,
): { readonly kind: StatusKind; readonly words: string } {
  switch (agreementState(agreement, asOf)) {
    case 'agreed':
      return isReviewDue(agreement, asOf)
        ? { kind: 'due', words: 'Look at it again' }
        : { kind: 'good', words: 'Agreed' };
    case 'not-agreed':
      return { kind: 'caution', words: 'Not agreed' };
    case 'waiting':
      return { kind: 'later', words: 'Waiting' };
    case 'ended':
      return { kind: 'none', words: 'Ended' };
    case 'to-come':
      return { kind: 'later', words: 'To come' };
  }
}

export function signatureWords(signature: Signature): string {
  switch (signature.state) {
    case 'waiting':
      return 'Not yet signed';
    case 'signed':
      return `Signed on ${formatDate(signature.on)}`;
    case 'not-agreed':
      return signature.words === ''
        ? `Not agreed on ${formatDate(signature.on)}`
        : `Not agreed on ${formatDate(signature.on)}: ${signature.words}`;
  }
}

export const agreementTitles = {
  clinical: 'Clinical supervision agreement',
  'line-management': 'Line management agreement',
  professional: 'Professional supervision agreement',
} as const satisfies Record<Agreement['kind'], string>;
