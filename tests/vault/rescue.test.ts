/**
 * The rescue tool on vaults that the vault itself wrote, whole and damaged in every region; and once as the one file
 * that goes into the package, in a process of its own.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { recordKinds } from '@shared/records/registry';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { goldenRecords, goldenRecoveryCode } from '../golden/golden-vault';
import {
  buildRescueVault,
  createFolder,
  personIds,
  rescue,
  writeVault,
  type FileTree,
  type Rescued,
  type RescueFolder,
  type RescueVault,
} from '../support/rescue-kit';
import { must, testId } from '../support/vault-kit';

const sodium = await loadSodium();
const golden = resolve(import.meta.dirname, '../golden/vault-1-on-disk/vault');
let vault: RescueVault;
let folder: RescueFolder;
let backup: string;

beforeAll(async () => {
  vault = await buildRescueVault();
  backup = [...vault.tree.keys()].find((name) => name.endsWith('.stb')) ?? '';
});
beforeEach(() => {
  folder = createFolder();
  folder.writeTree(vault.tree);
});
afterEach(() => {
  folder.remove();
});

const bytesOf = (name: string): Uint8Array => (vault.tree.get(name) ?? new Uint8Array(0)).slice();

function flipped(name: string, ...places: readonly number[]): Uint8Array {
  const bytes = bytesOf(name);
  for (const at of places) bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  return bytes;
}

interface Exported {
  readonly format: string;
  readonly vaultId: string;
  readonly isDamaged: boolean;
  readonly records: readonly {
    readonly kind: string | null;
    readonly id: RecordId;
    readonly revision: number;
    readonly savedAt: number;
    readonly newestRevision?: number;
    readonly value: { readonly openCases?: number };
  }[];
  readonly unreadable: readonly {
    readonly id: RecordId;
    readonly revision: number;
    readonly reason: string;
  }[];
  readonly removed: readonly { readonly id: RecordId }[];
}

const exported = (rescued: Rescued): Exported => JSON.parse(rescued.out) as Exported;

async function exportOf(target: string, ...more: string[]): Promise<Rescued & { readonly json: Exported }> {
  const rescued = await rescue(folder, ['export', target, ...more], vault.code);
  return { ...rescued, json: exported(rescued) };
}

/** Nothing that was read has a value that was never the newest, unless it says so. */
function expectTrue(json: Exported): void {
  for (const { id, kind, value, newestRevision } of json.records) {
    if (kind !== 'caseload-count' || newestRevision !== undefined) continue;
    expect(value.openCases).toBe(vault.cases.get(id));
  }
}

const all = 72;

