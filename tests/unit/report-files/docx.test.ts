/** The Word report, read part by part: structure that a screen reader uses, and words that are the report's alone. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PublishedReport, PublishedTable } from '@shared/reports/published-report';
import { writeDocx } from '../../../renderer/report-files/docx/write-docx';
import { oneLine, plainText } from '../../../renderer/report-files/inert-text';
import { pngChunks, zipParts } from '../../support/document-bytes';
import { nasty } from './nasty';
import { reportOf } from './report-of';
import { samplePictures, sampleReport, tables } from './sample-report';
import { all, readXml, textOf, type XmlElement } from './xml';

async function partsOf(report: PublishedReport): Promise<Map<string, XmlElement>> {
  const file = await writeDocx(report, samplePictures);
  return new Map(
    zipParts(file)
      .filter(({ name }) => /\.(?:xml|rels)$/.test(name))
      .map(({ name, bytes }) => [name, readXml(bytes.toString('utf8'))]),
  );
}

function part(parts: ReadonlyMap<string, XmlElement>, name: string): XmlElement {
  const found = parts.get(name);
  if (found === undefined) throw new Error(`No ${name}`);
  return found;
}

const styleOf = (paragraph: XmlElement): string => all(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '';
const paragraphsOf = (parts: ReadonlyMap<string, XmlElement>): XmlElement[] =>
  all(part(parts, 'word/document.xml'), 'w:p');
const wordsOf = (paragraph: XmlElement): string => textOf(paragraph, 'w:t');

/** What a reader sees, in order, from the report itself. */
function expectedWords(report: PublishedReport): string[] {
  const of = (table: PublishedTable): string[] => [
    ...table.columns,
    ...table.rows.flatMap((row) => [row.label, ...row.cells]),
    table.note,
  ];
  return [
    ...(report.serviceName === null ? [] : [report.serviceName]),
    report.title,
    report.periodWords,
    ...report.sections.flatMap((section) => [
      section.title,
      ...section.parts.flatMap((each) => [
        ...('title' in each && each.title !== section.title ? [each.title] : []),
        ...(each.kind === 'text' ? each.paragraphs.map((text) => plainText(text).replaceAll('\n', '')) : []),
        ...(each.kind === 'list' ? each.items.map((text) => plainText(text).replaceAll('\n', '')) : []),
        ...(each.kind === 'table' ? of(each) : []),
      ]),
    ]),
    ...report.footnotes,
  ];
}

describe('a Word report', () => {
  let parts: Map<string, XmlElement>;
  beforeAll(async () => {
    parts = await partsOf(sampleReport);
  });

  test('has the headings that its sections have, as styles of Word', () => {
    const headings = paragraphsOf(parts)
      .map((paragraph) => [styleOf(paragraph), wordsOf(paragraph)])
      .filter(([style = '']) => style === 'Title' || style.startsWith('Heading'));
    expect(headings).toEqual([
      ['Title', 'Board summary'],
      ['Heading1', 'At a glance'],
      ['Heading1', 'People in post'],
      ['Heading1', 'Absence and turnover'],
      ['Heading2', 'Time away from work'],
      ['Heading2', 'Turnover over twelve months'],
    ]);
    const levels = { Title: undefined, Heading1: '0', Heading2: '1' };
    for (const [id, level] of Object.entries(levels)) {
      const style = all(part(parts, 'word/styles.xml'), 'w:style').find(
        (each) => each.attributes['w:styleId'] === id,
      );
      // A heading never stands alone at the foot of a page.
      expect(style && all(style, 'w:keepNext')).toHaveLength(1);
      expect(style && all(style, 'w:outlineLvl')[0]?.attributes['w:val']).toBe(level);
    }
  });

  test('says its language and its title', () => {
    const defaults = all(part(parts, 'word/styles.xml'), 'w:docDefaults')[0];
    expect(defaults && all(defaults, 'w:lang')[0]?.attributes['w:val']).toBe('en-GB');
    expect(textOf(part(parts, 'docProps/core.xml'), 'dc:title')).toBe('Board summary');
  });

  test('repeats the head of each table, names its rows, and breaks between rows only', () => {
    const found = all(part(parts, 'word/document.xml'), 'w:tbl');
    expect(found).toHaveLength(2);
    for (const [index, table] of found.entries()) {
      const rows = all(table, 'w:tr');
      expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual(
        rows.map((_row, at) => (at === 0 ? 1 : 0)),
      );
      expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
      const look = all(table, 'w:tblLook')[0]?.attributes;
      expect(look?.['w:firstRow']).toMatch(/^(?:1|true)$/);
      expect(look?.['w:firstColumn']).toMatch(/^(?:1|true)$/);
      const grid = all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
      expect(grid).toHaveLength(tables[index]?.columns.length ?? 0);
      expect(grid.reduce((sum, width) => sum + width, 0)).toBe(
        Number(all(table, 'w:tblW')[0]?.attributes['w:w']),
      );
    }
  });

  test('describes each picture in the words of its chart', () => {
    const pictures = all(part(parts, 'word/document.xml'), 'wp:docPr');
    expect(
      pictures.map(({ attributes }) => [attributes['id'], attributes['name'], attributes['descr']]),
    ).toEqual([
      ['1', 'Turnover over twelve months', expect.stringMatching(/^Turnover was 22\.5% to December 2025/)],
    ]);
  });

  test('has real list items', () => {
    const items = paragraphsOf(parts).filter((paragraph) => all(paragraph, 'w:numPr').length > 0);
    expect(items.map(wordsOf)).toEqual([
      'Supervision was on time for 36 of 44 people.',
      'Turnover was 18.2%.',
    ]);
  });

  test('numbers its pages, and has no other field and no link', () => {
    const fields = [...parts].flatMap(([name, root]) =>
      all(root, 'w:instrText').map(({ text }) => `${name.replace(/\d/, '')} ${text.trim()}`),
    );
    expect([...new Set(fields)].sort()).toEqual(['word/footer.xml NUMPAGES', 'word/footer.xml PAGE']);
    for (const root of parts.values()) {
      for (const name of ['w:hyperlink', 'w:fldSimple', 'w:object', 'w:sdt', 'w:comment'])
        expect(all(root, name)).toEqual([]);
    }
    const targets = [...parts].flatMap(([, root]) => all(root, 'Relationship'));
    expect(targets.filter(({ attributes }) => attributes['TargetMode'] === 'External')).toEqual([]);
  });

  test('shows the words of the report in its order, and none besides', () => {
    const shown = paragraphsOf(parts)
      .map(wordsOf)
      .filter((text) => text !== '');
    expect(shown).toEqual(expectedWords(sampleReport));
    const edges = [...parts]
      .filter(([name]) => /word\/(?:header|footer)/.test(name))
      .map(([, root]) => wordsOf(root));
    for (const text of edges) {
      expect([
        '',
        'Board summaryLomond Outreach',
        'Board summary, October 2025 to September 2026Page  of ',
      ]).toContain(text);
    }
  });

  test('has no properties but title and language', () => {
    const properties = (name: string) => part(parts, name).children[0]?.children.map((child) => child.name);
    expect(properties('docProps/core.xml')).toEqual(['dc:title', 'dc:language']);
    expect(properties('docProps/app.xml')).toEqual([]);
    expect(properties('docProps/custom.xml')).toEqual([]);
    const settings =
      all(part(parts, 'word/settings.xml'), 'w:settings')[0]?.children.map(({ name }) => name) ?? [];
    expect(settings.filter((name) => /rsid|template|attached|author|docVar|mailMerge/i.test(name))).toEqual(
      [],
    );
  });
});

