/** Who is in post, by contract and by team, and who had supervision: lists of people with one total. */
import { createNameFinder } from '@shared/disclosure/labels';
import type { SummaryTable } from '@shared/disclosure/summary-model';
import { engagementLabels, engagements } from '@shared/records/person/person';
import { supervisionCoverageAsOf } from '@shared/supervision/coverage';
import type { BoardSummaryInput, SummaryPeople } from './board-summary';
import { partitionTable } from './cells';

const totalLabel = 'Everyone counted';

export function inPostTable(people: SummaryPeople): SummaryTable {
  return partitionTable(
    {
      id: 'in-post',
      title: 'People in post',
      note: `On the last day of the period. ${people.note}`,
      totalLabel,
    },
    engagements.map((engagement) => ({
      key: engagement,
      label: engagementLabels[engagement],
      count: people.counted.filter(({ value }) => value.engagement === engagement).length,
    })),
  );
}

/** Null where there is one team or none: the list would be its own total. */
export function teamsTable(input: BoardSummaryInput, people: SummaryPeople): SummaryTable | null {
  const holdsName = createNameFinder(input.people.map(({ value }) => value.name));
  const teams = [...new Set(people.counted.map(({ value }) => value.team.trim()))].sort((left, right) =>
    left.localeCompare(right, 'en-GB'),
  );
  if (teams.length < 2) return null;
  const labelOf = (team: string, index: number): string => {
    if (team === '') return 'No team recorded';
    return input.withTeamNames && !holdsName(team) ? team : `Team ${index + 1}`;
  };
  return partitionTable(
    {
      id: 'teams',
      title: 'People in post by team',
      note: `On the last day of the period. ${people.note}`,
      totalLabel,
    },
    teams.map((team, index) => ({
      key: `team-${index + 1}`,
      label: labelOf(team, index),
      count: people.counted.filter(({ value }) => value.team.trim() === team).length,
    })),
  );
}

/** Team labels that stay numbers because a word of them is a word of somebody's name. */
export function teamsKeptAsNumbers(input: Pick<BoardSummaryInput, 'people'>): number {
  const holdsName = createNameFinder(input.people.map(({ value }) => value.name));
  return new Set(input.people.map(({ value }) => value.team.trim()).filter(holdsName)).size;
}

export function supervisionTable(input: BoardSummaryInput, people: SummaryPeople): SummaryTable {
  const coverage = supervisionCoverageAsOf({
    people: people.counted,
    sessions: input.sessions,
    groupSessions: input.groupSessions,
    absences: input.absences,
    intervalDays: input.service.supervisionIntervalDays,
    asOf: input.periodEnd,
  });
  const everyone = coverage.people.length;
  return partitionTable(
    {
      id: 'supervision',
      title: 'Supervision',
      note: `On the last day of the period. On time: a session of any kind, or a reflective group, held within the agreed interval (${input.service.supervisionIntervalDays} days unless agreed otherwise). ${people.note}`,
      totalLabel,
    },
    [
      { key: 'on-time', label: 'On time', count: coverage.onTime },
      {
        key: 'other',
        label: 'Overdue, none recorded, or away throughout',
        count: everyone - coverage.onTime,
      },
    ],
    true,
  );
}
