import { describe, expect, it } from 'vitest';
import { kindNames, recordKinds } from '@shared/records/registry';
import { dueItems, keptItems, leftBehind, type RetentionRecords } from '@shared/retention/due';
import { proofDue } from '@shared/retention/proof';
import { defaultCareSettings, isHeld, liftHold, logDestroyed, setHold } from '@shared/retention/settings';
import { careSettingsSchema } from '@shared/records/care-settings/care-settings';
import { day, id, person, session, stored, today } from './support';

const none: RetentionRecords = {
  people: [],
  sessions: [],
  absences: [],
  caseload: [],
  plans: [],
  waves: [],
  exports: [],
  drafts: [],
  others: [],
};
const dayOf = (): typeof today => day('2026-05-01');
const settings = defaultCareSettings;
const due = (records: Partial<RetentionRecords>, on = today, rules = settings) =>
  dueItems(keptItems({ ...none, ...records }, rules, dayOf), on);
const words = (items: ReturnType<typeof due>) => items.map((item) => [item.class, item.due, item.ids.length]);

describe('the rules of a vault that has none', () => {
  it('are what the schema takes: six years from leaving, two for raw answers', () => {
    expect(careSettingsSchema.parse(settings)).toEqual(settings);
    expect(settings.months).toMatchObject({
      person: 72,
      supervision: 72,
      'wellbeing-round': 24,
      export: null,
    });
  });

  it('have a class for every kind, or say that it stays as long as the vault', () => {
    const kept = kindNames.filter((name) => recordKinds[name].retention === null);
    expect(kept).toEqual([
      'service',
      'establishment',
      'care-settings',
      'reminder-settings',
      'rehearsal',
      'ready-plan',
      'plan-template',
      'wording-pack',
      'own-measure',
      'measure-check',
      'vacancy',
      'outside-issue',
      'policy-review',
      'month-figures',
      'practice-time',
      'chart-setting',
      'context-note',
      'import-run',
      'import-mapping',
      'disclosure-settings',
      'report-template',
      'given-figure',
      'readiness-check',
      'today-settings',
      'conversation',
      'training-plan',
      'skill',
      'leader-briefing',
      'team-resource',
      'habit-week',
      'own-care',
      'site',
      'space-check',
      'resource',
      'space-photo',
      'space-settings',
    ]);
    for (const name of kindNames) {
      const of = recordKinds[name].retention;
      if (of !== null) expect(Object.keys(settings.months)).toContain(of);
    }
  });
});

describe('dueItems', () => {
  it('lists a leaver on the day that six years are over, and not the day before', () => {
    const people = [person(1, 'Ailsa Munro', '2020-11-24')];
    expect(words(due({ people }))).toEqual([['person', '2026-11-24', 1]]);
    expect(due({ people }, day('2026-11-23'))).toEqual([]);
  });

  it('lists nobody who is still here, and nothing of theirs however old', () => {
    const people = [person(1, 'Ailsa Munro'), person(2, 'Calum Reid', '2026-11-01')];
    const sessions = [session(11, [1], { date: day('2009-01-05') }), session(12, [2])];
    expect(due({ people, sessions })).toEqual([]);
  });

  it('counts from leaving, not from the session; from 29 February to the last of the month', () => {
    const people = [person(1, 'Ailsa Munro', '2020-02-29')];
    expect(words(due({ people }, day('2026-02-28')))).toEqual([['person', '2026-02-28', 1]]);
  });

  it('puts what belongs to a person who is due into that one line', () => {
    const people = [person(1, 'Ailsa Munro', '2020-01-31')];
    const sessions = [session(11, [1]), session(12, [1])];
    const absences = [stored('absence', 21, { personId: id(1) })];
    expect(words(due({ people, sessions, absences }))).toEqual([['person', '2026-01-31', 1]]);
  });

  it('lists a class with a shorter time by itself, a person a line', () => {
    const rules = { ...settings, months: { ...settings.months, absence: 12, person: 120 } };
    const people = [person(1, 'Ailsa Munro', '2025-11-01'), person(2, 'Calum Reid', '2026-11-01')];
    const absences = [1, 1, 2].map((who, index) => stored('absence', 21 + index, { personId: id(who) }));
    expect(words(due({ people, absences }, today, rules))).toEqual([['absence', '2026-11-01', 2]]);
  });

  it('keeps a group session until the last of them has been gone long enough', () => {
    const left = person(1, 'Ailsa Munro', '2019-01-01');
    const later = person(2, 'Calum Reid', '2020-10-01');
    const here = person(3, 'Freya Heddle');
    const group = session(11, [1, 2]);
    expect(
      words(due({ people: [left, later], sessions: [group] }).filter((item) => item.personId === null)),
    ).toEqual([['supervision', '2026-10-01', 1]]);
    const mixed = session(12, [1, 3]);
    expect(due({ people: [left, here], sessions: [mixed] }).filter((item) => item.personId === null)).toEqual(
      [],
    );
  });

  it('counts a plan from its closing, a round from its end, a draft from its last word', () => {
    const closed = stored('event-plan', 31, { closedOn: day('2020-06-01') });
    const open = stored('event-plan', 32, { closedOn: null });
    const wave = stored('wellbeing-wave', 33, { closesOn: day('2024-11-24') });
    const younger = stored('wellbeing-wave', 34, { closesOn: day('2024-11-25') });
    const draft = stored('draft', 35, {});
    expect(words(due({ plans: [closed, open], waves: [wave, younger], drafts: [draft] }))).toEqual([
      ['incident-plan', '2026-06-01', 1],
      ['draft', '2026-11-01', 1],
      ['wellbeing-round', '2026-11-24', 1],
    ]);
  });

  it('never lists a class without a time', () => {
    const exports = [stored('export-entry', 41, { exportedOn: day('2001-01-01') })];
    expect(due({ exports })).toEqual([]);
    const rules = { ...settings, months: { ...settings.months, person: null } };
    expect(due({ people: [person(1, 'Ailsa Munro', '2001-01-01')] }, today, rules)).toEqual([]);
  });

  it('says who is on hold, also of what they share', () => {
    const rules = setHold(settings, { personId: id(2), reason: 'complaint', since: today });
    const people = [person(1, 'Ailsa Munro', '2019-01-01'), person(2, 'Calum Reid', '2019-01-01')];
    const sessions = [session(11, [1, 2])];
    const items = due({ people, sessions }, today, rules);
    expect(items.map((item) => [item.personId, item.isHeld])).toEqual([
      [id(1), false],
      [id(2), true],
      [null, true],
    ]);
  });
});

