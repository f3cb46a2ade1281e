/** webContents.printToPDF through the DevTools protocol; options refused by name if the host does not carry them. */
import type { CDPSession } from 'playwright-core';
import { refuseUnknownOptions } from './strict.js';

export interface PdfOptions {
  readonly landscape?: boolean;
  readonly displayHeaderFooter?: boolean;
  readonly printBackground?: boolean;
  readonly scale?: number;
  readonly pageSize?: string | { readonly width: number; readonly height: number };
  readonly margins?: Partial<Record<'top' | 'bottom' | 'left' | 'right', number>>;
  readonly pageRanges?: string;
  readonly headerTemplate?: string;
  readonly footerTemplate?: string;
  readonly preferCSSPageSize?: boolean;
  readonly generateTaggedPDF?: boolean;
  readonly generateDocumentOutline?: boolean;
}

const PASSED_ON = [
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
] as const;

/** Inches, portrait. */
const PAPER: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

function paperSize(pageSize: PdfOptions['pageSize']): readonly [number, number] {
  if (typeof pageSize === 'object') return [pageSize.width, pageSize.height];
  const paper = PAPER[pageSize ?? 'Letter'];
  if (!paper) throw new Error(`printToPDF: unknown pageSize ${String(pageSize)}`);
  return paper;
}

export async function printToPdf(session: CDPSession, options: PdfOptions): Promise<Buffer> {
  refuseUnknownOptions('printToPDF', options, [...PASSED_ON, 'pageSize', 'margins']);
  const [paperWidth, paperHeight] = paperSize(options.pageSize);
  const given = PASSED_ON.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]);
  const margins = Object.entries(options.margins ?? {}).map(([side, inches]) => [
    `margin${side.charAt(0).toUpperCase()}${side.slice(1)}`,
    inches,
  ]);
  const { data } = await session.send('Page.printToPDF', {
    ...(Object.fromEntries([...given, ...margins]) as object),
    paperWidth,
    paperHeight,
    transferMode: 'ReturnAsBase64',
  });
  return Buffer.from(data, 'base64');
}
