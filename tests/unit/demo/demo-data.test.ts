import { describe, expect, it } from 'vitest';
import { canClose } from '@shared/event-plans/contacts';
import { phaseState } from '@shared/event-plans/plan-state';
import { groupSummary, membersOn } from '@shared/groups/sittings';
import { score } from '@shared/instruments/score';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { recordKinds } from '@shared/records/registry';
import { linesOfOnePage, printLines } from '../../../renderer/features/incidents/ready/ready-fields';
import { isOpenAction } from '@shared/records/supervision-session/supervision-session';
import { supervisionStatus } from '@shared/statistics/supervision';
import { supervisionAccess } from '@shared/supervision/access';
import { agreementState, isReviewDue } from '@shared/supervision/agreements';
import { all, asOf, build, measuresThere, stored, writes } from './made-up-service';

describe('the made-up service', () => {
  it('is made of records that their schemas take, under ids used once', () => {
    for (const { kind, value } of writes) {
      const parsed = recordKinds[kind].schema.safeParse(value);
      expect(parsed.success, `${kind} ${JSON.stringify(parsed.error?.issues)}`).toBe(true);
      expect(parsed.data).toEqual(value);
    }
    expect(new Set(writes.map(({ id }) => id)).size).toBe(writes.length);
    expect(writes.length).toBeGreaterThan(800);
    expect(writes.length).toBeLessThanOrEqual(1500);
  });

  it('is ready for an event, on one page, and got better at it', () => {
    const [ready, ...others] = all('ready-plan');
    expect(others).toEqual([]);
    expect(ready && printLines(ready.value)).toBeLessThanOrEqual(linesOfOnePage);
    expect(ready?.value.reviewOn && ready.value.reviewOn > asOf).toBe(true);
    // Ofcom keeps 01632 960000 to 960999 for stories.
    const numbers = [...(ready?.value.contacts ?? []), ...(ready?.value.onCall ?? [])];
    for (const { phone } of numbers) expect(phone).toMatch(/^01632 960\d{3}\b/);
    const [first, second] = all('rehearsal').map(({ value }) => value);
    expect(first && second && second.heldOn > first.heldOn && second.seconds < first.seconds).toBe(true);
    expect(first?.missed.length).toBeGreaterThan(second?.missed.length ?? 99);
    expect(second?.missed).toEqual([
      { check: 'one-owner-for-both', about: '' },
      { check: 'notifications-not-looked-at', about: 'Insurer' },
    ]);
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
    const groups = new Map(all('reflective-group').map(({ id, value }) => [id, value]));
    for (const value of groups.values())
      for (const { personId, joinedOn, leftOn } of value.roster)
        expect(inPost(personId, joinedOn) && (leftOn === null || inPost(personId, leftOn))).toBe(true);
    for (const { value } of all('group-session')) {
      const group = groups.get(value.groupId);
      const members = group === undefined ? [] : membersOn(group, value.date);
      expect(value.attendance.every(({ personId }) => members.includes(personId))).toBe(true);
      expect(value.status === 'held' ? value.attendance.length : 0).toBe(
        value.status === 'held' ? members.length : 0,
      );
      expect(value.date <= asOf).toBe(true);
      for (const { consentOn, doneOn } of value.takeBack)
        expect(consentOn <= asOf && (doneOn ?? asOf) <= asOf).toBe(true);
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
    expect(states.length).toBe(14);
    expect(count('on-time')).toBe(9);
    expect(count('due')).toBe(2);
    expect(count('overdue')).toBe(2);
    expect(count('none')).toBe(1);
  });

  it('has rounds that score, the baseline locked, and one group too small to show', () => {
    const waves = all('wellbeing-wave').map(({ value }) => value);
    for (const wave of waves) {
      const instrument = measuresThere.find(wave.instrumentId, wave.instrumentVersion);
      if (instrument === null) throw new Error('An instrument that is not in the registry');
      expect(wave.instrumentVersion).toBe(instrument.version);
      for (const answers of wave.answerSets) expect(score(instrument, answers).ok).toBe(true);
      expect(wave.lockedOn).not.toBeNull();
    }
    expect(waves.filter((wave) => wave.instrumentId === 'who5' && wave.group === '')).toHaveLength(5);
    expect(waves.filter((wave) => wave.instrumentId === 'hse35')).toHaveLength(2);
    expect(waves.filter((wave) => wave.answerSets.length < 5)).toHaveLength(1);
    expect(waves.filter((wave) => wave.instrumentId === 'pulse')).toHaveLength(8);
    expect(waves.filter((wave) => wave.isBaseline)).toHaveLength(4);
  });

  it('has one plan at day 28 that cannot close yet, and one that was closed by the rule', () => {
    const plans = all('event-plan').map(({ value }) => value);
    const [open, closed] = [
      plans.find((plan) => plan.closedOn === null),
      plans.find((plan) => plan.closedOn !== null),
    ];
    if (!open || !closed) throw new Error('Two plans');
    expect(phaseState(open, 'day-28', asOf)).toMatchObject({ state: 'now', done: 4, total: 6 });
    expect(canClose(open).waitingFor).toHaveLength(1);
    expect(canClose(closed).canClose).toBe(true);
  });

  it('names supervisors, gaps with reasons, and agreements in every state', () => {
    const access = supervisionAccess({
      people: stored('person'),
      sessions: stored('supervision-session'),
      groupSessions: stored('group-session'),
      absences: stored('absence'),
      agreements: stored('agreement'),
      assignments: stored('supervision-assignment'),
      facilitators: stored('facilitator'),
      groups: stored('reflective-group'),
      intervalDays: 56,
      fullTimeWeeklyHours: 37.5,
      asOf,
    });
    const reasons = new Set(
      all('supervision-assignment').flatMap(({ value }) => value.noSupervisorReason ?? []),
    );
    expect(reasons).toEqual(new Set(['none-available-island', 'waiting', 'declined', 'post-vacant']));
    expect(new Set(all('agreement').map(({ value }) => agreementState(value, asOf)))).toEqual(
      new Set(['agreed', 'waiting', 'not-agreed']),
    );
    expect(all('agreement').some(({ value }) => isReviewDue(value, asOf))).toBe(true);
    expect(new Set(access.facilitators.flatMap(({ flags }) => flags))).toEqual(
      new Set(['training-expired', 'training-runs-out-soon', 'no-own-supervision', 'in-the-line']),
    );
    expect(access.people.some(({ isSameLineAndClinical }) => isSameLineAndClinical)).toBe(true);
    // Whoever is named is in the register, and whoever is of the service is there.
    const register = new Set(all('facilitator').map(({ id }) => id));
    for (const { value } of [...all('supervision-assignment'), ...all('agreement')])
      if (value.facilitatorId !== null) expect(register.has(value.facilitatorId)).toBe(true);
    const ended = all('supervision-assignment').filter(({ value }) => value.until !== null);
    expect(ended.length).toBeGreaterThan(0);
  });

  it('shows groups that are full, without cover, and too small, and what was taken back', () => {
    const sittings = stored('group-session');
    const summaries = all('reflective-group').map(({ id, value }) =>
      groupSummary(id, value, sittings, toLocalDate('2025-03-31'), asOf),
    );
    expect(summaries.map(({ size, places, waiting }) => [size, places, waiting])).toEqual([
      ['fits', 0, 2],
      ['fits', 0, 0],
      ['too-few', 6, 1],
    ]);
    expect(summaries.every(({ held, attendance }) => held > 0 && attendance.part > 0)).toBe(true);
    expect(sittings.some(({ value }) => value.status !== 'held')).toBe(true);
    expect(sittings.flatMap(({ value }) => value.takeBack).length).toBeGreaterThan(2);
  });

  it('shows why some wait: bookings of the last weeks that the service cancelled, of people who are overdue', () => {
    const lately = all('supervision-session').filter(
      ({ value }) => value.status === 'cancelled-by-service' && value.date > '2026-03-15',
    );
    expect(lately.length).toBeGreaterThanOrEqual(2);
    for (const { value } of lately) expect(value.cancelledBecause).not.toBeNull();
  });

  it('has actions that were no longer needed, said so in the next record of the same person', () => {
    const sessions = all('supervision-session').map(({ value }) => value);
    const dropped = sessions.flatMap((session) =>
      session.actions.flatMap(({ text, droppedOn }) =>
        droppedOn === null ? [] : [{ text, droppedOn, who: session.personIds[0], agreedOn: session.date }],
      ),
    );
    expect(dropped.length).toBeGreaterThanOrEqual(2);
    for (const { text, droppedOn, who, agreedOn } of dropped) {
      expect(droppedOn > agreedOn && droppedOn <= asOf).toBe(true);
      const next = sessions.find(({ date, personIds }) => date === droppedOn && personIds[0] === who);
      expect(next?.followUp).toContainEqual({ text, outcome: 'dropped' });
    }
  });

  it('leaves agreed actions both open and done', () => {
    const actions = all('supervision-session').flatMap(({ value }) => value.actions);
    expect(actions.filter(isOpenAction).length).toBeGreaterThan(5);
    expect(actions.filter((action) => action.doneOn !== null).length).toBeGreaterThan(20);
  });
});