describe('a whole vault', () => {
  it.each([
    ['its folder', 'vault', all],
    ['its backup', '', all],
    ['its newest checkpoint', 'vault/checkpoint/cp-000002.stc', 52],
    ['its journal, without the checkpoint that goes before', 'vault/journal', 41],
    ['one file of its journal', 'vault/journal/seg-000004.stj', 20],
  ])('is read from %s', async (_what, target, count) => {
    const { code, json } = await exportOf(target === '' ? backup : target);
    expect(code).toBe(0);
    expect(json).toMatchObject({ format: 'steading-export', version: 1, vaultId: vault.vaultId });
    expect(json.records).toHaveLength(count);
    expect(json.unreadable).toEqual([]);
    expectTrue(json);
  });

  it('opens with the passphrase as well', async () => {
    folder.write('secret', vault.passphrase);
    const verified = await rescue(folder, ['verify', 'vault', '--secret-file', 'secret']);
    expect(verified).toMatchObject({ code: 0, said: '' });
    expect(verified.out).toContain('the chain is whole');
    expect(verified.out).toContain('All is well.');
  });

  it('is exported to the last value, with what was removed by its id alone', async () => {
    const { json, said } = await exportOf('vault');
    const cases = json.records.filter(({ kind }) => kind === 'caseload-count');
    expect(new Map(cases.map(({ id, value }) => [id, value.openCases]))).toEqual(vault.cases);
    expect(json.records.find(({ id }) => id === personIds[0])?.value).toEqual(recordKinds.person.examples[0]);
    expect(json.records.find(({ id }) => id === testId(5))?.revision).toBe(3);
    expect(json.removed.map(({ id }) => id)).toEqual([testId(6)]);
    expect(said).toContain('not encrypted');
  });

  it('is listed and verified without a word of what is in it', async () => {
    for (const command of ['list', 'verify']) {
      const { out, said } = await rescue(folder, [command, 'vault'], vault.code);
      for (const word of ['Ailsa', 'Munro', 'Key worker', '2026-03', folder.path]) {
        expect(out + said).not.toContain(word);
      }
      if (command === 'list') expect(out).toContain(`${testId(5)}  revision 3, saved 2026-11-24 09:05 UTC`);
    }
  });

  it('of before heads and keyrings is read too, with what a later version wrote into it', async () => {
    const rescued = await rescue(folder, ['export', golden], goldenRecoveryCode);
    const json = exported(rescued);
    expect(rescued.code).toBe(0);
    expect(json.records).toHaveLength(4);
    for (const { id, value } of goldenRecords) {
      expect(json.records.find((record) => record.id === id)?.value).toEqual(value);
    }
    expect(json.records.find(({ kind }) => kind === null)?.value).toEqual({ written: 'by a later version' });
  });

  it('of every piece, frozen, is read, and so are its backups', async () => {
    const frozen = resolve(import.meta.dirname, '../golden/vault-2-on-disk');
    const code = readFileSync(join(frozen, 'recovery-code.txt'), 'utf8').trim();
    const backups = readdirSync(join(frozen, 'profile/backups')).filter((name) => name.endsWith('.stb'));
    for (const name of ['vault', ...backups.map((backupName) => `backups/${backupName}`)]) {
      const rescued = await rescue(folder, ['export', join(frozen, 'profile', name)], code);
      expect(rescued.code).toBe(0);
      expect(exported(rescued).records).toHaveLength(5);
    }
  });

  it('is never written to', async () => {
    await rescue(folder, ['export', 'vault', '--out', 'made/here'], vault.code);
    for (const [name, bytes] of vault.tree)
      expect(readFileSync(join(folder.path, name))).toEqual(Buffer.from(bytes));
    expect(
      exported({
        code: 0,
        out: readFileSync(join(folder.path, 'made/here/steading-export.json'), 'utf8'),
        said: '',
      }).records,
    ).toHaveLength(all);
  });
});

