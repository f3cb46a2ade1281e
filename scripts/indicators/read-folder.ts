/** The lists of a folder through the app's own reader; the file system is touched nowhere else. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readRecords } from '../../renderer/records/import/read-csv';
import type { FolderFile } from '../../shared/import/folder';

const tableEndings = new Set(['.csv', '.txt', '.tsv', '.tab', '.xlsx', '.xlsm', '.xls', '.ods', '.pdf', '']);
const notLists = /^(read ?me|licen[cs]e|notes?)\b/i;

export interface FolderContent {
  readonly files: readonly FolderFile[];
  /** Files and folders that are no lists by their ending, and were not opened. */
  readonly leftAlone: readonly string[];
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
    files.push({ name, content: await readRecords(new Uint8Array(readFileSync(path))) });
  }
  return { files, leftAlone };
}
