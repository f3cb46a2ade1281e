/** From version 1 of an action: it knew a round as its only source, and neither driver, cost nor reviews. */
import { z } from '@shared/kernel/zod';

const v1Schema = z.looseObject({
  source: z.object({ waveId: z.string(), scaleId: z.string().nullable() }).nullable(),
});

/** The scales that version 1 could name and that have a driver of their own; frozen with it. */
const driverOfScale: ReadonlyMap<string, string> = new Map([
  ['demands', 'demands'],
  ['control', 'control'],
  ['managerSupport', 'manager-support'],
  ['peerSupport', 'peer-support'],
  ['relationships', 'relationships'],
  ['role', 'role'],
  ['change', 'change'],
]);

export function actionFromV1(old: unknown): unknown {
  const before = v1Schema.parse(old);
  const { source } = before;
  return {
    ...before,
    dueOn: null,
    source: source === null ? null : { from: 'round', ...source },
    ruleId: null,
    driver: driverOfScale.get(source?.scaleId ?? '') ?? 'other',
    readinessArea: null,
    evidence: '',
    cost: { kind: 'none', pounds: null, isFunded: false, fundedFrom: '' },
    remeasure: null,
    reviews: [],
    handovers: [],
  };
}
