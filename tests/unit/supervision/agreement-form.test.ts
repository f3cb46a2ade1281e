import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { agreementState } from '@shared/supervision/agreements';
import { standingWords, withWordsOf } from '@shared/supervision/standing-words';
import { agreementSchema, pairKinds } from '@shared/records/agreement/agreement';
import {
  emptyAssignment,
  readAssignment,
  type AssignmentFields,
} from '../../../renderer/features/supervision/access/assignment-form';
import { wouldBeSameLineAndClinical } from '../../../renderer/features/supervision/access/same-line';
import { succession } from '../../../renderer/features/supervision/access/succession';
import {
  emptyAgreement,
  fieldsOfAgreement,
  nobody,
  readAgreement,
  reviewText,
  supervisorOf,
  type AgreementFields,
} from '../../../renderer/features/supervision/agreements/agreement-form';
import { namingWith } from '../../../renderer/features/supervision/agreements/naming';
import {
  emptyFacilitatorFields,
  fieldsOfFacilitator,
  readFacilitator,
} from '../../../renderer/features/supervision/facilitators/facilitator-form';
import { chosenSupervisor, supervisorOptions } from '../../../renderer/records/supervisors';
import { day, id, person, stored } from '../retention/support';

const today = day('2026-03-31');
let made = 200;
const newId = (): RecordId => {
  made += 1;
  return id(made);
};
const agreementContext = { today, agreements: [], named: [], own: null, newId };
const typed = (changes: Partial<AgreementFields> = {}): AgreementFields => ({
  ...emptyAgreement(id(1), 56),
  supervisor: id(9),
  startedOn: '12/01/2026',
  ...changes,
});

