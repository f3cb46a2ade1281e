import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates, planMerge, undoMerge } from '@shared/people/merge';
import { recordKinds, type KindName } from '@shared/records/registry';
import type { RecordKind } from '@shared/records/record-kind';
import type { AnyRecord } from '@shared/retention/redact';
import type { Write } from '@shared/vault/vault-api';
import { day, id, person, session, stored } from '../retention/support';

const keep = stored('person', 1, {
  name: 'Ailsa Munro',
  payrollNumber: '',
  team: '',
  startDate: day('2021-03-01'),
});
const gone = stored('person', 2, {
  name: 'Munro, Ailsa',
  payrollNumber: '20417',
  team: 'Outreach',
  startDate: day('2018-05-01'),
  lastDay: day('2019-12-31'),
});
const records: AnyRecord[] = [
  keep,
  gone,
  person(3, 'Calum Reid'),
  session(11, [2]),
  session(12, [1, 2, 3]),
  stored('absence', 13, { personId: id(2) }),
  stored('group-session', 14, {
    attendance: [
      { personId: id(1), answer: 'came' },
      { personId: id(2), answer: 'apologies' },
    ],
  }),
  stored('draft', 15, { recordId: id(2), fields: { personIds: [id(2)] } }),
  stored('care-settings', 16, {
    holds: [{ personId: id(2), reason: 'complaint', since: day('2026-05-04') }],
  }),
  session(17, [3]),
];

function apply(
  now: readonly AnyRecord[],
  writes: readonly Write[],
): { after: AnyRecord[]; saved: { id: AnyRecord['id']; revision: number }[] } {
  const byId = new Map(now.map((record) => [record.id, record]));
  const saved = writes.map((write) => {
    const revision = write.baseRevision + 1;
    if (write.type === 'remove') byId.delete(write.id);
    else
      byId.set(write.id, {
        kind: write.kind,
        id: write.id,
        revision,
        savedAt: 0,
        value: write.value,
      } as AnyRecord);
    return { id: write.id, revision };
  });
  return { after: [...byId.values()], saved };
}
const values = (of: readonly AnyRecord[]) => Object.fromEntries(of.map(({ id: key, value }) => [key, value]));

describe('findDuplicates', () => {
  it('pairs by number, then by name in any order and spelling', () => {
    const people = [
      keep,
      gone,
      stored('person', 4, { name: 'Aìlsa  MUNRO', payrollNumber: '99', startDate: day('2021-03-01') }),
      stored('person', 5, { name: 'Someone Else', payrollNumber: '020417' }),
      stored('person', 6, { name: 'Nobody Like Them', payrollNumber: '' }),
    ];
    expect(findDuplicates(people)).toEqual([
      { ids: [id(2), id(5)], reason: 'payroll-number' },
      { ids: [id(1), id(4)], reason: 'name-and-start' },
      { ids: [id(1), id(2)], reason: 'name' },
      { ids: [id(2), id(4)], reason: 'name' },
    ]);
  });
});

describe('planMerge', () => {
  const plan = planMerge({ keepId: id(1), goneId: id(2), records });
  if (plan === null) throw new Error('Both are there');
  const { after, saved } = apply(records, plan.writes);

  it('leaves no trace of the other id and touches nothing else', () => {
    expect(JSON.stringify(after)).not.toContain(id(2));
    expect(plan.writes.map((write) => write.id)).not.toContain(id(17));
    expect(plan.writes.map((write) => write.id)).not.toContain(id(3));
  });

  it('fills gaps from the other record, keeps what both say, and remembers the earlier time here', () => {
    expect(values(after)[id(1)]).toMatchObject({
      name: 'Ailsa Munro',
      payrollNumber: '20417',
      team: 'Outreach',
      startDate: '2021-03-01',
      earlierSpells: [{ startDate: '2018-05-01', lastDay: '2019-12-31' }],
    });
  });

  it('has each person once in a list, and the result passes every schema', () => {
    expect(values(after)[id(12)]).toMatchObject({ personIds: [id(1), id(3)] });
    expect(values(after)[id(14)]).toMatchObject({ attendance: [{ personId: id(1), answer: 'came' }] });
    for (const { kind, value } of after) {
      const schema = (recordKinds[kind satisfies KindName] as unknown as RecordKind).schema;
      expect(schema.safeParse(value).error).toBeUndefined();
    }
  });

  it('is undone to the letter', () => {
    const back = apply(after, undoMerge(plan, saved)).after;
    expect(values(back)).toEqual(values(records));
  });

  it('takes the later time here as the one of now, whichever record stays', () => {
    const old = stored('person', 1, { startDate: day('2018-05-01'), lastDay: day('2019-12-31') });
    const back = stored('person', 2, { startDate: day('2021-03-01'), lastDay: null });
    const merged = planMerge({ keepId: id(1), goneId: id(2), records: [old, back] });
    expect(merged?.writes.find((write) => write.id === id(1))).toMatchObject({
      value: {
        startDate: '2021-03-01',
        lastDay: null,
        earlierSpells: [{ startDate: '2018-05-01', lastDay: '2019-12-31' }],
      },
    });
  });

  it('needs both, and leaves a record that owns a Wellbeing Plan: sealed to it, it would never open again', () => {
    expect(planMerge({ keepId: id(1), goneId: id(77), records })).toBeNull();
    expect(planMerge({ keepId: id(1), goneId: id(1), records })).toBeNull();
    const withPlan = [...records, stored('wellbeing-plan', 61, { ownerId: id(2) })];
    expect(planMerge({ keepId: id(1), goneId: id(2), records: withPlan })).toEqual({
      writes: [],
      before: [],
      goneHasPlan: true,
    });
    const other = planMerge({ keepId: id(2), goneId: id(1), records: withPlan });
    expect(other?.goneHasPlan).toBe(false);
    expect(other?.writes.map((write) => write.id)).not.toContain(id(61));
  });

  it('keeps every schema whatever the two times were', () => {
    const days = fc
      .integer({ min: 0, max: 4000 })
      .map((at) => day(new Date(Date.UTC(2012, 0, 1 + at)).toISOString().slice(0, 10)));
    fc.assert(
      fc.property(days, days, days, days, fc.boolean(), (a, b, c, d, isHere) => {
        const [keptStart, goneStart] = [a, b];
        const one = stored('person', 1, {
          startDate: keptStart,
          lastDay: isHere || c < keptStart ? null : c,
        });
        const two = stored('person', 2, { startDate: goneStart, lastDay: d < goneStart ? null : d });
        const merged = planMerge({ keepId: id(1), goneId: id(2), records: [one, two] });
        const write = merged?.writes.find((each) => each.id === id(1));
        if (write?.type === 'put')
          expect(recordKinds.person.schema.safeParse(write.value).error).toBeUndefined();
      }),
    );
  });
});
