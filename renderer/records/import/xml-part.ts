/** The one door to saxes: a part of a workbook as it is unpacked, told to a handler element by element. */
import { SaxesParser } from 'saxes';
import { workbookLimits, type ImportFileError } from '@shared/import/file-errors';
import { damaged, type XmlHandler } from '@shared/import/xlsx/xml';

export interface XmlPart {
  /** Says whether more is wanted. */
  write(bytes: Uint8Array): boolean;
  /** Null when the part was whole. */
  end(): ImportFileError | null;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function decoderFor(first: Uint8Array): TextDecoder {
  const encoding =
    first[0] === 0xff && first[1] === 0xfe
      ? 'utf-16le'
      : first[0] === 0xfe && first[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

/** Well formed or refused: no document type, so no entity of its own, and nothing deeper than a sheet ever is. */
export function createXmlPart(handler: XmlHandler): XmlPart {
  const parser = new SaxesParser();
  let failed: ImportFileError | null = null;
  let decoder: TextDecoder | null = null;
  let depth = 0;
  const fail = (): void => {
    failed ??= damaged;
  };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?(8|16)/i.test(encoding)) fail();
  });
  const isOver = (): boolean => failed !== null || handler.stopped !== null;
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > workbookLimits.depth) fail();
    if (!isOver()) handler.open(localName(name), attributes);
  });
  const text = (content: string): void => {
    if (!isOver()) handler.text(content);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (!isOver()) handler.close(localName(name));
  });

  const decode = (bytes?: Uint8Array): void => {
    if (isOver()) return;
    try {
      decoder ??= decoderFor(bytes ?? new Uint8Array());
      parser.write(decoder.decode(bytes, { stream: bytes !== undefined }));
    } catch {
      fail();
    }
  };
  return {
    write(bytes) {
      decode(bytes);
      return !isOver();
    },
    end() {
      decode();
      if (!isOver()) parser.close();
      return failed ?? handler.stopped;
    },
  };
}
