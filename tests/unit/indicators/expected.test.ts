import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndicatorReport } from '../../../scripts/indicators/report';
import { readFolder } from '../../../scripts/indicators/read-folder';
import { differingFigures, expected, folderOf, inputFolder, samples, csv, utf8 } from './support';

const root = resolve(import.meta.dirname, '../../..');

function run(folder: string, json: string): { readonly out: string; readonly report: IndicatorReport } {
  const out = execFileSync(
    process.execPath,
    [
      '--import',
      'tsx',
      'scripts/indicators.ts',
      folder,
      '--as-of',
      '2026-03-31',
      '--full-time-week=37.5',
      '--json',
      json,
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, TSX_TSCONFIG_PATH: 'tests/tsconfig.json' } },
  );
  return { out, report: JSON.parse(readFileSync(json, 'utf8')) as IndicatorReport };
}

describe('npm run indicators', () => {
  it('writes the figures of the separate program, in its shape, from the sample folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'indicators-'));
    try {
      const { out, report } = run(inputFolder, join(folder, 'figures.json'));
      expect(Object.keys(report)).toEqual(Object.keys(expected));
      expect(report.months.map((month) => Object.keys(month))).toEqual(
        expected.months.map((month) => Object.keys(month)),
      );
      expect({ ...report, months: [] }).toEqual({ ...expected, months: [] });
      expect(differingFigures(report.months)).toEqual([]);
      const names = samples.people.slice(1).map(([, name]) => name ?? '');
      expect(names.filter((name) => out.includes(name))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it('opens lists only', async () => {
    const { files, leftAlone } = await readFolder(inputFolder);
    expect(leftAlone).toEqual(['README.md', 'expected.json']);
    expect(files.every(({ content }) => content.ok)).toBe(true);
  });
});

describe('which file is which', () => {
  it('is told by the columns, whatever the names are', async () => {
    const { files } = await folderOf({
      'a.csv': utf8(csv(samples.supervision)),
      'b.csv': utf8(csv(samples.establishment)),
      'c.csv': utf8(csv(samples.caseload)),
      'd.csv': utf8(csv(samples.absence)),
      'e.csv': utf8(csv(samples.people)),
    });
    expect(files.map(({ file, target }) => [file, target?.id])).toEqual([
      ['e.csv', 'people'],
      ['d.csv', 'absences'],
      ['c.csv', 'caseload'],
      ['b.csv', 'establishment'],
      ['a.csv', 'supervision'],
    ]);
  });

  it('tells absences with names and roles from a staff list', async () => {
    const [, ...rows] = samples.absence;
    const absences = rows.map(([number = '', first = '', last = '', reason = '']) => [
      number,
      'Somebody',
      'Nurse',
      'Hub',
      first,
      last,
      reason,
    ]);
    const headings = ['Emp no', 'Name', 'Job title', 'Department', 'Absence start', 'Absence end', 'Reason'];
    const { files } = await folderOf({
      'a.csv': utf8(csv([headings, ...absences])),
      'b.csv': utf8(csv(samples.people)),
    });
    expect(files.map(({ file, target, created }) => [file, target?.id, created])).toEqual([
      ['b.csv', 'people', 46],
      ['a.csv', 'absences', 173],
    ]);
  });

  it('takes nothing of a list that it does not know, or that lacks a column, and says so', async () => {
    const { records, rejected } = await folderOf({
      'cars.csv': utf8('Colour,Doors\nred,3\nblue,5\n'),
      'no-end.csv': utf8('Payroll no,Absence start,Reason\n10595,01/02/2026,Other\n10598,01/02/2026,Other\n'),
      'old.csv': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    });
    expect(records.absence).toEqual([]);
    expect(rejected).toEqual([
      {
        file: 'cars.csv',
        line: null,
        reason:
          'We do not know this list by its columns, so nothing of it was taken. Check that the headings are there',
      },
      {
        file: 'no-end.csv',
        line: null,
        reason:
          'This looks like a list of absences, but has no column for: Last day. Nothing of it was taken',
      },
      { file: 'old.csv', line: null, reason: 'LooksLikeSpreadsheet' },
    ]);
  });
});
