/** What a number stands for, by the format of its cell: a day, a time, a share, a number padded with zeros. */

export type NumberFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' }
  /** `isElapsed`: hours run on past 24. */
  | { readonly kind: 'time'; readonly isElapsed: boolean }
  | { readonly kind: 'percent' }
  | { readonly kind: 'padded'; readonly prefix: string; readonly digits: number };

export const plainFormat: NumberFormat = { kind: 'plain' };
const dateFormat: NumberFormat = { kind: 'date' };

/** Formats that every workbook has without naming them (ECMA-376, 18.8.30); 27 to 36 and 50 to 58 are days in East Asia. */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return dateFormat;
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return { kind: 'time', isElapsed: false };
  if (id === 46) return { kind: 'time', isElapsed: true };
  return id === 9 || id === 10 ? { kind: 'percent' } : plainFormat;
}

const quoted = /"[^"]*"/g;
/** An escaped mark, a gap as wide as one, a mark that fills the cell. */
const escaped = /[\\_*]./gu;
const inBrackets = /\[[^\]]*\]/g;
const paddedCode = /^(?:"([^"0#?]*)")?(0{2,})$/;

/** A format that the workbook defines itself, by its code: "dd/mm/yyyy;@", "[h]:mm", "0.0%", "00000". */
export function formatOfCode(code: string): NumberFormat {
  const padded = paddedCode.exec(code.trim());
  if (padded !== null) return { kind: 'padded', prefix: padded[1] ?? '', digits: padded[2]?.length ?? 0 };
  const bare = code.replace(quoted, '').replace(escaped, '');
  const isElapsed = /\[(h+|m+|s+)\]/i.test(bare);
  // Positive numbers come first; colours, locales and conditions stand in brackets.
  const [section = ''] = bare.replace(inBrackets, '').toLowerCase().split(';');
  const letters = section.replace(/am\/pm|a\/p|general/g, '');
  if (isElapsed) return { kind: 'time', isElapsed: true };
  // Any other letter is a word of the format's own, so what the rest means is not known.
  if (/[^ymdhsageb\P{L}]/u.test(letters)) return plainFormat;
  const hasTime = /[hs]/.test(letters);
  if (/[yd]/.test(letters) || (/m/.test(letters) && !hasTime)) return dateFormat;
  if (hasTime) return { kind: 'time', isElapsed: false };
  return letters.includes('%') ? { kind: 'percent' } : plainFormat;
}
