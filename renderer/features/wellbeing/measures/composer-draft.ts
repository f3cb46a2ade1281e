/** What is typed into the composer, kept while it is unfinished, and what it comes to as a measure. */
import { err, ok, type Result } from '@shared/kernel/result';
import { z } from '@shared/kernel/zod';
import { ownMeasureSchema, type OwnMeasure } from '@shared/instruments/own-measure';
import type { FormProblem } from '../../../ui';
import { answerPresets } from './answer-presets';

const typedSchema = z.object({
  /** The measure whose words it began with; empty when it began with none. */
  from: z.string(),
  title: z.string(),
  about: z.string(),
  introduction: z.string(),
  minutes: z.string(),
  answers: z.array(z.object({ value: z.string(), text: z.string() })),
  /** `id` tells two rows apart while they are moved; it is not kept. */
  items: z.array(z.object({ id: z.string(), text: z.string(), isReversed: z.boolean() })),
  /** One scale over every item; `scales` then has just that one, and its items are not asked. */
  isOneScale: z.boolean(),
  scales: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      items: z.array(z.string()),
      aggregation: z.enum(['sum', 'mean']),
      better: z.enum(['higher', 'lower']),
      needs: z.enum(['most-items', 'every-item']),
    }),
  ),
});
export type TypedMeasure = z.infer<typeof typedSchema>;
export type TypedItem = TypedMeasure['items'][number];
export type TypedScale = TypedMeasure['scales'][number];

/** Null for a draft of another version of the composer. */
export function typedOfDraft(fields: Record<string, unknown>): TypedMeasure | null {
  const read = typedSchema.safeParse(fields);
  return read.success ? read.data : null;
}

/** The lowest number that no row has: rows that were taken out leave theirs free. */
export function freeId(start: string, taken: readonly { readonly id: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `${start}${number}`)) number += 1;
  return `${start}${number}`;
}

export const wholeScale: TypedScale = {
  id: 'overall',
  title: 'All items together',
  items: [],
  aggregation: 'mean',
  better: 'higher',
  needs: 'most-items',
};

export const emptyMeasure: TypedMeasure = {
  from: '',
  title: '',
  about: '',
  introduction:
    'Think of the last two weeks at work. Choose the answer that fits best. Leave out anything that does not fit your work.',
  minutes: '2',
  answers: answerPresets.often.map(({ value, text }) => ({ value: String(value), text })),
  items: ['item1', 'item2', 'item3'].map((id) => ({ id, text: '', isReversed: false })),
  isOneScale: true,
  scales: [wholeScale],
};

export function typedOf(measure: OwnMeasure, from: string): TypedMeasure {
  const items = measure.items.map((item, index) => ({ ...item, id: `item${index + 1}` }));
  const [only] = measure.scales;
  const isOneScale = measure.scales.length === 1 && only?.items.length === items.length;
  return {
    from,
    title: measure.title,
    about: measure.about,
    introduction: measure.introduction,
    minutes: String(measure.minutes),
    answers: measure.answers.map(({ value, text }) => ({ value: String(value), text })),
    items,
    isOneScale,
    scales: measure.scales.map((scale) => ({
      ...scale,
      items: scale.items.map((item) => `item${item}`),
    })),
  };
}

/** A row without words is no item. */
export function writtenItems({ items }: TypedMeasure): readonly TypedItem[] {
  return items.filter(({ text }) => text.trim() !== '');
}

/** Items by their place among those that are written; a scale forgets an item that was taken out. */
function scalesOf(typed: TypedMeasure): OwnMeasure['scales'] {
  const places = new Map(writtenItems(typed).map(({ id }, index) => [id, index + 1]));
  const every = [...places.values()];
  const scales = typed.isOneScale ? typed.scales.slice(0, 1) : typed.scales;
  return scales.map((scale) => ({
    ...scale,
    title: scale.title.trim(),
    items: typed.isOneScale
      ? every
      : scale.items.flatMap((id) => places.get(id) ?? []).sort((left, right) => left - right),
  }));
}

function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,3}$/u.test(text.trim())) return null;
  const value = Number(text.trim());
  return value >= least && value <= most ? value : null;
}

