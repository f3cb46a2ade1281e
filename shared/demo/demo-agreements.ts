/** Who supervises whom in the made-up service, what they agreed, and where nobody is to be had. */
import { addDays, addMonths, type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import { confidentialityLimits, type Agreement, type PairKind } from '@shared/records/agreement/agreement';
import type { Facilitator } from '@shared/records/facilitator/facilitator';
import type { SupervisionAssignment } from '@shared/records/supervision-assignment/supervision-assignment';
import type { Signature } from '@shared/records/supervision-parts';
import { standingWords } from '@shared/supervision/standing-words';
import { demoAsOf, type DemoPerson } from './demo-context';
import { isInPost } from './demo-people';

const blank: Facilitator = {
  personId: null,
  name: '',
  baseProfession: '',
  years: null,
  training: '',
  trainedOn: null,
  trainingExpires: null,
  traumaKnowledge: 'not-said',
  hasGroupSkill: null,
  hasOwnSupervision: null,
  isOutsideLine: null,
  mayLead: [],
  maxLoad: null,
  endedOn: null,
};

/** By a short key, so that groups and assignments can name them. */
export function demoFacilitators(idOf: (name: string) => RecordId) {
  return {
    grace: {
      ...blank,
      name: 'Grace Muirhead',
      baseProfession: 'Clinical psychologist',
      years: 14,
      training: 'Supervision of practice, five days',
      trainedOn: toLocalDate('2024-03-11'),
      trainingExpires: toLocalDate('2027-03-11'),
      traumaKnowledge: 'specialist',
      hasGroupSkill: true,
      hasOwnSupervision: true,
      isOutsideLine: true,
      mayLead: ['clinical', 'reflective-group'],
      maxLoad: 16,
    },
    tormod: {
      ...blank,
      name: 'Tormod Gray',
      baseProfession: 'Counsellor',
      years: 9,
      training: 'Clinical supervision certificate',
      trainedOn: toLocalDate('2023-03-01'),
      trainingExpires: toLocalDate('2026-03-01'),
      traumaKnowledge: 'enhanced',
      hasGroupSkill: false,
      hasOwnSupervision: true,
      isOutsideLine: true,
      mayLead: ['clinical'],
      maxLoad: 8,
    },
    eleanor: {
      ...blank,
      name: 'Eleanor Voe',
      baseProfession: 'Nurse consultant',
      years: 20,
      training: 'Restorative supervision for nurses',
      trainedOn: toLocalDate('2025-02-03'),
      trainingExpires: toLocalDate('2028-02-03'),
      traumaKnowledge: 'skilled',
      hasOwnSupervision: true,
      isOutsideLine: true,
      mayLead: ['professional'],
      maxLoad: 6,
    },
    isla: {
      ...blank,
      personId: idOf('Isla Drummond'),
      baseProfession: 'Social worker',
      years: 16,
      training: 'Supervising others, two days',
      trainedOn: toLocalDate('2024-10-07'),
      trainingExpires: toLocalDate('2027-10-07'),
      traumaKnowledge: 'skilled',
      hasOwnSupervision: false,
      isOutsideLine: false,
      mayLead: ['line-management', 'clinical'],
      maxLoad: 20,
    },
    rowan: {
      ...blank,
      personId: idOf('Rowan Sutherland'),
      baseProfession: 'Youth worker',
      years: 11,
      training: 'Supervising others, two days',
      trainedOn: toLocalDate('2023-05-08'),
      trainingExpires: toLocalDate('2026-05-08'),
      traumaKnowledge: 'informed',
      hasOwnSupervision: true,
      isOutsideLine: false,
      mayLead: ['line-management'],
    },
  } as const satisfies Record<string, Facilitator>;
}
export type DemoSupervisor = keyof ReturnType<typeof demoFacilitators>;

type Nobody = NonNullable<SupervisionAssignment['noSupervisorReason']>;

/** People whose clinical supervision is not as their team's: with somebody else, or with nobody. */
const clinicalOf: Readonly<Record<string, DemoSupervisor | Nobody | null>> = {
  'Isla Drummond': 'tormod',
  'Ewan Petrie': 'isla',
  'Malcolm Tait': 'grace',
  'Fraser Linklater': 'none-available-island',
  'Callan Dow': 'waiting',
  'Hugh Scollay': 'none-available-island',
  'Freya Heddle': 'declined',
  'Marta Nowak': null,
  'Jean Pirie': null,
};
const tried: Readonly<Record<string, string>> = {
  'Fraser Linklater': 'Asked the neighbouring board on 3 March',
  'Callan Dow': 'First on the list since January',
  'Hugh Scollay': 'A group by video is being looked at',
};

function isNobody(choice: DemoSupervisor | Nobody): choice is Nobody {
  return ['none-available', 'none-available-island', 'waiting', 'post-vacant', 'declined', 'other'].includes(
    choice,
  );
}

function chosenFor({ person }: DemoPerson, kind: PairKind): DemoSupervisor | Nobody | null {
  switch (kind) {
    case 'clinical':
      if (person.name in clinicalOf) return clinicalOf[person.name] ?? null;
      return person.team === 'Recovery hub' ? 'grace' : 'tormod';
    case 'line-management':
      // Nobody above the manager: that post at the health board has been empty since the autumn.
      if (person.role === 'Service manager') return 'post-vacant';
      return person.team === 'Recovery hub' || person.role === 'Team lead' ? 'isla' : 'rowan';
    case 'professional':
      return person.role === 'Nurse prescriber' ? 'eleanor' : null;
  }
}

const recordsBegin = toLocalDate('2023-06-05');
/** Since then clinical supervision has an hour of its own in the rota, with somebody from outside. */
const protectedSince = toLocalDate('2025-10-06');
const beforeThat = toLocalDate('2025-04-07');

function startOf({ person }: DemoPerson, kind: PairKind, supervisor: DemoSupervisor | Nobody): LocalDate {
  const from =
    kind === 'clinical'
      ? supervisor === 'grace'
        ? protectedSince
        : beforeThat
      : kind === 'professional' || supervisor === 'post-vacant'
        ? protectedSince
        : recordsBegin;
  return from > person.startDate ? from : addDays(person.startDate, 7);
}

export function demoAssignments(
  people: readonly DemoPerson[],
  supervisorId: (key: DemoSupervisor) => RecordId,
): readonly SupervisionAssignment[] {
  const now = people
    .filter(({ person }) => isInPost(person, demoAsOf))
    .flatMap((demo) =>
      (['clinical', 'line-management', 'professional'] as const).flatMap((kind) => {
        const chosen = chosenFor(demo, kind);
        if (chosen === null) return [];
        const isGap = isNobody(chosen);
        return [
          {
            personId: demo.id,
            kind,
            facilitatorId: isGap ? null : supervisorId(chosen),
            noSupervisorReason: isGap ? chosen : null,
            reasonWords: isGap && kind === 'clinical' ? (tried[demo.person.name] ?? '') : '',
            from: startOf(demo, kind, chosen),
            until: null,
          },
        ];
      }),
    );
  // Three had another supervisor before: history stays when one follows the other.
  const before = now
    .filter(
      ({ personId, kind, facilitatorId }) =>
        kind === 'clinical' &&
        facilitatorId === supervisorId('grace') &&
        people.some(({ id, person }) => id === personId && person.startDate <= recordsBegin),
    )
    .slice(0, 3)
    .map((each) => ({
      ...each,
      facilitatorId: supervisorId('tormod'),
      from: recordsBegin,
      until: addDays(each.from, -1),
    }));
  return [...before, ...now];
}

const signed = (on: LocalDate): Signature => ({ state: 'signed', on });

const firstLineAgreement = toLocalDate('2025-03-10');

/** Most pairs have one that both signed; some wait, one is due to be looked at again, one was not agreed. */
export function demoAgreements(
  people: readonly DemoPerson[],
  assignments: readonly SupervisionAssignment[],
): readonly Agreement[] {
  const standing = assignments.filter(({ until, facilitatorId }) => until === null && facilitatorId !== null);
  const clinical = standing.filter(({ kind }) => kind === 'clinical');
  const line = standing
    .filter(({ kind }) => kind === 'line-management')
    .filter((_, index) => index % 3 === 0);
  return [...clinical, ...line].map(({ personId, kind, facilitatorId, from }, index): Agreement => {
    const person = people.find(({ id }) => id === personId)?.person;
    const agreedFrom = addDays(from, 7);
    const startedOn =
      kind === 'clinical' || agreedFrom > firstLineAgreement
        ? agreedFrom
        : addDays(firstLineAgreement, (index - clinical.length) * 28);
    const later = addDays(startedOn, 5);
    const second: Signature =
      index === 4
        ? { state: 'waiting' }
        : index === 7
          ? {
              state: 'not-agreed',
              on: later,
              words: 'Would rather not have line notes read further up',
            }
          : signed(later);
    return {
      personId,
      kind,
      facilitatorId,
      intervalDays: person?.supervisionIntervalDays ?? 56,
      minutes: kind === 'clinical' ? 60 : 45,
      mode: person?.site === 'North isles' ? 'video' : 'in-person',
      place: person?.site === 'North isles' ? '' : 'Quiet room',
      ...standingWords(kind),
      limits: [...confidentialityLimits],
      startedOn,
      reviewOn: addMonths(startedOn, 12),
      endedOn: null,
      signatures: { person: second, supervisor: signed(startedOn) },
    };
  });
}
