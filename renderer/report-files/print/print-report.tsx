import { createRoot } from 'react-dom/client';
import type { PublishedReport } from '@shared/reports/published-report';
import { sheetDrawn } from '../../records/print-sheet';
import type { ReportPictures } from '../pictures';
import { PrintSheet } from './PrintSheet';

function addressesOf(pictures: ReportPictures): Map<string, string> {
  return new Map(
    [...pictures].map(([id, { svg }]) => [
      id,
      URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })),
    ]),
  );
}

/**
 * Puts the report's sheet into the page, prints, and takes it away again. While it is there nothing else prints, and
 * the page has the report's title, which a PDF takes for its own.
 */
export async function printReport<T>(
  report: PublishedReport,
  pictures: ReportPictures,
  print: () => Promise<T>,
): Promise<T> {
  const addresses = addressesOf(pictures);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const before = document.title;
  try {
    root.render(<PrintSheet report={report} addresses={addresses} />);
    await sheetDrawn();
    // A picture that does not decode prints its words; there is nothing to tell.
    await Promise.allSettled([...place.querySelectorAll('img')].map((image) => image.decode()));
    document.title = report.title;
    return await print();
  } finally {
    // Another page may have come meanwhile, with a title of its own.
    if (document.title === report.title) document.title = before;
    root.unmount();
    place.remove();
    for (const address of addresses.values()) URL.revokeObjectURL(address);
  }
}
