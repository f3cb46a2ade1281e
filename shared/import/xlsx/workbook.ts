/** From the parts of a workbook to its sheets: what belongs to it, in which order, and how its days are counted. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { ImportFileError } from '../file-errors';
import type { ParsedText } from '../source-text';
import type { NumberFormat } from './number-format';
import { createSharedTextsReader } from './shared-texts';
import { createSheetReader } from './sheet';
import { createStylesReader } from './styles';
import { damaged, isYes, withRoot, type WorkbookParts, type XmlAttributes, type XmlHandler } from './xml';

export interface SourceSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly content: Result<ParsedText, ImportFileError>;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: "worksheet", "styles". */
  readonly type: string;
  readonly part: string;
}

/** Paths in a workbook go from the folder of the part that names them, or from the root. */
function partName(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/').toLowerCase();
}

const forElements = (root: string, open: (name: string, attributes: XmlAttributes) => void): XmlHandler =>
  withRoot(root, { stopped: null, open, text: () => undefined, close: () => undefined });

async function relationsOf(
  parts: WorkbookParts,
  part: string,
): Promise<Result<readonly Relation[], ImportFileError>> {
  const slash = part.lastIndexOf('/');
  const folder = slash === -1 ? '' : part.slice(0, slash);
  const name = `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`;
  if (!parts.names.has(name)) return ok([]);
  const relations: Relation[] = [];
  const failed = await parts.read(
    name,
    forElements('Relationships', (element, attributes) => {
      // What lies outside the file is never opened.
      if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      relations.push({
        id: attributes['Id'] ?? '',
        type: attributes['Type']?.split('/').at(-1) ?? '',
        part: partName(folder, attributes['Target'] ?? ''),
      });
    }),
  );
  return failed === null ? ok(relations) : err(failed);
}

interface NamedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

/** Kinds of archive that are told apart by what is in them. */
function otherFile({ names }: WorkbookParts): ImportFileError {
  const some = (pattern: RegExp): boolean => [...names].some((name) => pattern.test(name));
  if (names.has('xl/workbook.bin')) return { tag: 'OtherSpreadsheet', program: 'ExcelBinary' };
  if (some(/^index\/.*\.iwa$|^index\.zip$/)) return { tag: 'OtherSpreadsheet', program: 'Numbers' };
  if (names.has('mimetype') && names.has('content.xml'))
    return { tag: 'OtherSpreadsheet', program: 'LibreOffice' };
  return some(/^xl\//) ? damaged : { tag: 'NotSpreadsheet' };
}

export async function readWorkbook(
  parts: WorkbookParts,
): Promise<Result<readonly SourceSheet[], ImportFileError>> {
  const root = await relationsOf(parts, '');
  if (!root.ok) return root;
  const book = root.value.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!parts.names.has(book) || book.startsWith('word/') || book.startsWith('ppt/'))
    return err(otherFile(parts));
  if (book.endsWith('.bin')) return err({ tag: 'OtherSpreadsheet', program: 'ExcelBinary' });

  const named: NamedSheet[] = [];
  let is1904 = false;
  const failed = await parts.read(
    book,
    forElements('workbook', (element, attributes) => {
      if (element === 'workbookPr') is1904 = isYes(attributes['date1904']);
      else if (element === 'sheet')
        named.push({
          name: (attributes['name'] ?? '').slice(0, 80),
          isHidden: (attributes['state'] ?? 'visible') !== 'visible',
          relation: Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? '',
        });
    }),
  );
  if (failed !== null) return err(failed);
  const relations = await relationsOf(parts, book);
  if (!relations.ok) return relations;
  const ofType = (type: string): Relation | undefined =>
    relations.value.find((relation) => relation.type === type);

  const sheets = named.flatMap((sheet) => {
    const relation = relations.value.find(({ id }) => id === sheet.relation);
    // A chart on a sheet of its own has no rows.
    return relation !== undefined && relation.type !== 'worksheet'
      ? []
      : [{ ...sheet, part: relation?.part ?? '' }];
  });
  if (sheets.length === 0) return err({ tag: 'NotSpreadsheet' });
  if (sheets.some(({ part }) => !parts.names.has(part))) return err(damaged);

  const texts = createSharedTextsReader();
  const textsPart = ofType('sharedStrings');
  if (textsPart !== undefined) {
    const wrong = await readPart(parts, textsPart.part, withRoot('sst', texts));
    if (wrong !== null) return err(wrong);
  }
  let formats: readonly NumberFormat[] = [];
  const stylesPart = ofType('styles');
  if (stylesPart !== undefined) {
    const styles = createStylesReader();
    const wrong = await readPart(parts, stylesPart.part, withRoot('styleSheet', styles));
    if (wrong !== null) return err(wrong);
    formats = styles.formats();
  }

  const read: SourceSheet[] = [];
  const characters = { count: 0 };
  for (const { name, isHidden, part } of sheets) {
    const sheet = createSheetReader({ sharedTexts: texts.texts, formats, is1904, characters });
    const wrong = await parts.read(part, withRoot('worksheet', sheet));
    // Too many rows on one sheet is no reason to refuse the others.
    const isOfSheet = wrong?.tag === 'TooManyRows' || wrong?.tag === 'TooManyColumns';
    if (wrong !== null && !isOfSheet) return err(wrong);
    read.push({ name, isHidden, content: wrong === null ? ok(sheet.parsed()) : err(wrong) });
  }
  return ok(read);
}

async function readPart(
  parts: WorkbookParts,
  name: string,
  handler: XmlHandler,
): Promise<ImportFileError | null> {
  return parts.names.has(name) ? parts.read(name, handler) : damaged;
}
