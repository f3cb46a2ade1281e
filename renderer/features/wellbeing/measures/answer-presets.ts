/** Sets of answers to begin with, in our own words. */
export const answerPresetIds = ['often', 'agree', 'well'] as const;
export type AnswerPresetId = (typeof answerPresetIds)[number];

type Answers = readonly { readonly value: number; readonly text: string }[];

const counted = (...texts: readonly string[]): Answers =>
  texts.map((text, index) => ({ value: index + 1, text }));

export const answerPresets: Readonly<Record<AnswerPresetId, Answers>> = {
  often: counted('Never', 'Seldom', 'About half the time', 'Mostly', 'Always'),
  agree: counted('Not at all', 'A little', 'In part', 'Mostly', 'Fully'),
  well: counted('Very badly', 'Badly', 'So-so', 'Well', 'Very well'),
};

export const answerPresetWords: Readonly<Record<AnswerPresetId, string>> = {
  often: 'How often: never to always',
  agree: 'How true: not at all to fully',
  well: 'How well: very badly to very well',
};
