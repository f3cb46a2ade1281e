/** Everybody's names, and what else of this service tells who somebody is. */
import { useMemo } from 'react';
import { outsiderName, rosterOf, type Roster } from '@shared/disclosure/redaction-roster';
import { isInPost } from '@shared/supervision/coverage';
import { useToday } from '../platform';
import { useRecords } from '../vault';

/** A role that fewer hold is as good as a name. */
const fewInRole = 5;

/** `hidesService`: the words leave without the service's own name. */
export function useRoster(options: { readonly hidesService: boolean }): Roster {
  const { hidesService } = options;
  const people = useRecords('person');
  const facilitators = useRecords('facilitator');
  const sessions = useRecords('supervision-session');
  const services = useRecords('service');
  const today = useToday();
  return useMemo(() => {
    const roles = people.map(({ value }) => value.role);
    const outsiders = new Set(sessions.map(({ value }) => value.facilitator).filter((line) => line !== ''));
    const held = new Map<string, number>();
    for (const { value } of people)
      if (isInPost(value, today)) held.set(value.role, (held.get(value.role) ?? 0) + 1);
    return rosterOf({
      // Those who left are still known to many.
      names: [
        ...people.map(({ value }) => value.name),
        ...facilitators.map(({ value }) => value.name),
        ...[...outsiders].flatMap((line) => outsiderName(line, roles) ?? []),
      ].filter((name) => name !== ''),
      numbers: people.map(({ value }) => value.payrollNumber).filter((number) => number.length > 2),
      services: hidesService ? services.map(({ value }) => value.name) : [],
      places: [...new Set(people.flatMap(({ value }) => [value.team, value.site]))].filter(
        (place) => place !== '',
      ),
      rareRoles: [...held].filter(([, count]) => count < fewInRole).map(([role]) => role),
    });
  }, [people, facilitators, sessions, services, today, hidesService]);
}
