/**
 * What identifies a person in free text by its form alone: addresses, numbers, dates of birth, ages. Counts, scores and
 * hours are kept. All are applied to normalised text (redaction.ts).
 */
export const redactionKinds = [
  'e-mail',
  'web address',
  'user name',
  'number',
  'telephone',
  'postcode',
  'address',
  'date',
  'age',
  'name',
  'service',
  'by hand',
] as const;
export type RedactionKind = (typeof redactionKinds)[number];

/** What stands in the place of it. */
export const removedWords: Readonly<Record<RedactionKind, string>> = {
  'e-mail': 'e-mail address removed',
  'web address': 'web address removed',
  'user name': 'user name removed',
  number: 'number removed',
  telephone: 'telephone number removed',
  postcode: 'postcode removed',
  address: 'address removed',
  date: 'date removed',
  age: 'age removed',
  name: 'name removed',
  service: 'service removed',
  'by hand': 'words removed',
};

export interface RedactionPattern {
  readonly kind: RedactionKind;
  readonly pattern: RegExp;
  /** Looks closer at what the pattern found; absent = all of it counts. */
  readonly accepts?: (found: string) => boolean;
}

const notInWord = '(?<![\\p{L}\\p{N}])';
const wordEnd = '(?![\\p{L}\\p{N}])';
const pattern = (source: string): RegExp => new RegExp(`${notInWord}(?:${source})${wordEnd}`, 'giu');

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const dayNumber = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const fullDate = [
  '\\d{1,2}([/.-])\\d{1,2}\\1(?:\\d{4}|\\d{2})',
  '\\d{4}[/.-]\\d{1,2}[/.-]\\d{1,2}',
  `${dayNumber}[ -](?:of )?${months},?[ -]'?(?:\\d{4}|\\d{2})`,
  `${months} ${dayNumber},? '?(?:\\d{4}|\\d{2})`,
].join('|');
const partDate = `${dayNumber} (?:of )?${months}|${months} ${dayNumber}|${months} \\d{4}|\\d{1,2}[/.-]\\d{1,2}|(?:19|20)\\d{2}`;

const tens = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const units = '(?:one|two|three|four|five|six|seven|eight|nine)';
const ageInWords = `(?:${tens}(?:[- ]${units})?|sixteen|seventeen|eighteen|nineteen)`;
const ageNumber = `(?:1?\\d{1,2}|${ageInWords})`;
const ages = `${ageNumber}(?: ?(?:and|or|to|-) ?${ageNumber})?`;

function digits(text: string): number {
  return text.replace(/\D/gu, '').length;
}

