import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseText, redact } from '@shared/disclosure/redaction';
import { rosterOf } from '@shared/disclosure/redaction-roster';

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
const known = rosterOf({ names: roster });
const gone = (text: string): string => redact(text, known).text;

describe('names of the roster', () => {
  test.each([
    ['Spoke to Moira Kerr today', 'Spoke to [name removed] today'],
    ['moira and KERR', '[name removed] and [name removed]'],
    ["Moira's notes, the Kerrs’ visit", "[name removed]'s notes, the [name removed]’ visit"],
    ['Sian, SIÂN and Sia\u0302n', '[name removed], [name removed] and [name removed]'],
    ['Mo\u200Bira and Ｋｅｒｒ', '[name removed] and [name removed]'],
    ['M. Kerr and Moira K.', '[name removed] and [name removed]'],
    ['Mc Leod, MacLeod, McLeod, Mac-Leod', '[name removed], [name removed], [name removed], [name removed]'],
    ['O’Neill, oneill, O Neill', '[name removed], [name removed], [name removed]'],
    ['Anne Marie or Annemarie', '[name removed] or [name removed]'],
    ['moirakerr and moira_kerr', '[name removed] and [name removed]_[name removed]'],
    ['Zoë de la Cruz agreed', '[name removed] agreed'],
    ['Zoe agreed', '[name removed] agreed'],
    ['Jo went; the mojo is back', '[name removed] went; the mojo is back'],
    ['Eilidh and I agreed', '[name removed] and I agreed'],
    ['M.K. rang', '[name removed] rang'],
    ['Anne‑Marie agreed', '[name removed] agreed'],
    ['Kerr,\nMoira', '[name removed],\n[name removed]'],
    ['Моira (letters of another script)', '[name removed] (letters of another script)'],
    ["Mrs O'Hara-Smith rang", 'Mrs [name removed] rang'],
    ['Mrs Brown rang Dr A Patel', 'Mrs [name removed] rang Dr [name removed]'],
  ])('%s', (text, expected) => {
    expect(gone(text)).toBe(expected);
  });

  test('names that are words go with a capital and stay without', () => {
    expect(gone('May may grant hope to Grant. Hope hopes.')).toBe(
      '[name removed] may grant hope to [name removed]. [name removed] hopes.',
    );
    expect(gone('Seen on 12 May and again in May 2026')).toBe('Seen on 12 May and again in May 2026');
  });

  test('whole words alone', () => {
    const text = gone('Ross reviewed the cross-team processes with Ross-shire staff; across, kidding.');
    expect(text).toBe(
      '[name removed] reviewed the cross-team processes with [name removed]-shire staff; across, kidding.',
    );
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
    expect(gone('CHI 010190 123 4 at 4 High Street')).toBe('CHI [number removed] at [address removed]');
    expect(gone('DOB 12 May, ext. 4512, payroll number AB1234, born in 1961')).toBe(
      'DOB [date removed], ext. [telephone number removed], payroll number [number removed], born in [date removed]',
    );
  });

  test.each([
    '07700 900123 07700 900123',
    '+44 7700 900123 0131 496 0123',
    '0131 496 0123 - 01632 960001 07700900123',
    '4 07700 900123 12 0131 496 0123',
  ])('several numbers side by side: %s', (numbers) => {
    expect(gone(`Ring ${numbers}.`).match(/\d{3}/u)).toBeNull();
  });

  test('a long run of one kind of character takes no longer than a page of text', () => {
    // A pattern that starts anew at every letter takes minutes here, and the test runs into its limit.
    for (const run of ['A', '0 ', '1-', 'a.', 'M.', "O'", '@', '07700 '])
      expect(gone(run.repeat(60_000 / run.length)).length).toBeGreaterThan(0);
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
    known,
  );
  expect(result.text).toBe(
    'The night charge nurse at the only island hospital cried with [name removed]. MK knows.',
  );
  expect(result.doubts.map(({ kind }) => kind)).toEqual(['only-one', 'initials']);
});

test('spans are places in the text, and the markers stand there', () => {
  const { normalised, spans } = redact('Moira Kerr rang 07700 900123', known);
  expect(spans.map(({ kind, from, to }) => [kind, normalised.slice(from, to)])).toEqual([
    ['name', 'Moira Kerr'],
    ['telephone', '07700 900123'],
  ]);
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
      expect(redact(text, rosterOf({})).text).toBe(text);
    }),
  );
  const once = gone('Moira Kerr, aged 47, EH1 1AA, 07700 900123');
  expect(gone(once)).toBe(once);
});
