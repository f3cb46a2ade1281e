import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '@shared/retention/redact';
import { personBundle, withheldLine, withheldName, type SaidField } from '@shared/requests/bundle';
import { recordedSheet } from '@shared/requests/recorded-sheet';
import { fieldsOf } from '../../../renderer/records/history/field-words';
import { day, id, person, session, stored } from '../retention/support';

const ailsa = person(1, 'Ailsa Munro');
const calum = person(2, 'Calum Reid');
const secret = 'Walks on the shore at Skaill';
const records: AnyRecord[] = [
  ailsa,
  calum,
  session(11, [1], { note: 'Swaps with Calum on Thursdays.', learning: '', decisions: '' }),
  session(12, [2], { note: 'Ailsa covered the phone.' }),
  stored('group-session', 21, {
    attendance: [
      { personId: id(1), answer: 'came' },
      { personId: id(2), answer: 'work' },
    ],
    processNote: '',
    takeBack: [],
  }),
  stored('wellbeing-plan', 31, {
    ownerId: id(2),
    shared: [{ sectionId: 'keeps-me-well', text: `${secret}, with Ailsa Munro`, until: day('2030-01-01') }],
  }),
  stored('process-move', 41, { personId: id(1) }),
  stored('access-request', 51, { personId: id(2), decisions: [] }),
  stored('care-settings', 61, {
    holds: [{ personId: id(1), reason: 'complaint', since: day('2026-01-01') }],
  }),
];
const nameOf = (of: string): string | null =>
  of === id(1) ? 'Ailsa Munro' : of === id(2) ? 'Calum Reid' : null;
const say = (record: AnyRecord): SaidField[] =>
  fieldsOf(record.kind).map(([field, { label, lines }]) => ({
    field,
    label,
    lines: lines((record.value as unknown as Record<string, unknown>)[field], nameOf),
  }));
const bundle = (decisions: Parameters<typeof personBundle>[0]['decisions'] = []) =>
  personBundle({ personId: id(1), records, decisions, say });

describe('personBundle', () => {
  it('has a contents page with each kind and its count', () => {
    expect(bundle().contents).toEqual([
      { kind: 'person', title: 'Person', count: 1 },
      { kind: 'supervision-session', title: 'Supervision record', count: 1 },
      { kind: 'group-session', title: 'Group meeting', count: 1 },
      { kind: 'process-move', title: 'Move to a process', count: 1 },
    ]);
    expect(bundle().sections.map(({ retention }) => retention)).toEqual([
      'person',
      'supervision',
      'supervision',
      'person',
    ]);
  });

  it('sends nothing out about anybody else until somebody decides about that place', () => {
    const text = JSON.stringify(bundle().sections);
    expect(text).not.toMatch(/Calum|Reid|, work"/i);
    expect(text).toContain(`Swaps with ${withheldName} on Thursdays.`);
    expect(text).toContain(withheldLine);
    expect(bundle().thirdParties).toMatchObject([
      { recordId: id(11), field: 'note', thirdPartyId: id(2), choice: 'redact', isUndecided: true },
      { recordId: id(21), field: 'attendance', thirdPartyId: id(2), isUndecided: true },
    ]);
  });

  it('leaves a name where that was decided, and nowhere else', () => {
    const { sections, thirdParties } = bundle([
      {
        kind: 'supervision-session',
        recordId: id(11),
        field: 'note',
        thirdPartyId: id(2),
        choice: 'they-agreed',
        decidedOn: day('2026-02-20'),
      },
    ]);
    expect(JSON.stringify(sections)).toContain('Swaps with Calum on Thursdays.');
    expect(JSON.stringify(sections.filter(({ kind }) => kind === 'group-session'))).not.toContain('Calum');
    expect(thirdParties.map(({ isUndecided }) => isUndecided)).toEqual([false, true]);
  });

  it('lists where else the person is mentioned, and never looks into the plan of another', () => {
    expect(bundle().mentions).toEqual([{ kind: 'supervision-session', recordId: id(12), field: 'note' }]);
    expect(JSON.stringify(bundle())).not.toContain(secret);
    expect(bundle().hasSealedPlan).toBe(false);
  });

  it('gives the owner of a plan what is shared of it, and says that the rest is sealed', () => {
    const own = personBundle({ personId: id(2), records, decisions: [], say });
    expect(own.hasSealedPlan).toBe(true);
    expect(JSON.stringify(own.sections)).toContain(secret);
    const sealed = stored('wellbeing-plan', 31, {}).value.sealed;
    expect(JSON.stringify(own)).not.toContain(sealed);
  });
});

describe('recordedSheet', () => {
  it('is of one person: a group gets none', () => {
    const one = session(11, [1], { note: 'A quieter week' });
    expect(recordedSheet(one.value, say(one))?.fields.map(({ label }) => label)).toContain('Note');
    expect(recordedSheet(session(11, [1, 2]).value, [])).toBeNull();
  });
});
