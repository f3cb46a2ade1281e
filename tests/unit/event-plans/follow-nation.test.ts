/** A service that says it is somewhere else: its running plans count the working days of that place. */
import { describe, expect, it } from 'vitest';
import { followNation } from '@shared/event-plans/follow-nation';
import { changeStep, openPlan } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { ok } from '@shared/kernel/result';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { serviceKind, type Service } from '@shared/records/service/service';
import { followWords, saveService } from '../../../renderer/features/settings/save-service';

const id = (number: number) => number.toString(16).padStart(32, '0') as RecordId;
const stepId = 'next-working-day';
const builtIn = templateFor('suicide');
const first = builtIn.steps[0]!;
const template = {
  ...builtIn,
  steps: [
    ...builtIn.steps,
    { ...first, id: stepId, timing: { amount: 1, unit: 'working-days', plusDays: 0 } as const },
  ],
};
/** On the Thursday before Easter 2026: Scotland is at work on Easter Monday. */
const plan = openPlan({
  template,
  eventType: 'suicide',
  nation: 'scotland',
  occurredOn: toLocalDate('2026-04-02'),
  occurredAt: '16:20',
  everyoneSafe: 'yes',
  facts: '',
  affected: [],
});
const dueOf = (of: EventPlan | undefined) => of?.steps.find((step) => step.id === stepId)?.due;

describe('a running plan', () => {
  it('moves with the service, there and back again', () => {
    expect(dueOf(plan)).toBe('2026-04-06');
    const followed = followNation(plan, 'england-and-wales');
    expect(followed?.moved).toBe(1);
    expect(dueOf(followed?.plan)).toBe('2026-04-07');
    expect(followNation(followed?.plan ?? plan, 'scotland')?.plan).toEqual(plan);
    // England and Northern Ireland keep the same days here.
    expect(followNation(followed?.plan ?? plan, 'northern-ireland')).toBeNull();
  });

  it('keeps what was done, a day of its own, and everything once it is closed', () => {
    const own = changeStep(plan, stepId, { due: toLocalDate('2026-04-09') });
    expect(followNation(own, 'england-and-wales')).toBeNull();
    expect(followNation({ ...plan, closedOn: toLocalDate('2026-05-04') }, 'england-and-wales')).toBeNull();
    const done = changeStep(plan, stepId, { doneOn: toLocalDate('2026-04-06') });
    expect(followNation(done, 'england-and-wales')).toBeNull();
  });
});

describe('the service that is saved', () => {
  const service = serviceKind.schema.parse(serviceKind.examples[0]);
  const stored = { kind: 'service', id: id(1), revision: 3, savedAt: 0, value: service } as const;
  const plans = [
    { id: id(2), revision: 5, value: plan },
    { id: id(3), revision: 1, value: { ...plan, closedOn: toLocalDate('2026-05-04') } },
  ];
  const savedWith = async (next: Service) => {
    const written: unknown[] = [];
    const asked: unknown[] = [];
    const client = {
      records: () => plans,
      whole: (_kind: string, ids: readonly RecordId[]) => {
        asked.push(...ids);
        return Promise.resolve(ok(plans.filter((each) => ids.includes(each.id))));
      },
      commit: (writes: readonly unknown[]) => {
        written.push(...writes);
        return Promise.resolve(ok([]));
      },
    };
    const saved = await saveService(client as unknown as Parameters<typeof saveService>[0], next, stored);
    return { saved, written, asked };
  };

  it('takes the plans that follow along in one write', async () => {
    const { saved, written, asked } = await savedWith({ ...service, nation: 'england-and-wales' });
    expect(saved).toEqual(ok(1));
    expect(asked).toEqual([id(2)]);
    expect(written).toMatchObject([
      { kind: 'service', id: id(1), baseRevision: 3, value: { nation: 'england-and-wales' } },
      { kind: 'event-plan', id: id(2), baseRevision: 5 },
    ]);
    expect(dueOf((written[1] as { value: EventPlan }).value)).toBe('2026-04-07');
  });

  it('touches no plan where the place stays', async () => {
    const { saved, written } = await savedWith({ ...service, teamSize: 30 });
    expect(saved).toEqual(ok(0));
    expect(written).toHaveLength(1);
  });

  it('says what moved', () => {
    expect(followWords(0)).toBe('');
    expect(followWords(1)).toContain('1 step of a running plan');
    expect(followWords(4)).toContain('4 steps of running plans');
  });
});