describe('damage', () => {
  /** Of the name: how many of the 72 records one changed byte may cost. */
  const regions: readonly (readonly [string, string, number])[] = [
    ['vault/keys.stk', 'vault', 0],
    ['vault/ring-1.str', 'vault', 0],
    ['vault/checkpoint/cp-000001.stc', 'vault', 0],
    ['vault/checkpoint/cp-000002.stc', 'vault', 0],
    ['vault/journal/seg-000005.stj', 'vault', 0],
    ['vault/journal/seg-000006.stj', 'vault', 1],
    ['vault/journal/seg-000008.stj', 'vault', 1],
    ['', 'backup', 1],
  ];
  it.each(regions)('of one byte in %s is noticed and costs next to nothing', async (name, target, most) => {
    const file = name === '' ? backup : name;
    const length = bytesOf(file).length;
    // The key slot that the recovery code opens has no second copy.
    const end = name === 'vault/keys.stk' ? 120 : length;
    for (const share of [0, 0.02, 0.4, 0.999]) {
      const at = Math.floor(end * share);
      if (name === 'vault/keys.stk' && at >= 6 && at < 22) continue;
      folder.write(file, flipped(file, at));
      const { code, json } = await exportOf(target === 'backup' ? backup : target);
      expect({ at, code, isDamaged: json.isDamaged }).toEqual({ at, code: 1, isDamaged: true });
      // The nonce of a frame that holds one record only takes that record with it.
      expect(json.records.length).toBeGreaterThanOrEqual(all - most);
      expectTrue(json);
    }
  });

  it('is named: file, frame, bytes, record, and where a whole copy is', async () => {
    folder.write('vault/checkpoint/cp-000002.stc', flipped('vault/checkpoint/cp-000002.stc', 9000));
    const { code, out } = await rescue(folder, ['verify', 'vault'], vault.code);
    expect(code).toBe(1);
    expect(out).toMatch(/checkpoint\/cp-000002\.stc, bytes 3984 to \d+: frame 2 was changed/);
    // Which record lies at that byte depends on the sizes of those before it.
    expect(out).toMatch(
      /caseload-count [0-9a-f]{32} revision 1: a whole copy is in checkpoint\/cp-000001\.stc, frame 2/,
    );
    expect(out).toContain('manifest: fits');
    expect(out).toContain('Damaged, and every record was read all the same.');
  });

  it('that leaves an earlier version gives that version, and says so', async () => {
    const names = ['vault/checkpoint/cp-000002.stc', 'vault/journal/seg-000005.stj'];
    folder.write(names[0] ?? '', new Uint8Array(0));
    folder.write(names[1] ?? '', flipped(names[1] ?? '', 400));
    const { code, json } = await exportOf('vault');
    expect(code).toBe(1);
    const five = json.records.find(({ id }) => id === testId(5));
    expect(five).toMatchObject({ revision: 2, newestRevision: 3, value: { openCases: 105 } });
    expect(json.unreadable).toMatchObject([{ id: testId(5), revision: 3, reason: 'damaged' }]);
  });

  it.each([
    ['a segment of the journal', 'vault/journal/seg-000006.stj', 'frames'],
    ['a copy of the keyring', 'vault/ring-2.str', 'one of its two copies is not there'],
    ['the newest checkpoint', 'vault/checkpoint/cp-000002.stc', ''],
  ])('by the loss of %s', async (_what, name, words) => {
    const rest = new Map(vault.tree);
    rest.delete(name);
    folder.remove();
    folder.writeTree(rest);
    const { code, out } = await rescue(folder, ['verify', 'vault'], vault.code);
    // Two generations are kept: the older checkpoint and the journal behind it say the same.
    expect(code).toBe(name.includes('checkpoint') ? 0 : 1);
    expect(out).toContain(words);
  });

  it('by the loss of both keyrings is helped by the one beside a backup', async () => {
    const rest = new Map([...vault.tree].filter(([name]) => !name.includes('ring-')));
    folder.remove();
    folder.writeTree(rest);
    const without = await exportOf('vault');
    expect(without).toMatchObject({ code: 1 });
    expect(without.json.records).toHaveLength(1);
    expect(new Set(without.json.unreadable.map(({ reason }) => reason))).toEqual(new Set(['no-key']));
    const helped = await exportOf('vault', '--ring', `${backup}k`);
    expect(helped.json.records).toHaveLength(all);
    expect(helped.json.unreadable).toEqual([]);
  });

  it('by the loss of the key file is helped by the one in a backup', async () => {
    const rest = new Map([...vault.tree].filter(([name]) => name !== 'vault/keys.stk'));
    folder.remove();
    folder.writeTree(rest);
    const without = await rescue(folder, ['verify', 'vault'], vault.code);
    expect(without).toMatchObject({ code: 1, out: '' });
    expect(without.said).toContain('--keys');
    expect(await exportOf('vault', '--keys', backup)).toMatchObject({ code: 0 });
  });

  it('by a cut anywhere in a backup gives what stands before it', async () => {
    const bytes = bytesOf(backup);
    let most = 0;
    for (let length = 3000; length < bytes.length; length += 4000) {
      folder.write(backup, bytes.subarray(0, length));
      const { code, json } = await exportOf(backup);
      expect(code).toBe(1);
      expect(json.records.length).toBeGreaterThanOrEqual(most);
      expectTrue(json);
      most = json.records.length;
    }
    expect(most).toBeGreaterThan(60);
  });

  it('by a cut in the last write is told, with what was in it', async () => {
    const name = 'vault/journal/seg-000008.stj';
    folder.write(name, bytesOf(name).subarray(0, 3000));
    const verified = await rescue(folder, ['verify', 'vault'], vault.code);
    expect(verified.out).toContain('seg-000008.stj, bytes 0 to 2999: the file ends within frame 18');
    const { json } = await exportOf('vault');
    expect(json.records.length).toBeGreaterThan(62);
    expectTrue(json);
  });

  it('by a cut between two frames is told by the anchor', async () => {
    const inPlace = [...vault.tree].map(
      ([name, bytes]) => [name.startsWith('Steading Anchor/') ? name : `Steading/${name}`, bytes] as const,
    );
    folder.writeTree(new Map(inPlace));
    expect(await rescue(folder, ['verify', 'Steading/vault'], vault.code)).toMatchObject({ code: 0 });
    const cut = new Map(inPlace.filter(([name]) => !name.endsWith('seg-000008.stj')));
    folder.remove();
    folder.writeTree(cut);
    const { code, out } = await rescue(folder, ['verify', 'Steading/vault'], vault.code);
    expect(code).toBe(1);
    expect(out).toContain('OLDER COPY. This computer has seen this vault up to journal frame 19');
  });

  it('of a frame that another key sealed is told apart', async () => {
    const bytes = bytesOf('vault/journal/seg-000007.stj');
    const first = bytes.subarray(0, new DataView(bytes.buffer).getUint32(0));
    const forged = Uint8Array.from(first, (byte, at) =>
      at > 43 && at < first.length - 16 ? byte ^ 0x5a : byte,
    );
    forged.set(sodium.hash(16, forged.subarray(0, first.length - 16)), first.length - 16);
    bytes.set(forged);
    folder.write('vault/journal/seg-000007.stj', bytes);
    const { code, out } = await rescue(folder, ['verify', 'vault'], vault.code);
    expect(code).toBe(1);
    expect(out).toContain('was not sealed by this vault');
  });
});

