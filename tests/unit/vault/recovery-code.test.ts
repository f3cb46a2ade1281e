import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecoveryCode,
  isRecoveryCodeWellFormed,
  parseRecoveryCode,
  stripRecoveryCode,
} from '@shared/vault/recovery-code';

const read = (text: string): Uint8Array | null =>
  parseRecoveryCode(Uint8Array.from(stripRecoveryCode(text), (character) => character.charCodeAt(0)));
const bits = fc.uint8Array({ minLength: 20, maxLength: 20 });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the recovery code', () => {
  it('is eight groups of four and two check characters', () => {
    expect(formatRecoveryCode(new Uint8Array(20))).toBe('0000-0000-0000-0000-0000-0000-0000-0000-00');
    expect(formatRecoveryCode(new Uint8Array(20).fill(255))).toBe(
      `ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-${checkOf(2n ** 160n - 1n)}`,
    );
  });

  it('reads back, however it is typed', () => {
    fc.assert(
      fc.property(bits, (code160) => {
        const code = formatRecoveryCode(code160);
        const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('-', ' – ');
        expect(read(code)).toEqual(code160);
        expect(read(typed)).toEqual(code160);
        expect(read(code.replaceAll('1', 'L').replaceAll('0', 'O').replaceAll('-', '\u00a0\n'))).toEqual(
          code160,
        );
        expect(isRecoveryCodeWellFormed(typed)).toBe(true);
      }),
    );
  });

  it('notices every single wrong character and every swap of neighbours', () => {
    fc.assert(
      fc.property(bits, (code160) => {
        const code = stripRecoveryCode(formatRecoveryCode(code160));
        for (let at = 0; at < code.length; at += 1) {
          for (const other of alphabet) {
            if (other === code[at]) continue;
            expect(isRecoveryCodeWellFormed(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
          }
          const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
          if (swapped !== code) expect(isRecoveryCodeWellFormed(swapped)).toBe(false);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('refuses what is none', () => {
    for (const text of [
      '',
      'ABCD',
      '0'.repeat(33),
      '0'.repeat(35),
      `${'0'.repeat(33)}U`,
      `${'0'.repeat(33)}é`,
    ]) {
      expect(isRecoveryCodeWellFormed(text)).toBe(false);
    }
    expect(() => formatRecoveryCode(new Uint8Array(19))).toThrow();
  });
});

function checkOf(number: bigint): string {
  const check = Number(number % 1021n);
  return alphabet.charAt(Math.floor(check / 32)) + alphabet.charAt(check % 32);
}