describe('the agreement form', () => {
  it('reads a new one with standing words, every limit and a review a year on', () => {
    const { agreement, problems } = readAgreement(typed(), agreementContext);
    expect(problems).toEqual([]);
    expect(agreement).toMatchObject({
      intervalDays: 56,
      minutes: 60,
      startedOn: '2026-01-12',
      reviewOn: '2027-01-12',
      limits: ['harm', 'safeguarding', 'law', 'regulator'],
      signatures: { person: { state: 'waiting' }, supervisor: { state: 'waiting' } },
      ...standingWords('clinical'),
    });
  });

  it('keeps standing words within what a record takes, for every kind', () => {
    for (const kind of pairKinds) {
      const { agreement } = readAgreement({ ...typed({ kind }), ...standingWords(kind) }, agreementContext);
      expect(agreement?.kind).toBe(kind);
    }
  });

  it('changes standing words with the kind, and never what was typed', () => {
    const fields = { ...standingWords('clinical'), whoMayRead: 'Only us' };
    const changed = withWordsOf(fields, 'clinical', 'line-management');
    expect(changed.confidentiality).toBe(standingWords('line-management').confidentiality);
    expect(changed.whoMayRead).toBe('Only us');
  });

  it('counts as agreed once both signed, and says who does not agree and when', () => {
    const both = readAgreement(
      typed({
        personState: 'signed',
        personOn: '12/01/2026',
        supervisorState: 'signed',
        supervisorOn: '13/01/2026',
      }),
      agreementContext,
    ).agreement;
    expect(both !== null && agreementState(both, day('2026-01-12'))).toBe('waiting');
    expect(both !== null && agreementState(both, day('2026-01-13'))).toBe('agreed');
    const against = readAgreement(
      typed({ personState: 'not-agreed', personOn: '14/01/2026', personWords: 'Not with line notes' }),
      agreementContext,
    ).agreement;
    expect(against?.signatures.person).toEqual({
      state: 'not-agreed',
      on: '2026-01-14',
      words: 'Not with line notes',
    });
  });

  it('comes back out of a record as it went in', () => {
    const { agreement } = readAgreement(
      typed({ rhythm: 'other', otherDays: '30', minutes: 'other', otherMinutes: '75', mode: 'video' }),
      agreementContext,
    );
    if (agreement === null) throw new Error('No agreement');
    const again = readAgreement(fieldsOfAgreement(agreement), { ...agreementContext, own: id(50) });
    expect(again.agreement).toEqual(agreement);
    expect(agreementSchema.parse(agreement)).toEqual(agreement);
  });

  it.each([
    [{ personId: '' }, 'personId'],
    [{ startedOn: 'soon' }, 'startedOn'],
    [{ rhythm: 'other', otherDays: 'often' }, 'otherDays'],
    [{ rhythm: 'other', otherDays: '3' }, 'otherDays'],
    [{ minutes: 'other', otherMinutes: '' }, 'otherMinutes'],
    [{ isReviewOwn: true, reviewOn: '11/01/2026' }, 'reviewOn'],
    [{ personState: 'signed', personOn: '01/04/2026' }, 'personOn'],
    [{ supervisor: nobody, supervisorState: 'signed', supervisorOn: 'today' }, 'supervisor'],
    [{ whoMayRead: 'x'.repeat(201) }, 'whoMayRead'],
  ] as const)('says at the field what is wrong: %j', (changes, field) => {
    const { agreement, problems } = readAgreement(typed(changes), agreementContext);
    expect(agreement).toBeNull();
    expect(problems.map((problem) => problem.field)).toContain(field);
  });

  it('ends the one before on the day before, and tells of one that begins later', () => {
    const before = stored('agreement', 61, {
      personId: id(1),
      kind: 'clinical',
      startedOn: day('2025-01-06'),
      endedOn: null,
    });
    const other = stored('agreement', 62, { personId: id(1), kind: 'professional', endedOn: null });
    const context = { ...agreementContext, agreements: [before, other] };
    expect(readAgreement(typed(), context).ends).toEqual([{ id: id(61), until: '2026-01-11' }]);
    const later = readAgreement(typed({ startedOn: '06/01/2025' }), context);
    expect(later.agreement).toBeNull();
    expect(later.problems[0]?.field).toBe('startedOn');
  });

  it('names the supervisor from the first day, and ends that there was nobody', () => {
    const { agreement } = readAgreement(typed(), agreementContext);
    if (agreement === null) throw new Error('No agreement');
    const gap = (from: string, until: string | null = null) =>
      stored('supervision-assignment', 71, {
        personId: id(1),
        kind: 'clinical',
        facilitatorId: null,
        noSupervisorReason: 'waiting',
        from: day(from),
        until: until === null ? null : day(until),
      });
    expect(namingWith(agreement, [])).toMatchObject({
      assignment: { facilitatorId: id(9), from: '2026-01-12', noSupervisorReason: null },
      ends: [],
    });
    expect(namingWith(agreement, [gap('2025-10-01')])).toMatchObject({
      assignment: { from: '2026-01-12' },
      ends: [{ id: id(71), until: '2026-01-11' }],
    });
    // It began later than the agreement: it keeps its first day.
    expect(namingWith(agreement, [gap('2026-02-02')])).toMatchObject({
      assignment: { from: '2026-02-03' },
      ends: [{ id: id(71), until: '2026-02-02' }],
    });
    expect(namingWith(agreement, [gap('2025-10-01', '2025-12-31')]).ends).toEqual([]);
  });

  it('proposes whoever is named, and takes "nobody" for an answer', () => {
    const named = [
      stored('supervision-assignment', 71, { personId: id(1), kind: 'clinical', facilitatorId: id(9) }),
    ];
    expect(supervisorOf(typed({ supervisor: '' }), named)).toBe(id(9));
    expect(supervisorOf(typed({ supervisor: '', kind: 'professional' }), named)).toBe('');
    expect(supervisorOf(typed({ supervisor: nobody }), named)).toBe('');
    expect(reviewText(typed({ startedOn: '29/02/2024' }), today)).toBe('28 February 2025');
  });
});

describe('succession', () => {
  const span = (byte: number, from: string, until: string | null) => ({
    id: id(byte),
    from: day(from),
    until: until === null ? null : day(until),
  });

  it('ends what is open on the day, and only that', () => {
    const spans = [
      span(1, '2024-01-01', null),
      span(2, '2023-01-01', '2023-12-31'),
      span(3, '2025-01-01', '2026-06-30'),
    ];
    expect(succession(spans, day('2026-03-31'))).toEqual({
      ends: [
        { id: id(1), until: '2026-03-30' },
        { id: id(3), until: '2026-03-30' },
      ],
      inTheWay: null,
    });
  });

  it('never ends what begins on that day or later', () => {
    const spans = [span(1, '2026-04-01', null), span(2, '2026-03-31', null)];
    expect(succession(spans, day('2026-03-31'))).toEqual({ ends: [], inTheWay: spans[1] });
  });
});

