import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordKinds } from '@shared/records/registry';
import type { RecordKind } from '@shared/records/record-kind';
import { ownerGone } from '@shared/records/event-plan/event-plan';
import { planErasure, type AnyRecord } from '@shared/retention/redact';
import { createNameScrub, nameMark } from '@shared/retention/scrub-name';
import { day, id, person, session, stored } from './support';

const max = 10_000;
const scrub = (name: string, text: string, others: readonly string[] = []): string =>
  createNameScrub(name, others).scrub(text, max);

describe('createNameScrub', () => {
  it.each([
    ['Spoke with Ailsa Munro today', `Spoke with ${nameMark} today`],
    ['AILSA MUNRO and ailsa  munro', `${nameMark} and ${nameMark}`],
    ['Munro, Ailsa', nameMark],
    ['Ailsa J. Munro', nameMark],
    ['A. Munro’s rota; A Munro', `${nameMark}’s rota; ${nameMark}`],
    ['Ms Munro', `Ms ${nameMark}`],
    ['ailsa said', `${nameMark} said`],
    ['Ailsaid and Munros', 'Ailsaid and Munros'],
    ['Nobody', 'Nobody'],
  ])('%j becomes %j', (text, clean) => {
    expect(scrub('Ailsa Munro', text)).toBe(clean);
  });

  it('takes an ordinary word only where it stands as a name', () => {
    expect(scrub('Will Grant', 'Will will go. WILL said so')).toBe(
      `${nameMark} will go. ${nameMark} said so`,
    );
  });

  it('knows apostrophes, hyphens and accents in either form', () => {
    expect(scrub('Róisín O’Neil-Baird', 'roisi\u0301n'.toUpperCase() + " O'NEIL‐BAIRD")).toBe(nameMark);
    expect(scrub('Anne-Marie Flett', 'Marie rang')).toBe(`${nameMark} rang`);
    expect(scrub('Róisín', 'Ro\u0301isi\u0301n')).toBe(nameMark);
  });

  it('leaves a part that somebody else bears, and says so', () => {
    const name = createNameScrub('Ailsa Munro', ['Ailsa Reid', 'Calum Dow']);
    expect(name.scrub('Ailsa Munro, Munro, Ailsa', max)).not.toContain('Munro');
    expect(name.scrub('Ailsa rang', max)).toBe('Ailsa rang');
    expect(name.leavesShared('Ailsa rang')).toBe(true);
    expect(name.leavesShared('Calum rang')).toBe(false);
    const same = createNameScrub('Ailsa Munro', ['ailsa munro']);
    expect(same.scrub('Ailsa Munro', max)).toBe('Ailsa Munro');
    expect(same.leavesShared('Ailsa Munro')).toBe(true);
  });

  it('takes nothing when nobody knows the name', () => {
    expect(createNameScrub(null, []).scrub('Ailsa Munro', max)).toBe('Ailsa Munro');
  });

  it('never makes a text longer than its field takes', () => {
    expect(createNameScrub('Jo Li', []).scrub('Jo '.repeat(66), 200)).toHaveLength(200);
  });
});

const erased = 1;
const ailsa = person(erased, 'Ailsa Munro', '2019-01-01');
const calum = person(2, 'Calum Reid');
const plan = (records: readonly AnyRecord[]) =>
  planErasure({ personId: id(erased), name: 'Ailsa Munro', records: [ailsa, calum, ...records] });
const put = (records: readonly AnyRecord[], byte: number): unknown =>
  plan(records).writes.find((write) => write.id === id(byte) && write.type === 'put');

