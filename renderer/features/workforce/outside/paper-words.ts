/** Everything of a risk paper that somebody typed, out to the review and back into the paper. Pure. */
import { formatDate } from '@shared/kernel/local-date';
import type { OutsideIssue } from '@shared/records/outside-issue/outside-issue';

/** The parts with a heading of their own, in order. */
export const paperSections = [
  { field: 'situation', heading: 'What it is' },
  { field: 'effectOnStaff', heading: 'What it does to staff' },
  { field: 'effectOnPeople', heading: 'What it does to people who use the service' },
  { field: 'evidence', heading: 'How we know' },
  { field: 'ownSteps', heading: 'What we have done ourselves' },
] as const satisfies readonly { readonly field: keyof OutsideIssue; readonly heading: string }[];

export interface TypedPart {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

export function typedParts(issue: OutsideIssue): readonly TypedPart[] {
  return [
    { id: 'title', label: 'Heading', text: issue.title },
    ...paperSections.map(({ field, heading }) => ({ id: field, label: heading, text: issue[field] })),
    { id: 'askedOf', label: 'Whom we asked', text: issue.askedOf },
    ...issue.replies.flatMap(({ id, on, from, said }) => [
      { id: `from ${id}`, label: `Who replied on ${formatDate(on)}`, text: from },
      { id: `said ${id}`, label: `Reply of ${formatDate(on)}`, text: said },
    ]),
    { id: 'statusWhy', label: 'Where it stands', text: issue.statusWhy },
  ];
}

/** The issue with other words for each typed part: the paper is drawn from this and from nothing else. */
export function withWords(issue: OutsideIssue, wordsOf: (id: string) => string): OutsideIssue {
  return {
    ...issue,
    title: wordsOf('title'),
    situation: wordsOf('situation'),
    effectOnStaff: wordsOf('effectOnStaff'),
    effectOnPeople: wordsOf('effectOnPeople'),
    evidence: wordsOf('evidence'),
    ownSteps: wordsOf('ownSteps'),
    askedOf: wordsOf('askedOf'),
    replies: issue.replies.map((reply) => ({
      ...reply,
      from: wordsOf(`from ${reply.id}`),
      said: wordsOf(`said ${reply.id}`),
    })),
    statusWhy: wordsOf('statusWhy'),
  };
}
