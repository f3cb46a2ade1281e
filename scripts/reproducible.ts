/**
 * `npm run reproducible`: builds twice, in two folders with other paths, another time zone and another language,
 * and compares every built file by its hash. Ends with 1 when any differs. The second copy has its runtime
 * packages as files of its own, so that no path of a package can reach a bundle unseen.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const leftOut = new Set(['node_modules', 'out', 'release', '.git', '.tsbuild', 'test-results', 'coverage']);

/** Lock paths of the packages that end up in bundles, at the top of node_modules. */
function shippedPackages(): Set<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: true; devOptional?: true }>;
  };
  const paths = Object.entries(packages).filter(([path, entry]) => path !== '' && entry.dev !== true);
  return new Set(
    paths.map(([path]) => path.slice('node_modules/'.length).replace(/\/node_modules\/.*$/, '')),
  );
}

function copySources(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!leftOut.has(name)) cpSync(join(from, name), join(to, name), { recursive: true });
  }
}

/** The same files under another path; hard links where the disk allows, which is quick. */
function copyModule(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      copyModule(source, target);
      continue;
    }
    try {
      linkSync(source, target);
    } catch {
      copyFileSync(source, target);
    }
  }
}

/** Links tools; copies what is bundled. */
function fillModules(folder: string, copied: ReadonlySet<string>): void {
  const modules = join(root, 'node_modules');
  const put = (name: string): void => {
    const to = join(folder, 'node_modules', name);
    if (copied.has(name)) copyModule(join(modules, name), to);
    else symlinkSync(join(modules, name), to, 'junction');
  };
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const name of readdirSync(modules)) {
    if (name.startsWith('.') && name !== '.bin') continue;
    if (!name.startsWith('@')) {
      put(name);
      continue;
    }
    mkdirSync(join(folder, 'node_modules', name));
    for (const inner of readdirSync(join(modules, name))) put(join(name, inner));
  }
}

/** Hash by file name of everything that `npm run build` makes in `folder`. */
function build(folder: string, env: Record<string, string>): Map<string, string> {
  const npm = process.env['npm_execpath'];
  const [command, args] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const { status } = spawnSync(command, [...args, 'run', '--silent', 'build'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('the build failed');
  const out = join(folder, 'out');
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      return [path.slice(out.length + 1).replaceAll('\\', '/'), hash];
    }),
  );
}

const temp = mkdtempSync(join(tmpdir(), 'steading-build-'));
let isEqual = false;
try {
  const first = join(temp, 'a');
  const second = join(temp, 'another folder', 'further down');
  copySources(root, first);
  copySources(first, second);
  fillModules(first, new Set());
  fillModules(second, shippedPackages());
  const one = build(first, { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' });
  const other = build(second, { TZ: 'America/St_Johns', LC_ALL: 'en_GB.UTF-8' });
  const names = [...new Set([...one.keys(), ...other.keys()])].sort();
  const differing = names.filter((name) => one.get(name) !== other.get(name));
  isEqual = names.length > 0 && differing.length === 0;
  for (const name of differing) {
    process.stdout.write(
      `differs: ${name}\n  ${one.get(name) ?? 'missing'}\n  ${other.get(name) ?? 'missing'}\n`,
    );
  }
  for (const part of new Set(names.map((name) => name.split('/')[0]!))) {
    const files = names.filter((name) => name.startsWith(`${part}/`));
    const equal = files.filter((name) => !differing.includes(name)).length;
    process.stdout.write(`${part}: ${equal} of ${files.length} files equal\n`);
  }
  // One line that two machines can compare.
  const total = createHash('sha256')
    .update(names.map((name) => `${one.get(name) ?? ''}  ${name}\n`).join(''))
    .digest('hex');
  process.stdout.write(`all of it: ${total}\n`);
  process.stdout.write(`${names.length - differing.length} passed, ${differing.length} failed\n`);
  if (differing.length > 0) process.stdout.write(`both are left in ${temp} to look at\n`);
} finally {
  process.exitCode = isEqual ? 0 : 1;
  if (isEqual) rmSync(temp, { recursive: true, force: true });
}
