import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import type { Agreement } from '@shared/records/agreement/agreement';
import { agreementKind } from '@shared/records/agreement/agreement';
import {
  followUpOutcomes,
  supervisionSessionSchema,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { agreedRhythm } from '@shared/supervision/rhythm';
import {
  earlierSessions,
  followUpChanges,
  followUpFields,
  followUpRows,
  outcomeOf,
  readFollowUp,
  sessionsToTell,
  withOutcome,
} from '../../../renderer/features/supervision/follow-up';
import {
  emptySession,
  fieldsOfSession,
  hasMore,
  minutesShown,
  readSessionFields,
} from '../../../renderer/features/supervision/session-form';

const today = toLocalDate('2026-11-24');
const who = '00112233445566778899aabbccddeeff' as RecordId;
const leader = { id: 'ff112233445566778899aabbccddee00' as RecordId, name: 'Grace Muirhead', endedOn: null };
const context = { today, intervalDays: 56, agreedMinutes: null, before: null, leaders: [leader], rows: [] };

function read(patch: object, more: object = {}): SupervisionSession {
  const { session, problems } = readSessionFields(
    { ...emptySession(who), ...patch },
    { ...context, ...more },
  );
  if (session === null) throw new Error(JSON.stringify(problems));
  return session;
}

function stored(id: string, patch: Partial<SupervisionSession>) {
  const value: SupervisionSession = { ...read({ date: '1/11/2026' }), ...patch };
  return {
    kind: 'supervision-session' as const,
    id: id.padEnd(32, '0') as RecordId,
    revision: 3,
    savedAt: 1,
    value,
  };
}

const action = (text: string, doneOn: string | null = null) => ({
  text,
  owner: '',
  due: null,
  doneOn: doneOn === null ? null : toLocalDate(doneOn),
  droppedOn: null as LocalDate | null,
});

describe('the rarer fields of the form', () => {
  it('reads all of them, and gives a saved session back unchanged', () => {
    const session = read({
      mode: 'video',
      plannedMinutes: '75',
      workload: '31',
      learning: ' Two of the exercises. ',
      decisions: 'Keeps the protected hour.',
      leader: leader.id,
      isForSigning: true,
    });
    expect(session).toMatchObject({
      mode: 'video',
      plannedMinutes: 75,
      workload: 31,
      learning: 'Two of the exercises.',
      decisions: 'Keeps the protected hour.',
      facilitatorId: leader.id,
      facilitator: 'Grace Muirhead',
      signatures: { person: { state: 'waiting' }, supervisor: { state: 'waiting' } },
    });
    const again = readSessionFields(fieldsOfSession(session), { ...context, before: session });
    expect(again.session).toEqual(session);
  });

  it('keeps who led it when they have left the register, and takes words alone for somebody else', () => {
    const session = read({ leader: leader.id });
    const after = readSessionFields(fieldsOfSession(session), { ...context, before: session, leaders: [] });
    expect(after.session).toEqual(session);
    expect(read({ leader: 'words', facilitator: 'Ann, next door' })).toMatchObject({
      facilitatorId: null,
      facilitator: 'Ann, next door',
    });
  });

  it('never takes a signature back because the form was saved again', () => {
    const session: SupervisionSession = {
      ...read({ isForSigning: true }),
      signatures: { person: { state: 'signed', on: today }, supervisor: { state: 'waiting' } },
    };
    expect(readSessionFields(fieldsOfSession(session), { ...context, before: session }).session).toEqual(
      session,
    );
  });

  it('names figures that are none, at their own field', () => {
    const { problems } = readSessionFields(
      { ...emptySession(who), workload: '3x', plannedMinutes: '900' },
      context,
    );
    expect(problems).toEqual([
      { field: 'plannedMinutes', message: 'Use 600 minutes or fewer' },
      { field: 'workload', message: 'Enter a whole number, like 31' },
    ]);
  });

  it('keeps why it was cancelled, and nothing of a talk that was not held', () => {
    const talk = { learning: 'x', decisions: 'y', workload: '3', themes: ['safety'], minutes: '45' };
    expect(read({ ...talk, status: 'cancelled-by-service', cancelledBecause: 'staffing' })).toMatchObject({
      cancelledBecause: 'staffing',
      learning: '',
      decisions: '',
      workload: null,
      minutes: null,
      themes: [],
    });
    expect(read({ cancelledBecause: 'staffing' }).cancelledBecause).toBeNull();
  });

  it('takes the length that was agreed until another is chosen, and for what was planned on a new record', () => {
    const agreed = { agreedMinutes: 75 };
    expect(minutesShown(emptySession(who), 75)).toEqual({ minutes: 'other', otherMinutes: '75' });
    expect(read({}, agreed)).toMatchObject({ minutes: 75, plannedMinutes: 75 });
    expect(read({ minutes: '45' }, agreed)).toMatchObject({ minutes: 45, plannedMinutes: 75 });
    const before = read({});
    expect(read(fieldsOfSession(before), { ...agreed, before }).plannedMinutes).toBeNull();
  });

  it('unfolds the rare fields only when one holds something', () => {
    expect(hasMore(emptySession(who))).toBe(false);
    expect(hasMore({ ...emptySession(who), decisions: 'x' })).toBe(true);
  });

  it('reads whatever was saved back to the same record', () => {
    fc.assert(
      fc.property(
        fc.record({
          mode: fc.constantFrom('in-person', 'video', 'phone', 'mixed', null),
          plannedMinutes: fc.option(fc.integer({ min: 0, max: 600 })),
          workload: fc.option(fc.integer({ min: 0, max: 2000 })),
          minutes: fc.option(fc.integer({ min: 0, max: 600 })),
          learning: fc.string({ maxLength: 40 }).map((text) => text.trim()),
          wellbeingAsked: fc.option(fc.boolean()),
          followUp: fc.array(
            fc.record({
              text: fc.constantFrom('Ring', 'Book', 'Swap'),
              outcome: fc.constantFrom(...followUpOutcomes),
            }),
            { maxLength: 4 },
          ),
        }),
        (patch) => {
          const before = supervisionSessionSchema.parse({ ...read({}), ...patch });
          const rows = followUpRows({ earlier: [], before });
          const again = readSessionFields(fieldsOfSession(before), { ...context, before, rows });
          expect(again.session).toEqual(before);
        },
      ),
    );
  });
});

describe('what became of last time', () => {
  const last = stored('a', {
    date: toLocalDate('2026-11-10'),
    note: 'Kept',
    actions: [action('Ring the union'), action('Book leave', '2026-11-12')],
  });
  const older = stored('b', {
    date: toLocalDate('2026-10-01'),
    actions: [action('Swap the clinic'), action('Old and done', '2026-10-09')],
  });

  it('asks about what is open, shows what last time closed, and forgets what is long done', () => {
    const rows = followUpRows({ earlier: [last, older], before: null });
    expect(rows.map(({ text, isClosed }) => [text, isClosed])).toEqual([
      ['Ring the union', false],
      ['Book leave', true],
      ['Swap the clinic', false],
    ]);
  });

  it('takes sessions of the same people up to the day, held ones only', () => {
    const fields = { kind: 'clinical', personIds: [who] };
    const later = stored('c', { date: toLocalDate('2026-12-24') });
    const cancelled = stored('d', { status: 'cancelled-by-service', minutes: null });
    const other = stored('e', { personIds: ['11112233445566778899aabbccddeeff' as RecordId] });
    const ids = earlierSessions([older, later, cancelled, other, last], fields, null, today).map(
      ({ id }) => id,
    );
    expect(ids).toEqual([last.id, older.id]);
    expect(earlierSessions([last], fields, last.id, today)).toEqual([]);
  });

  it('closes what is done or dropped in the record where it was agreed, and leaves all else of it', () => {
    const rows = followUpRows({ earlier: [last, older], before: null });
    const [ring, , swap] = rows;
    if (ring === undefined || swap === undefined) throw new Error('Three rows');
    let said = withOutcome([], ring.key, 'under-way');
    said = withOutcome(said, ring.key, 'done');
    said = withOutcome(said, swap.key, 'not-done');
    expect(outcomeOf(said, ring.key)).toBe('done');
    expect(sessionsToTell(rows, said)).toEqual([last.id]);
    const [change] = followUpChanges([last], rows, said, today);
    expect(change).toEqual({
      kind: 'supervision-session',
      id: last.id,
      before: last,
      value: {
        ...last.value,
        actions: [action('Ring the union', '2026-11-24'), action('Book leave', '2026-11-12')],
      },
    });
    expect(readFollowUp(rows, said)).toEqual([
      { text: 'Ring the union', outcome: 'done' },
      { text: 'Swap the clinic', outcome: 'not-done' },
    ]);
    expect(sessionsToTell(rows, withOutcome([], swap.key, 'dropped'))).toEqual([older.id]);
  });

  it('keeps what is no longer needed apart from what was done', () => {
    const rows = followUpRows({ earlier: [last, older], before: null });
    const swap = rows.find(({ text }) => text === 'Swap the clinic');
    if (swap === undefined) throw new Error('It is asked about');
    const said = withOutcome([], swap.key, 'dropped');
    const [change] = followUpChanges([older], rows, said, today);
    const dropped = { ...action('Swap the clinic'), droppedOn: today };
    expect(change?.value).toMatchObject({ actions: [dropped, action('Old and done', '2026-10-09')] });

    // It is asked about no more, shown as closed, and can still become done.
    const closed = stored('b', { ...older.value, actions: [dropped] });
    expect(followUpRows({ earlier: [closed], before: null })).toMatchObject([{ isClosed: true }]);
    const before = { date: today, followUp: [{ text: 'Swap the clinic', outcome: 'dropped' as const }] };
    const again = followUpRows({ earlier: [closed], before });
    expect(sessionsToTell(again, followUpFields(before.followUp))).toEqual([]);
    const done = withOutcome([], 'own:0', 'done');
    expect(sessionsToTell(again, done)).toEqual([closed.id]);
    expect(followUpChanges([closed], again, done, today)[0]?.value).toMatchObject({
      actions: [action('Swap the clinic', '2026-11-24')],
    });
  });

  it('opens again what this record had closed, when the answer changes', () => {
    const closed = stored('a', { ...last.value, actions: [action('Ring the union', '2026-11-24')] });
    const before = { date: today, followUp: [{ text: 'Ring the union', outcome: 'done' as const }] };
    const rows = followUpRows({ earlier: [closed], before });
    expect(rows).toHaveLength(1);
    const kept = followUpFields(before.followUp);
    expect(sessionsToTell(rows, kept)).toEqual([]);
    const said = withOutcome(kept, 'own:0', 'under-way');
    expect(sessionsToTell(rows, said)).toEqual([closed.id]);
    expect(followUpChanges([closed], rows, said, today)[0]?.value).toMatchObject({
      actions: [action('Ring the union')],
    });
  });

  it('lets an answer from a draft go once the action was closed elsewhere or reworded', () => {
    const rows = followUpRows({ earlier: [last], before: null });
    const said = withOutcome([], `${last.id}:1`, 'not-done');
    expect(sessionsToTell(rows, said)).toEqual([]);
    expect(readFollowUp(rows, said)).toEqual([]);
    const reworded = stored('a', { ...last.value, actions: [action('Ring the branch')] });
    const done = withOutcome([], `${last.id}:0`, 'done');
    expect(followUpChanges([reworded], rows, done, today)[0]?.value).toEqual(reworded.value);
  });
});

describe('the agreed rhythm', () => {
  const [example] = agreementKind.examples;
  if (example === undefined) throw new Error('An example');
  const agreement = (patch: Partial<Agreement>) => ({
    value: { ...example, personId: who, intervalDays: 42, startedOn: toLocalDate('2026-01-12'), ...patch },
  });
  const ask = (agreements: readonly { value: Agreement }[], personIntervalDays: number | null = 84) =>
    agreedRhythm({
      agreements,
      personId: who,
      kind: 'clinical',
      asOf: today,
      personIntervalDays,
      serviceIntervalDays: 56,
    });

  it('is the agreement’s, then the person’s, then the service’s', () => {
    expect(ask([agreement({})])).toMatchObject({ intervalDays: 42, from: 'agreement' });
    expect(ask([])).toMatchObject({ intervalDays: 84, from: 'person', agreement: null });
    expect(ask([], null)).toMatchObject({ intervalDays: 56, from: 'service' });
  });

  it('counts only the newest that stands on the day, of this kind, to which nobody said no', () => {
    expect(
      ask([agreement({}), agreement({ intervalDays: 28, startedOn: toLocalDate('2026-06-01') })]),
    ).toMatchObject({
      intervalDays: 28,
    });
    for (const patch of [
      { endedOn: toLocalDate('2026-11-23') },
      { startedOn: toLocalDate('2026-11-25'), reviewOn: toLocalDate('2027-11-25') },
      { kind: 'professional' },
      { personId: '11112233445566778899aabbccddeeff' as RecordId },
      { signatures: { ...example.signatures, supervisor: { state: 'not-agreed', on: today, words: '' } } },
    ] satisfies Partial<Agreement>[])
      expect(ask([agreement(patch)]).from).toBe('person');
  });
});
