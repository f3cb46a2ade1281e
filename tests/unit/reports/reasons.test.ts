/** That nobody was away for a reason is as much of a secret as that somebody was. */
import { beforeAll, describe, expect, it } from 'vitest';
import { blocks, many, openReports, spell, type MakeReport } from './report-support';

let make: MakeReport;
beforeAll(async () => {
  make = await openReports();
});

const people = many(40, 0);
/** 12 of each in the year, by as many people. */
const inTheYear = [
  ...Array.from({ length: 12 }, (_value, index) => spell(index, '2025-06-02', 3, 'Cold')),
  ...Array.from({ length: 12 }, (_value, index) => spell(20 + index, '2025-09-01', 3, 'Stress')),
];
const choice = { blocks: blocks('sickness-reasons') };

function shownIn(absences: typeof inTheYear): Record<string, string> {
  const { published } = make({ people, absences }, choice);
  const table = published.sections
    .flatMap(({ parts }) => parts)
    .find((part) => part.kind === 'table' && part.id === 'sickness-reasons');
  if (table?.kind !== 'table') throw new Error('No table of reasons');
  return Object.fromEntries(table.rows.map(({ label, cells }) => [label, cells[0] ?? '']));
}

describe('reasons for sickness', () => {
  it('are listed with their total when there are no others', () => {
    expect(shownIn(inTheYear)).toEqual({ Cold: '12', Stress: '12', 'All absences': '24' });
  });

  it('do not add up to their total when another reason was not given in the year', () => {
    const before = spell(39, '2024-02-05', 4, 'Back');
    const shown = shownIn([...inTheYear, before]);
    expect(Object.keys(shown)).not.toContain('Back');
    const { 'All absences': total = '', Cold = '', Stress = '' } = shown;
    const isWhole = [total, Cold, Stress].every((text) => /^\d+$/.test(text));
    expect(isWhole).toBe(false);
  });
});
