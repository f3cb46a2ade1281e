/** How the Word report looks. Sizes are in half points, space and widths in twentieths of a point. */
import { LineRuleType, type IStylesOptions } from 'docx';

/** Every Word has it, and guidance for public bodies asks for it. */
export const font = 'Arial';

export const ink = {
  text: '1F2A33',
  muted: '4E5B66',
  accent: '1B5E6B',
  tint: 'E3EEED',
  line: 'CDC8BB',
} as const;

const millimetre = 1440 / 25.4;
export const page = {
  width: Math.round(210 * millimetre),
  height: Math.round(297 * millimetre),
  side: Math.round(20 * millimetre),
  top: Math.round(20 * millimetre),
  bottom: Math.round(18 * millimetre),
  edge: Math.round(9 * millimetre),
} as const;
/** Of a page on its side, for tables of many columns, as well. */
export const textWidths = {
  upright: page.width - 2 * page.side,
  wide: page.height - 2 * page.side,
} as const;
export type Paper = keyof typeof textWidths;

/** Styles of our own, by their ids. */
export const styleIds = {
  service: 'ReportService',
  period: 'ReportPeriod',
  note: 'ReportNote',
  head: 'TableHead',
  label: 'TableLabel',
  cell: 'TableCell',
  total: 'TableTotal',
  edge: 'PageEdge',
} as const;

/** Lines grow with what stands in them: large words, a picture. */
const lineRule = LineRuleType.AUTO;

/** `level`: its depth in the outline, for the list of headings beside the page and for a PDF made of it. */
const heading = (size: number, before: number, after: number, color: string, level?: number) => ({
  run: { font, size, bold: true, color },
  paragraph: {
    spacing: { before, after, line: 252, lineRule },
    keepNext: true,
    keepLines: true,
    ...(level === undefined ? {} : { outlineLevel: level }),
  },
});

const own = (
  id: string,
  name: string,
  run: { readonly size: number; readonly color?: string; readonly bold?: boolean },
  spacing: { readonly before?: number; readonly after?: number } = {},
) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { font, color: ink.text, ...run },
  paragraph: { spacing: { before: 0, after: 0, line: 259, lineRule, ...spacing } },
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, color: ink.text, language: { value: 'en-GB', eastAsia: 'en-GB' } },
      paragraph: { spacing: { after: 140, line: 288, lineRule } },
    },
    title: heading(52, 0, 60, ink.text),
    heading1: heading(32, 440, 140, ink.accent, 0),
    heading2: heading(24, 280, 100, ink.text, 1),
    listParagraph: { paragraph: { spacing: { after: 80 } } },
  },
  paragraphStyles: [
    own(styleIds.service, 'Report service', { size: 22, bold: true, color: ink.accent }, { after: 80 }),
    own(styleIds.period, 'Report period', { size: 24, color: ink.muted }, { after: 360 }),
    own(styleIds.note, 'Report note', { size: 18, color: ink.muted }, { before: 100, after: 120 }),
    own(styleIds.head, 'Table head', { size: 19, bold: true, color: ink.accent }),
    own(styleIds.label, 'Table label', { size: 20 }),
    own(styleIds.cell, 'Table cell', { size: 20 }),
    own(styleIds.total, 'Table total', { size: 20, bold: true }),
    own(styleIds.edge, 'Page edge', { size: 16, color: ink.muted }),
  ],
};
