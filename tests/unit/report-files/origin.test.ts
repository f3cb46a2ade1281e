/** A file tells nothing of who made it, where, with what or when: the same report gives the same bytes anywhere. */
import { hostname, userInfo } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { writeDocx } from '../../../renderer/report-files/docx/write-docx';
import { reportCsv } from '../../../renderer/report-files/report-csv';
import { writeXlsx } from '../../../renderer/report-files/xlsx/write-xlsx';
import { wordsFound, zipParts } from '../../support/document-bytes';
import { samplePictures, sampleReport } from './sample-report';

afterEach(() => {
  vi.useRealTimers();
});

/** The clock alone: what packs a zip waits for real timers. */
function setClock(time: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
}

const makers = {
  docx: () => writeDocx(sampleReport, samplePictures),
  xlsx: async () => (await writeXlsx(sampleReport)) ?? new Uint8Array(),
  csv: () => Promise.resolve(reportCsv(sampleReport)),
} as const;

const kinds = ['docx', 'xlsx', 'csv'] as const;

test.each(kinds)('%s: the same bytes at another time', async (kind) => {
  setClock('2026-11-24T09:31:07Z');
  const first = await makers[kind]();
  setClock('2031-02-03T23:59:59Z');
  const second = await makers[kind]();
  expect(first.length).toBeGreaterThan(500);
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
});

test.each(kinds)('%s: no machine, person, folder, program or day', async (kind) => {
  setClock('2026-11-24T09:31:07Z');
  const file = await makers[kind]();
  const words = [
    hostname(),
    userInfo().username === 'root' ? '/root' : userInfo().username,
    process.cwd(),
    'Un-named',
    'write-excel-file',
    'Steading',
    'steading',
    'Normal.dot',
    '2026-11',
    '24/11',
    'lastModifiedBy',
    'dc:creator',
    'cp:revision',
    'dcterms:',
  ].filter((word) => word.length > 2);
  expect(wordsFound(file, words)).toEqual([]);
  // The search itself finds what is there.
  expect(wordsFound(file, ['Lomond Outreach'])).not.toEqual([]);
});

test.each(['docx', 'xlsx'] as const)('%s: parts of the zip bear no moment and no rights', async (kind) => {
  const parts = zipParts(await makers[kind]());
  expect(parts.length).toBeGreaterThan(8);
  for (const { moment, extra } of parts) {
    // 1 January 1980 at 00:00, the first that a zip can say.
    expect(moment).toBe(0x00_21_00_00);
    expect(extra.length).toBe(0);
  }
});
