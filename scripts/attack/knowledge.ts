/**
 * What the attacker knows, as constraints on atoms: every number that was published (rounded ones as a range), what
 * the one mark of a hidden number says by itself, shares of small bases, the staff list, how people in post come
 * about, and one colleague's own answers.
 */
import { atom, combine, less, type Form } from './forms';
import { leastShownOf, roundedToFive, type Published } from './publish';
import { firstExport, lastMonth, type Service } from './service';
import { showsZero, type Sheet, type SheetFigure } from './sheet';
import type { Constraint } from './solver';
import { headcountForm, postForm } from './tables';

const anything = 1e6;

/** What a shown number says: itself, or what rounds to it and is not hidden by the rules. */
function rangeOf(figure: SheetFigure, isRounded: boolean): { readonly low: number; readonly high: number } {
  const { value } = figure;
  const shown = roundedToFive(value);
  if (!isRounded || value === 0) return { low: value, high: value };
  const least = leastShownOf(figure, true);
  // A smaller one is shown only where everybody knew it before (the staff list).
  return { low: value < least ? shown - 2 : Math.max(shown - 2, least), high: shown + 2 };
}

function fromShares(sheet: Sheet, published: Published): Constraint[] {
  return sheet.shares.flatMap(({ key, numerator, denominator }) => {
    // Shares beside rounded numbers are of the rounded numbers: nothing more is in them.
    if (!published.has(key) || sheet.isRounded) return [];
    const part = sheet.figures.get(numerator)!;
    const whole = sheet.figures.get(denominator)!;
    const tenths = Math.round((1000 * part.value) / whole.value);
    // (2 tenths - 1) / 2000 <= part / whole <= (2 tenths + 1) / 2000
    const scaled = (times: number): Form =>
      new Map(
        [...new Set([...part.form.keys(), ...whole.form.keys()])].map((name) => [
          name,
          2000 * (part.form.get(name) ?? 0) - times * (whole.form.get(name) ?? 0),
        ]),
      );
    return [
      { form: scaled(2 * tenths - 1), low: 0, high: anything },
      { form: scaled(2 * tenths + 1), low: -anything, high: 0 },
    ];
  });
}

/** What one export says. Where zeros are shown, what bears the mark is none. */
export function fromExport(sheet: Sheet, published: Published): Constraint[] {
  const constraints: Constraint[] = fromShares(sheet, published);
  for (const figure of sheet.figures.values()) {
    const { key, form, isPublished } = figure;
    if (!isPublished) continue;
    if (published.has(key)) constraints.push({ form, ...rangeOf(figure, sheet.isRounded) });
    else if (showsZero(figure)) constraints.push({ form, low: 1, high: anything });
  }
  return constraints;
}

/**
 * Whether a figure counts nobody or somebody is no secret, published or not, where zeros are always shown. What follows from this alone is what an attacker starts from.
 */
export function fromZeros(sheet: Sheet): Constraint[] {
  return [...sheet.figures.values()].flatMap((figure) => {
    const { form, value } = figure;
    if (!showsZero(figure)) return [];
    return value > 0 ? [{ form, low: 1, high: anything }] : [{ form, low: 0, high: 0 }];
  });
}

/** What holds in every service, and the staff list of the first month. */
export function fromStaffList(service: Service): Constraint[] {
  const constraints: Constraint[] = [];
  for (const team of service.teams) {
    let members = 0;
    for (const [name, count] of service.truth) {
      if (name.startsWith(`post:${team}:`) && name.endsWith(`:${firstExport}`)) members += count;
    }
    constraints.push({ form: headcountForm(service, team, firstExport), low: members, high: members });
    for (let month = firstExport; month <= lastMonth; month += 1) {
      const posts = combine(service.contracts.map((contract) => postForm(service, team, contract, month)));
      constraints.push({ form: less(headcountForm(service, team, month), posts), low: 0, high: 0 });
    }
  }
  return constraints;
}

/** The colleague is in these atoms: each holds one at least. */
export function fromColleague(service: Service): Constraint[] {
  return [...service.colleague].map(([name, times]) => ({ form: atom(name), low: times, high: anything }));
}