test('its pictures are the ones that were given, as they were', async () => {
  const media = zipParts(await writeDocx(sampleReport, samplePictures)).filter(({ name }) =>
    name.startsWith('word/media/'),
  );
  expect(media.map(({ name }) => name)).toEqual(['word/media/image1.png']);
  expect(media[0]?.bytes.equals(Buffer.from(samplePictures.get('turnover')?.png ?? []))).toBe(true);
  expect(new Set(pngChunks(media[0]?.bytes ?? new Uint8Array()))).toEqual(new Set(['IHDR', 'IDAT', 'IEND']));
});

test('a chart without a picture leaves its words', async () => {
  const file = await writeDocx(sampleReport, new Map());
  const document =
    zipParts(file)
      .find(({ name }) => name === 'word/document.xml')
      ?.bytes.toString('utf8') ?? '';
  expect(all(readXml(document), 'w:drawing')).toEqual([]);
  expect(document).toContain('Turnover was 22.5% to December 2025');
});

test('a table of many columns lies on a page of its own on its side', async () => {
  const months = Array.from({ length: 12 }, (_each, at) => `September ${2014 + at}`);
  const table = {
    ...tables[0],
    columns: ['Measure', ...months],
    rows: [{ label: 'Everybody', cells: months.map(() => '14'), isTotal: true }],
  };
  const parts = await partsOf({
    ...sampleReport,
    sections: [...sampleReport.sections, { id: 'wide', title: 'By year', parts: [table] }],
  });
  const sizes = all(part(parts, 'word/document.xml'), 'w:pgSz').map(({ attributes }) => [
    attributes['w:orient'],
    Number(attributes['w:w']) > Number(attributes['w:h']),
  ]);
  expect(sizes).toEqual([
    ['portrait', false],
    ['landscape', true],
  ]);
});

test('opens whatever the words are, shows them, and runs none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(nasty, { minLength: 12, maxLength: 12 }), async (texts) => {
      const report = reportOf(texts);
      const parts = await partsOf(report);
      const shown = paragraphsOf(parts)
        .map(wordsOf)
        .filter((text) => text !== '');
      const words = expectedWords(report)
        .map((text) => oneLine(text))
        .filter((text) => text !== '');
      expect(shown.map((text) => oneLine(text)).filter((text) => text !== '')).toEqual(words);
      const fields = [...parts.values()].flatMap((root) => all(root, 'w:instrText')).map(({ text }) => text);
      expect(new Set(fields)).toEqual(new Set(['PAGE', 'NUMPAGES']));
    }),
    { numRuns: 25 },
  );
});
