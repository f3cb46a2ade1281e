/** Two people on a sheet, and what becomes of a file. */
import { bestTable } from '@shared/import/choose-sheet';
import { peopleTarget } from '@shared/import/targets/people';
import { readSource } from '../../../renderer/records/import/read-source';
import type { Cell, Sheet } from './workbooks';

export const head = ['Payroll number', 'Name', 'Role', 'Weekly hours', 'Start date', 'Last day'] as const;
export const ailsa: readonly Cell[] = [
  '001',
  'Munro, Ailsa',
  'Key worker',
  37.5,
  { day: '2021-04-03' },
  null,
];
export const magnus: readonly Cell[] = [
  '002',
  'Magnus Flett',
  'Key worker',
  22.25,
  { day: '2022-12-11' },
  { day: '2024-03-05' },
];
export const staff = (rows: readonly (readonly Cell[])[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Staff',
  rows: [head, ...rows],
  ...more,
});

/** Why the file is refused; "read" when it is not. */
export const tagOf = async (bytes: Uint8Array): Promise<string> => {
  const source = await readSource(bytes);
  if (!source.ok) return source.error.tag;
  const table = bestTable(source.value, peopleTarget.columns);
  return table.ok ? 'read' : table.error.tag;
};
