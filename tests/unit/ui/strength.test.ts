import { describe, expect, it } from 'vitest';
import { strengthOf } from '../../../renderer/features/settings/strength';
import { judge } from '../../../renderer/features/settings/strength-words';

describe('strength of a passphrase', () => {
  it.each([
    ['', 'refused'],
    ['x', 'refused'],
    ['password1', 'refused'],
    ['password1234', 'refused'],
    ['aaaaaaaaaaaaaaaa', 'refused'],
    ['harbour lantern meadow thistle copper window', 'strong'],
  ])('judges %j as %s', (passphrase, kind) => {
    expect(strengthOf(passphrase).kind).toBe(kind);
  });

  it('takes ten thousand characters without losing its breath', () => {
    const long = 'harbour lantern meadow thistle copper window '.repeat(230).slice(0, 10_000);
    expect(strengthOf(long).kind).toBe('strong');
  });

  it('judges both forms of an accented text alike', () => {
    expect(strengthOf('caf\u0065\u0301 au lait')).toEqual(strengthOf('caf\u00e9 au lait'));
  });

  it('says what to do whenever it refuses or warns', () => {
    for (const strength of [judge(3, 2), judge(12, 3), judge(12, 9), judge(12, 13)]) {
      expect(strength.advice).not.toBe('');
    }
    expect(judge(30, 25)).toEqual({ kind: 'strong', words: 'Very strong', advice: '' });
  });
});
