import { describe, expect, it } from 'vitest';
import { mappingToKeep } from '@shared/import/saved-mapping';
import { absencesTarget } from '@shared/import/targets/absences';
import { err, ok } from '@shared/kernel/result';
import { importMappingKind } from '@shared/records/import-mapping/import-mapping';
import type { KindName } from '@shared/records/registry';
import type { StoredOutline } from '@shared/vault/vault-api';
import type { ImportReader, OpenedFile } from '../../../renderer/records/import/import-worker-client';
import { columnsOf, sheetOfLastTime } from '../../../renderer/records/import/opened-file';
import { testId } from '../../support/vault-kit';

const headings = ['Wer', 'Von', 'Bis'];
const sheets = [
  { name: 'Staff', isHidden: false },
  { name: 'Sickness', isHidden: false },
  { name: 'Old', isHidden: true },
];
const opened = (sheet: number, own: readonly string[] = headings): OpenedFile => ({
  table: { headings: own, headingRow: 1, rowCount: 3, firstRows: [], sheets, sheet, hiddenRows: 0 },
  guess: { mapping: { reason: 0 }, dateOrder: 'mixed', missing: [] },
});

function setup(sheet: string, ofSheets: Readonly<Record<number, OpenedFile>> = { 1: opened(1) }) {
  const value = mappingToKeep({
    targetId: absencesTarget.id,
    columns: absencesTarget.columns,
    headings,
    mapping: { payrollNumber: 0, firstDay: 1, lastDay: 2 },
    dateOrder: 'month-first',
    sheet,
    on: '2026-03-03' as never,
  });
  if (value === null) throw new Error('These are headings');
  const record = { kind: importMappingKind.kind, id: testId(1), revision: 1, savedAt: 0, value };
  const vault = {
    records: <K extends KindName>(kind: K) =>
      (kind === 'import-mapping' ? [record] : []) as unknown as readonly StoredOutline<K>[],
  };
  const asked: number[] = [];
  const reader: ImportReader<'absence'> = {
    openFile: () => Promise.resolve(err({ tag: 'EmptyFile' })),
    chooseSheet: (index) => {
      asked.push(index);
      const found = ofSheets[index];
      return Promise.resolve(found === undefined ? err({ tag: 'NoRows' } as const) : ok(found));
    },
    plan: () => Promise.resolve(err({ tag: 'EmptyFile' })),
    close: () => undefined,
  };
  return { vault, reader, asked };
}

describe('a file that comes again', () => {
  it('gets its columns and its order of dates as they were; another file is guessed', () => {
    const { vault } = setup('');
    expect(columnsOf(vault, absencesTarget, opened(0))).toMatchObject({
      mapping: { payrollNumber: 0, firstDay: 1, lastDay: 2, reason: null },
      dateOrder: 'month-first',
      chosenOn: '2026-03-03',
    });
    expect(columnsOf(vault, absencesTarget, opened(0, ['Wer', 'Wann']))).toEqual({
      mapping: { reason: 0 },
      dateOrder: 'mixed',
      chosenOn: null,
    });
  });

  it('is read from the sheet that was chosen, where that is there with the same headings', async () => {
    const { vault, reader, asked } = setup('Sickness');
    const shown = await sheetOfLastTime(vault, absencesTarget, reader, opened(0));
    expect([shown.table.sheet, asked]).toEqual([1, [1]]);
    const same = setup('Sickness');
    await sheetOfLastTime(same.vault, absencesTarget, same.reader, opened(1));
    expect(same.asked).toEqual([]);
  });

  it('stays with the sheet that fits best where the other has gone, is hidden, or has other headings', async () => {
    for (const name of ['Gone', 'Old', '']) {
      const { vault, reader, asked } = setup(name);
      const shown = await sheetOfLastTime(vault, absencesTarget, reader, opened(0));
      expect([shown.table.sheet, asked]).toEqual([0, []]);
    }
    const other = setup('Sickness', { 0: opened(0), 1: opened(1, ['Something', 'Else']) });
    const shown = await sheetOfLastTime(other.vault, absencesTarget, other.reader, opened(0));
    expect([shown.table.sheet, other.asked]).toEqual([0, [1, 0]]);
  });
});