describe('a backup larger than one piece of its stream', () => {
  let tree: FileTree;
  let code: string;
  let erased: FileTree;
  let body: string;
  const notes = [1, 2, 3].map((number) => testId(number));
  beforeAll(async () => {
    const at = Date.UTC(2026, 5, 1);
    const [person] = recordKinds.person.examples;
    const written = await writeVault(async (open, files) => {
      for (const [index, id] of notes.entries()) {
        // No two steps alike, so that a piece in the wrong place is not the right one by chance.
        const note = Array.from({ length: 9000 }, (_, step) => `${String(index)} ${String(step)}`).join();
        const value = { form: 'supervision', recordId: null, title: '', fields: { note } };
        must(await open.commit({ writes: [{ type: 'put', kind: 'draft', id, baseRevision: 0, value }], at }));
      }
      const put = { type: 'put', kind: 'person', id: personIds[0], baseRevision: 0, value: person } as const;
      must(await open.commit({ writes: [put], at }));
      must(await open.backUp({ at }));
      tree = files();
      const remove = { type: 'remove', kind: 'person', id: personIds[0], baseRevision: 1 } as const;
      must(await open.erasePerson({ personId: personIds[0], redactions: [remove], at }));
    });
    ({ code } = written);
    erased = written.tree;
    body = [...tree.keys()].find((name) => name.endsWith('.stb')) ?? '';
  });

  const headBytes = 47 + 263 + 32 + 24;
  const chunk = 65_553;
  async function exportChanged(...places: readonly number[]): Promise<Rescued> {
    const bytes = (tree.get(body) ?? new Uint8Array(0)).slice();
    for (const at of places) bytes[at] = (bytes[at] ?? 0) ^ 1;
    folder.write(`big/${body}`, bytes);
    folder.write(`big/${body}k`, tree.get(`${body}k`) ?? new Uint8Array(0));
    return rescue(folder, ['export', `big/${body}`], code);
  }

  it('is read on behind a damaged piece', async () => {
    const whole = await exportChanged();
    expect(whole.code).toBe(0);
    expect(exported(whole).records).toHaveLength(4);
    for (const piece of [0, 1, 2]) {
      const inside = await exportChanged(headBytes + piece * chunk + 30_000);
      expect(inside.code).toBe(1);
      expect(exported(inside).records.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('is read whole where only the tag of a piece was damaged', async () => {
    const rescued = await exportChanged(headBytes + chunk - 16, headBytes + 2 * chunk - 12);
    expect(rescued.code).toBe(1);
    expect(exported(rescued).records).toHaveLength(4);
  });

  it('is read whole where its own id, its first letters or its end were damaged', async () => {
    for (const at of [0, 8, 36, (tree.get(body)?.length ?? 0) - 1]) {
      const rescued = await exportChanged(at);
      expect(rescued.code).toBe(1);
      expect(exported(rescued).records).toHaveLength(4);
    }
  });

  it('of before an erasure no longer opens who was erased, and that is no damage', async () => {
    folder.remove();
    folder.writeTree(erased);
    folder.write(body, tree.get(body) ?? new Uint8Array(0));
    const rescued = await rescue(folder, ['export', body], code);
    expect(rescued.code).toBe(0);
    expect(exported(rescued).unreadable).toMatchObject([{ id: personIds[0], reason: 'erased' }]);
    const now = await rescue(folder, ['verify', 'vault'], code);
    expect(now).toMatchObject({ code: 0 });
    expect(now.out).toContain('1 erased');
  });
});

describe('what does not open', () => {
  it('for the code of another vault, and for a code with a slip', async () => {
    const other = await rescue(folder, ['verify', 'vault'], goldenRecoveryCode);
    expect(other).toMatchObject({ code: 2, out: '' });
    const slip = `${vault.code.slice(0, -1)}${vault.code.endsWith('0') ? '1' : '0'}`;
    const slipped = await rescue(folder, ['verify', backup], slip);
    expect(slipped).toMatchObject({ code: 2, out: '' });
    expect(slipped.said).toContain('a slip in it');
    for (const { said } of [other, slipped]) {
      expect(said).not.toContain(slip);
      expect(said).not.toContain(goldenRecoveryCode);
    }
  });

  it.each([
    ['nothing of that name', 'not-there', undefined],
    ['an empty file', 'a/empty.stb', ''],
    ['a foreign file', 'a/photo.jpg', 'JFIF and so on, at some length, as a picture would be'],
    ['a foreign file under our name', 'a/steading-20260101-000000-00000000.stb', 'x'.repeat(5000)],
    ['a foreign file in the place of a journal', 'vault/seg-000001.stj', 'x'.repeat(5000)],
    ['a folder without anything of ours', 'a', undefined],
    ['the folder of the backups', 'backups', undefined],
    ['the key file', 'vault/keys.stk', undefined],
    ['a backup of a newer version', 'a/b.stb', 'STB2 and what that may be'],
    ['a keyring of a newer version', 'a/ring-1.str', 'STR3 and what that may be'],
  ])('for %s', async (_what, name, content) => {
    mkdirSync(join(folder.path, 'a'), { recursive: true });
    if (content !== undefined) folder.write(name, content);
    const rescued = await rescue(folder, ['verify', name], vault.code);
    expect(rescued).toMatchObject({ code: 3, out: '' });
    expect(rescued.said.trim()).not.toBe('');
  });

  it('for a key file of a newer version, and for the journal of another vault', async () => {
    const newer = bytesOf('vault/keys.stk');
    newer[5] = 2;
    newer.set(sodium.hash(32, newer.subarray(0, -32)), newer.length - 32);
    folder.write('newer/keys.stk', newer);
    folder.write('newer/journal/seg-000001.stj', bytesOf('vault/journal/seg-000004.stj'));
    expect(await rescue(folder, ['verify', 'newer'], vault.code)).toMatchObject({ code: 3, out: '' });
    const other = await rescue(
      folder,
      ['verify', join(golden, 'journal'), '--keys', 'vault/keys.stk'],
      vault.code,
    );
    expect(other).toMatchObject({ code: 3, out: '' });
    expect(other.said).toContain('another vault');
  });

  it('for a key file that asks for more work than any version: nothing is derived', async () => {
    const bytes = bytesOf('vault/keys.stk');
    // The passphrase's slot: type 1, revision 4, kdf 1, passes 4, memory 4.
    new DataView(bytes.buffer).setUint32(27 + 6, 4_000_000_000);
    new DataView(bytes.buffer).setUint32(27 + 10, 4_000_000_000);
    bytes.set(sodium.hash(32, bytes.subarray(0, -32)), bytes.length - 32);
    folder.write('vault/keys.stk', bytes);
    const begun = performance.now();
    const rescued = await rescue(folder, ['verify', 'vault'], vault.passphrase);
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(rescued).toMatchObject({ code: 1, out: '' });
    expect(await rescue(folder, ['verify', 'vault'], vault.code)).toMatchObject({ code: 0 });
  });
});

describe('what is asked for', () => {
  it.each([
    [['verify', 'vault', '--passphrase', 'hunter two']],
    [['verify', 'vault', '--passphrase=hunter two']],
    [['export', 'vault', '-p', 'hunter two']],
    [['verify', 'vault', 'hunter two']],
    [['verify', 'vault', '--hunter two']],
  ])('is refused with a secret in it, which is not said again: %j', async (argv) => {
    const rescued = await rescue(folder, argv, vault.code);
    expect(rescued).toMatchObject({ code: 64, out: '' });
    expect(rescued.said).not.toContain('hunter');
  });

  it('is refused where nobody can be asked for the secret', async () => {
    expect(await rescue(folder, ['verify', 'vault'])).toMatchObject({ code: 64, out: '' });
    expect(await rescue(folder, ['verify', 'vault'], null)).toMatchObject({ code: 64, out: '' });
  });

  it('is refused when an older copy is looked for where there can only be one', async () => {
    const rescued = await rescue(folder, ['verify', backup, '--anchor', 'vault/keys.stk'], vault.code);
    expect(rescued).toMatchObject({ code: 64, out: '' });
  });

  it('is not written over a file that is there', async () => {
    const path = folder.write('kept/steading-export.json', 'mine');
    const rescued = await rescue(folder, ['export', 'vault', '--out', 'kept'], vault.code);
    expect(rescued).toMatchObject({ code: 64, out: '' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
});

describe('the one file of the package', () => {
  let script: string;
  let place: RescueFolder;
  beforeAll(async () => {
    place = createFolder();
    const outDir = join(place.path, 'a folder with spaces');
    await build({
      configFile: resolve(import.meta.dirname, '../../rescue.vite.config.ts'),
      logLevel: 'silent',
      build: { outDir },
    });
    script = join(outDir, 'steading-rescue.mjs');
  }, 60_000);
  afterAll(() => {
    place.remove();
  });

  const run = (...argv: readonly string[]): Promise<Rescued> =>
    new Promise((done) => {
      const child = execFile(
        process.execPath,
        [script, ...argv],
        { cwd: folder.path },
        (error, out, said) => {
          done({ code: error === null ? 0 : Number(error.code), out, said });
        },
      );
      child.stdin?.end();
    });

  it('ends with 0, 1, 2 and 3', async () => {
    folder.write('secret', `${vault.passphrase}\n`);
    folder.write('wrong', 'not this one');
    folder.write('code', vault.code);
    const damaged = folder.write('damaged.stb', flipped(backup, 20_000));
    folder.write('damaged.stbk', bytesOf(`${backup}k`));
    const [fine, broken, wrong, foreign] = await Promise.all([
      run('export', 'vault', '--secret-file', 'secret'),
      run('verify', damaged, '--secret-file', 'code'),
      run('list', 'vault', '--secret-file', 'wrong'),
      run('verify', script, '--secret-file', 'code'),
    ]);
    expect(fine).toMatchObject({ code: 0 });
    expect(exported(fine).records).toHaveLength(all);
    expect(fine.said).toContain('ends with a line break. It was not taken as a part of the secret');
    expect(broken).toMatchObject({ code: 1, said: '' });
    expect(broken.out).toContain('could not be read');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(foreign).toMatchObject({ code: 3, out: '' });
    for (const { said } of [fine, broken, wrong, foreign]) expect(said).not.toMatch(/\n\s+at /);
  });
});
