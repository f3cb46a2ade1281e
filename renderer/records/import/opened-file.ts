/** What the page needs of a file that the worker has opened, and of the vault, before its rows are looked at. */
import type { DateOrder } from '@shared/import/cells';
import { applyMapping, findMapping } from '@shared/import/saved-mapping';
import type { ColumnMapping, ImportTarget } from '@shared/import/target';
import type { LocalDate } from '@shared/kernel/local-date';
import { ok, type Result } from '@shared/kernel/result';
import type { KindName } from '@shared/records/registry';
import type { StoredRecord, VaultClient, VaultError } from '../../vault';
import type { ImportReader, OpenedFile } from './import-worker-client';

export interface ShownColumns {
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  /** The day on which these columns were chosen the last time; null when they are guessed. */
  readonly chosenOn: LocalDate | null;
}

type Mappings = Pick<VaultClient, 'records'>;

export function columnsOf<K extends KindName>(
  vault: Mappings,
  { id, columns }: ImportTarget<K>,
  { table, guess }: OpenedFile,
): ShownColumns {
  const saved = findMapping(vault.records('import-mapping'), id, table.headings)?.value;
  if (saved === undefined) return { mapping: guess.mapping, dateOrder: guess.dateOrder, chosenOn: null };
  return {
    mapping: applyMapping(saved, columns, table.headings, guess.mapping),
    dateOrder: saved.dateOrder,
    chosenOn: saved.savedOn,
  };
}

/** The sheet that was read the last time, where it is there again with the same headings. */
export async function sheetOfLastTime<K extends KindName>(
  vault: Mappings,
  target: ImportTarget<K>,
  reader: ImportReader<K>,
  opened: OpenedFile,
): Promise<OpenedFile> {
  const { table } = opened;
  const saved = findMapping(vault.records('import-mapping'), target.id, table.headings);
  const sheet = table.sheets.findIndex(({ name, isHidden }) => !isHidden && name === saved?.value.sheet);
  if (saved === null || sheet === -1 || sheet === table.sheet) return opened;
  const other = await reader.chooseSheet(sheet);
  if (other.ok && findMapping([saved], target.id, other.value.table.headings) !== null) return other.value;
  const back = await reader.chooseSheet(table.sheet);
  return back.ok ? back.value : opened;
}

/** Records asked of the vault in one message: each message is unpacked in one go. */
const askedAtOnce = 2000;

/** A row changes what it names and leaves the rest: for that the whole record has to be there. */
export async function wholeExisting<K extends KindName>(
  vault: Pick<VaultClient, 'records' | 'whole'>,
  kind: K,
): Promise<Result<readonly StoredRecord<K>[], VaultError>> {
  const ids = vault.records(kind).map(({ id }) => id);
  const all: StoredRecord<K>[] = [];
  for (let from = 0; from < ids.length; from += askedAtOnce) {
    const found = await vault.whole(kind, ids.slice(from, from + askedAtOnce));
    if (!found.ok) return found;
    for (const record of found.value) all.push(record);
  }
  return ok(all);
}