describe('planErasure', () => {
  it('removes what is theirs alone, each on its own revision, and counts it by class', () => {
    const { writes, removed, changed } = plan([
      session(11, [erased]),
      session(12, [2]),
      stored('absence', 21, { personId: id(erased) }),
      stored('absence', 22, { personId: id(2) }),
      stored('caseload-count', 23, { personId: id(erased) }),
      stored('caseload-count', 24, { personId: id(2) }),
    ]);
    expect(writes).toEqual(
      [
        ['person', erased],
        ['supervision-session', 11],
        ['absence', 21],
        ['caseload-count', 23],
      ].map(([kind, byte]) => ({ type: 'remove', kind, id: id(Number(byte)), baseRevision: 3 })),
    );
    expect(removed).toEqual({ person: 1, supervision: 1, absence: 1, caseload: 1 });
    expect(changed).toEqual([]);
  });

  it('saves a shared group again without them', () => {
    const group = session(11, [erased, 2], { note: 'Ailsa opened; Calum closed', facilitator: 'A Munro' });
    expect(put([group], 11)).toMatchObject({
      baseRevision: 3,
      value: {
        personIds: [id(2)],
        note: `${nameMark} opened; Calum closed`,
        facilitator: nameMark,
      },
    });
  });

  it('takes them out of a plan and leaves the plan standing', () => {
    const { value } = stored('event-plan', 31, {});
    const [step] = value.steps;
    const [affected] = value.affected;
    const record = stored('event-plan', 31, {
      facts: 'Ailsa Munro found him.',
      steps: [
        { ...step!, ownerPersonId: id(erased), ownerRole: '' },
        { ...step!, id: 'b', ownerPersonId: id(erased), ownerRole: 'Shift lead' },
        { ...step!, id: 'c', ownerPersonId: id(2), title: 'Ring Ailsa' },
      ],
      affected: [
        { ...affected!, personId: id(erased) },
        { ...affected!, personId: id(2), noContactReason: 'Ailsa asked' },
      ],
    });
    expect(put([record], 31)).toMatchObject({
      value: {
        facts: `${nameMark} found him.`,
        steps: [
          { ownerPersonId: null, ownerRole: ownerGone },
          { ownerPersonId: null, ownerRole: 'Shift lead' },
          { ownerPersonId: id(2), title: `Ring ${nameMark}` },
        ],
        affected: [{ personId: id(2), noContactReason: `${nameMark} asked` }],
      },
    });
  });

  it('removes drafts that name them or belong to a record of theirs, and no others', () => {
    const draft = (byte: number, changes: object) =>
      stored('draft', byte, { title: 'A draft', fields: {}, recordId: null, ...changes });
    const { writes, removed } = plan([
      session(11, [erased]),
      draft(41, { fields: { who: { deep: [id(erased)] } } }),
      draft(42, { title: 'Supervision with Ailsa Munro' }),
      draft(43, { recordId: id(11) }),
      draft(44, { recordId: id(erased) }),
      draft(45, { fields: { note: 'Calum', personIds: [id(2)] } }),
    ]);
    expect(writes.filter((write) => write.kind === 'draft').map((write) => write.id)).toEqual(
      [41, 42, 43, 44].map(id),
    );
    expect(removed.draft).toBe(4);
  });

  it('lifts the hold with the person, and leaves other holds', () => {
    const holds = [erased, 2].map((each) => ({
      personId: id(each),
      reason: 'complaint' as const,
      since: day('2026-01-01'),
    }));
    expect(put([stored('care-settings', 51, { holds })], 51)).toMatchObject({
      value: { holds: [holds[1]] },
    });
  });

  it('lists for a look what keeps a part of the name that another bears', () => {
    const other = person(3, 'Ailsa Reid');
    const { lookAt, changed } = plan([other, session(11, [2], { note: 'Ailsa rang' }), session(12, [2])]);
    expect(lookAt).toEqual([{ kind: 'supervision-session', id: id(11) }]);
    expect(changed).toEqual([]);
  });

  it('works by the id alone when the name is gone', () => {
    const { writes } = planErasure({
      personId: id(9),
      name: null,
      records: [calum, session(11, [9, 2], { note: 'Ailsa' }), session(12, [9])],
    });
    expect(writes).toEqual([
      expect.objectContaining({ type: 'put', id: id(11) }),
      expect.objectContaining({ type: 'remove', id: id(12) }),
    ]);
  });
});

/** Texts with the name strewn into them, in the ways people write it. */
const spellings = [
  'Ailsa Munro',
  'AILSA MUNRO',
  'ailsa munro',
  'Munro, Ailsa',
  'Ailsa K. Munro',
  'Ailsa',
  'Munro',
  "Munro's",
  'A. Munro',
];
const pieces = ['Quiet week', 'Calum Reid', '12 May', '…', '(', ')', 'émigré', '\n', '', ...spellings];
const text = fc
  .array(fc.constantFrom(...pieces), { maxLength: 8 })
  .map((parts) => parts.join(' ').slice(0, 190));
