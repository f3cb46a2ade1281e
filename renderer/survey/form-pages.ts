/** Which items stand together: pages of about the same length, so that the last one is not a leftover. */
import type { FormWording } from '@shared/survey/survey-form';

/** More than this on one page is a wall; a form of up to this many stays whole. */
const mostOnOnePage = 10;

export interface FormItem {
  readonly number: number;
  readonly text: string;
  readonly options: readonly { readonly value: number; readonly text: string }[];
}

/** Item 1 first, each with the answers that go with it. */
export function formItems({ items, answers }: FormWording): FormItem[] {
  return items
    .map(({ number, text }) => ({
      number,
      text,
      options: answers.find((set) => set.items.includes(number))?.options ?? [],
    }))
    .sort((left, right) => left.number - right.number);
}

export function pagesOf<Item>(items: readonly Item[]): Item[][] {
  const pages = Math.ceil(items.length / mostOnOnePage);
  return Array.from({ length: pages }, (_, page) =>
    items.slice(Math.round((page * items.length) / pages), Math.round(((page + 1) * items.length) / pages)),
  );
}
