/** The teams that a sheet can be typed for: those of people in post, and those typed before. */
import { useMemo } from 'react';
import { plainWords } from '@shared/import/cells';
import type { LocalDate } from '@shared/kernel/local-date';
import { teamsByHand } from '@shared/workforce/by-hand';
import { useRecords } from '../../../vault';

export function useTeamsToType(today: LocalDate, chosen: string): readonly string[] {
  const people = useRecords('person');
  const figures = useRecords('month-figures');
  const times = useRecords('practice-time');
  return useMemo(() => {
    const inPost = people.filter(({ value }) => value.lastDay === null || value.lastDay >= today);
    const byWords = new Map<string, string>();
    // The spelling in People wins: figures by hand stand beside figures of the same team there.
    for (const team of [
      ...(chosen === '' ? [] : [chosen]),
      ...teamsByHand([...figures, ...times]),
      ...inPost.map(({ value }) => value.team),
    ])
      if (team !== '') byWords.set(plainWords(team), team);
    return [...byWords.values()].sort((left, right) => left.localeCompare(right, 'en-GB'));
  }, [people, figures, times, today, chosen]);
}
