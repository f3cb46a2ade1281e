/** What nobody can see about a passphrase, in words. */
import { assertNever } from '@shared/kernel/assert';
import type { lineBreaksIn, PassphraseEdges } from '@shared/vault/passphrase-edges';

export function edgeWords(edges: PassphraseEdges): string {
  const { hasSpaceFirst, hasSpaceLast } = edges;
  if (!hasSpaceFirst && !hasSpaceLast) return '';
  const where =
    hasSpaceFirst && hasSpaceLast ? 'at both ends' : hasSpaceFirst ? 'at the start' : 'at the end';
  return `There is a space or a line break ${where}. It counts as part of the passphrase.`;
}

export function lineBreakWords(lost: ReturnType<typeof lineBreaksIn>): string {
  switch (lost) {
    case 'none':
      return '';
    case 'last':
      return 'What you pasted ended with a line break. This box takes none, so it was left out.';
    case 'inside':
      return 'What you pasted had a line break in it. This box takes none, so it is a space now.';
    default:
      return assertNever(lost);
  }
}
