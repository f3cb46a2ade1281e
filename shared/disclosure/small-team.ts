/**
 * Rules of others about results of small teams, for comparison: the app's own are in thresholds.ts. Four out of four is
 * a full response about four people, and by these rules it is shown; by ours it is not.
 */
export interface ImatterRule {
  /** 2018: 60% of a team of 5 or more, everyone in a team of 4 or fewer. */
  readonly report2018: boolean;
  /** 2021: no share is asked of larger teams. Null = the wording leaves it open. */
  readonly report2021: boolean | null;
}

/**
 * iMatter, the NHS Scotland staff survey. From 2021 the page asks 100% of "teams with four or fewer respondents": for a
 * team of 5 or more with 1 to 4 answers that may mean the answers or the team, so it is undecided.
 * Source: imatter.scot/team-manager; gov.scot health and social care staff experience reports 2018 p.4 and 2021 p.13.
 */
export function imatterRule(teamSize: number, responses: number): ImatterRule {
  if (responses <= 0) return { report2018: false, report2021: false };
  const everyone = responses >= teamSize;
  if (teamSize <= 4) return { report2018: everyone, report2021: everyone };
  return { report2018: responses * 10 >= teamSize * 6, report2021: responses >= 5 ? true : null };
}

/** A mean, or null when too few values are behind it. No minimum, maximum or range: they disclose at any number. */
export function meanOfAtLeast(
  values: readonly (number | null)[],
  minimumN: number,
): { readonly n: number; readonly mean: number | null } {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  if (n === 0 || n < minimumN) return { n, mean: null };
  return { n, mean: known.reduce((sum, value) => sum + value, 0) / n };
}
