/** The list of parts against the lock file, whose closure is walked here by its own edges. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface LockEntry {
  name?: string;
  version: string;
  integrity?: string;
  license?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

interface Part {
  'bom-ref': string;
  type: string;
  name: string;
  version: string;
  purl: string;
  hashes: { alg: string; content: string }[];
  licenses: { license?: { id: string }; expression?: string }[];
  externalReferences: { type: string; url: string; hashes?: { alg: string; content: string }[] }[];
}

interface Bom {
  bomFormat: string;
  specVersion: string;
  serialNumber?: string;
  metadata: { timestamp?: string; component: Part };
  components: Part[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const root = resolve(import.meta.dirname, '../../..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const lock: Record<string, LockEntry> = readJson('package-lock.json').packages;

/** Where Node would find `name` from the package at `from`. */
function resolveFrom(from: string, name: string): string | null {
  for (let base = from; ;) {
    const path = `${base === '' ? '' : `${base}/`}node_modules/${name}`;
    if (path in lock) return path;
    if (base === '') return null;
    const cut = base.lastIndexOf('node_modules/');
    base = base.slice(0, Math.max(0, cut - 1));
  }
}

/** Everything that our runtime dependencies lead to, by lock path. */
function closure(): Set<string> {
  const found = new Set<string>();
  const visit = (from: string, names: readonly string[], isRequired: boolean): void => {
    for (const name of names) {
      const path = resolveFrom(from, name);
      if (path === null) {
        if (isRequired) throw new Error(`${name} is not in the lock file`);
        continue;
      }
      if (found.has(path)) continue;
      found.add(path);
      const entry = lock[path]!;
      const peers = Object.keys(entry.peerDependencies ?? {});
      visit(path, Object.keys(entry.dependencies ?? {}), true);
      visit(path, Object.keys(entry.optionalDependencies ?? {}), false);
      visit(
        path,
        peers.filter((peer) => entry.peerDependenciesMeta?.[peer]?.optional !== true),
        true,
      );
    }
  };
  visit('', Object.keys(lock['']?.dependencies ?? {}), true);
  return found;
}

const nameAt = (path: string): string =>
  lock[path]?.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const hex = (integrity: string): string =>
  Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');

let folder: string;
let text: string;
let bom: Bom;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'steading-sbom-'));
  text = makeBom('first.json');
  bom = JSON.parse(text) as Bom;
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function makeBom(name: string): string {
  const out = join(folder, name);
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/sbom.ts', '--out', out], { cwd: root });
  return readFileSync(out, 'utf8');
}

describe('the list of parts', () => {
  test('is CycloneDX of our program', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1 });
    const { version } = readJson('package.json');
    expect(bom.metadata.component).toMatchObject({ type: 'application', name: 'steading', version });
  });

  test('names exactly what our runtime dependencies lead to, and Electron', () => {
    const wanted = [...closure()].map((path) => `${nameAt(path)}@${lock[path]!.version}`);
    wanted.push(`electron@${lock['node_modules/electron']!.version}`);
    expect(bom.components.map((part) => `${part.name}@${part.version}`)).toEqual([...new Set(wanted)].sort());
    expect(bom.components.length).toBeGreaterThan(40);
    // The ones that npm's own `--omit dev` loses, and the one behind another name.
    const names = bom.components.map((part) => part.name);
    expect(names).toEqual(expect.arrayContaining(['zod', 'tslib', 'libsodium-wrappers-sumo']));
    expect(names).not.toContain('typescript');
  });

  test('each part has its licence and the hash of the lock file', () => {
    const hashes = new Map<string, string>();
    const licences = new Map<string, string | undefined>();
    for (const [path, entry] of Object.entries(lock)) {
      if (path === '' || entry.integrity === undefined) continue;
      hashes.set(`${nameAt(path)}@${entry.version}`, hex(entry.integrity));
      licences.set(`${nameAt(path)}@${entry.version}`, entry.license);
    }
    for (const part of bom.components) {
      const ref = `${part.name}@${part.version}`;
      expect(part['bom-ref']).toBe(ref);
      expect(decodeURIComponent(part.purl)).toBe(`pkg:npm/${ref}`);
      expect(part.hashes, ref).toEqual([{ alg: 'SHA-512', content: hashes.get(ref) }]);
      const [licence] = part.licenses;
      expect(licence?.license?.id ?? licence?.expression, ref).toBe(licences.get(ref));
    }
  });

  test('Electron is listed with the hashes of the builds that are packed', () => {
    const electron = bom.components.find((part) => part.name === 'electron')!;
    const sums: Record<string, string> = readJson('node_modules/electron/checksums.json');
    expect(electron.type).toBe('framework');
    expect(electron.externalReferences).toHaveLength(4);
    for (const { url, hashes } of electron.externalReferences) {
      expect(hashes).toEqual([{ alg: 'SHA-256', content: sums[url.slice(url.lastIndexOf('/') + 1)] }]);
    }
  });

  test('says who needs whom, with no loose end', () => {
    const refs = new Set([...bom.components, bom.metadata.component].map((part) => part['bom-ref']));
    expect(new Set(bom.dependencies.map(({ ref }) => ref))).toEqual(refs);
    for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
    const direct = bom.dependencies.find(({ ref }) => ref === bom.metadata.component['bom-ref'])!;
    expect(direct.dependsOn).toEqual(
      [
        ...Object.keys(lock['']?.dependencies ?? {}).map((name) => `node_modules/${name}`),
        'node_modules/electron',
      ]
        .map((path) => `${nameAt(path)}@${lock[path]!.version}`)
        .sort(),
    );
  });

  test('comes out the same each time and holds no path of a machine', () => {
    expect(makeBom('second.json')).toBe(text);
    expect(bom).not.toHaveProperty('serialNumber');
    expect(bom.metadata).not.toHaveProperty('timestamp');
    expect(text).not.toContain(root);
  }, 60_000);
});
