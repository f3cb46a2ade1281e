import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const cases = resolve(root, 'tests/fixtures/reference/statistics');
function reference(...paths: string[]): { status: number | null; out: string; lastLine: string | undefined } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/reference.ts', ...paths], {
    cwd: root,
    encoding: 'utf8',
    // As `npm run reference` does: the names of folders are in there.
    env: { ...process.env, TSX_TSCONFIG_PATH: 'tests/tsconfig.json' },
  });
  return {
    status: run.status,
    out: run.stdout + run.stderr,
    lastLine: run.stdout.trimEnd().split('\n').at(-1),
  };
}

describe('scripts/reference.ts', () => {
  let folder = '';
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'steading-reference-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('passes every case of the methods we claim', () => {
    const ours = [
      'absence',
      'headcount',
      'turnover',
      'vacancy',
      'supervision',
      'proportions',
      'runchart-anhoej',
      'runchart-phs',
      'runchart-rebase',
      'wellbeing',
      'xmr',
      'xmr-policy',
      'assurance',
      'attribute-charts',
      'rare-events',
      'funnel',
      'survival',
    ];
    const run = reference(
      ...ours.map((name) => join(cases, `${name}.json`)),
      join(cases, '../instruments.json'),
    );
    expect(run.out).not.toContain('FAILED');
    expect(run).toMatchObject({ status: 0, lastLine: '169 passed, 0 failed' });
  });

  it('says what is wrong with a case, a method, an instrument and a file, and fails', () => {
    const wrong = file('wrong.json', [
      {
        id: 'off',
        method: 'wilson',
        input: { successes: 0, n: 1 },
        expected: { lower: 0.5 },
        tolerance: { abs: 0.1 },
      },
      {
        id: 'near',
        method: 'wilson',
        input: { successes: 0, n: 1 },
        expected: { upper: 0.79 },
        tolerance: { abs: 0.01 },
      },
      { id: 'strange', method: 'toString', input: {}, expected: {}, tolerance: { exact: true } },
      {
        id: 'form',
        method: 'score',
        input: { instrument: 'nosuch', answers: [] },
        expected: { error: 'invalid-answers' },
      },
      {
        id: 'text',
        method: 'score',
        input: { instrument: 'who5', answers: 'abc' },
        expected: { error: 'invalid-answers' },
      },
      { id: 'error', method: 'score', input: { instrument: 'who5', answers: [9] }, expected: {} },
      {
        id: 'empty',
        method: 'score',
        input: { instrument: 'who5', answers: [1, 1, 1, 1, 1] },
        expected: { scales: {} },
      },
    ]);
    const { status, out, lastLine } = reference(
      wrong,
      file('bad.json', '{'),
      file('object.json', {}),
      join(folder, 'absent.json'),
    );
    expect(out).toContain('FAILED off (wilson)\n  lower: expected 0.5, got 0');
    expect(out).toContain('unknown method toString');
    expect(out).toContain('unknown instrument nosuch');
    expect(out).toContain('is not JSON');
    expect(out).toContain('is not an array of cases');
    expect(out).toContain('cannot be read');
    expect(out).toContain('wilson: 1 passed, 1 failed');
    expect([status, lastLine]).toEqual([1, '2 passed, 8 failed']);
  });

  it('explains itself without a path', () => {
    expect(reference()).toMatchObject({ status: 2, out: expect.stringContaining('Usage') as string });
  });
});
