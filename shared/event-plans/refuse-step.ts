/**
 * Some steps do harm under a helpful name. Sessions that take a group through its feelings soon after an event
 * are not put into a plan; two things that do help are offered in their place.
 */
export interface StepRefusal {
  readonly question: string;
  readonly reason: string;
  readonly guidance: string;
  readonly alternatives: readonly { readonly title: string; readonly detail: string }[];
}

const refusal: StepRefusal = {
  question: 'Which of these do you mean?',
  reason:
    'NICE guideline NG116 says not to offer psychologically-focused debriefing. Going through feelings as a group soon after an event does not prevent harm.',
  guidance: 'NICE NG116',
  alternatives: [
    { title: 'Factual briefing', detail: 'What is known, what comes next, where support is.' },
    { title: 'Peer check-in', detail: 'One colleague asks one other how they are. They choose what to say.' },
  ],
};

const patterns: readonly RegExp[] = [
  // "debrief", "de-brief", "debriefing", and the two usual slips of the hand.
  /\bde ?br(ie|ei|i)f/,
  /\bcis[dm]\b/,
  /\bcritical incident stress\b/,
  /\b(emotional|group|team|collective) (process|processing|catharsis|venting|vent)\b/,
  /\bre ?liv(e|ing)\b/,
];

/** Null when the step may be added; otherwise the words to show and what to offer in its place. */
export function refuseStep(title: string): StepRefusal | null {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return patterns.some((pattern) => pattern.test(plain)) ? refusal : null;
}
