/** The door: a published report as files. Everything here is made from a PublishedReport and nothing else. */
import type { PublishedReport } from '@shared/reports/published-report';
import type { ReportPictures } from './pictures';

export { chartPictures, type ReportPictures } from './pictures';
export { printReport } from './print/print-report';
export { reportCsv } from './report-csv';

/** As a Word document. The writer is loaded when it is asked for. */
export async function reportDocx(report: PublishedReport, pictures: ReportPictures): Promise<Uint8Array> {
  const { writeDocx } = await import('./docx/write-docx');
  return writeDocx(report, pictures);
}

/** As an Excel workbook, or null where it has more words than a workbook takes. The writer is loaded when it is asked for. */
export async function reportXlsx(report: PublishedReport): Promise<Uint8Array | null> {
  const { writeXlsx } = await import('./xlsx/write-xlsx');
  return writeXlsx(report);
}
