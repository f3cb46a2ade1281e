import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { PublishedReport } from '@shared/reports/published-report';
import { inertCell } from '../../../renderer/report-files/inert-text';
import { reportCsv } from '../../../renderer/report-files/report-csv';
import { nasty } from './nasty';
import { reportOf } from './report-of';
import { sampleReport } from './sample-report';

const textOf = (report: PublishedReport): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(reportCsv(report));
const rowsOf = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',', newline: '\r\n' }).data;

test('is UTF-8 with a byte-order mark and CRLF, and holds each part', () => {
  const text = textOf(sampleReport);
  expect(text.startsWith('\uFEFFBoard summary: Lomond Outreach\r\nOctober 2025 to September 2026\r\n')).toBe(
    true,
  );
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text).toContain(
    '\r\nMeasure,September 2025,September 2026\r\nEverybody,41,44\r\nPermanent,29,31\r\nFixed term,[c],[c]\r\n',
  );
  expect(text).toContain('"10,412"');
  // The title of a section is not said twice.
  expect(text.match(/People in post/g)).toHaveLength(1);
});

test('whatever the words are, each cell stays one cell and none begins a formula', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 12, maxLength: 12 }), (texts) => {
      const report = reportOf(texts);
      const text = textOf(report);
      const rows = rowsOf(text);
      const table = report.sections[1]?.parts[0];
      if (table?.kind !== 'table') throw new Error('No table');
      const seen = (each: string): string =>
        inertCell(each).replace(/([;|])(?=[\s\p{Cf}'"]*[=+\-@＝＋－＠])/gu, "$1'");
      const body = table.rows.map((row) => [row.label, ...row.cells].map(seen));
      expect(rows).toEqual(expect.arrayContaining(body));
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
    }),
  );
});

test('where semicolons part cells, what falls apart begins no formula either', () => {
  const bad = ['north;=cmd', 'a; =cmd', 'a;"=cmd', 'a|@cmd', ';+1', 'a;;-1'];
  for (const each of bad) {
    const lines = textOf(reportOf(Array.from({ length: 12 }, () => each))).split('\r\n');
    // Read as crudely as can be: every semicolon parts, whatever the quotes.
    for (const cell of lines.flatMap((line) => line.split(/[;|]/)))
      expect(cell).not.toMatch(/^[\s"\p{Cf}]*[=+\-@]/u);
  }
  expect(textOf(sampleReport)).not.toContain("'");
});
