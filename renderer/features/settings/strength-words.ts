/** From a number of guesses to a word and what follows from it. */
export interface Strength {
  readonly kind: 'refused' | 'weak' | 'fair' | 'strong';
  readonly words: string;
  readonly advice: string;
}

const leastCharacters = 10;
/** Powers of ten of guesses. Argon2id makes each one slow; the file may be in a thief's hands for years. */
const floor = 8;
const weakBelow = 12;
const fairBelow = 16;

export function judge(characters: number, guessesLog10: number): Strength {
  if (characters < leastCharacters) {
    return {
      kind: 'refused',
      words: 'Too short',
      advice: `Use ${String(leastCharacters)} characters or more. Four or five words in a row work well.`,
    };
  }
  if (guessesLog10 < floor) {
    return {
      kind: 'refused',
      words: 'Too easy to guess',
      advice: 'It is among the first that someone would try. Put two or three more words to it.',
    };
  }
  if (guessesLog10 < weakBelow) {
    return {
      kind: 'weak',
      words: 'Weak',
      advice: 'Someone with this laptop and time could guess it. One or two more words make it safe.',
    };
  }
  if (guessesLog10 < fairBelow)
    return { kind: 'fair', words: 'Fair', advice: 'One more word makes it strong.' };
  return { kind: 'strong', words: guessesLog10 < 20 ? 'Strong' : 'Very strong', advice: '' };
}
