/** The Word report. This file and what it imports is a chunk of its own, loaded when a report is saved as Word. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type ISectionOptions,
} from 'docx';
import type { PublishedReport } from '@shared/reports/published-report';
import { oneLine } from '../inert-text';
import type { ReportPictures } from '../pictures';
import { sealedArchive } from '../sealed-archive';
import { font, ink, page, styleIds, styles, textWidths, type Paper } from './look';
import { blocksOf, bullets, headed, joined, styled, type Block } from './parts';
import { coreProperties } from './properties';

const rule = { style: BorderStyle.SINGLE, size: 6, color: ink.line, space: 6 } as const;

function edge(paper: Paper, left: string, right: (string | TextRun)[]): Paragraph {
  return new Paragraph({
    style: styleIds.edge,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidths[paper] }],
    children: [
      new TextRun(oneLine(left)),
      new TextRun({ children: [new Tab()] }),
      ...right.map((part) => (typeof part === 'string' ? new TextRun(oneLine(part)) : part)),
    ],
  });
}

function frontOf(report: PublishedReport): Paragraph[] {
  return [
    ...(report.serviceName === null ? [] : [styled(report.serviceName, styleIds.service)]),
    headed(report.title, HeadingLevel.TITLE),
    new Paragraph({
      style: styleIds.period,
      border: { bottom: rule },
      children: [new TextRun(oneLine(report.periodWords))],
    }),
  ];
}

function footnotesOf(report: PublishedReport): Paragraph[] {
  return report.footnotes.map(
    (note, index) =>
      new Paragraph({
        style: styleIds.note,
        ...(index === 0 ? { border: { top: rule }, spacing: { before: 480 } } : {}),
        keepNext: index < report.footnotes.length - 1,
        children: [new TextRun(oneLine(note))],
      }),
  );
}

function sectionOf(report: PublishedReport, { paper, children }: Block, isFirst: boolean): ISectionOptions {
  const pageNumber = new TextRun({
    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  const footer = new Footer({
    children: [edge(paper, `${report.title}, ${report.periodWords}`, [pageNumber])],
  });
  const right = report.serviceName === null ? [] : [report.serviceName];
  const header = new Header({ children: [edge(paper, report.title, right)] });
  // The first page has its title; the others say what they belong to.
  const none = new Header({ children: [new Paragraph({ style: styleIds.edge })] });
  return {
    properties: {
      titlePage: isFirst,
      page: {
        size: {
          width: page.width,
          height: page.height,
          orientation: paper === 'wide' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: page.top,
          bottom: page.bottom,
          left: page.side,
          right: page.side,
          header: page.edge,
          footer: page.edge,
        },
      },
    },
    headers: isFirst ? { first: none, default: header } : { default: header },
    footers: isFirst ? { first: footer, default: footer } : { default: footer },
    children,
  };
}

export async function writeDocx(report: PublishedReport, pictures: ReportPictures): Promise<Uint8Array> {
  let pictureId = 0;
  const nextId = (): number => (pictureId += 1);
  const inner = report.sections.flatMap((section) => blocksOf(section, pictures, nextId));
  const blocks = joined([
    { paper: 'upright', children: frontOf(report) },
    ...inner,
    // No page of its own for the footnotes.
    { paper: inner.at(-1)?.paper ?? 'upright', children: footnotesOf(report) },
  ]);
  const document = new Document({
    // Empty words leave the property out; without them the writer puts its own.
    creator: '',
    lastModifiedBy: '',
    revision: 0,
    title: oneLine(report.title),
    styles,
    numbering: {
      config: [
        {
          reference: bullets,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 360, hanging: 260 } }, run: { font, color: ink.accent } },
            },
          ],
        },
      ],
    },
    sections: blocks.map((block, index) => sectionOf(report, block, index === 0)),
  });
  const packed = await Packer.toArrayBuffer(document);
  return sealedArchive(new Uint8Array(packed), coreProperties(report.title));
}
