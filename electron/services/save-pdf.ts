/** The page as it stands, printed by its own print style sheet to a tagged A4 PDF, and saved. */
import type { FileError } from '@shared/ipc/errors';
import { err, type Result } from '@shared/kernel/result';
import type { PdfOptions, PrintPage } from '../ports';
import { withoutOrigin } from './anonymous-pdf';
import type { SaveFile } from './save-file';

export interface SavePdfDeps {
  readonly printPage: PrintPage;
  readonly saveFile: SaveFile;
}

export interface SavePdf {
  save(suggestedName: string, footer: string): Promise<Result<Record<string, never>, FileError>>;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

const footerStyle =
  'font-family:system-ui,sans-serif;font-size:8px;color:#555;width:100%;padding:0 15mm;display:flex;justify-content:space-between';

/** Footer words come from the page and are shown as text, never as markup. */
export function pdfOptions(footer: string): PdfOptions {
  return {
    pageSize: 'A4',
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    printBackground: true,
    displayHeaderFooter: true,
    // Without one of its own Chromium prints date and address on top.
    headerTemplate: '<span></span>',
    footerTemplate: `<div style="${footerStyle}"><span>${escapeHtml(footer)}</span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`,
    margins: { top: 0.6, bottom: 0.8, left: 0.6, right: 0.6 },
  };
}

export function createSavePdf(deps: SavePdfDeps): SavePdf {
  return {
    async save(suggestedName, footer) {
      let bytes: Uint8Array;
      try {
        bytes = await withoutOrigin(await deps.printPage(pdfOptions(footer)));
      } catch {
        return err({ tag: 'WriteFailed', code: 'EPRINT' });
      }
      return deps.saveFile.save(suggestedName, bytes);
    },
  };
}
