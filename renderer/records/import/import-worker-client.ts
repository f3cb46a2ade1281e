/** The page's handle on the import worker. What is long goes over in slices, so that no message takes long to unpack. */
import * as Comlink from 'comlink';
import type { DateOrder } from '@shared/import/cells';
import type { ImportFileError } from '@shared/import/file-errors';
import type { ColumnMapping, ImportContext, ImportPlan, ImportTarget } from '@shared/import/target';
import { err, ok, type Result } from '@shared/kernel/result';
import type { KindName } from '@shared/records/registry';
import { planLists, type ImportDesk, type OnProgress, type OpenedFile, type PlanList } from './import-desk';

export type { OpenedFile, TableSummary } from './import-desk';

export interface ReaderRequest<K extends KindName> {
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  readonly context: ImportContext<K>;
}

/** For one file: made when it is chosen, closed when the page is left or another one is chosen. */
export interface ImportReader<K extends KindName> {
  /** The bytes are handed over and cannot be used afterwards. */
  openFile(bytes: Uint8Array, onProgress: OnProgress): Promise<Result<OpenedFile, ImportFileError>>;
  chooseSheet(sheet: number): Promise<Result<OpenedFile, ImportFileError>>;
  plan(request: ReaderRequest<K>, onProgress: OnProgress): Promise<Result<ImportPlan<K>, ImportFileError>>;
  /** What was asked and not answered yet is answered with `ReaderStopped`. */
  close(): void;
}

const sliceRecords = 1_000;

export function createImportReader<K extends KindName>(target: ImportTarget<K>): ImportReader<K> {
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    type: 'module',
    name: 'import',
  });
  const desk = Comlink.wrap<ImportDesk>(worker);
  let stop: (answer: Result<never, ImportFileError>) => void = () => undefined;
  const stopped = new Promise<Result<never, ImportFileError>>((resolve) => {
    stop = resolve;
  });
  const give = (): void => stop(err({ tag: 'ReaderStopped' }));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    give();
  });
  worker.addEventListener('messageerror', give);

  /** A worker that has died answers nothing, so it is not waited for. */
  const orStopped = <T>(answer: Promise<Result<T, ImportFileError>>): Promise<Result<T, ImportFileError>> =>
    Promise.race([answer.catch(() => err<ImportFileError>({ tag: 'ReaderStopped' })), stopped]);

  const listOf = async (list: PlanList, count: number): Promise<readonly unknown[]> => {
    const all: unknown[] = [];
    for (let from = 0; from < count; from += sliceRecords) {
      for (const item of await desk.part(list, from, Math.min(count, from + sliceRecords))) all.push(item);
    }
    return all;
  };

  const plan = async (
    { mapping, dateOrder, context }: ReaderRequest<K>,
    onProgress: OnProgress,
  ): Promise<Result<ImportPlan<K>, ImportFileError>> => {
    const { today, people, existing } = context;
    await desk.forget();
    for (let from = 0; from < people.length; from += sliceRecords)
      await desk.addPeople(people.slice(from, from + sliceRecords));
    for (let from = 0; from < existing.length; from += sliceRecords)
      await desk.addExisting(existing.slice(from, from + sliceRecords));
    const head = await desk.plan({ mapping, dateOrder, today }, Comlink.proxy(onProgress));
    if (!head.ok) return head;
    const { counts, ...rest } = head.value;
    const lists: Partial<Record<PlanList, readonly unknown[]>> = {};
    for (const list of planLists) lists[list] = await listOf(list, counts[list]);
    // The worker made it for this very target, so its records are of this kind.
    return ok({ ...rest, ...lists } as unknown as ImportPlan<K>);
  };

  return {
    openFile: (bytes, onProgress) =>
      orStopped(desk.open(target.id, Comlink.transfer(bytes, [bytes.buffer]), Comlink.proxy(onProgress))),
    chooseSheet: (sheet) => orStopped(desk.chooseSheet(sheet)),
    plan: (request, onProgress) => orStopped(plan(request, onProgress)),
    close() {
      give();
      worker.terminate();
    },
  };
}
