/** What is typed into the form of a round, and what it comes to. */
import { parseDateText } from '@shared/kernel/date-text';
import type { LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { coversDay } from '@shared/statistics/days';
import { minimumReplies } from '@shared/wellbeing/round-results';
import type { FormProblem } from '../../../ui';

export const splitKinds = ['none', 'paid', 'own'] as const;
export type SplitKind = (typeof splitKinds)[number];

/** A type alias, so that it fits where fields are kept by name (use-form-fields.ts). */
export type RoundFieldValues = {
  readonly instrumentId: string;
  readonly label: string;
  readonly group: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly invited: string;
  readonly splitKind: SplitKind;
  readonly splitQuestion: string;
  /** One part a line. */
  readonly splitParts: string;
  readonly note: string;
};

export const paidOrVolunteer = {
  question: 'How you work here',
  options: ['Paid', 'Volunteer'],
} as const;

export const ownSplitQuestion = 'Which part of the service do you work in?';

export type RoundDetails = Pick<
  WellbeingWave,
  'label' | 'opensOn' | 'closesOn' | 'invited' | 'note' | 'split'
>;

const mostInLine = 200;
const mostParts = 8;

export function invitedNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,6}$/u.test(trimmed)) return null;
  const invited = Number(trimmed);
  return invited >= 1 && invited <= 100_000 ? invited : null;
}

/** The parts as typed: lines without words count for nothing. */
export function partsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function readSplit(fields: RoundFieldValues, problems: FormProblem[]): WellbeingWave['split'] {
  if (fields.splitKind === 'none') return null;
  if (fields.splitKind === 'paid') return { ...paidOrVolunteer, options: [...paidOrVolunteer.options] };
  const question = fields.splitQuestion.trim();
  const options = partsOf(fields.splitParts);
  const tell = (field: string, message: string): void => {
    problems.push({ field, message });
  };
  if (question === '') tell('splitQuestion', 'Write the question about the part of the service');
  else if (question.length > mostInLine) tell('splitQuestion', 'Use 200 characters or fewer');
  if (options.length < 2) tell('splitParts', 'Give at least two parts, one a line');
  else if (options.length > mostParts) tell('splitParts', `Use ${mostParts} parts or fewer`);
  else if (options.some((part) => part.length > mostInLine))
    tell('splitParts', 'Use 200 characters or fewer for each part');
  else if (new Set(options.map((part) => part.toLowerCase())).size !== options.length) {
    tell('splitParts', 'Two parts have the same name');
  }
  return { question, options: [...options] };
}

export function readRoundFields(
  fields: RoundFieldValues,
  today: LocalDate,
): { readonly details: RoundDetails | null; readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = [];
  const label = fields.label.trim();
  if (label === '') problems.push({ field: 'label', message: 'Give the round a name, such as Spring 2026' });
  else if (label.length > mostInLine)
    problems.push({ field: 'label', message: 'Use 200 characters or fewer' });
  const opensOn = parseDateText(fields.opensOn, today);
  if (opensOn === null)
    problems.push({ field: 'opensOn', message: 'Enter the first day, such as today or 24 nov' });
  const closesOn = parseDateText(fields.closesOn, today);
  if (closesOn === null) problems.push({ field: 'closesOn', message: 'Enter the last day, such as 8 dec' });
  else if (opensOn !== null && closesOn < opensOn)
    problems.push({ field: 'closesOn', message: 'The last day is before the first day' });
  const invited = invitedNumber(fields.invited);
  if (invited === null)
    problems.push({ field: 'invited', message: 'Enter how many people were invited, as a whole number' });
  const split = readSplit(fields, problems);
  return {
    details:
      problems.length === 0 && opensOn !== null && closesOn !== null && invited !== null
        ? { label, opensOn, closesOn, invited, note: fields.note, split }
        : null,
    problems,
  };
}

/** Below this many people, hardly any part has the replies that it needs. */
const smallForParts = 2 * minimumReplies;

/** Null when nothing speaks against asking for the part. */
export function splitWarning(fields: RoundFieldValues): string | null {
  const invited = invitedNumber(fields.invited);
  if (fields.splitKind === 'none' || invited === null || invited < minimumReplies) return null;
  if (invited < smallForParts) {
    return `With ${invited} invited, two parts cannot both reach ${minimumReplies} replies. Leave this question out.`;
  }
  const parts = fields.splitKind === 'paid' ? 2 : partsOf(fields.splitParts).length;
  return parts * minimumReplies > invited
    ? `With ${invited} invited, not all ${parts} parts can reach ${minimumReplies} replies. Name fewer, larger parts.`
    : null;
}

/** On the people list that day, in the team or in all of it. */
export function inPost(people: readonly { readonly value: Person }[], group: string, day: LocalDate): number {
  return people.filter(
    ({ value }) =>
      (group === '' || value.team === group) &&
      coversDay({ start: value.startDate, end: value.lastDay }, day),
  ).length;
}
