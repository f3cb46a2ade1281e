import { describe, expect, test } from 'vitest';
import { edgeWords, lineBreakWords } from '../../../renderer/features/settings/passphrase-words';
import { lineBreaksIn, passphraseEdges } from '../../../shared/vault/passphrase-edges';

describe('white space at the ends of a passphrase', () => {
  test.each([
    ['quiet harbour', false, false],
    ['', false, false],
    ['quiet harbour ', false, true],
    [' quiet harbour', true, false],
    ['\tquiet\n', true, true],
    ['quiet\u00a0', false, true],
    ['\u3000quiet', true, false],
  ])('%j', (passphrase, hasSpaceFirst, hasSpaceLast) => {
    expect(passphraseEdges(passphrase)).toEqual({ hasSpaceFirst, hasSpaceLast });
  });

  test.each([
    ['quiet harbour', 'none'],
    ['quiet harbour\n', 'last'],
    ['quiet harbour\r\n\r\n', 'last'],
    ['quiet\nharbour', 'inside'],
    ['\nquiet', 'inside'],
    ['quiet\r\nharbour\n', 'inside'],
  ] as const)('line breaks pasted: %j', (pasted, found) => {
    expect(lineBreaksIn(pasted)).toBe(found);
  });

  test('the words say where, and that it counts', () => {
    expect(edgeWords({ hasSpaceFirst: false, hasSpaceLast: true })).toBe(
      'There is a space or a line break at the end. It counts as part of the passphrase.',
    );
    expect(edgeWords({ hasSpaceFirst: true, hasSpaceLast: false })).toContain('at the start');
    expect(edgeWords({ hasSpaceFirst: true, hasSpaceLast: true })).toContain('at both ends');
    expect(edgeWords({ hasSpaceFirst: false, hasSpaceLast: false })).toBe('');
    expect(lineBreakWords('none')).toBe('');
    expect(lineBreakWords('last')).toContain('left out');
    expect(lineBreakWords('inside')).toContain('a space now');
  });
});
