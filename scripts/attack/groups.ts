/** A team, or all of them. */
export type Team = string | null;

export const nameOf = (team: Team): string => team ?? 'all';

export const monthsBetween = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
