/** Files that break the rules between the two doors, each in a small tree of its own: the rules find every one. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** What there is to come to. */
const targets = {
  'renderer/identified/index.ts': `export { door } from './door';`,
  'renderer/identified/door.ts': `export const door = 1;`,
  'shared/requests/bundle.ts': `export const bundle = 1;`,
  'shared/requests/copy-files.ts': `export const copy = 1;`,
  'shared/requests/due-date.ts': `export const due = 1;`,
  'shared/reports/report.ts': `export const report = 1;`,
  'renderer/report-files/index.ts': `export const files = 1;`,
  'renderer/features/people/person.ts': `export { door } from '../../identified';`,
  // On the way to the door, for those who do not go there straight.
  'renderer/records/detour.ts': `export { door as way } from '../identified';`,
};

const never = 'anonymised-never-reaches-identified';
const violations: Readonly<Record<string, { readonly text: string; readonly rule: string }>> = {
  'renderer/features/reports/a.ts': {
    text: `import { door } from '../../identified'; export const a = door;`,
    rule: never,
  },
  'renderer/features/reports/b.ts': {
    text: `import { way } from '../../records/detour'; export const b = way;`,
    rule: never,
  },
  'renderer/features/reports/c.ts': {
    text: `import { copy } from '../../../shared/requests/copy-files'; export const c = copy;`,
    rule: never,
  },
  'renderer/report-files/d.ts': {
    text: `import { door } from '../identified'; export const d = door;`,
    rule: never,
  },
  'renderer/disclosure/e.ts': {
    text: `import { door } from '../identified'; export const e = door;`,
    rule: never,
  },
  'renderer/redaction/f.ts': {
    text: `import { door } from '../identified'; export const f = door;`,
    rule: never,
  },
  'renderer/charts/g.ts': {
    text: `import { door } from '../identified'; export const g = door;`,
    rule: never,
  },
  'shared/reports/h.ts': {
    text: `import { bundle } from '../requests/bundle'; export const h = bundle;`,
    rule: never,
  },
  'shared/disclosure/i.ts': {
    text: `import { copy } from '../requests/copy-files'; export const i = copy;`,
    rule: never,
  },
  'shared/bundle/j.ts': {
    text: `import { bundle } from '../requests/bundle'; export const j = bundle;`,
    rule: never,
  },
  'renderer/identified/k.ts': {
    text: `import { report } from '../../shared/reports/report'; export const k = report;`,
    rule: 'identified-takes-nothing-of-anonymised',
  },
  'renderer/identified/l.ts': {
    text: `import { files } from '../report-files'; export const l = files;`,
    rule: 'identified-takes-nothing-of-anonymised',
  },
  'renderer/features/people/m.ts': {
    text: `import { door } from '../../identified/door'; export const m = door;`,
    rule: 'identified-has-a-door',
  },
};

/** What is nobody's copy is free to all. */
const allowed = {
  'renderer/features/reports/n.ts': `import { due } from '../../../shared/requests/due-date'; export const n = due;`,
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe('boundaries between what names people and what does not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steading-boundaries-'));
  let found: readonly Violation[] = [];

  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  };

  beforeAll(async () => {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.graph.json', 'tsconfig.base.json'])
      cpSync(join(root, file), join(folder, file));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [file, text] of Object.entries({ ...targets, ...allowed })) write(file, text);
    for (const [file, { text }] of Object.entries(violations)) write(file, text);
    const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [
      program,
      'renderer',
      'shared',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
    ];
    // It ends with the number of violations, which is more than none.
    const { stdout } = await promisify(execFile)(process.execPath, args, {
      cwd: folder,
      maxBuffer: 2 ** 26,
    }).catch((error: unknown) => error as { stdout: string });
    found = (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations;
  }, 60_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const rulesOf = (file: string): string[] =>
    found.flatMap(({ from, rule }) => (from === file ? [rule.name] : []));

  it.each(Object.keys(violations))('finds what %s does', (file) => {
    expect(rulesOf(file)).toContain(violations[file]?.rule);
  });

  it.each([...Object.keys(allowed), 'renderer/features/people/person.ts'])(
    'lets %s do what is its own',
    (file) => {
      expect(rulesOf(file)).toEqual([]);
    },
  );
});
