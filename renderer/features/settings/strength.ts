/** How hard a passphrase is to guess, in words. Loaded only where one is chosen. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as commonWords } from '@zxcvbn-ts/language-common';
import { dictionary as englishWords } from '@zxcvbn-ts/language-en';
import { judge, type Strength } from './strength-words';

/** The estimate costs more the longer the text; past this length it can only get better. */
const judgedCharacters = 128;

const estimator = new ZxcvbnFactory({
  dictionary: { ...commonWords, ...englishWords },
  graphs: adjacencyGraphs,
});

export function strengthOf(passphrase: string): Strength {
  const start = passphrase.normalize('NFC').slice(0, judgedCharacters);
  return judge(
    Array.from(passphrase.normalize('NFC')).length,
    start === '' ? 0 : estimator.check(start).guessesLog10,
  );
}
