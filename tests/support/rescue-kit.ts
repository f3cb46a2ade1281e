/** Vaults for the rescue tool: written by the vault itself with the real KDF policy, then laid out as real files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { RecordId } from '@shared/kernel/ids';
import { ok } from '@shared/kernel/result';
import { recordKinds } from '@shared/records/registry';
import { kdfPolicy } from '@shared/vault/kdf-policy';
import type { VaultApi } from '@shared/vault/vault-api';
import { runRescue } from '../../scripts/rescue/run';
import { createSegmentSeal } from '../../renderer/vault/worker/crypto/segment-seal';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { deriveInline } from '../../renderer/vault/worker/kdf';
import { createDexieStore } from '../../renderer/vault/worker/store/dexie';
import { createVault } from '../../renderer/vault/worker/vault';
import { createMemoryFiles } from './vault-files';
import { must, passphrase, passphraseOf, testId } from './vault-kit';

/** Bytes by name: `vault/keys.stk`, `backups/steading-….stb`; the anchor is `Steading Anchor/….sta`. */
export type FileTree = ReadonlyMap<string, Uint8Array>;

export interface RescueVault {
  readonly tree: FileTree;
  readonly passphrase: string;
  readonly code: string;
  /** The newest open cases by record, of what is live. */
  readonly cases: ReadonlyMap<RecordId, number>;
  readonly people: readonly RecordId[];
  readonly vaultId: string;
}

const start = Date.UTC(2026, 10, 24, 9, 0, 0);
const roots = ['/profile/', '/appdata/'];

export const personIds = [testId(9001), testId(9002)] as const;

/** `work` gets an open vault; afterwards it is locked and its files are taken. */
export async function writeVault(
  work: (vault: VaultApi, tree: () => FileTree) => Promise<void>,
): Promise<{ readonly tree: FileTree; readonly code: string }> {
  const sodium = await loadSodium();
  const files = createMemoryFiles(undefined, { segmentBytes: 6000 });
  const vault = createVault({
    sodium,
    segmentSeal: createSegmentSeal(sodium, crypto.subtle),
    files,
    store: createDexieStore('main', { indexedDB: new IDBFactory(), IDBKeyRange }),
    kdf: {
      policy: kdfPolicy,
      calibrate: () => Promise.resolve(ok(kdfPolicy.floor)),
      derive: (request) => Promise.resolve(deriveInline(sodium, request)),
    },
  });
  const { recoveryCode } = must(await vault.create({ passphrase: passphraseOf() }));
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    await files.served.settled();
  };
  const tree = (): FileTree =>
    new Map(
      files.disk.paths().flatMap((path) => {
        const root = roots.find((start) => path.startsWith(start));
        const bytes = files.disk.bytesOf(path);
        return root === undefined || bytes === null ? [] : [[path.slice(root.length), bytes.slice()]];
      }),
    );
  await work(vault, tree);
  must(await vault.lock({}));
  await settle();
  return { tree: tree(), code: recoveryCode };
}

/**
 * Two checkpoints with journal between and behind them, two keyrings, a backup. Records 1 to 60 are caseload figures
 * of the first person, 61 to 70 of the second; number 5 is at revision 3, number 6 is removed.
 */
export async function buildRescueVault(): Promise<RescueVault> {
  const cases = new Map<RecordId, number>();
  const put = (number: number, baseRevision: number, openCases: number) => {
    cases.set(testId(number), openCases);
    const personId = personIds[number <= 60 ? 0 : 1];
    const value = { personId, month: '2026-03', openCases };
    return { type: 'put', kind: 'caseload-count', id: testId(number), baseRevision, value } as const;
  };
  const range = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const { tree, code } = await writeVault(async (vault) => {
    let at = start;
    const commit = async (writes: Parameters<VaultApi['commit']>[0]['writes']): Promise<void> => {
      at += 60_000;
      must(await vault.commit({ writes, at }));
    };
    const [service] = recordKinds.service.examples;
    const [first, second] = recordKinds.person.examples;
    await commit([
      { type: 'put', kind: 'service', id: testId(9000), baseRevision: 0, value: service },
      { type: 'put', kind: 'person', id: personIds[0], baseRevision: 0, value: first },
      { type: 'put', kind: 'person', id: personIds[1], baseRevision: 0, value: second },
    ]);
    await commit(range(1, 30).map((number) => put(number, 0, number)));
    await commit([put(5, 1, 105)]);
    must(await vault.compact({ at, force: true }));
    await commit(range(31, 50).map((number) => put(number, 0, number)));
    await commit([put(5, 2, 205)]);
    await commit([{ type: 'remove', kind: 'caseload-count', id: testId(6), baseRevision: 1 }]);
    cases.delete(testId(6));
    must(await vault.note({ notes: [{ event: 'view', kind: 'person', ids: [personIds[0]] }], at }));
    must(await vault.compact({ at, force: true }));
    for (const number of range(51, 60)) await commit([put(number, 0, number)]);
    await commit(range(61, 70).map((number) => put(number, 0, number)));
    must(await vault.backUp({ at: at + 1000 }));
  });
  const header = tree.get('vault/keys.stk') ?? new Uint8Array(0);
  const vaultId = Buffer.from(header.subarray(6, 22)).toString('hex');
  return { tree, passphrase, code, cases, people: personIds, vaultId };
}

export interface RescueFolder {
  /** Its path. */
  readonly path: string;
  write(name: string, bytes: Uint8Array | string): string;
  writeTree(tree: FileTree): void;
  remove(): void;
}

export function createFolder(): RescueFolder {
  const path = mkdtempSync(join(tmpdir(), 'steading-rescue-'));
  const write = (name: string, bytes: Uint8Array | string): string => {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    return file;
  };
  return {
    path,
    write,
    writeTree: (tree) => {
      for (const [name, bytes] of tree) write(name, bytes);
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export interface Rescued {
  readonly code: number;
  readonly out: string;
  readonly said: string;
}

/** The tool inside this process. `typed`: what the person types when asked; undefined where there is no terminal. */
export async function rescue(
  folder: RescueFolder,
  argv: readonly string[],
  typed?: string | null,
): Promise<Rescued> {
  let out = '';
  let said = '';
  const code = await runRescue(argv, {
    out: (text) => {
      out += text;
      return Promise.resolve();
    },
    say: (line) => {
      said += `${line}\n`;
    },
    ask: typed === undefined ? undefined : () => Promise.resolve(typed),
    folder: folder.path,
  });
  return { code, out, said };
}