describe('leftBehind', () => {
  it('finds the records of somebody who was deleted, and of nobody else', () => {
    const records = {
      ...none,
      people: [person(1, 'Ailsa Munro')],
      sessions: [session(11, [1]), session(12, [2]), session(13, [1, 2])],
      absences: [stored('absence', 21, { personId: id(2) })],
      plans: [stored('event-plan', 31, { affected: [], steps: [] })],
    };
    expect(leftBehind(records)).toEqual([{ personId: id(2), count: 3 }]);
  });
});

describe('keeping rules', () => {
  it('hold a person once, with the newest reason, until it is lifted', () => {
    const first = setHold(settings, { personId: id(1), reason: 'complaint', since: day('2026-01-01') });
    const second = setHold(first, { personId: id(1), reason: 'inquiry', since: today });
    expect(second.holds).toEqual([{ personId: id(1), reason: 'inquiry', since: today }]);
    expect(isHeld(second, id(1))).toBe(true);
    expect(liftHold(second, id(1)).holds).toEqual([]);
    expect(settings.holds).toEqual([]);
  });

  it('log what was destroyed by class, with nothing of a person in it', () => {
    const logged = logDestroyed(settings, { person: 1, supervision: 14, absence: 0 }, today, 'period-over');
    expect(logged.destroyed).toEqual([
      { class: 'person', count: 1, on: today, reason: 'period-over' },
      { class: 'supervision', count: 14, on: today, reason: 'period-over' },
    ]);
    expect(JSON.stringify(logged.destroyed)).not.toMatch(/[0-9a-f]{32}/);
  });
});

describe('proofDue', () => {
  const proof = (on: string) => ({ on: day(on), madeOn: day(on) });

  it('is quiet for ninety days and says then how long it has been', () => {
    expect(proofDue(proof('2026-08-26'), null, today)).toBeNull();
    expect(proofDue(proof('2026-08-25'), null, today)).toEqual({ state: 'old', days: 91 });
  });

  it('gives a new vault ninety days too', () => {
    expect(proofDue(null, null, today)).toBeNull();
    expect(proofDue(null, day('2026-08-26'), today)).toBeNull();
    expect(proofDue(null, day('2026-08-25'), today)).toEqual({ state: 'never' });
  });
});

describe('kinds that say of themselves how long they are kept', () => {
  const people = [person(1, 'Ailsa Munro', '2026-10-20'), person(2, 'Calum Reid')];
  const items = (others: RetentionRecords['others']) =>
    words(due({ people, others })).map(([of, on]) => [of, on]);

  it('lists a plan a month after its owner left, and a request three years after the answer', () => {
    expect(items([stored('wellbeing-plan', 31, { ownerId: id(1) })])).toEqual([
      ['wellbeing-plan', '2026-11-20'],
    ]);
    expect(items([stored('wellbeing-plan', 31, { ownerId: id(2) })])).toEqual([]);
    const answered = stored('access-request', 32, { personId: id(2), closedOn: day('2023-11-24') });
    expect(items([answered])).toEqual([['access-request', '2026-11-24']]);
    const open = stored('access-request', 32, { personId: id(2), status: 'open', closedOn: null });
    expect(items([open])).toEqual([]);
  });

  it('waits for the last member of a meeting, and counts a group from its end', () => {
    const came = (byte: number) => ({ personId: id(byte), answer: 'came' as const });
    const old = [person(1, 'Ailsa Munro', '2019-01-31'), person(3, 'Third One', '2020-05-31')];
    const meeting = stored('group-session', 33, { attendance: [came(1), came(3)] });
    const group = stored('reflective-group', 34, { endedOn: day('2020-11-24') });
    const found = keptItems({ ...none, people: old, others: [meeting, group] }, settings, dayOf);
    expect(found.filter(({ kind }) => kind !== 'person').map(({ kind, due: on }) => [kind, on])).toEqual([
      ['group-session', '2026-05-31'],
      ['reflective-group', '2026-11-24'],
    ]);
  });

  it('counts what was left behind', () => {
    expect(leftBehind({ ...none, people, others: [stored('agreement', 35, { personId: id(9) })] })).toEqual([
      { personId: id(9), count: 1 },
    ]);
  });
});
