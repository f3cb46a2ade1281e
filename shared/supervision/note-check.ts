/**
 * Looks in a note for things that never belong into a supervision record. It warns and blocks nothing: it
 * cannot know names, and a pattern can be wrong. It runs on this laptop while typing and keeps nothing.
 */
export type NoteFinding = 'email' | 'phone' | 'postcode' | 'chi-number' | 'ni-number' | 'score';

const patterns: readonly (readonly [NoteFinding, RegExp])[] = [
  ['email', /[\w.+-]+@[\w-]+\.[\w.-]*\w/],
  ['ni-number', /\b[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b/i],
  ['postcode', /\b(?:[a-z]{1,2}\d[a-z\d]?) ?\d[abd-hjlnp-uw-z]{2}\b/i],
  ['score', /\b(?:phq|gad|proqol|who-?5|s?wemwbs|core-?10|cbi|olbi|mbi|bat-?12|stss|k-?10)\b/i],
];

/** Numbers of 9 to 13 digits, with the spaces and dashes that people put in. */
const longNumber = /(?:\+|\b)\d(?:[ \-()]{0,2}\d){8,12}\b/g;

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

export function checkNote(text: string): NoteFinding[] {
  const found = new Set<NoteFinding>();
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
};

/** One sentence for the field, or null when nothing was found. */
export function noteWarning(text: string): string | null {
  const words = checkNote(text).map((finding) => findingWords[finding]);
  if (words.length === 0) return null;
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  return `This looks like it holds ${list}. Those are not kept here. You can still save.`;
}
