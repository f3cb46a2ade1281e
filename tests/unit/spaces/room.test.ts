import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCutOff, metresText, mostDesks, roomFit, roomVolume } from '@shared/spaces/room';
import {
  emptyRoom,
  fieldsOfRoom,
  liveRoom,
  readRoom,
  withRoom,
} from '../../../renderer/features/spaces/rooms/room-form';
import { roomSentence } from '../../../renderer/features/spaces/space-words';
import { siteKind } from '@shared/records/site/site';
import { toLocalDate } from '@shared/kernel/local-date';

const office = { lengthM: 6, widthM: 4.5, heightM: 2.7 };
const today = toLocalDate('2026-03-31');

describe('a room', () => {
  it('of 6.0 by 4.5 by 2.7 m with 8 desks fails: 72.9 m³, 9.11 each, 6 at most', () => {
    const fit = roomFit(office, 8);
    expect(fit.volume).toBe(72.9);
    expect(metresText(fit.each ?? 0)).toBe('9.11');
    expect(fit).toMatchObject({ most: 6, tooMany: 2 });
    expect(roomSentence(fit, 8)).toBe(
      '72.9 m³ for 8 desks is 9.11 m³ each. The rule of thumb is 11. At most 6 desks fit.',
    );
  });

  it('of 5 by 4 by 3.6 m counts as 60 m³, 5 at most', () => {
    const high = { lengthM: 5, widthM: 4, heightM: 3.6 };
    expect(roomVolume(high)).toBe(60);
    expect(mostDesks(roomVolume(high))).toBe(5);
    expect(isCutOff(high)).toBe(true);
    expect(isCutOff({ ...high, heightM: 3 })).toBe(false);
  });

  it('of exactly 66 m³ holds six, and a hair less holds five', () => {
    // In binary fractions 6 × 6.6 × 2.5 is 98.99999999999999.
    expect(mostDesks(roomVolume({ lengthM: 6, widthM: 6.6, heightM: 2.5 }))).toBe(9);
    expect(mostDesks(roomVolume({ lengthM: 6, widthM: 5, heightM: 2.2 }))).toBe(6);
    expect(mostDesks(roomVolume({ lengthM: 3.3, widthM: 10, heightM: 2 }))).toBe(6);
    expect(mostDesks(roomVolume({ lengthM: 4.4, widthM: 2.5, heightM: 1 }))).toBe(1);
    expect(mostDesks(roomVolume({ lengthM: 6, widthM: 4.99, heightM: 2.2 }))).toBe(5);
    expect(mostDesks(66)).toBe(6);
    expect(mostDesks(0)).toBe(0);
  });

  const centimetres = fc.integer({ min: 50, max: 10_000 });
  it('never holds more than its cubic centimetres by eleven million, and never fewer', () => {
    fc.assert(
      fc.property(
        centimetres,
        centimetres,
        centimetres,
        fc.integer({ min: 0, max: 200 }),
        (l, w, h, desks) => {
          const size = { lengthM: l / 100, widthM: w / 100, heightM: h / 100 };
          const exact = BigInt(l) * BigInt(w) * BigInt(Math.min(h, 300));
          const most = Number(exact / 11_000_000n);
          const fit = roomFit(size, desks);
          expect(fit.most).toBe(most);
          expect(fit.tooMany).toBe(Math.max(0, desks - most));
          if (fit.each !== null && desks <= most) expect(fit.each).toBeGreaterThanOrEqual(11);
          if (fit.each !== null && desks > most) expect(fit.each).toBeLessThan(11);
        },
      ),
    );
  });

  it('never reads as enough when it is not: written down, not up', () => {
    expect(metresText(10.9999)).toBe('10.99');
    expect(metresText(11)).toBe('11');
    expect(metresText(9.1125)).toBe('9.11');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50_000_000 }), (cubic) => {
        expect(Number(metresText(cubic / 1_000_000))).toBeLessThanOrEqual(cubic / 1_000_000);
      }),
    );
  });
});

describe('the form of a room', () => {
  const typed = {
    ...emptyRoom,
    name: 'Front office',
    length: '6,0',
    width: '4.5 m',
    height: '2.7',
    desks: '8',
  };

  it('works out what stands in it, with a comma or a unit', () => {
    expect(liveRoom(typed)).toMatchObject({ size: office, desks: 8, fit: { most: 6 } });
    expect(liveRoom({ ...typed, height: '' })).toBeNull();
    expect(liveRoom({ ...typed, height: 'high' })).toBeNull();
    expect(liveRoom({ ...typed, desks: '' })).toMatchObject({ desks: 0, fit: { each: null } });
  });

  it('says what is missing at its box', () => {
    const reading = readRoom({ ...typed, name: ' ', width: '0', desks: '2.5' }, { rooms: [] }, today);
    expect(reading.room).toBeNull();
    expect(reading.problems.map(({ field }) => field)).toEqual(['name', 'width', 'desks']);
  });

  it('comes back the same from the record, and keeps its place among the rooms', () => {
    const [site] = siteKind.examples;
    if (site === undefined) throw new Error('No example');
    for (const room of site.rooms) {
      const reading = readRoom(fieldsOfRoom(room), site, today);
      expect(reading.room).toEqual(room);
    }
    const { room } = readRoom(typed, site, today);
    expect(room?.id).toBe('room-3');
    if (room === null) return;
    expect(withRoom(site, room).rooms.map(({ id }) => id)).toEqual(['room-1', 'room-2', 'room-3']);
    const changed = { ...room, id: 'room-1', name: 'Office' };
    expect(withRoom(site, changed).rooms.map(({ name }) => name)).toEqual(['Office', 'Back room']);
  });

  it('takes times with a point, and refuses an end before the start', () => {
    const quiet = { ...typed, isQuiet: true, from: '9.30', to: '17:00' };
    expect(readRoom(quiet, { rooms: [] }, today).room?.quiet).toMatchObject({ from: '09:30', to: '17:00' });
    expect(readRoom({ ...quiet, to: '09:00' }, { rooms: [] }, today).problems).toEqual([
      { field: 'to', message: 'The end is not after the start' },
    ]);
    expect(readRoom({ ...quiet, takenHours: 'some' }, { rooms: [] }, today).problems[0]?.field).toBe(
      'takenHours',
    );
  });
});
