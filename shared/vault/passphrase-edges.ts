/** White space that nobody sees, but that counts: nothing is ever trimmed from a passphrase. */
export interface PassphraseEdges {
  readonly hasSpaceFirst: boolean;
  readonly hasSpaceLast: boolean;
}

/** Line breaks and tabs are white space too; so are the spaces of other scripts. */
export function passphraseEdges(passphrase: string): PassphraseEdges {
  return { hasSpaceFirst: /^\s/u.test(passphrase), hasSpaceLast: /\s$/u.test(passphrase) };
}

/**
 * Where line breaks stand in a pasted text. A one-line box takes none: it drops those at the end and makes spaces
 * of the others, without a word.
 */
export function lineBreaksIn(pasted: string): 'none' | 'last' | 'inside' {
  if (!/[\r\n]/.test(pasted)) return 'none';
  return /[\r\n]/.test(pasted.replace(/[\r\n]+$/, '')) ? 'inside' : 'last';
}
