import { sum } from './descriptive';
import { groupBy } from './days';

export type PostHours = {
  readonly person: string;
  /** contracted hours a week; null = not recorded */
  readonly weeklyHours: number | null;
  /** the full-time week in force for that contract on that date */
  readonly fullTimeHours: number | null;
};

export type Headcount = {
  readonly headcount: number;
  readonly posts: number;
  /** whole-time equivalents, not rounded; null when a post has no hours recorded */
  readonly wte: number | null;
  readonly maxPersonWte: number | null;
};

/**
 * Whole-time equivalent of one post: weekly hours over the full-time week in force. Never capped at 1 and
 * never rounded before adding. Null when either is unknown or the full-time week is not above 0.
 */
export function wteOf(weeklyHours: number | null, fullTimeHours: number | null): number | null {
  if (weeklyHours === null || fullTimeHours === null || !(fullTimeHours > 0)) return null;
  return weeklyHours / fullTimeHours;
}

/** Adds whole-time equivalents; one unknown makes the total unknown. */
export function sumWte(parts: readonly (number | null)[]): number | null {
  return parts.some((part) => part === null) ? null : sum(parts as readonly number[]);
}

/**
 * People, posts and WTE from the posts held on one day: three different numbers. A person with two posts
 * is one head and may be more than 1.0 WTE. Source: NES official workforce statistics.
 */
export function headcountOfPosts(posts: readonly PostHours[]): Headcount {
  const wtes = posts.map((post) => wteOf(post.weeklyHours, post.fullTimeHours));
  const people = [...groupBy(posts, (post) => post.person).values()];
  const personWtes = people.map((held) =>
    sumWte(held.map((post) => wteOf(post.weeklyHours, post.fullTimeHours))),
  );
  return {
    headcount: people.length,
    posts: posts.length,
    wte: sumWte(wtes),
    maxPersonWte:
      personWtes.length === 0 || personWtes.includes(null) ? null : Math.max(...(personWtes as number[])),
  };
}
