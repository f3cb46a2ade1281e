/** The extracts that the specs bring in, and what follows from them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPOSITORY } from '../../../scripts/lib/host-command.js';

const folder = join(REPOSITORY, 'tests/fixtures/input');

export function inputFile(name: string): string {
  return join(folder, name);
}

export interface ExpectedMonth {
  readonly month: string;
  readonly headcount: number;
  readonly volunteers: number;
  readonly wte: number;
  readonly leavers12: number;
  readonly turnoverAverage12: number;
  readonly fteDaysLost: number;
  readonly fteDaysAvailable: number;
  readonly sicknessRate: number;
}

/** Figures worked out by a separate program. */
export async function expectedMonths(): Promise<readonly ExpectedMonth[]> {
  const text = await readFile(inputFile('expected.json'), 'utf8');
  return (JSON.parse(text) as { months: ExpectedMonth[] }).months;
}

/** The rows of an extract: none of ours has a quoted separator in the columns that are read here. */
export async function inputRows(name: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const text = (await readFile(inputFile(name), 'utf8')).replace(/^\uFEFF/, '');
  const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const headings = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? '']));
  });
}

export async function namesOfPeople(): Promise<readonly string[]> {
  return (await inputRows('people.csv')).map((row) => row['Name'] ?? '').filter((name) => name !== '');
}
