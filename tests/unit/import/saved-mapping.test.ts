import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWritten, planTakeBack } from '@shared/import/runs';
import { applyMapping, findMapping, headingKeys, mappingToKeep } from '@shared/import/saved-mapping';
import { absencesTarget } from '@shared/import/targets/absences';
import {
  entryBytes,
  readWritten,
  withoutPersonIn,
  writtenText,
  type WrittenRecord,
} from '@shared/records/import-run/written';
import { importMappingKind } from '@shared/records/import-mapping/import-mapping';
import { testId } from '../../support/vault-kit';

const on = '2026-03-03' as never;
const { columns } = absencesTarget;
const headings = ['Wer', 'Von', 'Bis', 'Grund'];
const mapping = { payrollNumber: 0, firstDay: 1, lastDay: 2 };
const confirmed = {
  targetId: absencesTarget.id,
  columns,
  headings,
  mapping,
  dateOrder: 'month-first' as const,
  sheet: 'Krank',
  on,
};

function kept() {
  const value = mappingToKeep(confirmed);
  if (value === null) throw new Error('These are headings');
  return { value };
}

describe('saved columns', () => {
  it('pass their own schema, and come back for the same headings in any order and spelling', () => {
    const saved = kept();
    expect(importMappingKind.schema.parse(saved.value)).toEqual(saved.value);
    const turned = ['GRUND', 'bis', 'von', 'wer'];
    const found = findMapping([saved], absencesTarget.id, turned);
    expect(found).toBe(saved);
    const guess = { reason: 0 };
    expect(applyMapping(saved.value, columns, turned, guess)).toMatchObject({
      payrollNumber: 3,
      firstDay: 2,
      lastDay: 1,
      // Left out on purpose the last time, so it is not guessed.
      reason: null,
    });
  });

  it('are of one list only, and of exactly these headings; the newest counts', () => {
    const saved = kept();
    expect(findMapping([saved], 'people', headings)).toBeNull();
    expect(findMapping([saved], absencesTarget.id, headings.slice(1))).toBeNull();
    expect(findMapping([saved], absencesTarget.id, [...headings, 'Mehr'])).toBeNull();
    const newer = { value: { ...saved.value, savedOn: '2026-04-01' as never } };
    expect(findMapping([saved, newer, saved], absencesTarget.id, headings)).toBe(newer);
  });

  it('tell two headings of the same words apart', () => {
    const twice = ['Date', 'Payroll no.', 'Date', 'date'];
    expect(headingKeys(twice)).toEqual(['date', 'payroll number', 'date #2', 'date #3']);
    const value = mappingToKeep({
      ...confirmed,
      headings: twice,
      mapping: { payrollNumber: 1, firstDay: 0, lastDay: 2 },
    });
    if (value === null) throw new Error('These are headings');
    expect(applyMapping(value, columns, twice, {})).toMatchObject({
      payrollNumber: 1,
      firstDay: 0,
      lastDay: 2,
    });
  });

  it('guess only a column of ours that is newer than they are', () => {
    const saved = kept();
    const older = {
      ...saved.value,
      choices: saved.value.choices.filter(({ column }) => column !== 'reason'),
    };
    expect(applyMapping(older, columns, headings, { reason: 3 })).toMatchObject({ reason: 3 });
    // Not one that is used for something else.
    expect(applyMapping(older, columns, headings, { reason: 2 })).toMatchObject({ reason: null });
  });

  it('are never made of somebody’s cells in a file without headings', () => {
    for (const cells of [
      ['P0041', 'Una Test', '01/02/2024'],
      ['Una Test', '37.5'],
      ['Una Test', '2024-02-01'],
      ['4711', 'Una Test'],
    ])
      expect(mappingToKeep({ ...confirmed, headings: cells })).toBeNull();
    expect(mappingToKeep({ ...confirmed, headings: [] })).toBeNull();
  });

  it('lose a name that was in a heading', () => {
    const { value } = kept();
    const erased = { id: testId(1), line: (text: string) => text.replace('wer', '—'), note: String };
    const left = importMappingKind.without(value, erased, testId(2));
    expect(JSON.stringify(left)).not.toContain('wer');
  });
});

const recordArbitrary = fc
  .record({
    id: fc.nat(400).map(testId),
    base: fc.nat(50),
    step: fc.integer({ min: 1, max: 3 }),
    people: fc.uniqueArray(
      fc.nat(9).map((number) => testId(1000 + number)),
      { maxLength: 3 },
    ),
  })
  .map(({ id, base, step, people }): WrittenRecord => ({ id, base, revision: base + step, people }));
const recordsArbitrary = fc.uniqueArray(recordArbitrary, { selector: ({ id }) => id });
const byId = (records: readonly WrittenRecord[]) =>
  records.toSorted((left, right) => (left.id < right.id ? -1 : 1));

describe('what an import wrote', () => {
  it('reads as it was written, and takes no more room than is kept for it', () => {
    fc.assert(
      fc.property(recordsArbitrary, (records) => {
        const text = writtenText(records);
        expect(byId(readWritten(text))).toEqual(byId(records));
        const room = records.reduce((sum, { people }) => sum + entryBytes * Math.max(1, people.length), 0);
        expect(text.length).toBeLessThanOrEqual(room);
      }),
    );
  });

  it('loses everything about an erased person and nothing else', () => {
    fc.assert(
      fc.property(recordsArbitrary, fc.nat(9), (records, number) => {
        const person = testId(1000 + number);
        const text = withoutPersonIn(writtenText(records), person);
        expect(text).not.toContain(person);
        expect(byId(readWritten(text))).toEqual(
          byId(records.filter(({ people }) => !people.includes(person))),
        );
      }),
    );
  });

  it('of two parts goes back to before the first, unless somebody changed it between them', () => {
    const record = (base: number, revision = base + 1) => ({ id: testId(1), base, revision, people: [] });
    expect(joinWritten([[record(0)], [record(1)]])).toEqual([record(0, 2)]);
    expect(joinWritten([[record(0)], [record(2)]])).toEqual([record(2)]);
  });

  it('is taken apart so that each record is in one place', () => {
    fc.assert(
      fc.property(recordsArbitrary, fc.nat(2 ** 30), (records, seed) => {
        // Every third changed since, every fifth gone, every second needed.
        const pick = (index: number, of: number): boolean => (index + seed) % of === 0;
        const revisions = new Map(
          records.flatMap(({ id, revision }, index) =>
            pick(index, 5) ? [] : [[id, revision + (pick(index, 3) ? 1 : 0)] as const],
          ),
        );
        const needed = new Set(records.filter((_, index) => pick(index, 2)).map(({ id }) => id));
        const plan = planTakeBack(records, revisions, needed);
        const { toRemove, toReturn, neededByOthers, changedSince, gone } = plan;
        expect(toRemove.length + toReturn.length + neededByOthers.length + changedSince + gone).toBe(
          records.length,
        );
        for (const { id, base, revision } of [...toRemove, ...toReturn, ...neededByOthers]) {
          expect(revisions.get(id)).toBe(revision);
          expect(toReturn.some((each) => each.id === id)).toBe(base > 0);
        }
        for (const { id } of toRemove) expect(needed.has(id)).toBe(false);
      }),
    );
  });
});
