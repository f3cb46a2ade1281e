/**
 * A column of JSON values, packed: what repeats stands once, days are numbers, ids stand in one string. Half of the time
 * before the first screen went into parsing the same themes and ids again and again.
 */
import { isLocalDate, type LocalDate } from '@shared/kernel/local-date';

export type Packed =
  /** Every value is this one. */
  | readonly ['one', unknown]
  /** Few different ones, and which of them it is. */
  | readonly ['few', readonly unknown[], readonly number[]]
  /** Days since 1970-01-01, or null. */
  | readonly ['days', readonly (number | null)[]]
  /** Ids of 32 digits, one behind the other. */
  | readonly ['ids', string]
  /** Whole numbers above the least of them. */
  | readonly ['above', number, readonly number[]]
  /** Lists: how long each is, and what is in them all. */
  | readonly ['lists', Packed, Packed]
  /** Objects with the same fields. */
  | readonly ['objects', readonly string[], readonly Packed[]]
  | readonly ['as-is', readonly unknown[]];

const dayMs = 86_400_000;
const id = /^[0-9a-f]{32}$/;
/** Fewer different values than a third: then they stand once. */
const fewShare = 3;

type Plain = Readonly<Record<string, unknown>>;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isDay = (value: unknown): value is LocalDate | null =>
  value === null || (typeof value === 'string' && value.length === 10 && isLocalDate(value));

export function packColumn(values: readonly unknown[]): Packed {
  // Two maps, for the text of a list may be some other row's text.
  const plain = new Map<unknown, number>();
  const inJson = new Map<string, number>();
  const distinct: unknown[] = [];
  const places: number[] = [];
  const most = Math.max(1, Math.floor(values.length / fewShare));
  for (const value of values) {
    const json = typeof value === 'object' && value !== null ? JSON.stringify(value) : null;
    let place = json === null ? plain.get(value) : inJson.get(json);
    if (place === undefined) {
      place = distinct.length;
      if (place === most) return packMany(values);
      if (json === null) plain.set(value, place);
      else inJson.set(json, place);
      distinct.push(value);
    }
    places.push(place);
  }
  return distinct.length === 1 ? ['one', distinct[0]] : ['few', distinct, places];
}

function packMany(values: readonly unknown[]): Packed {
  if (values.every(isList)) {
    return ['lists', packColumn(values.map((list) => list.length)), packColumn(values.flat(1))];
  }
  if (values.every(isObject)) return packObjects(values);
  if (values.every((value) => typeof value === 'string' && id.test(value))) return ['ids', values.join('')];
  if (values.every(isDay)) {
    return ['days', values.map((day) => (day === null ? null : Date.parse(day) / dayMs))];
  }
  if (values.every((value) => Number.isSafeInteger(value))) {
    const numbers = values as readonly number[];
    const least = numbers.reduce((low, value) => Math.min(low, value));
    return ['above', least, numbers.map((value) => value - least)];
  }
  return ['as-is', values];
}

function packObjects(values: readonly Plain[]): Packed {
  const fields = Object.keys(values[0] ?? {});
  const haveSame = values.every((value) => {
    const own = Object.keys(value);
    return own.length === fields.length && own.every((field, at) => field === fields[at]);
  });
  if (!haveSame) return ['as-is', values];
  return ['objects', fields, fields.map((field) => packColumn(values.map((value) => value[field])))];
}

/** What `packColumn` was given; `length` values. What repeats is one frozen value for all of them. */
export function unpackColumn(packed: Packed, length: number): readonly unknown[] {
  switch (packed[0]) {
    case 'one':
      return new Array<unknown>(length).fill(frozen(packed[1]));
    case 'few': {
      const distinct = packed[1].map(frozen);
      return packed[2].map((place) => distinct[place]);
    }
    case 'days':
      return packed[1].map((day) => (day === null ? null : dayText(day)));
    case 'ids': {
      const all = packed[1];
      return Array.from({ length }, (_, at) => all.slice(at * 32, at * 32 + 32));
    }
    case 'above': {
      const [, least, numbers] = packed;
      return numbers.map((value) => value + least);
    }
    case 'lists': {
      const lengths = unpackColumn(packed[1], length) as readonly number[];
      const inAll = unpackColumn(
        packed[2],
        lengths.reduce((sum, one) => sum + one, 0),
      );
      let from = 0;
      return lengths.map((one) => inAll.slice(from, (from += one)));
    }
    case 'objects':
      return objectsOf(packed[1], packed[2], length);
    case 'as-is':
      return packed[1];
  }
}

/**
 * One object for each row. Copied from one that has what all of them share, in the order of `fields`, so that only what
 * differs is set a hundred thousand times while somebody waits.
 */
export function objectsOf(
  fields: readonly string[],
  columns: readonly Packed[],
  length: number,
): readonly object[] {
  const shared: Record<string, unknown> = {};
  const own: { readonly field: string; readonly values: readonly unknown[] }[] = [];
  for (const [at, field] of fields.entries()) {
    const column = columns[at];
    if (column === undefined) continue;
    if (column[0] === 'one') {
      shared[field] = frozen(column[1]);
      continue;
    }
    const values = unpackColumn(column, length);
    shared[field] = values[0];
    own.push({ field, values });
  }
  const objects: object[] = [];
  for (let row = 0; row < length; row += 1) {
    const made = { ...shared };
    for (let at = 0; at < own.length; at += 1) {
      const column = own[at];
      if (column !== undefined) made[column.field] = column.values[row];
    }
    objects.push(made);
  }
  return objects;
}

/** Days come again in every batch: one text each, for the page's life. */
const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * dayMs).toISOString().slice(0, 10);
    dayTexts.set(day, text);
  }
  return text;
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
