/**
 * Some steps do harm under a helpful name. Sessions that take a group through its feelings soon after an event
 * are not put into a plan; two things that do help are offered in their place. A look back at the work alone may stay,
 * once somebody has said that it is that. A good title over such words is the same step: they are read too, sentence by
 * sentence, and a sentence that says not to is none.
 */
export interface StepRefusal {
  /** Which words of the step it is about. */
  readonly about: 'title' | 'detail';
  readonly question: string;
  readonly reason: string;
  readonly guidance: string;
  readonly alternatives: readonly { readonly title: string; readonly detail: string }[];
  /** Words for keeping it as typed, where it may be about the work alone; null: it is not put in. */
  readonly keep: string | null;
}

const refusal: StepRefusal = {
  about: 'title',
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

const ofItsWords: StepRefusal = {
  ...refusal,
  about: 'detail',
  reason:
    'These words describe going through feelings as a group. NICE guideline NG116 says not to offer that: soon after an event it does not prevent harm.',
};

/** Several people at once. What two talk about in private is their own. */
const together =
  /\b(team|group|staff|shift|crew|everyone|everybody|all of (us|you|them)|together|circle|in turn|one by one)\b/;
/** "Go round and say how they felt", in its many forms. */
const throughFeelings =
  /\b(go(es|ing)? (round|around|through|over)|talk(s|ing)? (through|about)|shar(e|es|ing)|open(s|ing)? up|express(es|ing)?|vent(s|ing)?)\b( \w+){0,6}? ((feelings|emotions|emotional reactions)\b|how (\w+ ){1,2}(feels?|felt)\b|what (\w+ ){1,2}felt\b)/;
/** The sentence warns of it, or leaves it to people themselves. */
const saysNotTo =
  /\b(no|not|never|nobody|none|without|avoid|avoids|avoiding|instead of|rather than|don t|doesn t|isn t|cannot|refuse|refuses)\b/;
/** Help of another sort, with somebody who is trained for it, and in its own time. */
const otherHelp =
  /\b(reflective|facilitator|facilitated|supervision|counsell\w+|therap\w+|occupational health|one to one|1 to 1|in private|privately|alone)\b/;

/** Null when the step may be added; otherwise the words to show and what to offer in its place. */
export function refuseStep(title: string, detail = ''): StepRefusal | null {
  const ofTitle = refuseTitle(plainly(title));
  if (ofTitle !== null && ofTitle.keep === null) return ofTitle;
  return doesHarm(plainly(title), detail) ? ofItsWords : ofTitle;
}

function doesHarm(title: string, detail: string): boolean {
  return detail
    .split(/[.;:!?\n]+(?=\s|$)/u)
    .map(plainly)
    .some((sentence) => {
      if (saysNotTo.test(sentence)) return false;
      const isThroughFeelings =
        throughFeelings.test(sentence) &&
        together.test(`${title} ${sentence}`) &&
        !otherHelp.test(`${title} ${sentence}`);
      const found = patterns.filter((pattern) => pattern.test(sentence));
      if (found.length === 0) return isThroughFeelings;
      // The word alone may be about somebody else's, or about kit and timings.
      const isWordAlone = found.every((pattern) => pattern === debrief) && !feeling.test(sentence);
      const isOfTheWork = work.test(`${title} ${sentence}`);
      return isThroughFeelings || !isWordAlone || (!isOfTheWork && together.test(sentence));
    });
}

/** Without accents, marks and capitals: "C.I.S.D." and "De-brief" as they are meant. */
function plainly(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function refuseTitle(plain: string): StepRefusal | null {
  const found = patterns.filter((pattern) => pattern.test(plain));
  if (found.length === 0) return null;
  const isOfTheWork =
    found.every((pattern) => pattern === debrief) && work.test(plain) && !feeling.test(plain);
  return isOfTheWork ? ofTheWork : refusal;
}
