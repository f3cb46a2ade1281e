/**
 * The Word report and the workbook, opened by a program that is not ours (LibreOffice) and printed: it finds the words,
 * the pages and the outline. Where LibreOffice or Poppler is not installed nothing is tested here, and the run says so:
 * `apt-get install libreoffice-writer libreoffice-calc poppler-utils`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '../../../renderer/report-files/docx/write-docx';
import { writeXlsx } from '../../../renderer/report-files/xlsx/write-xlsx';
import { nastyTexts } from './nasty';
import { reportOf } from './report-of';
import { samplePictures, sampleReport } from './sample-report';

const minute = 60_000;
const isThere = (program: string): boolean =>
  spawnSync(program, ['-h'], { timeout: minute }).error === undefined;
const missing = ['soffice', 'pdftotext', 'pdfinfo'].filter((program) => !isThere(program));

if (missing.length > 0) {
  test.skip(`not tested: ${missing.join(', ')} is not installed`, () => undefined);
}

describe.skipIf(missing.length > 0)('opened by LibreOffice', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'steading-office-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The file as LibreOffice prints it. */
  function printed(
    name: string,
    bytes: Uint8Array,
  ): { readonly text: string; readonly about: string; readonly tree: string } {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const tagged = name.endsWith('.docx')
      ? 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
      : 'pdf';
    execFileSync('soffice', [profile, '--headless', '--convert-to', tagged, '--outdir', folder, file], {
      timeout: minute,
      stdio: 'pipe',
    });
    const pdf = file.replace(/\.\w+$/, '.pdf');
    const run = (program: string, args: readonly string[]): string =>
      execFileSync(program, [...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    return {
      text: run('pdftotext', ['-layout', pdf, '-']),
      about: run('pdfinfo', [pdf]),
      tree: run('pdfinfo', ['-struct', pdf]),
    };
  }

  test(
    'the Word report: its words, its title, its headings and tables',
    async () => {
      const { text, about, tree } = printed('report.docx', await writeDocx(sampleReport, samplePictures));
      for (const line of [
        'Board summary',
        'Lomond Outreach',
        'At a glance',
        'Rule set: NHS sickness absence rate',
      ])
        expect(text).toContain(line);
      expect(text).toMatch(/Everybody\s+41\s+44/);
      expect(text).toMatch(/Change from last year, in percentage points\s+−1\.3/);
      expect(text).toMatch(/Board summary, October 2025 to September 2026\s+Page 1 of 2/);
      expect(about).toMatch(/^Title:\s+Board summary$/m);
      expect(about).not.toMatch(/^Author:/m);
      expect(tree.match(/\bH1 \(block\)/g)).toHaveLength(3);
      expect(tree.match(/\bTable\b/g)?.length).toBeGreaterThanOrEqual(2);
      expect(tree).toMatch(/\bTH\b/);
      expect(tree).toMatch(/\bFigure\b/);
    },
    minute,
  );

  test(
    'the workbook: its numbers read as they were shown',
    async () => {
      const file = await writeXlsx(sampleReport);
      const { text } = printed('report.xlsx', file ?? new Uint8Array());
      expect(text).toMatch(/Share of days lost to sickness\s+5\.4%/);
      expect(text).toMatch(/Average length of an episode, in days\s+4\.25/);
      expect(text).toMatch(/Change from last year, in percentage points\s+−1\.3/);
      expect(text).toMatch(/Working days in the period\s+10,412/);
      expect(text).toMatch(/Fixed term\s+\[c\]\s+\[c\]/);
    },
    minute,
  );

  test(
    'both open with words that break writers, and no cell is worked out',
    async () => {
      const words = nastyTexts.map((text) => text.slice(0, 2000));
      for (let from = 0; from < words.length; from += 12) {
        const twelve = Array.from({ length: 12 }, (_each, at) => words[(from + at) % words.length] ?? '');
        const report = reportOf(twelve.map((text, at) => (at === 0 ? 'Board summary' : text)));
        expect(printed(`words-${from}.docx`, await writeDocx(report, samplePictures)).text).toContain(
          'Board summary',
        );
        const file = await writeXlsx(report);
        expect(file).not.toBeNull();
        const { text } = printed(`sheets-${from}.xlsx`, file ?? new Uint8Array());
        expect(text).toContain('Board summary');
        expect(text).not.toMatch(/#NAME\?|#VALUE!|Err:\d/);
      }
    },
    4 * minute,
  );
});