describe('the form of who supervises', () => {
  const fields = (changes: Partial<AssignmentFields> = {}): AssignmentFields => ({
    ...emptyAssignment(id(1)),
    supervisor: id(9),
    from: '31/03/2026',
    ...changes,
  });
  const before = stored('supervision-assignment', 71, {
    personId: id(1),
    kind: 'clinical',
    facilitatorId: id(8),
    from: day('2025-05-01'),
    until: null,
  });
  const context = { today, assignments: [before], own: null, newId };

  it('ends the one before and keeps it as history, unless both stay', () => {
    expect(readAssignment(fields(), context)).toMatchObject({
      assignment: { facilitatorId: id(9), from: '2026-03-31', until: null },
      ends: [{ id: id(71), until: '2026-03-30' }],
    });
    expect(readAssignment(fields({ keepsEarlier: true }), context).ends).toEqual([]);
    expect(readAssignment(fields({ kind: 'professional' }), context).ends).toEqual([]);
  });

  it('says why there is nobody, and forgets a supervisor chosen before', () => {
    expect(
      readAssignment(
        fields({ who: 'nobody', reason: 'none-available-island', reasonWords: 'Asked the board' }),
        context,
      ).assignment,
    ).toMatchObject({
      facilitatorId: null,
      noSupervisorReason: 'none-available-island',
      reasonWords: 'Asked the board',
    });
  });

  it.each([
    [{ personId: '' }, 'personId'],
    [{ supervisor: '' }, 'supervisor'],
    [{ who: 'nobody' }, 'reason'],
    [{ from: 'x' }, 'from'],
    [{ from: '01/05/2025' }, 'from'],
    [{ until: '30/03/2026' }, 'until'],
  ] as const)('says at the field what is wrong: %j', (changes, field) => {
    const reading = readAssignment(fields(changes), context);
    expect(reading.assignment).toBeNull();
    expect(reading.problems.map((problem) => problem.field)).toEqual([field]);
  });

  it('brings somebody of the service into the register with it', () => {
    const people = [person(1, 'Ailsa Munro'), person(2, 'Gone', '2026-01-31')];
    const register = [stored('facilitator', 9, { personId: null, name: 'Grace' })];
    expect(supervisorOptions(register, people, today, '')).toMatchObject([
      { value: id(9), label: 'Grace', detail: 'From outside' },
      { value: `person:${id(1)}`, label: 'Ailsa Munro' },
    ]);
    const reading = readAssignment(fields({ supervisor: `person:${id(2)}` }), context);
    expect(reading.joins?.value).toMatchObject({ personId: id(2), name: '' });
    expect(reading.assignment?.facilitatorId).toBe(reading.joins?.id);
    expect(chosenSupervisor('person:x', newId)).toBeNull();
  });

  it('sees a line manager who would be the clinical supervisor too', () => {
    const register = [stored('facilitator', 9, { personId: id(40), name: '' })];
    const line = stored('supervision-assignment', 72, {
      personId: id(1),
      kind: 'line-management',
      facilitatorId: id(9),
      from: day('2025-05-01'),
      until: null,
    });
    const choice = { supervisor: id(9), personId: id(1), kind: 'clinical' } as const;
    expect(wouldBeSameLineAndClinical(choice, register, [line, before], today)).toBe(true);
    expect(wouldBeSameLineAndClinical({ ...choice, personId: id(2) }, register, [line], today)).toBe(false);
    expect(wouldBeSameLineAndClinical({ ...choice, kind: 'professional' }, register, [line], today)).toBe(
      false,
    );
    // The line manager is being replaced by somebody else.
    expect(
      wouldBeSameLineAndClinical({ ...choice, kind: 'line-management' }, register, [line, before], today),
    ).toBe(false);
  });
});

describe('the form of the register', () => {
  const fields = { ...emptyFacilitatorFields(id(1)), maxLoad: '8', trainingExpires: '01/03/2026' };

  it('reads what was entered and leaves the rest unsaid', () => {
    const { facilitator } = readFacilitator(fields, { today, taken: [] });
    expect(facilitator).toMatchObject({
      personId: id(1),
      name: '',
      maxLoad: 8,
      trainingExpires: '2026-03-01',
      hasOwnSupervision: null,
    });
    if (facilitator === null) throw new Error('Nobody');
    expect(readFacilitator(fieldsOfFacilitator(facilitator), { today, taken: [] }).facilitator).toEqual(
      facilitator,
    );
  });

  it.each([
    [{ personId: '' }, 'personId'],
    [{ whence: 'outside' }, 'name'],
    [{ years: 'many' }, 'years'],
    [{ maxLoad: '0' }, 'maxLoad'],
    [{ trainedOn: '02/03/2026' }, 'trainingExpires'],
  ] as const)('says at the field what is wrong: %j', (changes, field) => {
    const reading = readFacilitator({ ...fields, ...changes }, { today, taken: [] });
    expect(reading.problems.map((problem) => problem.field)).toEqual([field]);
  });

  it('has somebody of the service once', () => {
    expect(readFacilitator(fields, { today, taken: [id(1)] }).problems).toMatchObject([
      { field: 'personId' },
    ]);
  });
});
