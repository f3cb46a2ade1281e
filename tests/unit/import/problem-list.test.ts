import { expect, it } from 'vitest';
import { knownHeadings } from '@shared/import/mapping';
import { planImportNow } from '@shared/import/plan';
import { peopleTarget } from '@shared/import/targets/people';
import { toLocalDate } from '@shared/kernel/local-date';
import { problemListCsv } from '../../../renderer/records/import/problem-list';
import { readCsv } from '../../../renderer/records/import/read-csv';
import { text } from './support';

it('a saved list holds no cell, not even where a file without headings has people in their place', async () => {
  const file = 'Ailsa Munro,Nurse,01/02/2024\nTorquil Reid,Key worker,31/02/2024\n,Nurse,yesterday\n';
  const table = await readCsv(text(file), knownHeadings(peopleTarget.columns));
  if (!table.ok) throw new Error(table.error.tag);
  const { problems } = planImportNow({
    target: peopleTarget,
    table: table.value,
    mapping: { name: 0, role: 1, startDate: 2 },
    dateOrder: 'day-first',
    context: { today: toLocalDate('2026-11-24'), people: [], existing: [] },
  });
  expect(problems.map(({ column }) => column)).toContain('Ailsa Munro');
  const list = new TextDecoder('utf-8', { ignoreBOM: true }).decode(problemListCsv(problems));
  expect(list.split('\r\n')).toEqual([
    '\uFEFFRow,Column,What to do',
    '2,Start date,That day is not in the calendar',
    '3,Name,The name is missing',
    '3,Start date,This is not a date we can read. Write it like 24/11/2026',
  ]);
  for (const cell of ['Munro', 'Reid', 'Nurse', 'yesterday', '31/02']) expect(list).not.toContain(cell);
});
