/**
 * Looks in a note for things that never belong into a supervision record. It warns and blocks nothing: a pattern can
 * be wrong, and a name it can only guess from what stands before it. It runs on this laptop while typing and keeps
 * nothing.
 */
export type NoteFinding =
  | 'email'
  | 'phone'
  | 'postcode'
  | 'chi-number'
  | 'ni-number'
  | 'score'
  | 'client-name'
  | 'diagnosis'
  | 'trauma-history';

const patterns: readonly (readonly [NoteFinding, RegExp])[] = [
  ['email', /[\w.+-]+@[\w-]+\.[\w.-]*\w/],
  ['ni-number', /\b[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b/i],
  ['postcode', /\b(?:[a-z]{1,2}\d[a-z\d]?) ?\d[abd-hjlnp-uw-z]{2}\b/i],
  [
    'diagnosis',
    /\b(?:diagnos(?:is|es|ed)|depression|bipolar|schizo\w+|psychosis|psychotic|(?:complex )?c?-?ptsd|adhd|autis(?:m|tic)|anorexi[ac]|bulimi[ac]|dementia|epilep(?:sy|tic)|cancer|diabet(?:es|ic)|hepatitis|hiv|eupd|bpd|ocd|(?:anxiety|personality|eating|panic|mood) disorder|antidepressants?)\b/i,
  ],
  [
    'trauma-history',
    /\b(?:trauma history|history of (?:abuse|trauma|neglect)|(?:childhood|sexual|domestic) (?:abuse|trauma|violence)|(?:abused|neglected) as a child|raped?|flashbacks?)\b/i,
  ],
  ['score', /\b(?:phq|gad|proqol|who-?5|s?wemwbs|core-?10|cbi|olbi|mbi|bat-?12|stss|k-?10)\b/i],
];

/** Numbers of 9 to 13 digits, with the spaces and dashes that people put in. */
const longNumber = /(?:\+|\b)\d(?:[ \-()]{0,2}\d){8,12}\b/g;

/** The words that people who use a service are called by, with a name behind them. */
const calledClient =
  /\b(?:[Cc]lients?|[Pp]atients?|[Ss]ervice[ -][Uu]sers?|[Tt]enants?|[Rr]esidents?|[Yy]oung [Pp]ersons?|[Cc]ases?)\b,?(?: called| named|:)? (\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]*\.?)?)/gu;
const titled = /\b(?:Mr|Mrs|Ms|Miss|Mx)\.? (\p{Lu}[\p{L}'’-]+)/gu;
/** Capitals that stand behind those words and are no names. */
const noNames: ReadonlySet<string> = new Set([
  ...'the a an and or i is was are were who that on in at from for of to with about services service'.split(
    ' ',
  ),
  ...'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
  ...'january february march april may june july august september october november december'.split(' '),
]);

export interface FoundWords {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The name that stands behind a word for somebody who uses the service, or behind a title. */
export function clientNames(text: string): FoundWords[] {
  return [calledClient, titled].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((found) => {
      const name = found[1] ?? '';
      const to = found.index + found[0].length;
      return isNoName(name) ? [] : [{ text: name, from: to - name.length, to }];
    }),
  );
}

function isNoName(name: string): boolean {
  const word = name.split(' ')[0] ?? '';
  // "KW-204": a local reference is what should stand here.
  const isReference = word.length < 6 && word === word.toUpperCase();
  return isReference || noNames.has(word.toLowerCase());
}

function hasClientName(text: string, known: ReadonlySet<string>): boolean {
  return clientNames(text).some(({ text: name }) => !known.has(name.split(' ')[0]?.toLowerCase() ?? ''));
}

/** Words of a condition or of a person's own history: they are about one person, whoever it is. */
export function personalWords(text: string): FoundWords[] {
  return patterns
    .filter(([finding]) => finding === 'diagnosis' || finding === 'trauma-history')
    .flatMap(([, pattern]) =>
      [...text.matchAll(new RegExp(pattern, 'gi'))].map((found) => ({
        text: found[0],
        from: found.index,
        to: found.index + found[0].length,
      })),
    );
}

/** CHI: day and month of birth, then a last digit that checks the other nine (modulus 11). */
function isChiNumber(digits: string): boolean {
  if (digits.length !== 10) return false;
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  if (day < 1 || day > 31 || month < 1 || month > 12) return false;
  const sum = Array.from(digits.slice(0, 9)).reduce(
    (total, digit, index) => total + Number(digit) * (10 - index),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

/** `colleagues`: names of people of the service, who may be named here. */
export function checkNote(text: string, colleagues: readonly string[] = []): NoteFinding[] {
  const found = new Set<NoteFinding>();
  const known = new Set(colleagues.flatMap((name) => name.toLowerCase().split(/\s+/)));
  if (hasClientName(text, known)) found.add('client-name');
  for (const [finding, pattern] of patterns) if (pattern.test(text)) found.add(finding);
  for (const [number] of text.matchAll(longNumber)) {
    const digits = number.replace(/\D/g, '');
    if (isChiNumber(digits)) found.add('chi-number');
    else if (/^(?:\+|0)/.test(number)) found.add('phone');
  }
  return [...found];
}

const findingWords: Readonly<Record<NoteFinding, string>> = {
  email: 'an email address',
  phone: 'a phone number',
  postcode: 'a postcode',
  'chi-number': 'a CHI number',
  'ni-number': 'a National Insurance number',
  score: 'a wellbeing or health score',
  'client-name': 'the name of someone who uses the service',
  diagnosis: 'a diagnosis or condition',
  'trauma-history': 'something of a person’s own history',
};

/** One sentence for the field, or null when nothing was found. */
export function noteWarning(text: string, colleagues: readonly string[] = []): string | null {
  const words = checkNote(text, colleagues).map((finding) => findingWords[finding]);
  if (words.length === 0) return null;
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  return `This looks like it holds ${list}. Those are not kept here. You can still save.`;
}
