/**
 * Everything that is counted comes down to atoms: the leavers of one team in one month, the people of one band in one
 * round. A form is a sum of atoms (a total) or a difference (headcount: those who joined less those who left). The
 * attacker thinks in atoms alone, and so needs none of the sums that the disclosure engine is told of.
 */
export type Form = ReadonlyMap<string, number>;

export function atom(name: string): Form {
  return new Map([[name, 1]]);
}

export function combine(forms: readonly Form[], sign: 1 | -1 = 1): Form {
  const all = new Map<string, number>();
  for (const [index, form] of forms.entries()) {
    for (const [name, times] of form) {
      all.set(name, (all.get(name) ?? 0) + (index === 0 ? times : sign * times));
    }
  }
  return new Map([...all].filter(([, times]) => times !== 0));
}

export function less(whole: Form, part: Form): Form {
  return combine([whole, part], -1);
}

export function valueOf(form: Form, truth: ReadonlyMap<string, number>): number {
  let value = 0;
  for (const [name, times] of form) value += times * (truth.get(name) ?? 0);
  return value;
}

/** The same text for the same form. */
export const asText = (form: Form): string =>
  JSON.stringify([...form].toSorted(([a], [b]) => (a < b ? -1 : 1)));
