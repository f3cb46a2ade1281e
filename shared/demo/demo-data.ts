/**
 * "Look around with made-up data": everything that the demo vault starts with, as one commit's writes. Pure and
 * always the same; only the ids come from the caller. Nobody and nothing in it exists.
 */
import { assert } from '@shared/kernel/assert';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName, RecordValue } from '@shared/records/registry';
import type { Write } from '@shared/vault/vault-api';
import { demoAgreements, demoAssignments, demoFacilitators, type DemoSupervisor } from './demo-agreements';
import { demoAbsences, demoAsOf, demoCaseloads, demoEstablishment } from './demo-figures';
import { demoGroups, demoSittings } from './demo-groups';
import { demoChartSettings } from './demo-charts';
import { demoNotes } from './demo-notes';
import { demoPeople, isInPost } from './demo-people';
import { demoPlans } from './demo-plans';
import { demoPracticeTimes } from './demo-practice';
import { demoOutsideIssues, demoPolicyReviews, demoVacancies } from './demo-pressures';
import { demoReadyPlan, demoRehearsals } from './demo-readiness';
import { demoProcessMoves, demoRequests } from './demo-requests';
import { demoSupervision } from './demo-supervision';
import { demoWaves } from './demo-waves';

export function buildDemoWrites(newId: () => RecordId): readonly Write[] {
  const put = <K extends KindName>(kind: K, value: RecordValue<K>, id = newId()): Write => ({
    type: 'put',
    kind,
    id,
    baseRevision: 0,
    value,
  });
  const people = demoPeople().map((person) => ({ id: newId(), person }));
  const idOf = (name: string): RecordId => {
    const found = people.find(({ person }) => person.name === name);
    assert(found, 'Nobody of that name in the made-up service');
    return found.id;
  };
  const register = Object.entries(demoFacilitators(idOf)).map(([key, value]) => ({
    key,
    id: newId(),
    value,
  }));
  const supervisorId = (key: DemoSupervisor): RecordId => {
    const found = register.find((each) => each.key === key);
    assert(found, 'Nobody of that key in the made-up register');
    return found.id;
  };
  const assignments = demoAssignments(people, supervisorId);
  const groups = Object.values(demoGroups(idOf, supervisorId('grace'))).map((group) => ({
    id: newId(),
    group,
  }));
  return [
    put('service', {
      name: 'Harbour Steps',
      nation: 'scotland',
      teamSize: people.filter(({ person }) => isInPost(person, demoAsOf)).length,
      fullTimeWeeks: [{ from: null, hours: 37.5 }],
      caseloadLimit: 30,
      supervisionIntervalDays: 56,
      workingDayStart: '09:00',
      workingDayEnd: '17:00',
      asOf: demoAsOf,
      setUpDone: true,
    }),
    ...people.map(({ id, person }) => put('person', person, id)),
    ...demoAbsences(people).map((value) => put('absence', value)),
    ...demoSupervision(people).map((value) => put('supervision-session', value)),
    ...demoCaseloads(people).map((value) => put('caseload-count', value)),
    ...demoEstablishment().map((value) => put('establishment', value)),
    ...demoWaves().map((value) => put('wellbeing-wave', value)),
    ...demoPlans(idOf).map((value) => put('event-plan', value)),
    put('ready-plan', demoReadyPlan()),
    ...demoRehearsals(idOf).map((value) => put('rehearsal', value)),
    ...demoRequests(idOf).map((value) => put('access-request', value)),
    ...demoProcessMoves(idOf).map((value) => put('process-move', value)),
    ...register.map(({ id, value }) => put('facilitator', value, id)),
    ...assignments.map((value) => put('supervision-assignment', value)),
    ...demoAgreements(people, assignments).map((value) => put('agreement', value)),
    ...groups.map(({ id, group }) => put('reflective-group', group, id)),
    ...demoSittings(groups).map((value) => put('group-session', value)),
    ...demoVacancies().map((value) => put('vacancy', value)),
    ...demoOutsideIssues().map((value) => put('outside-issue', value)),
    ...demoPolicyReviews(idOf).map((value) => put('policy-review', value)),
    ...demoPracticeTimes().map((value) => put('practice-time', value)),
    ...demoNotes().map((value) => put('context-note', value)),
    ...demoChartSettings().map((value) => put('chart-setting', value)),
  ];
}
