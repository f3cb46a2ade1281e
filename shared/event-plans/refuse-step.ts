/**
 * Some steps do harm under a helpful name. Sessions that take a group through its feelings soon after an event
 * are not put into a plan; two things that do help are offered in their place. A look back at the work alone may stay,
 * once somebody has said that it is that.
 */
export interface StepRefusal {
  readonly question: string;
  readonly reason: string;
  readonly guidance: string;
  readonly alternatives: readonly { readonly title: string; readonly detail: string }[];
  /** Words for keeping it as typed, where it may be about the work alone; null: it is not put in. */
  readonly keep: string | null;
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
  keep: null,
};

const ofTheWork: StepRefusal = {
  ...refusal,
  reason:
    'A short look back at the work is fine: what was done, what the kit and the rota need. NICE guideline NG116 says not to go through feelings as a group.',
  keep: 'It is about the work alone',
};

const debrief = /\bde ?br(ie|ei|i|e)f/;
const patterns: readonly RegExp[] = [
  // "debrief", "de-brief", "debriefing", and the usual slips of the hand.
  debrief,
  /\bcis[dm]\b/,
  /\bcritical incident stress\b/,
  // The short form of the same, also as people mishear it.
  /\b(de|di)f+us(e|es|ing|ion)\b( \w+)? (session|meeting|group|circle|talk)s?\b/,
  /\bde ?fus(e|ing) (for|with) (the )?(team|staff|group|everyone)\b/,
  /\b(emotional|group|team|collective) (de ?fus(e|ing)|diffusing)\b/,
  /\b(emotional|group|team|collective) (process|processing|catharsis|venting|vent)\b/,
  /\bre ?liv(e|ing)\b/,
];

/** A look back at what was done: said with one of these words, and with none of feeling. */
const work = /\b(operational|clinical|hot|technical|tactical|equipment|handover)\b/;
const feeling = /emotion|feeling|psycholog|trauma|stress|reaction|wellbeing|grief|process|\bvent/;

/** Null when the step may be added; otherwise the words to show and what to offer in its place. */
export function refuseStep(title: string): StepRefusal | null {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const found = patterns.filter((pattern) => pattern.test(plain));
  if (found.length === 0) return null;
  const isOfTheWork =
    found.every((pattern) => pattern === debrief) && work.test(plain) && !feeling.test(plain);
  return isOfTheWork ? ofTheWork : refusal;
}
