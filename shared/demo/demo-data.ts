/**
 * "Look around with made-up data": everything that the demo vault starts with, as one commit's writes. Pure and
 * always the same; only the ids come from the caller. Nobody and nothing in it exists.
 *
 * The story: a small island service with no measure of how its people are (spring 2023). The first round finds demands
 * urgent. Posts fall empty, a hard winter follows, and in January 2025 somebody whom they supported dies. From May 2025 on
 * a caseload limit holds, supervision gets time of its own in the autumn, and the second round of March 2026 reads better.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { KindName, RecordValue } from '@shared/records/registry';
import type { Write } from '@shared/vault/vault-api';
import { demoAbsences } from './demo-absences';
import { demoAgreements, demoAssignments, demoFacilitators, type DemoSupervisor } from './demo-agreements';
import { demoChartSettings } from './demo-charts';
import { createDemoContext, demoAsOf, type DemoContext, type DemoRecord } from './demo-context';
import { demoCaseloadLimit, demoCaseloads, demoEstablishment } from './demo-figures';
import { demoGroups, demoSittings } from './demo-groups';
import { demoHabits } from './demo-habits';
import { demoHeard } from './demo-heard';
import { demoNotes } from './demo-notes';
import { demoPeople, isInPost } from './demo-people';
import { demoPlans } from './demo-plans';
import { demoPracticeTimes } from './demo-practice';
import { demoOutsideIssues, demoPolicyReviews, demoVacancies } from './demo-pressures';
import { demoReadyPlan, demoRehearsals } from './demo-readiness';
import { demoProcessMoves, demoRequests } from './demo-requests';
import { demoSpaces } from './demo-spaces';
import { demoSupervision } from './demo-supervision';
import { demoActions } from './demo-actions';
import { demoReadinessChecks } from './demo-readiness-checks';
import { demoTeamLife } from './demo-team-life';
import { demoWaves } from './demo-waves';

export function buildDemoWrites(newId: () => RecordId): readonly Write[] {
  const context = createDemoContext(demoPeople(), newId);
  return demoRecords(context).map(({ kind, value, id }): Write => ({
    type: 'put',
    kind,
    id: id ?? newId(),
    baseRevision: 0,
    value,
  }));
}

/** All of it, with the context that it was made in. */
export function demoRecords(context: DemoContext): readonly DemoRecord[] {
  const { people, idOf } = context;
  return [
    record('service', {
      name: 'Harbour Steps',
      nation: 'scotland',
      teamSize: people.filter(({ person }) => isInPost(person, demoAsOf)).length,
      fullTimeWeeks: [{ from: null, hours: 37.5 }],
      caseloadLimit: demoCaseloadLimit,
      supervisionIntervalDays: 56,
      workingDayStart: '09:00',
      workingDayEnd: '17:00',
      asOf: demoAsOf,
      setUpDone: true,
    }),
    ...people.map(({ id, person }) => record('person', person, id)),
    ...each('caseload-count', demoCaseloads(people)),
    ...each('establishment', demoEstablishment()),
    ...demoWaves(context),
    ...demoHeard(context),
    ...demoPlans(context),
    record('ready-plan', demoReadyPlan()),
    ...each('rehearsal', demoRehearsals(idOf)),
    ...each('access-request', demoRequests(idOf)),
    ...each('process-move', demoProcessMoves(idOf)),
    ...supervisionRecords(context),
    ...each('vacancy', demoVacancies()),
    ...demoOutsideIssues(context),
    ...each('policy-review', demoPolicyReviews(idOf)),
    ...each('practice-time', demoPracticeTimes()),
    ...each('context-note', demoNotes()),
    ...each('chart-setting', demoChartSettings()),
    ...demoHabits(context),
    ...demoTeamLife(context),
    ...demoReadinessChecks(context),
    ...demoActions(context),
    ...demoSpaces(context),
  ];
}

/** Who supervises whom, what was agreed, and what was held: sessions know who was away. */
function supervisionRecords({ people, idOf, newId }: DemoContext): readonly DemoRecord[] {
  const absences = demoAbsences(people);
  const facilitators = demoFacilitators(idOf);
  const ids = new Map(Object.keys(facilitators).map((key) => [key, newId()]));
  const supervisorId = (key: DemoSupervisor): RecordId => ids.get(key) ?? newId();
  const assignments = demoAssignments(people, supervisorId);
  const groups = Object.values(demoGroups(idOf, supervisorId('grace'))).map((group) => ({
    id: newId(),
    group,
  }));
  return [
    ...each('absence', absences),
    ...Object.entries(facilitators).map(([key, value]) => record('facilitator', value, ids.get(key))),
    ...each('supervision-assignment', assignments),
    ...each('agreement', demoAgreements(people, assignments)),
    ...each('supervision-session', demoSupervision(people, absences, assignments)),
    ...groups.map(({ id, group }) => record('reflective-group', group, id)),
    ...each('group-session', demoSittings(groups, absences)),
  ];
}

function record<K extends KindName>(kind: K, value: RecordValue<K>, id?: RecordId): DemoRecord {
  return { kind, value, ...(id === undefined ? {} : { id }) } as DemoRecord;
}

function each<K extends KindName>(kind: K, values: readonly RecordValue<K>[]): readonly DemoRecord[] {
  return values.map((value) => record(kind, value));
}
