/** Between the forms of a vacancy and of one of its rounds, as typed, and the record. Pure. */
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  coverChoices,
  roundOutcomes,
  vacancySchema,
  type Vacancy,
  type VacancyRound,
} from '@shared/records/vacancy/vacancy';
import type { FormProblem } from '../../../ui';
import { dayText, formReader, nextId, schemaProblems } from '../../../records/form-read';

export type PostFields = {
  readonly title: string;
  readonly team: string;
  readonly site: string;
  readonly wte: string;
  readonly clearedOn: string;
  readonly coveredBy: string;
  readonly coverNote: string;
  readonly placeNote: string;
  /** Shown once it has an end, to put a wrong day right. */
  readonly startedOn: string;
  readonly withdrawnOn: string;
  readonly withdrawnWhy: string;
};

export function emptyPost(today: LocalDate): PostFields {
  return {
    title: '',
    team: '',
    site: '',
    wte: '1',
    clearedOn: formatDate(today),
    coveredBy: 'nobody',
    coverNote: '',
    placeNote: '',
    startedOn: '',
    withdrawnOn: '',
    withdrawnWhy: '',
  };
}

export function fieldsOfPost(vacancy: Vacancy): PostFields {
  const { title, team, site, wte, coveredBy, coverNote, placeNote, withdrawnWhy } = vacancy;
  return {
    title,
    team,
    site,
    wte: String(wte),
    clearedOn: formatDate(vacancy.clearedOn),
    coveredBy,
    coverNote,
    placeNote,
    startedOn: dayText(vacancy.startedOn),
    withdrawnOn: dayText(vacancy.withdrawnOn),
    withdrawnWhy,
  };
}

export interface PostReading {
  readonly vacancy: Vacancy | null;
  readonly problems: readonly FormProblem[];
}

/** `before`: as it is stored, so that its rounds and freezes stay. */
export function readPost(fields: PostFields, before: Vacancy | null, today: LocalDate): PostReading {
  const read = formReader(today);
  const title = read.line('title', fields.title, 'Say which post it is');
  const wte = read.amount('wte', fields.wte, 'Enter the WTE of the post, such as 1 or 0.6');
  const clearedOn = read.day('clearedOn', fields.clearedOn, 'Say when it was cleared to advertise');
  const startedOn = read.dayOrNone('startedOn', fields.startedOn);
  const withdrawnOn = read.dayOrNone('withdrawnOn', fields.withdrawnOn);
  if (read.problems.length > 0 || wte === null || clearedOn === null)
    return { vacancy: null, problems: read.problems };
  return parsed({
    title,
    team: fields.team,
    site: fields.site,
    wte,
    clearedOn,
    startedOn,
    withdrawnOn,
    withdrawnWhy: withdrawnOn === null ? '' : fields.withdrawnWhy,
    freezes: before?.freezes ?? [],
    coveredBy: coverChoices.find((choice) => choice === fields.coveredBy) ?? 'nobody',
    coverNote: fields.coverNote,
    placeNote: fields.placeNote,
    rounds: before?.rounds ?? [],
  });
}

function parsed(vacancy: Vacancy): PostReading {
  const found = vacancySchema.safeParse(vacancy);
  return found.success
    ? { vacancy: found.data, problems: [] }
    : { vacancy: null, problems: schemaProblems(found.error) };
}

export type RoundFields = {
  /** Empty for a new one; not shown in a box. */
  readonly roundId: string;
  readonly advertisedOn: string;
  readonly closedOn: string;
  readonly applicants: string;
  readonly shortlisted: string;
  readonly offered: string;
  readonly outcome: string;
  readonly note: string;
};

export function emptyRound(today: LocalDate): RoundFields {
  return {
    roundId: '',
    advertisedOn: formatDate(today),
    closedOn: '',
    applicants: '',
    shortlisted: '',
    offered: '',
    outcome: 'still-open',
    note: '',
  };
}

const countText = (count: number | null): string => (count === null ? '' : String(count));

export function fieldsOfRound(round: VacancyRound): RoundFields {
  return {
    roundId: round.id,
    advertisedOn: formatDate(round.advertisedOn),
    closedOn: dayText(round.closedOn),
    applicants: countText(round.applicants),
    shortlisted: countText(round.shortlisted),
    offered: countText(round.offered),
    outcome: round.outcome,
    note: round.note,
  };
}

/** The vacancy with the round in it, by the day on which it was advertised. */
export function readRound(fields: RoundFields, vacancy: Vacancy, today: LocalDate): PostReading {
  const read = formReader(today);
  const advertisedOn = read.day('advertisedOn', fields.advertisedOn, 'Say when it was advertised');
  const closedOn = read.dayOrNone('closedOn', fields.closedOn);
  const applicants = read.countOrNone('applicants', fields.applicants);
  const shortlisted = read.countOrNone('shortlisted', fields.shortlisted);
  const offered = read.countOrNone('offered', fields.offered);
  const outcome = roundOutcomes.find((each) => each === fields.outcome) ?? 'still-open';
  if (advertisedOn !== null && advertisedOn < vacancy.clearedOn)
    read.wrong(
      'advertisedOn',
      `It was cleared to advertise on ${formatDate(vacancy.clearedOn)}. Change that day first`,
    );
  if (advertisedOn !== null && closedOn !== null && closedOn < advertisedOn)
    read.wrong('closedOn', 'It closed before it was advertised');
  if (applicants !== null && shortlisted !== null && shortlisted > applicants)
    read.wrong('shortlisted', 'More are shortlisted than applied');
  if (read.problems.length > 0 || advertisedOn === null) return { vacancy: null, problems: read.problems };
  const id = fields.roundId === '' ? nextId('round', vacancy.rounds) : fields.roundId;
  const round: VacancyRound = {
    id,
    advertisedOn,
    closedOn,
    applicants,
    shortlisted,
    offered,
    outcome,
    note: fields.note,
  };
  const rounds = [...vacancy.rounds.filter((each) => each.id !== id), round];
  return parsed({
    ...vacancy,
    rounds: rounds.toSorted((left, right) => (left.advertisedOn < right.advertisedOn ? -1 : 1)),
  });
}
