import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText, redact } from '@shared/disclosure/redaction';

/** Everyone, number and address is made up (Ofcom's numbers for drama, the QQ prefix of National Insurance). */
const roster = [
  'Moira Kerr',
  'Eilidh Munro',
  'Ross Kidd',
  'Siân Ó Briain',
  'Anne-Marie MacLeod',
  "Tam O'Neill",
  'May Grant',
  'Hope Lamont',
  'Jo Ng',
  'Dr Zoë de la Cruz',
];
const gone = (text: string): string => redact(text, roster).text;

describe('names of the roster', () => {
  test.each([
    ['Spoke to Moira Kerr today', 'Spoke to [name] today'],
    ['moira and KERR', '[name] and [name]'],
    ["Moira's notes, the Kerrs’ visit", "[name]'s notes, the [name]' visit"],
    ['Sian, SIÂN and Sia\u0302n', '[name], [name] and [name]'],
    ['Mo\u200Bira and Ｋｅｒｒ', '[name] and [name]'],
    ['M. Kerr and Moira K.', '[name] and [name]'],
    ['Mc Leod, MacLeod, McLeod, Mac-Leod', '[name], [name], [name], [name]'],
    ['O’Neill, oneill, O Neill', '[name], [name], [name]'],
    ['Anne Marie or Annemarie', '[name] or [name]'],
    ['moirakerr and moira_kerr', '[name] and [name]_[name]'],
    ['Zoë de la Cruz agreed', '[name] agreed'],
    ['Zoe agreed', '[name] agreed'],
    ['Jo went; the mojo is back', '[name] went; the mojo is back'],
    ['Eilidh and I agreed', '[name] and I agreed'],
    ['M.K. rang', '[name] rang'],
    ['Anne‑Marie agreed', '[name] agreed'],
    ['Kerr,\nMoira', '[name],\n[name]'],
    ['Моira (letters of another script)', '[name] (letters of another script)'],
    ["Mrs O'Hara-Smith rang", 'Mrs [name] rang'],
    ['Mrs Brown rang Dr A Patel', 'Mrs [name] rang Dr [name]'],
  ])('%s', (text, expected) => {
    expect(gone(text)).toBe(expected);
  });

  test('names that are words go with a capital and stay without', () => {
    expect(gone('May may grant hope to Grant. Hope hopes.')).toBe(
      '[name] may grant hope to [name]. [name] hopes.',
    );
    expect(gone('Seen on 12 May and again in May 2026')).toBe('Seen on 12 May and again in May 2026');
  });

  test('whole words alone', () => {
    const text = gone('Ross reviewed the cross-team processes with Ross-shire staff; across, kidding.');
    expect(text).toBe('[name] reviewed the cross-team processes with [name]-shire staff; across, kidding.');
  });
});

describe('identifiers by their form', () => {
  test.each([
    'moira.kerr@example.org',
    'someone.else+tag@nhs.example.scot',
    'x.y (at) example (dot) org',
    'https://example.org/staff/moira',
    '@nightshift',
    '07700 900123',
    '07700900123',
    '+44 7700 900123',
    '+44 (0)131 496 0123',
    '0044 131 496 0123',
    '(0131) 496 0123',
    '0131-496-0123',
    '01632 960 001',
    '020 7946 0018',
    '0131.496.0123',
    '01632–960001',
    'QQ 12 34 56 C',
    'QQ123456C',
    'qq 123456 c',
    '0101901234',
    '010190 1234',
    '01 01 90 1234',
    '９９９ ０１２ ３４５６',
    '12A3456E',
    'EH1 1AA',
    'eh11aa',
    'IV51 9XX',
    'G2 3BZ',
    '12/03/1961',
    '3-4-85',
    '1961-03-12',
    '12th of March 1961',
    '12 Mar 61',
    'March 12, 1961',
    'aged 47',
    'age: 47',
    '47 years old',
    '47-year-old',
    'forty-seven years old',
    '47yo',
    'in her late fifties',
    '50th birthday',
  ])('%s', (identifier) => {
    const text = gone(`Note: ${identifier}, 3 of 9 hours.`);
    for (const part of normaliseText(identifier).match(/[\p{L}\p{N}]{2,}/gu) ?? []) {
      if (/^(?:in|her|late|of|at|age|aged|old|years?|birthday|dot|org)$/iu.test(part)) continue;
      expect(text).not.toContain(part);
    }
    expect(text).toContain(', 3 of 9 hours.');
  });

  test('what follows a word that says so', () => {
    expect(gone('CHI 010190 123 4 at 4 High Street')).toBe('CHI [number] at [address]');
    expect(gone('DOB 12 May, ext. 4512, payroll number AB1234, born in 1961')).toBe(
      'DOB [date], ext. [telephone], payroll number [number], born in [date]',
    );
  });

  test.each([
    'WHO-5 was 52 of 100, then 48; 7 of 10 on time.',
    'Worked 07.30-15.30 and 20:00-08:00, 37.5 hours over 5 days.',
    'Item answers 3 4 2 5 1 3 4 2 5 1, mean 3.0 (sd 1.3).',
    '12 years of service, 5 years in post, band 6, 3 absences of 2 weeks.',
    '93.6% of 1,250 shifts; 1.5 WTE; 2 x 12 hours; team of 14.',
    'Reviewed in quarter 2 of 2026 with 24-72 h follow-up.',
    'Scored 14/21 on the scale; 3.75 hours lost.',
    'Almost 60% attended, nearly 40 hours lost.',
    'Seen after 24–72 h – all well — 3 of 9.',
  ])('keeps counts, scores and hours: %s', (text) => {
    expect(gone(text)).toBe(text);
  });
});

test('says where a person should look: no pattern finds a role that only one has', () => {
  const result = redact(
    'The night charge nurse at the only island hospital cried with Eilidh. MK knows.',
    roster,
  );
  expect(result.text).toBe('The night charge nurse at the only island hospital cried with [name]. MK knows.');
  expect(result.doubts.map(({ kind }) => kind)).toEqual(['only-one', 'initials']);
});

test('segments put together are the text, and the markers stand where something was', () => {
  const result = redact('Moira rang 07700 900123', roster);
  expect(result.segments).toEqual([
    { text: '[name]', removed: 'name' },
    { text: ' rang ', removed: null },
    { text: '[telephone]', removed: 'telephone' },
  ]);
  expect(result.removedCount).toBe(2);
});

test('whatever stands around it, a name of the roster is gone', () => {
  const names = fc.constantFrom(
    'Moira',
    'KERR',
    'eilidh',
    'Munro',
    'Siân',
    'sian',
    'MacLeod',
    "O'Neill",
    'Kidd',
  );
  const around = fc.stringMatching(/^[ .,;:!?()"'\n/-]{1,4}$/);
  const filler = fc.constantFrom('the ward', 'rang', '3 of 9', '07700 900123', 'x@example.org', '12 May');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(filler, around, names, around), { minLength: 1, maxLength: 5 }),
      (pieces) => {
        const folded = gone(pieces.flat().join(' ')).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
        for (const name of ['moira', 'kerr', 'eilidh', 'munro', 'sian', 'macleod', 'neill', 'kidd']) {
          expect(folded.split(/[^\p{L}]+/u)).not.toContain(name);
        }
      },
    ),
  );
});

test('redacting again changes nothing, and text without identifiers stays as it is', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 12 }), (text) => {
      expect(redact(text, []).text).toBe(text);
    }),
  );
  const once = gone('Moira Kerr, aged 47, EH1 1AA, 07700 900123');
  expect(gone(once)).toBe(once);
});
