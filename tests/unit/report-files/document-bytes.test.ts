/** The search for names in files, held to names that are there: in packed streams, object streams and properties. */
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { wordsFound, zipParts } from '../../support/document-bytes';

const words = ['Morag', 'Hamish', 'Eilidh', 'Callum'];

async function pdf(useObjectStreams: boolean): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const font = await document.embedFont(StandardFonts.Helvetica);
  page.drawText('Hamish', { font });
  document.setTitle('Morag');
  const { context, catalog } = document;
  catalog.set(PDFName.of('PieceInfo'), context.register(context.flateStream('About Eilidh')));
  catalog.set(PDFName.of('Tree'), context.register(context.obj({ Alt: PDFString.of('Callum') })));
  return document.save({ useObjectStreams });
}

test.each([true, false])('finds names in a PDF, with object streams: %s', async (useObjectStreams) => {
  const found = wordsFound(await pdf(useObjectStreams), words);
  for (const word of words) expect(found.some((each) => each.startsWith(word))).toBe(true);
  expect(wordsFound(await pdf(useObjectStreams), ['Fergus', 'morag'])).toEqual([]);
});

test('says that a file is no zip', () => {
  expect(() => zipParts(Buffer.from('no zip at all, whatever its name is'))).toThrow('No zip');
});
