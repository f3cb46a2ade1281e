import fc from 'fast-check';

/** Texts that break writers of files: control characters, halves of characters, markup, formulas, the other direction. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '\u00A0=1+1',
  '\u200B=1+1',
  '\uFEFF=1+1',
  '＝1+1',
  '＠SUM(1)',
  '|calc',
  ';=1+1',
  '"=1+1"',
  "'=1+1",
  ']]>',
  '<w:p/>&amp;&#x3D;1',
  '<?xml version="1.0"?>',
  '{ HYPERLINK "http://example.org" }',
  '{{title}}',
  '_x003D_1+1',
  '_x005F_x0041_',
  '\u0000\u0001\u0008\u000B\u000C\u001F',
  '\uFFFE\uFFFF\uFFFD',
  'a\uD800b',
  '\uDC00',
  '👩🏽‍⚕️ 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'אחת שתיים \u202Egnirts\u202C',
  'Ceò agus uisge, mòran taing',
  'toString',
  'constructor',
  '__proto__',
  'a'.repeat(40_000),
  'one\ntwo\r\nthree\rfour',
];

export const nasty = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom(...nastyTexts.slice(0, -2)), fc.string({ maxLength: 10 }))
    .map((both) => both.join('')),
);