/** In this order: what an earlier one took is not seen by a later one. */
export const redactionPatterns: readonly RedactionPattern[] = [
  {
    kind: 'e-mail',
    // From the start of the word: a long run of letters is looked at once.
    pattern: /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+ ?@ ?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  },
  {
    kind: 'e-mail',
    pattern:
      /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+ ?[[(] ?at ?[\])] ?[\p{L}\p{N}-]+(?: ?(?:\.|[[(] ?dot ?[\])]| dot ) ?[\p{L}\p{N}-]+)+/giu,
  },
  { kind: 'web address', pattern: /(?:https?:\/\/|www\.)[^\s<>"]+[^\s<>".,;:!?)\]]/giu },
  { kind: 'user name', pattern: /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/gu },

  // National Insurance number, with any two letters: typing errors fail the list of prefixes.
  { kind: 'number', pattern: pattern('[a-z]{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?[a-d]') },
  { kind: 'number', pattern: pattern('[a-z]{2}\\d{6}') },
  // Nursing and Midwifery Council PIN.
  { kind: 'number', pattern: pattern('\\d{2}[a-z]\\d{4}[a-z]') },

  // CHI number by name, however it is spaced.
  {
    kind: 'number',
    pattern:
      /(?<=(?<![\p{L}\p{N}])(?:chi|nhs)(?: ?(?:number|no))?[ .:#]{1,3}(?:is )?)\d(?:[ ./-]?\d){5,11}(?![\p{L}\p{N}])/giu,
  },

  // Telephone: with a country code, in the usual groups, or after a word that says so.
  {
    kind: 'telephone',
    pattern:
      /(?<![\p{L}\p{N}])(?:\+|00)\d{1,3}[ .-]*(?:\(0\))?(?:[ .()-]{0,2}\d{1,6}){2,6}(?![\p{L}\p{N}])/gu,
    accepts: (found) => digits(found) >= 9 && digits(found) <= 16,
  },
  {
    kind: 'telephone',
    pattern: /(?<![\p{L}\p{N}.,])\(?0\d{0,5}\)?(?:[ -]{0,3}\d{2,8}){1,4}(?![\p{L}\p{N}])/gu,
    accepts: (found) => digits(found) === 10 || digits(found) === 11,
  },
  { kind: 'telephone', pattern: pattern('0\\d{2,4}[.]\\d{3,4}[.]?\\d{3,4}') },
  {
    kind: 'telephone',
    pattern:
      /(?<=(?<![\p{L}\p{N}])(?:tel|telephone|phone|mobile|mob|fax|ext|extn|extension|bleep|pager)(?:\.|\b)(?: ?(?:number|no|is|on))?[ .:#]{0,3})\d(?:[ ()-]?\d){2,14}(?![\p{L}\p{N}])/giu,
  },

  // CHI and NHS numbers: any ten digits, whatever the check digit says. Ten single digits are answers, not a number.
  {
    kind: 'number',
    pattern: pattern(
      '\\d{10}|\\d{6}[ ./-]\\d{4}|\\d{3}[ .-]\\d{3}[ .-]\\d{4}|\\d{5}[ .-]\\d{5}|\\d{2}([ ./-])\\d{2}\\1\\d{2}[ ./-]\\d{4}',
    ),
  },
  // Sort codes, accounts, payroll and case numbers: long runs of digits, or named as a number.
  { kind: 'number', pattern: pattern('\\d{7,}') },
  {
    kind: 'number',
    pattern:
      /(?<=(?<![\p{L}\p{N}])(?:chi|nhs|nmc|sssc|gmc|pin|payroll|staff|employee|case|hospital|badge|passport|licence|national insurance|ni|reference|ref)(?: ?(?:number|no|num|id|pin|ref))?[ .:#]{1,3}(?:is )?)(?=[\p{L}\d/-]*\d)[\p{L}\d][\p{L}\d/-]{3,}/giu,
  },
  {
    kind: 'postcode',
    pattern: pattern('(?:[a-z]{1,2}\\d[a-z\\d]?|gir) ?\\d(?!nd|rd|th|st)[abd-hjlnp-uw-z]{2}'),
  },

  // House number and street.
  {
    kind: 'address',
    pattern:
      /(?<![\p{L}\p{N}])\d{1,4}[A-Za-z]?,? (?:\p{Lu}[\p{L}'-]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Place|Crescent|Terrace|Court|Close|Gardens|Square|Row|Wynd|Brae|Loan|Grove|Park|Quay)(?![\p{L}\p{N}])/gu,
  },

  // Dates: whole ones always, parts of one after a word about birth.
  { kind: 'date', pattern: pattern(fullDate) },
  {
    kind: 'date',
    pattern: new RegExp(
      `(?<=${notInWord}(?:d\\.?o\\.?b\\.?|dates? of births?|birth ?dates?|birthdays?|year of birth|born)(?: (?:is|was|on|in|the)){0,3}[ :=,-]{1,3})(?:${partDate})${wordEnd}`,
      'giu',
    ),
  },

  { kind: 'age', pattern: pattern(`ages?d?(?: (?:of|is|was|about|around))?[ :]{1,2}${ages}`) },
  { kind: 'age', pattern: pattern(`${ageNumber}[ -]?(?:years?|yrs?|months?)[ -](?:olds?|of age)`) },
  { kind: 'age', pattern: pattern(`${ageNumber} ?(?:yo|y/o|y\\.o\\.?|yrs? old)`) },
  {
    kind: 'age',
    pattern: pattern(
      `(?:turn(?:s|ed|ing)|nearly|almost) ${ageNumber}(?! ?(?:%|per|hours?|days?|weeks?|of|out))`,
    ),
  },
  { kind: 'age', pattern: pattern('\\d{2}(?:st|nd|rd|th) birthday') },
  {
    kind: 'age',
    pattern: pattern(
      "(?:early|mid|late)?[ -]?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|[2-8]0'?s)",
    ),
  },
];
