/**
 * "Look around with made-up data": everything that the demo vault starts with, as one commit's writes. Pure and
 * always the same; only the ids come from the caller. Nobody and nothing in it exists.
 */
import { assert } from '@shared/kernel/assert';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName, RecordValue } from '@shared/records/registry';
import type { Write } from '@shared/vault/vault-api';
import { demoAbsences, demoAsOf, demoCaseloads, demoEstablishment } from './demo-figures';
import { demoPeople, isInPost } from './demo-people';
import { demoPlans } from './demo-plans';
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
  return [
    put('service', {
      name: 'Harbour Steps',
      teamSize: people.filter(({ person }) => isInPost(person, demoAsOf)).length,
      fullTimeWeeklyHours: 37.5,
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
  ];
}
