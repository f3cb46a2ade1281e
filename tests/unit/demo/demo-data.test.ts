import { describe, expect, it } from 'vitest';
import { canClose } from '@shared/event-plans/contacts';
import { phaseState } from '@shared/event-plans/plan-state';
import { buildDemoWrites } from '@shared/demo/demo-data';
import { findInstrument } from '@shared/instruments/registry';
import { score } from '@shared/instruments/score';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { type KindName, recordKinds, type RecordValue } from '@shared/records/registry';
import { supervisionStatus } from '@shared/statistics/supervision';

function build() {
  let number = 0;
  return buildDemoWrites(() => {
    number += 1;
    return number.toString(16).padStart(32, '0') as RecordId;
  }).map((write) => {
    if (write.type !== 'put') throw new Error('Only new records');
    return write;
  });
}
const writes = build();
const asOf = toLocalDate('2026-03-31');
const all = <K extends KindName>(kind: K) =>
  writes
    .filter((write) => write.kind === kind)
    .map(({ id, value }) => ({ id, value: value as RecordValue<K> }));

describe('the made-up service', () => {
  it('is made of records that their schemas take, under ids used once', () => {
    for (const { kind, value } of writes) {
      const parsed = recordKinds[kind].schema.safeParse(value);
      expect(parsed.success, `${kind} ${JSON.stringify(parsed.error?.issues)}`).toBe(true);
      expect(parsed.data).toEqual(value);
    }
    expect(new Set(writes.map(({ id }) => id)).size).toBe(writes.length);
    expect(writes.length).toBeGreaterThan(700);
    expect(writes.length).toBeLessThanOrEqual(1200);
  });

  it('is the same every time', () => {
    expect(build()).toEqual(writes);
  });

  it('links only to people who are there, on days when they were in post', () => {
    const people = new Map(all('person').map(({ id, value }) => [id, value]));
    const inPost = (id: RecordId, day: string) => {
      const person = people.get(id);
      return (
        person !== undefined && person.startDate <= day && (person.lastDay === null || person.lastDay >= day)
      );
    };
    for (const { value } of all('absence')) {
      expect(inPost(value.personId, value.firstDay) && inPost(value.personId, value.lastDay ?? asOf)).toBe(
        true,
      );
      expect(value.firstDay <= asOf && (value.lastDay ?? asOf) <= asOf).toBe(true);
    }
    for (const { value } of all('supervision-session')) {
      expect(value.personIds.every((id) => inPost(id, value.date)) && value.date <= asOf).toBe(true);
      for (const action of value.actions) expect(action.doneOn === null || action.doneOn <= asOf).toBe(true);
    }
    for (const { value } of all('caseload-count')) expect(people.has(value.personId)).toBe(true);
    for (const { value } of all('event-plan')) {
      for (const person of value.affected) {
        expect(inPost(person.personId, value.occurredOn)).toBe(true);
        for (const contact of person.contacts) expect((contact.on ?? asOf) <= asOf).toBe(true);
      }
      for (const step of value.steps) expect((step.doneOn ?? asOf) <= asOf).toBe(true);
    }
  });

  it('has no two absences of one person that overlap', () => {
    const episodes = all('absence').map(({ value }) => value);
    for (const personId of new Set(episodes.map((episode) => episode.personId))) {
      const sorted = episodes
        .filter((episode) => episode.personId === personId)
        .sort((a, b) => a.firstDay.localeCompare(b.firstDay));
      sorted.forEach((episode, index) => {
        const before = sorted[index - 1];
        if (before) expect(before.lastDay !== null && before.lastDay < episode.firstDay).toBe(true);
      });
    }
  });

  it('shows every state of supervision', () => {
    const sessions = all('supervision-session').filter(
      ({ value }) => value.status === 'held' && value.kind !== 'reflective-group',
    );
    const states = all('person')
      .filter(({ value }) => value.lastDay === null)
      .map(({ id, value }) => {
        const dates = sessions
          .filter((session) => session.value.personIds.includes(id))
          .map((session) => session.value.date)
          .sort();
        const lastHeld = dates.at(-1) ?? null;
        return lastHeld === null
          ? 'none'
          : supervisionStatus({
              lastHeld,
              start: value.startDate,
              intervalDays: value.supervisionIntervalDays ?? 56,
              asOf,
            }).state;
      });
    const count = (state: string) => states.filter((each) => each === state).length;
    expect(states.length).toBe(28);
    expect(count('on-time')).toBeGreaterThan(14);
    expect(count('due')).toBe(2);
    expect(count('overdue')).toBeGreaterThan(3);
    expect(count('none')).toBe(1);
  });

  it('has rounds that score, the baseline locked, and one group too small to show', () => {
    const waves = all('wellbeing-wave').map(({ value }) => value);
    for (const wave of waves) {
      const instrument = findInstrument(wave.instrumentId);
      if (instrument === null) throw new Error('An instrument that is not in the registry');
      expect(wave.instrumentVersion).toBe(instrument.version);
      for (const answers of wave.answerSets) expect(score(instrument, answers).ok).toBe(true);
      expect(wave.lockedOn).not.toBeNull();
    }
    expect(waves.filter((wave) => wave.instrumentId === 'who5' && wave.group === '')).toHaveLength(5);
    expect(waves.filter((wave) => wave.instrumentId === 'hse35')).toHaveLength(2);
    expect(waves.filter((wave) => wave.answerSets.length < 5)).toHaveLength(1);
    expect(waves.filter((wave) => wave.isBaseline)).toHaveLength(2);
  });

  it('has one plan at day 28 that cannot close yet, and one that was closed by the rule', () => {
    const plans = all('event-plan').map(({ value }) => value);
    const [open, closed] = [
      plans.find((plan) => plan.closedOn === null),
      plans.find((plan) => plan.closedOn !== null),
    ];
    if (!open || !closed) throw new Error('Two plans');
    expect(phaseState(open, 'day-28', asOf)).toMatchObject({ state: 'now', done: 3, total: 5 });
    expect(canClose(open).waitingFor).toHaveLength(1);
    expect(canClose(closed).canClose).toBe(true);
  });

  it('leaves agreed actions both open and done', () => {
    const actions = all('supervision-session').flatMap(({ value }) => value.actions);
    expect(actions.filter((action) => action.doneOn === null).length).toBeGreaterThan(5);
    expect(actions.filter((action) => action.doneOn !== null).length).toBeGreaterThan(20);
  });
});
