/** Sections of a report as paragraphs, tables and pictures of Word. Words become runs of text: no field, no link. */
import { HeadingLevel, ImageRun, Paragraph, TextRun, type Table } from 'docx';
import type { PublishedPart, PublishedSection } from '@shared/reports/published-report';
import { oneLine, plainText } from '../inert-text';
import type { ReportPicture, ReportPictures } from '../pictures';
import { styleIds, textWidths, type Paper } from './look';
import { docxTable, paperOf } from './table';

export const bullets = 'report-bullets';
/** The writer takes the size of pictures in pixels, of which an inch has 96. Two of them go on a page. */
const mostPixels = { width: Math.floor((textWidths.upright / 1440) * 96), height: 490 } as const;

/** Lines of one paragraph, with breaks between them. */
function linesOf(text: string): TextRun[] {
  return plainText(text)
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

export function styled(text: string, style: string): Paragraph {
  return new Paragraph({ style, children: [new TextRun(oneLine(text))] });
}

export function headed(text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({ heading, children: [new TextRun(oneLine(text))] });
}

function pictured(title: string, alt: string, { png, width, height }: ReportPicture, id: number): Paragraph {
  const scale = Math.min(mostPixels.width / width, mostPixels.height / height);
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        // The id is ours: the writer counts on from report to report.
        altText: { name: oneLine(title), description: oneLine(alt), id: String(id) },
      }),
    ],
  });
}

function partOf(part: PublishedPart, pictures: ReportPictures, nextId: () => number): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'text':
      return part.paragraphs.map((text) => new Paragraph({ children: linesOf(text) }));
    case 'list':
      return part.items.map(
        (text) =>
          new Paragraph({
            style: 'ListParagraph',
            numbering: { reference: bullets, level: 0 },
            children: linesOf(text),
          }),
      );
    case 'table':
      // Word joins tables that touch, so something always stands under one.
      return [docxTable(part), styled(part.note, styleIds.note)];
    case 'chart': {
      const picture = pictures.get(part.id);
      // Where a picture could not be made, its words stand there.
      return [
        picture === undefined
          ? new Paragraph({ children: linesOf(part.alt) })
          : pictured(part.title, part.alt, picture, nextId()),
      ];
    }
  }
}

/** What stands together on one kind of page. */
export interface Block {
  readonly paper: Paper;
  readonly children: readonly (Paragraph | Table)[];
}

/** A part with its headings: the section's own before the first one. */
export function blocksOf(section: PublishedSection, pictures: ReportPictures, nextId: () => number): Block[] {
  const heading = headed(section.title, HeadingLevel.HEADING_1);
  if (section.parts.length === 0) return [{ paper: 'upright', children: [heading] }];
  return section.parts.map((part, index) => ({
    paper: part.kind === 'table' ? paperOf(part) : 'upright',
    children: [
      ...(index === 0 ? [heading] : []),
      ...('title' in part && part.title !== section.title
        ? [headed(part.title, HeadingLevel.HEADING_2)]
        : []),
      ...partOf(part, pictures, nextId),
    ],
  }));
}

/** Neighbours on the same kind of page become one block. */
export function joined(blocks: readonly Block[]): Block[] {
  const together: Block[] = [];
  for (const block of blocks) {
    const last = together.at(-1);
    if (last?.paper === block.paper)
      together[together.length - 1] = { ...block, children: [...last.children, ...block.children] };
    else together.push(block);
  }
  return together;
}