const line = text.map((each) => each.trim() || 'x');
const who = fc.subarray([id(erased), id(2), id(3)], { minLength: 1 });
const anyone = fc.constantFrom(id(erased), id(2), id(3));
const owner = fc.option(anyone, { nil: null });

const sessionRecord = fc.record({ who, note: text, facilitator: text, action: line, by: text }).map((each) =>
  session(11, [2], {
    kind: 'reflective-group',
    personIds: each.who,
    note: each.note,
    facilitator: each.facilitator.trim(),
    actions: [{ text: each.action, owner: each.by.trim(), due: null, doneOn: null, droppedOn: null }],
  }),
);
const planRecord = fc
  .record({
    facts: text,
    title: line,
    detail: text,
    role: text,
    owner,
    affected: who,
    by: text,
    reason: text,
  })
  .map((each) => {
    const { value } = stored('event-plan', 12, {});
    return stored('event-plan', 12, {
      facts: each.facts,
      steps: value.steps.map((step) => ({
        ...step,
        title: each.title,
        detail: each.detail,
        ownerPersonId: each.owner,
        ownerRole: each.role.trim(),
      })),
      affected: each.affected.map((personId) => ({
        ...value.affected[0]!,
        personId,
        noContactReason: each.reason.trim(),
        contacts: [{ ...value.affected[0]!.contacts[0]!, by: each.by.trim() }],
      })),
    });
  });
const otherRecord = fc.oneof(
  anyone.chain((personId) =>
    text.map((reason) => stored('absence', 13, { personId, reason: reason.trim() })),
  ),
  anyone.map((personId) => stored('caseload-count', 14, { personId })),
  fc.record({ label: line, note: text }).map((each) => stored('wellbeing-wave', 15, each)),
  fc
    .record({ title: line, cell: text })
    .map(({ title, cell }) => stored('export-entry', 16, { title, model: { tables: [{ rows: [cell] }] } })),
  fc
    .record({ title: text, note: text, recordId: owner, people: fc.array(anyone) })
    .map(({ title, recordId, ...fields }) => stored('draft', 17, { title, recordId, fields })),
  text.map((leavingReason) => ({
    ...person(3, 'Freya Heddle'),
    value: { ...person(3, 'Freya Heddle').value, leavingReason: leavingReason.trim() },
  })),
  fc.array(anyone, { maxLength: 3 }).map((held) =>
    stored('care-settings', 18, {
      holds: [...new Set(held)].map((personId) => ({ personId, reason: 'other', since: day('2026-01-01') })),
    }),
  ),
);

describe('after an erasure', () => {
  it('no id and no name is left in any record of any kind, and all of them still fit their schemas', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sessionRecord, planRecord, otherRecord), { maxLength: 6 }), (records) => {
        const numbered = records.map((record, index): AnyRecord =>
          // The person keeps an id that others point to.
          record.kind === 'person' ? record : { ...record, id: id(100 + index) },
        );
        const all: readonly AnyRecord[] = [ailsa, calum, ...numbered];
        const { writes } = planErasure({ personId: id(erased), name: 'Ailsa Munro', records: all });
        for (const record of all) {
          const write = writes.find((each) => each.id === record.id);
          if (write?.type === 'remove') continue;
          const value: unknown = write?.value ?? record.value;
          const words = JSON.stringify(value);
          expect(words).not.toContain(id(erased));
          expect(words).not.toMatch(/ailsa|munro/i);
          const kind = recordKinds[record.kind] as unknown as RecordKind;
          expect(kind.schema.safeParse(value).success).toBe(true);
          expect(kind.people(value, record.id)).not.toContain(id(erased));
        }
        expect(writes.find((each) => each.id === id(erased))?.type).toBe('remove');
      }),
      { numRuns: 400 },
    );
  });

  it('every record that is about them is among the writes', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(sessionRecord, planRecord, otherRecord), { maxLength: 6 }), (records) => {
        const all = records.map((record, index): AnyRecord => ({ ...record, id: id(100 + index) }));
        const { writes } = planErasure({ personId: id(erased), name: 'Ailsa Munro', records: all });
        for (const record of all) {
          const kind = recordKinds[record.kind] as unknown as RecordKind;
          if (!kind.people(record.value, record.id).includes(id(erased))) continue;
          expect(writes.map((write) => write.id)).toContain(record.id);
        }
      }),
    );
  });
});
