/**
 * Rows about single people (best not exported at all): k-anonymity (Sweeney 2002), distinct l-diversity (Machanavajjhala
 * 2007), and group disclosure: a group of six who all answered the same is disclosed, large as it is.
 */
type Value = string | number | boolean | null;

export interface AnonymityInput<Field extends string> {
  readonly records: readonly Readonly<Record<Field, Value>>[];
  /** Fields that others may know of a person: team, band, sex, age band. Without any, all rows are one class. */
  readonly quasiIdentifiers: readonly Field[];
  /** What is to stay unknown; null = nothing sensitive in the rows. */
  readonly sensitive: Field | null;
  readonly k: number;
  readonly l: number;
}

export interface EquivalenceClass {
  /** Values of the quasi-identifiers, in their order. */
  readonly values: readonly Value[];
  /** Positions of the rows. */
  readonly records: readonly number[];
  readonly distinctSensitive: number;
}

export interface Anonymity {
  /** Size of the smallest class; null without rows. */
  readonly minClass: number | null;
  readonly classes: readonly EquivalenceClass[];
  readonly recordsBelowK: readonly number[];
  /** Classes in which everyone has the same sensitive value. */
  readonly homogeneousClasses: readonly EquivalenceClass[];
  readonly recordsBelowL: readonly number[];
}

export function anonymity<Field extends string>(input: AnonymityInput<Field>): Anonymity {
  const groups = new Map<string, { values: Value[]; records: number[]; sensitive: Set<Value> }>();
  input.records.forEach((record, position) => {
    const values = input.quasiIdentifiers.map((field) => record[field]);
    // JSON keeps 1 and "1", and a comma inside a value, apart.
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, records: [], sensitive: new Set<Value>() };
    group.records.push(position);
    if (input.sensitive !== null) group.sensitive.add(record[input.sensitive]);
    groups.set(key, group);
  });
  const classes = [...groups.values()].map(({ values, records, sensitive }) => ({
    values,
    records,
    distinctSensitive: sensitive.size,
  }));
  const positionsOf = (some: readonly EquivalenceClass[]): number[] =>
    some.flatMap(({ records }) => records).toSorted((left, right) => left - right);
  const hasSensitive = input.sensitive !== null;
  return {
    minClass: classes.length === 0 ? null : Math.min(...classes.map(({ records }) => records.length)),
    classes,
    recordsBelowK: positionsOf(classes.filter(({ records }) => records.length < input.k)),
    homogeneousClasses: hasSensitive
      ? classes.filter(({ distinctSensitive }) => distinctSensitive === 1)
      : [],
    recordsBelowL: hasSensitive
      ? positionsOf(classes.filter(({ distinctSensitive }) => distinctSensitive < input.l))
      : [],
  };
}

/** Rows of a table of counts whose people are all in one column: everyone in the row is known to be there. */
export function rowsInOneColumn(table: readonly (readonly number[])[]): number[] {
  return table.flatMap((row, position) => (row.filter((count) => count > 0).length === 1 ? [position] : []));
}
