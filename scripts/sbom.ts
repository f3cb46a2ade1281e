/**
 * `npm run sbom [-- --out FILE]`: the list of parts (CycloneDX 1.5, JSON) of what people run: our runtime packages
 * from package-lock.json, and Electron. npm writes the entries; this keeps those that are shipped. Its own
 * `--omit dev` leaves out a package that a tool uses too (zod, tslib), so the lock file's marks decide instead.
 * Without time and serial number, so that the same lock file gives the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

interface Component {
  'bom-ref': string;
  type: string;
  name: string;
  version: string;
  scope?: string;
  properties?: unknown[];
  externalReferences?: unknown[];
  hashes?: unknown[];
  licenses?: unknown[];
}

interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

interface LockEntry {
  name?: string;
  version: string;
  dev?: true;
  devOptional?: true;
}

const root = resolve(import.meta.dirname, '..');
const readJson = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Electron's builds that our packages are made of. */
const electronBuilds = ['darwin-arm64', 'darwin-x64', 'linux-x64', 'win32-x64'];

function npmBom(): Bom {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const npm = process.env['npm_execpath'];
  // Inside `npm run` npm says where it is; that works without a shell on Windows too.
  const [command, all] = npm === undefined ? ['npm', args] : [process.execPath, [npm, ...args]];
  const text = execFileSync(command, all, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(text) as Bom;
}

const byRef = (a: Component, b: Component): number => (a['bom-ref'] < b['bom-ref'] ? -1 : 1);

function electronPart(part: Component): Component {
  const sums = readJson('node_modules/electron/checksums.json') as Record<string, string | undefined>;
  return {
    ...part,
    type: 'framework',
    scope: 'required',
    properties: [],
    externalReferences: electronBuilds.map((name) => {
      const file = `electron-v${part.version}-${name}.zip`;
      const content = sums[file];
      if (content === undefined) throw new Error(`no checksum for ${file}`);
      return {
        type: 'distribution',
        url: `https://github.com/electron/electron/releases/download/v${part.version}/${file}`,
        hashes: [{ alg: 'SHA-256', content }],
      };
    }),
  };
}

function shippedBom(): Bom {
  const bom = npmBom();
  const lock = readJson('package-lock.json') as { packages: Record<string, LockEntry> };
  const shipped = new Map<string, string>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '' || entry.dev === true || entry.devOptional === true) continue;
    const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    shipped.set(`${name}@${entry.version}`, name);
  }
  const components = bom.components.flatMap((part) => {
    if (part.name === 'electron') return [electronPart(part)];
    const name = shipped.get(part['bom-ref']);
    return name === undefined ? [] : [{ ...part, name, scope: 'required' }];
  });
  const refs = new Set(components.map((part) => part['bom-ref']));
  const ours = bom.metadata.component;
  return {
    ...bom,
    serialNumber: undefined,
    metadata: {
      ...bom.metadata,
      timestamp: undefined,
      // npm takes the folder's name for ours.
      component: { ...ours, type: 'application', name: 'steading' },
    },
    components: components.sort(byRef),
    dependencies: bom.dependencies
      .filter(({ ref }) => refs.has(ref) || ref === ours['bom-ref'])
      // What Electron's npm package depends on only fetches it.
      .map(({ ref, dependsOn }) => ({
        ref,
        dependsOn: ref.startsWith('electron@') ? [] : dependsOn.filter((other) => refs.has(other)).sort(),
      }))
      .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
  };
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = resolve(root, values.out ?? 'out/sbom.cdx.json');
const bom = shippedBom();
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${JSON.stringify(bom, null, 2)}\n`);
process.stdout.write(`${bom.components.length} parts\n`);
