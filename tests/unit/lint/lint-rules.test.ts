import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsBySyntax } from './violations-by-syntax';
import { violationsByTypes, world } from './violations-by-types';
import { violationsInViews } from './violations-in-views';

const root = resolve(import.meta.dirname, '../../..');
const violations = { ...violationsBySyntax, ...violationsByTypes, ...violationsInViews };
const onlyInJavaScript = Object.keys(violations).slice(
  Object.keys(violations).indexOf('no-const-assign'),
  Object.keys(violations).indexOf('no-unsafe-negation') + 1,
);

/** Syntax errors to the parser itself, so that no rule comes to them. */
const toldByTheParser = ['no-delete-var', 'no-nonoctal-decimal-escape'];

/** What is asked of most files is not asked of these. */
const allowed = {
  'renderer/platform/clock.ts': `export const v = [Date.now(), new Date()];`,
  'tests/print.ts': `console.log(Math.random());\nexport const v = maybe!;`,
  'shared/statistics/loop.ts': `export const v = list[0]!;`,
  'renderer/list.tsx': `export function V(): React.JSX.Element { return <ul role="list"><li>x</li></ul>; }`,
  'renderer/region.tsx': `export function V(): React.JSX.Element { return <div role="region" tabIndex={0}>x</div>; }`,
};

interface Diagnostic {
  readonly filename: string;
  readonly message: string;
  readonly code?: string;
}

type Rules = Readonly<Record<string, unknown>>;

const fileOf = (rule: string): string => {
  const name = `renderer/cases/${rule.replace('/', '-')}`;
  if (onlyInJavaScript.includes(rule)) return `${name}.mjs`;
  return rule in violationsInViews ? `${name}.tsx` : `${name}.ts`;
};

const shortName = (rule: string): string => rule.slice(rule.indexOf('/') + 1);

/** Its output, however it ends: with 1 where it has found something. */
async function oxlint(cwd: string, ...args: readonly string[]): Promise<unknown> {
  const program = join(root, 'node_modules/oxlint/bin/oxlint');
  const output = await promisify(execFile)(process.execPath, [program, ...args], {
    cwd,
    maxBuffer: 2 ** 24,
  }).catch((error: unknown) => error as { stdout: string });
  return JSON.parse(output.stdout);
}

async function configuredRules(): Promise<string[]> {
  const config = (await oxlint(root, '--print-config')) as {
    rules: Rules;
    overrides: readonly { rules: Rules }[];
  };
  return [config, ...config.overrides].flatMap(({ rules }) =>
    Object.entries(rules).flatMap(([rule, setting]) =>
      setting === 'allow' ? [] : [rule.replace('jsx_a11y/', 'jsx-a11y/')],
    ),
  );
}

describe('lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steading-lint-'));
  let found: readonly Diagnostic[] = [];
  const rulesIn = (file: string): string[] =>
    found.flatMap(({ filename, code }) =>
      filename === file ? [/\((.+)\)$/.exec(code ?? '')?.[1] ?? ''] : [],
    );

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  };

  beforeAll(async () => {
    for (const file of ['.oxlintrc.jsonc', 'scripts/lint', 'tsconfig.base.json'])
      cpSync(join(root, file), join(folder, file), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const compilerOptions = { jsx: 'react-jsx', lib: ['ES2023', 'DOM'], types: [] };
    const project = { extends: './tsconfig.base.json', compilerOptions, include: ['**/*.ts', '**/*.tsx'] };
    write('tsconfig.json', JSON.stringify(project));
    write('world.d.ts', world);
    for (const [rule, text] of Object.entries(violations)) write(fileOf(rule), text);
    for (const [file, text] of Object.entries(allowed)) write(file, text);
    write(
      'renderer/directive.ts',
      '// oxlint-disable-next-line no-console -- nothing here\nexport const v = num;',
    );
    found = ((await oxlint(folder, '--format=json', '.')) as { diagnostics: readonly Diagnostic[] })
      .diagnostics;
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(Object.keys(violations))('finds a violation of %s', (rule) => {
    expect(rulesIn(fileOf(rule))).toContain(shortName(rule));
  });

  it('holds a violation against every rule that is switched on, and no other', async () => {
    expect(Object.keys(violations).sort()).toEqual(
      (await configuredRules()).filter((rule) => !toldByTheParser.includes(rule)).sort(),
    );
  });

  it.each(Object.keys(allowed))('lets %s do what is its own', (file) => {
    expect(rulesIn(file)).toEqual([]);
  });

  it('tells of a directive that switches off nothing', () => {
    const said = found.filter(({ filename }) => filename === 'renderer/directive.ts');
    expect(said.map(({ message }) => message)).toEqual([expect.stringContaining('Unused')]);
  });
});
