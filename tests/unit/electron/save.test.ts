import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
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

/** With all that Chromium writes of its origin, and what other programs do. */
async function printedPage(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  document.setTitle('Board summary');
  document.setLanguage('en-GB');
  const { context, catalog } = document;
  const information = context.lookup(context.trailerInfo.Info, PDFDict);
  const origins = {
    Author: 'Morag Author',
    Keywords: 'Keywords',
    Creator: 'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0.0.0',
    Producer: 'Skia/PDF m156',
    CreationDate: "D:20261124163107+00'00'",
    ModDate: "D:20261124163107+00'00'",
  };
  for (const [name, value] of Object.entries(origins)) information.set(PDFName.of(name), PDFString.of(value));
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('Metadata'), context.register(context.stream('<x:xmpmeta>Metadata</x:xmpmeta>')));
  context.trailerInfo.ID = context.obj([PDFHexString.of('0a0b'), PDFHexString.of('0c0d')]);
  return document.save({ useObjectStreams: false });
}

describe('save PDF', () => {
  test('prints tagged A4 with an outline, then saves', async () => {
    const target = join(folder, 'summary.pdf');
    const { saveFile } = setup({ canceled: false, filePath: target });
    const printed: PdfOptions[] = [];
    const savePdf = createSavePdf({
      saveFile,
      printPage: (options) => {
        printed.push(options);
        return printedPage();
      },
    });
    expect(await savePdf.save('summary.pdf', 'Made on 24 November 2026')).toEqual({ ok: true, value: {} });
    expect(printed[0]).toMatchObject({
      pageSize: 'A4',
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      printBackground: true,
    });
    expect(readFileSync(target, 'latin1')).toMatch(/^%PDF-/);
  });

  test('what is saved says nothing of its origin, and keeps its title, language and tags', async () => {
    const target = join(folder, 'summary.pdf');
    const { saveFile } = setup({ canceled: false, filePath: target });
    const printed = await printedPage();
    expect(Buffer.from(printed).toString('latin1')).toMatch(/X11; Linux.*HeadlessChrome/s);
    await createSavePdf({ saveFile, printPage: () => Promise.resolve(printed) }).save('summary.pdf', '');
    const saved = readFileSync(target, 'latin1');
    expect(saved).not.toMatch(/Creator|Producer|Date|Author|Keywords|Metadata|Mozilla|pdf-lib|Skia|D:20/);
    expect(saved).not.toMatch(/\/ID\b/);
    const read = await PDFDocument.load(readFileSync(target), { updateMetadata: false });
    expect(read.getTitle()).toBe('Board summary');
    expect(read.getLanguage()).toBe('en-GB');
    expect(read.catalog.get(PDFName.of('MarkInfo'))?.toString()).toContain('/Marked true');
    expect(read.getPageCount()).toBe(1);
  });

  test('a page that cannot be cleaned is not saved', async () => {
    const { asked, saveFile } = setup({ canceled: false, filePath: join(folder, 'a.pdf') });
    const printPage = () => Promise.resolve(Uint8Array.of(37, 80, 68, 70));
    expect(await createSavePdf({ saveFile, printPage }).save('a.pdf', '')).toEqual({
      ok: false,
      error: { tag: 'WriteFailed', code: 'EPRINT' },
    });
    expect(asked).toEqual([]);
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
