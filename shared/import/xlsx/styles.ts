/** The number format of each cell style, in the order in which cells refer to them. */
import { builtInFormat, formatOfCode, plainFormat, type NumberFormat } from './number-format';
import type { XmlHandler } from './xml';

export interface StylesReader extends XmlHandler {
  formats(): readonly NumberFormat[];
}

export function createStylesReader(): StylesReader {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isInCellFormats = false;
  return {
    stopped: null,
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') isInCellFormats = true;
      else if (name === 'xf' && isInCellFormats) ids.push(Number(attributes['numFmtId'] ?? 0));
    },
    text: () => undefined,
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
    formats: () =>
      ids.map((id) => {
        const code = codes.get(id);
        return code === undefined ? builtInFormat(id) : formatOfCode(code);
      }),
  };
}

/** A style that the workbook does not have says nothing about the number. */
export function formatAt(formats: readonly NumberFormat[], style: string | undefined): NumberFormat | null {
  if (style === undefined || style === '0') return formats[0] ?? plainFormat;
  return /^\d+$/.test(style) ? (formats[Number(style)] ?? null) : null;
}
