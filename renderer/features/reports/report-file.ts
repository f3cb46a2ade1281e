/** A published report as a file of a format: everything that takes time and can fail, before the log is written. */
import type { IpcAnswer } from '@shared/ipc/contract';
import type { PublishedReport } from '@shared/reports/published-report';
import { errorText } from '../../app/error-text';
import { desktop } from '../../platform';
import type { VaultClient } from '../../vault';
import { chartPictures, printReport, reportCsv, reportDocx, reportXlsx } from '../../report-files';

export type ReportFormat = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json';

type Save = () => Promise<IpcAnswer<'file.save'>>;

async function makeFile(
  report: PublishedReport,
  format: ReportFormat,
  { bundles }: Pick<VaultClient, 'bundles'>,
): Promise<Save | string> {
  const suggestedName = `${report.fileStem}.${format}`;
  const asFile =
    (bytes: Uint8Array): Save =>
    () =>
      desktop['file.save']({ suggestedName, bytes });
  if (format === 'json') {
    const signed = await bundles.signReport(report);
    if (signed.ok) return asFile(signed.value);
    return signed.error.tag === 'NotABundle'
      ? 'It is too long to be signed. Choose another format.'
      : errorText(signed.error);
  }
  if (format === 'csv') return asFile(reportCsv(report));
  if (format === 'xlsx') {
    const bytes = await reportXlsx(report);
    return bytes === null ? 'It has more words than an Excel file takes. Choose PDF or Word.' : asFile(bytes);
  }
  const pictures = await chartPictures(report);
  if (format === 'docx') return asFile(await reportDocx(report, pictures));
  const footer = `${report.title}, ${report.periodWords}`;
  return () => printReport(report, pictures, () => desktop['file.savePdf']({ suggestedName, footer }));
}

const notMade =
  'The file could not be made. Nothing has left, and your choices are still here. Try once more.';

/** A text: why there can be no file. */
export function reportFile(...asked: Parameters<typeof makeFile>): ReturnType<typeof makeFile> {
  return makeFile(...asked).catch(() => notMade);
}
