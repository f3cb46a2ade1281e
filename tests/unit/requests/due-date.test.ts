import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, toLocalDate } from '@shared/kernel/local-date';
import { nations } from '@shared/kernel/bank-holidays';
import { isWorkingDay } from '@shared/kernel/working-days';
import { accessRequestSchema, type AccessRequest } from '@shared/records/access-request/access-request';
import { accessRequestDue, requestState } from '@shared/requests/due-date';
import { id } from '../retention/support';

const day = toLocalDate;
const request = (patch: Partial<AccessRequest> = {}): AccessRequest =>
  accessRequestSchema.parse({
    personId: id(1),
    receivedOn: '2026-01-31',
    channel: 'spoken',
    extension: null,
    clarification: null,
    status: 'open',
    closedOn: null,
    decisions: [],
    ...patch,
  });

describe('accessRequestDue', () => {
  it.each([
    // Story 5: no 31 February, so the 28th, a Saturday, so Monday.
    ['2026-01-31', '2026-02-28', '2026-03-02'],
    ['2026-03-03', '2026-04-03', '2026-04-06'],
    ['2026-05-15', '2026-06-15', '2026-06-16'],
    ['2026-11-25', '2026-12-25', '2026-12-29'],
    ['2028-01-31', '2028-02-29', '2028-02-29'],
    ['2026-04-15', '2026-05-15', '2026-05-15'],
  ])('%s: one month is %s, due %s', (receivedOn, plainDue, due) => {
    expect(accessRequestDue(request({ receivedOn: day(receivedOn) }), 'scotland')).toEqual({
      plainDue,
      due,
      areHolidaysKnown: true,
    });
  });

  it('allows two months more, told in time and never more', () => {
    const extension = { months: 2, toldOn: day('2026-02-20'), reason: '' };
    expect(accessRequestDue(request({ extension }), 'scotland').due).toBe('2026-04-30');
    const late = request({ extension: { ...extension, toldOn: day('2026-03-03') } });
    expect(requestState(late, day('2026-03-04'), 'scotland')).toMatchObject({
      due: '2026-03-02',
      state: 'overdue',
      daysLeft: -2,
      wasExtensionToldLate: true,
    });
    expect(() => request({ extension: { ...extension, months: 3 } })).toThrow();
  });

  it('leaves out the days from a question to its answer, and stands still until they answer', () => {
    const asked = { askedOn: day('2026-02-03'), answeredOn: day('2026-02-10') };
    expect(accessRequestDue(request({ clarification: asked }), 'scotland')).toMatchObject({
      plainDue: '2026-03-07',
      due: '2026-03-09',
    });
    const waiting = request({ clarification: { ...asked, answeredOn: null } });
    expect(requestState(waiting, day('2026-06-01'), 'scotland')).toMatchObject({
      state: 'waiting',
      daysLeft: null,
    });
    expect(() => request({ clarification: { ...asked, answeredOn: day('2026-02-01') } })).toThrow();
    expect(() => request({ clarification: { askedOn: day('2026-01-30'), answeredOn: null } })).toThrow();
  });

  it('counts the pause towards telling them of more time as well', () => {
    // Asked on the day it came and answered nine days later: the first month is over on 9 March, not on 2 March.
    const clarification = { askedOn: day('2026-01-31'), answeredOn: day('2026-02-09') };
    const told = (toldOn: string) =>
      request({ clarification, extension: { months: 2, toldOn: day(toldOn), reason: '' } });
    expect(requestState(told('2026-03-09'), day('2026-03-09'), 'scotland')).toMatchObject({
      wasExtensionToldLate: false,
      plainDue: '2026-05-09',
      due: '2026-05-11',
    });
    expect(requestState(told('2026-03-10'), day('2026-03-10'), 'scotland')).toMatchObject({
      wasExtensionToldLate: true,
      due: '2026-03-09',
    });
  });

  it('never shows a day later than the law has it, and no pause for an answer on the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 60 }), (after, pause) => {
        const receivedOn = day('2026-03-02');
        const askedOn = addDays(receivedOn, after);
        const answeredOn = addDays(askedOn, pause);
        const { plainDue } = accessRequestDue(
          request({ receivedOn, clarification: { askedOn, answeredOn } }),
          'scotland',
        );
        // Both days of the pause are left out by the law; the month runs to 2 April.
        expect(plainDue <= addDays(day('2026-04-02'), pause + 1)).toBe(true);
        expect(plainDue).toBe(addDays(day('2026-04-02'), pause));
      }),
    );
  });

  it('goes on to the next working day of the nation', () => {
    // One month on is Easter Monday 2026, which Scotland does not keep.
    const asked = request({ receivedOn: day('2026-03-06') });
    expect(nations.map((nation) => accessRequestDue(asked, nation).due)).toEqual([
      '2026-04-06',
      '2026-04-07',
      '2026-04-07',
    ]);
  });

  it('says so when it knows no holidays of that time', () => {
    expect(accessRequestDue(request({ receivedOn: day('2029-03-01') }), 'scotland').areHolidaysKnown).toBe(
      false,
    );
  });

  it('is always a working day, never before the month is over and at most five days after', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1700 }), fc.constantFrom(...nations), (days, nation) => {
        const receivedOn = addDays(day('2024-01-01'), days);
        const { due, plainDue } = accessRequestDue(request({ receivedOn }), nation);
        expect(isWorkingDay(due, nation)).toBe(true);
        expect(due >= plainDue && due <= addDays(plainDue, 5)).toBe(true);
      }),
    );
  });
});

describe('requestState', () => {
  it.each([
    ['2026-03-01', 'open', 1],
    ['2026-03-02', 'due-today', 0],
    ['2026-03-03', 'overdue', -1],
  ])('on %s it is %s', (asOf, state, daysLeft) => {
    expect(requestState(request(), day(asOf), 'scotland')).toMatchObject({ state, daysLeft });
  });

  it('tells an answer in time from a late one, and counts it open before that day', () => {
    const closed = (on: string, status: AccessRequest['status'] = 'answered') =>
      request({ status, closedOn: day(on) });
    const later = day('2026-06-01');
    expect(requestState(closed('2026-03-02'), later, 'scotland').state).toBe('answered');
    expect(requestState(closed('2026-03-03'), later, 'scotland').state).toBe('answered-late');
    expect(requestState(closed('2026-03-09', 'withdrawn'), later, 'scotland').state).toBe('withdrawn');
    expect(requestState(closed('2026-02-20'), day('2026-02-10'), 'scotland').state).toBe('open');
  });
});
