import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PdfOptions, SaveDialogOptions } from '../../../electron/ports';
import { createSaveFile } from '../../../electron/services/save-file';
import { createSavePdf, pdfOptions } from '../../../electron/services/save-pdf';
import { createFaultFiles } from './fault-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steading-save-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function setup(answer: { canceled: boolean; filePath: string }) {
  const files = createFaultFiles();
  const asked: SaveDialogOptions[] = [];
  const shown: string[] = [];
  const saveFile = createSaveFile({
    files,
    documents: folder,
    askWhereToSave: (options) => {
      asked.push(options);
      return Promise.resolve(answer);
    },
    showInFolder: (path) => shown.push(path),
  });
  return { files, asked, shown, saveFile };
}

describe('save file', () => {
  test('asks with the suggested name in Documents, writes the bytes, leaves nothing else', async () => {
    const target = join(folder, 'chosen.csv');
    const { asked, saveFile } = setup({ canceled: false, filePath: target });
    expect(await saveFile.save('summary.csv', Uint8Array.of(1, 2))).toEqual({ ok: true, value: {} });
    expect(asked).toEqual([
      {
        defaultPath: join(folder, 'summary.csv'),
        filters: [{ name: 'Comma-separated values', extensions: ['csv'] }],
        properties: ['createDirectory', 'dontAddToRecent'],
      },
    ]);
    expect([...readFileSync(target)]).toEqual([1, 2]);
    expect(readdirSync(folder)).toEqual(['chosen.csv']);
  });

  test('cancelling is an answer, not a failure of the disk', async () => {
    const { saveFile } = setup({ canceled: true, filePath: '' });
    expect(await saveFile.save('a.pdf', Uint8Array.of(1))).toEqual({
      ok: false,
      error: { tag: 'Cancelled' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a refused write keeps the older file whole', async () => {
    const target = join(folder, 'old.txt');
    writeFileSync(target, 'old');
    const { files, saveFile, shown } = setup({ canceled: false, filePath: target });
    files.fail('write', 'ENOSPC', { partial: 1 });
    expect(await saveFile.save('old.txt', Uint8Array.of(1, 2))).toEqual({
      ok: false,
      error: { tag: 'DiskFull' },
    });
    expect(readFileSync(target, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['old.txt']);
    expect(saveFile.showLastSaved().ok).toBe(false);
    expect(shown).toEqual([]);
  });

  test('shows the last saved file, and only after one was saved', async () => {
    const target = join(folder, 'a.ics');
    const { saveFile, shown } = setup({ canceled: false, filePath: target });
    expect(saveFile.showLastSaved()).toEqual({ ok: false, error: { tag: 'ReadFailed', code: 'ENOENT' } });
    await saveFile.save('a.ics', Uint8Array.of(1));
    expect(saveFile.showLastSaved()).toEqual({ ok: true, value: {} });
    expect(shown).toEqual([target]);
  });
});

describe('save PDF', () => {
  test('prints tagged A4 with an outline, then saves', async () => {
    const target = join(folder, 'summary.pdf');
    const { saveFile } = setup({ canceled: false, filePath: target });
    const printed: PdfOptions[] = [];
    const savePdf = createSavePdf({
      saveFile,
      printPage: (options) => {
        printed.push(options);
        return Promise.resolve(Uint8Array.of(37, 80, 68, 70));
      },
    });
    expect(await savePdf.save('summary.pdf', 'Made on 24 November 2026')).toEqual({ ok: true, value: {} });
    expect(printed[0]).toMatchObject({
      pageSize: 'A4',
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      printBackground: true,
    });
    expect(readFileSync(target, 'latin1')).toBe('%PDF');
  });

  test('the footer is text, whatever it holds', () => {
    const { footerTemplate } = pdfOptions(`<script src="x">&'</script>`);
    expect(footerTemplate).toContain('&lt;script src=&quot;x&quot;&gt;&amp;&#39;&lt;/script&gt;');
    expect(footerTemplate).not.toContain('<script');
  });

  test('a page that cannot be printed asks for no place to save', async () => {
    const { asked, saveFile } = setup({ canceled: false, filePath: join(folder, 'a.pdf') });
    const savePdf = createSavePdf({ saveFile, printPage: () => Promise.reject(new Error('printing')) });
    expect(await savePdf.save('a.pdf', '')).toEqual({
      ok: false,
      error: { tag: 'WriteFailed', code: 'EPRINT' },
    });
    expect(asked).toEqual([]);
  });
});
