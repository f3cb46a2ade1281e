/** Lists within a form, line by line. */

/** What a line of a list is called in the summary of errors. */
export const lineField = (name: string, index: number): string => `${name}-${index}`;

export const without = (list: readonly string[], index: number): readonly string[] =>
  list.filter((_each, at) => at !== index);

export const withText = (list: readonly string[], index: number, text: string): readonly string[] =>
  list.map((each, at) => (at === index ? text : each));