/** `identity`: not typed, and kept by whoever changes a measure. */
export function measureOf(
  typed: TypedMeasure,
  identity: Pick<OwnMeasure, 'id' | 'version'>,
): Result<OwnMeasure, readonly FormProblem[]> {
  const numbers: FormProblem[] = [];
  const minutes = wholeNumber(typed.minutes, 1, 60);
  if (minutes === null) {
    numbers.push({ field: 'minutes', message: 'Enter whole minutes, from 1 to 60' });
  }
  const answers = typed.answers.map(({ value, text }, index) => {
    const points = wholeNumber(value, 0, 100);
    if (points === null) {
      numbers.push({
        field: `answer-value-${index}`,
        message: `Enter the value of answer ${index + 1}, a whole number from 0 to 100`,
      });
    }
    return { value: points ?? 0, text: text.trim() };
  });
  const written = writtenItems(typed);
  const parsed = ownMeasureSchema.safeParse({
    format: 'steading-measure',
    formatVersion: 1,
    ...identity,
    title: typed.title,
    about: typed.about,
    introduction: typed.introduction,
    minutes: minutes ?? 1,
    answers,
    items: written.map(({ text, isReversed }) => ({ text: text.trim(), isReversed })),
    scales: scalesOf(typed),
  });
  if (parsed.success && numbers.length === 0) return ok(parsed.data);
  const rest = parsed.success ? [] : parsed.error.issues.map((issue) => problemAt(issue, typed));
  // A number that could not be read stands as 0 above: what follows from that is no problem of its own.
  const told = rest.filter(({ field }) => !field.startsWith('answer-value-') || numbers.length === 0);
  return err(inFormOrder([...numbers, ...told], typed));
}

/** Which field a problem belongs to, and what to do about it in words of that field. */
function problemAt(
  {
    path,
    code,
    message,
  }: { readonly path: readonly PropertyKey[]; readonly code: string; readonly message: string },
  typed: TypedMeasure,
): FormProblem {
  const [part, at, field] = path;
  const index = typeof at === 'number' ? at : 0;
  const isShort = code === 'too_small';
  switch (part) {
    case 'title':
      return { field: 'title', message: isShort ? 'Give the measure a title' : message };
    case 'about':
      return { field: 'about', message: isShort ? 'Say in a sentence what it is about' : message };
    case 'introduction':
      return { field: 'introduction', message: isShort ? 'Write what stands above the items' : message };
    case 'answers':
      if (at === undefined) return { field: 'preset', message };
      if (field === 'value') return { field: `answer-value-${index}`, message };
      return {
        field: `answer-text-${index}`,
        message: isShort ? `Write the words of answer ${index + 1}` : message,
      };
    case 'items': {
      const item = writtenItems(typed)[index];
      if (at === undefined || item === undefined) {
        return {
          field: `text-${typed.items[0]?.id ?? ''}`,
          message: isShort ? 'Write at least one item' : message,
        };
      }
      return {
        field: `text-${item.id}`,
        message: field === undefined ? `Item ${index + 1} is in no scale` : message,
      };
    }
    case 'scales': {
      const scale = typed.scales[index];
      if (scale === undefined) return { field: '', message };
      if (field === 'items')
        return { field: `items-${scale.id}`, message: `Choose the items of scale ${index + 1}` };
      return {
        field: `title-${scale.id}`,
        message: isShort ? `Give scale ${index + 1} a name` : message,
      };
    }
    default:
      return { field: '', message: 'This measure cannot be kept as it is' };
  }
}

/** From the top of the form down, each field once. */
function inFormOrder(problems: readonly FormProblem[], typed: TypedMeasure): readonly FormProblem[] {
  const order = [
    'title',
    'about',
    'minutes',
    'introduction',
    ...typed.items.map(({ id }) => `text-${id}`),
    'preset',
    ...typed.answers.flatMap((_, index) => [`answer-text-${index}`, `answer-value-${index}`]),
    ...typed.scales.flatMap(({ id }) => [`title-${id}`, `items-${id}`]),
  ];
  // With nothing written yet, a scale without items follows from that.
  const isEmpty = writtenItems(typed).length === 0;
  const told = problems.filter(({ field }) => !(isEmpty && field.startsWith('items-')));
  return [...new Map(told.map((problem) => [problem.field, problem])).values()].sort(
    (left, right) => order.indexOf(left.field) - order.indexOf(right.field),
  );
}
