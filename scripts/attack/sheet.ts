/** One export as the person who makes it puts it together: figures, how they add up, shares and means. */
import type { FigureSum } from '../../shared/disclosure/release-figures';
import { less, valueOf, type Form } from './forms';
import type { Service } from './service';

export interface SheetFigure {
  readonly key: string;
  readonly form: Form;
  readonly value: number;
  readonly kind: 'count' | 'sensitive-count';
  readonly isPublished: boolean;
  /** How much of its table can be one person's. */
  readonly mostOfOne: number;
  readonly hidesZero: boolean;
}

/** A share to one decimal, of two figures. */
export interface Share {
  readonly key: string;
  readonly numerator: string;
  readonly denominator: string;
}

/** A mean to one decimal of the scores of the people that the figure `people` counts. */
export interface Mean {
  readonly key: string;
  readonly people: string;
  /** What is averaged: means of one measure can be taken from each other. */
  readonly measure: string;
  readonly groups: readonly string[];
  readonly total: number;
}

export interface Sheet {
  readonly figures: ReadonlyMap<string, SheetFigure>;
  readonly sums: readonly FigureSum[];
  readonly shares: readonly Share[];
  readonly means: readonly Mean[];
  /** Counts are rounded to 5. */
  readonly isRounded: boolean;
}

/** Whether a 0 of it is given out as it is. */
export const showsZero = ({ kind, hidesZero }: SheetFigure): boolean => kind === 'count' && !hidesZero;

const isFlow = (form: Form): boolean => [...form.keys()].every((name) => /^(?:left|joined|ill):/.test(name));

export interface SheetBuilder {
  /** Not published: anybody can work it out from what is, so it is named as well. */
  add(key: string, form: Form, kind?: SheetFigure['kind'], isPublished?: boolean, mostOfOne?: number): string;
  link(total: string, parts: readonly string[]): void;
  share(key: string, numerator: string, denominator: string): void;
  mean(mean: Mean): void;
  done(): Sheet;
}

export function createSheet(service: Service, isRounded = false): SheetBuilder {
  const figures = new Map<string, SheetFigure>();
  const sums: FigureSum[] = [];
  const shares: Share[] = [];
  const means: Mean[] = [];
  return {
    add: (key, form, kind = 'count', isPublished = true, mostOfOne = 1) => {
      const isOut = isPublished || figures.get(key)?.isPublished === true;
      figures.set(key, {
        key,
        form,
        kind,
        value: valueOf(form, service.truth),
        isPublished: isOut,
        mostOfOne,
        hidesZero: service.habits.hidesZeros && kind === 'count' && isFlow(form),
      });
      return key;
    },
    link: (total, parts) => {
      if (parts.length > 1) sums.push({ total, parts });
      // A sum of one part is the part under another name.
      else if (parts[0] !== undefined && parts[0] !== total) sums.push({ total, parts });
    },
    share: (key, numerator, denominator) => void shares.push({ key, numerator, denominator }),
    mean: (mean) => void means.push(mean),
    done: () => ({ figures, sums, shares, means, isRounded }),
  };
}

export interface Complement {
  readonly key: string;
  readonly of: SheetFigure;
  readonly form: Form;
  readonly rest: number;
}

/** What a sum leaves for the others of each part. */
export function complements(sheet: Sheet): Complement[] {
  return sheet.sums.flatMap(({ total, parts }) =>
    parts.length < 2
      ? []
      : parts.map((part) => {
          const whole = sheet.figures.get(total)!;
          const of = sheet.figures.get(part)!;
          const form = less(whole.form, of.form);
          return { key: `${total} less ${part}`, of, form, rest: whole.value - of.value };
        }),
  );
}
