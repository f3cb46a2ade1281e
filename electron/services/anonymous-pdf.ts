/**
 * What Chromium writes about the origin of a PDF: the browser with the system it ran on, and the second of printing
 * with its time zone. All of it is taken out. The title, the language, the tags and the outline stay as they were.
 */
const origins = ['Author', 'Creator', 'Producer', 'CreationDate', 'ModDate', 'Keywords', 'Subject'] as const;

/** The library is loaded with the first PDF: it is not needed to start. */
export async function withoutOrigin(bytes: Uint8Array): Promise<Uint8Array> {
  const { PDFDict, PDFDocument, PDFName, PDFRef } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context, catalog } = document;
  const information = context.lookup(context.trailerInfo.Info);
  if (information instanceof PDFDict) for (const name of origins) information.delete(PDFName.of(name));
  // A packet of the same facts as XML, and a number of the file.
  const packet = catalog.get(PDFName.of('Metadata'));
  if (packet instanceof PDFRef) context.delete(packet);
  catalog.delete(PDFName.of('Metadata'));
  delete context.trailerInfo.ID;
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}
