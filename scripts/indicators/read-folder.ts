/** The lists of a folder through the app's own reader; the file system is touched nowhere else. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readSource } from '../../renderer/records/import/read-source';
import type { FolderFile } from '../../shared/import/folder';

const tableEndings = new Set([
  '.csv',
  '.txt',
  '.tsv',
  '.tab',
  '.xlsx',
  '.xlsm',
  '.xls',
  '.xlsb',
  '.ods',
  '.numbers',
  '.pdf',
  '',
]);
const notLists = /^(read ?me|licen[cs]e|notes?)\b/i;

export interface FolderContent {
  readonly files: readonly FolderFile[];
  /** Files and folders that are no lists by their ending, and were not opened. */
  readonly leftAlone: readonly string[];
}

interface Lists {
  readonly files: readonly FolderFile[];
  readonly leftAlone: readonly string[];
}

/** A workbook gives a list for each of its sheets. What it hides, and what is empty, is named and left alone. */
export async function readLists(name: string, bytes: Uint8Array): Promise<Lists> {
  const source = await readSource(bytes);
  if (!source.ok) return { files: [{ name, content: source }], leftAlone: [] };
  const { isWorkbook, sheets } = source.value;
  const files: FolderFile[] = [];
  const leftAlone: string[] = [];
  for (const { name: sheet, isHidden, content } of sheets) {
    const isOnly = !isWorkbook || sheets.length === 1;
    const own = isOnly ? name : `${name}, sheet ${sheet}`;
    const isEmpty = content.ok && content.value.records.length === 0;
    if (!isOnly && (isHidden || isEmpty)) leftAlone.push(`${own} (${isHidden ? 'hidden' : 'empty'})`);
    else files.push({ name: own, content });
  }
  return { files, leftAlone };
}

export async function readFolder(folder: string): Promise<FolderContent> {
  const files: FolderFile[] = [];
  const leftAlone: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (name.startsWith('.')) continue;
    if (!statSync(path).isFile() || !tableEndings.has(extname(name).toLowerCase()) || notLists.test(name)) {
      leftAlone.push(name);
      continue;
    }
    const lists = await readLists(name, new Uint8Array(readFileSync(path)));
    files.push(...lists.files);
    leftAlone.push(...lists.leftAlone);
  }
  return { files, leftAlone };
}
