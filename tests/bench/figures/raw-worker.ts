/** The same records handed over as they are and each read once, with no definition at all: the least that a worker takes. */
import * as Comlink from 'comlink';
import type { FigureRecords } from '@shared/workforce/figures';

export interface RawDesk {
  pass(records: FigureRecords): number;
}

const desk: RawDesk = {
  pass: ({ people, absences, sessions, caseloadCounts, establishment }) => {
    let total = 0;
    for (const { value } of people) total += value.startDate.length + value.earlierTeams.length;
    for (const { value } of absences) total += value.firstDay.length + (value.lastDay?.length ?? 0);
    for (const { value } of sessions) total += value.date.length + value.personIds.length;
    for (const { value } of caseloadCounts) total += value.openCases;
    for (const { value } of establishment) total += value.fundedWte;
    return total;
  },
};

Comlink.expose(desk);
