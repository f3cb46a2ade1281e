import { describe, expect, it } from 'vitest';
import { packRecords, packedFigures, type PackedRecords } from '@shared/workforce/figures';
import { changedParts as makersOf } from '../../../renderer/figures/figures-client';
import { largeService, largeServiceFrom, largeServiceTo } from '../../bench/data/large-service';

const changedParts = (...asked: Parameters<typeof makersOf>) =>
  Object.assign({}, ...makersOf(...asked).map((make) => make())) as Partial<PackedRecords>;
const records = largeService({ seed: 3, posts: 12, absences: 60, teams: 2 });

describe('what goes over to the figures worker', () => {
  it('is everything at first, and then only what changed', () => {
    expect(changedParts(null, records)).toEqual(packRecords(records));
    expect(changedParts(records, { ...records })).toEqual({});
    const absences = records.absences.slice(1);
    expect(changedParts(records, { ...records, absences })).toEqual({
      absences: packRecords({ ...records, absences }).absences,
    });
    expect(Object.keys(changedParts(records, { ...records, asOf: '2026-12-01' as never }))).toEqual([
      'settings',
    ]);
  });

  it('makes everything that names a person anew when the list of people changes', () => {
    const people = records.people.slice(1);
    const now = { ...records, people };
    const kept = { ...packRecords(records), ...changedParts(records, now) };
    const [service] = packedFigures(kept, largeServiceFrom, largeServiceTo);
    const [want] = packedFigures(packRecords(now), largeServiceFrom, largeServiceTo);
    expect(service).toEqual(want);
    const [before] = packedFigures(packRecords(records), largeServiceFrom, largeServiceTo);
    expect(service).not.toEqual(before);
  });

  it('holds nobody’s name, role, number or words', () => {
    const named = {
      ...records,
      people: records.people.map((person) => ({
        ...person,
        value: {
          ...person.value,
          name: 'Unn Wishart',
          role: 'Wishart role',
          payrollNumber: 'Wishart 1',
          site: 'Wishart site',
          leavingReason: 'Wishart reason',
        },
      })),
      absences: records.absences.map((absence) => ({
        ...absence,
        value: { ...absence.value, reason: 'Wishart cold' },
      })),
    };
    const parts = JSON.stringify(changedParts(null, named));
    expect(parts).not.toContain('Wishart');
    for (const { id } of named.people) expect(parts).not.toContain(id);
  });
});
