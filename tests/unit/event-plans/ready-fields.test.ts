import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, formatDate, toLocalDate } from '@shared/kernel/local-date';
import { readyPlanKind } from '@shared/records/ready-plan/ready-plan';
import {
  emptyReadyFields,
  fieldsOfReadyPlan,
  linesOfOnePage,
  printLines,
  readReadyPlan,
  readyFieldsOfDraft,
  readyParts,
} from '../../../renderer/features/incidents/ready/ready-fields';

const today = toLocalDate('2026-05-20');
const [example] = readyPlanKind.examples;

describe('the ready plan as typed', () => {
  it('starts with what belongs there, and half a year to the next look', () => {
    const fields = emptyReadyFields(today);
    const read = readReadyPlan(fields, today);
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    expect(read.value.reviewOn).toBe(addMonths(today, 6));
    expect(read.value.checkedOn).toBe(today);
    expect(read.value.contacts.length).toBeGreaterThan(0);
    expect(read.value.places).toEqual([]);
  });

  it('comes back as it went in', () => {
    if (example === undefined) throw new Error('no example');
    const fields = fieldsOfReadyPlan({ ...example, reviewOn: toLocalDate('2026-08-03') });
    const read = readReadyPlan(fields, today);
    expect(read.ok && fieldsOfReadyPlan(read.value)).toMatchObject({
      note: example.note,
      reviewOn: '3 August 2026',
    });
    expect(read.ok && read.value.contacts.map(({ phone }) => phone)).toEqual(['01632 960001, option 2']);
    // Through a draft too.
    expect(readyFieldsOfDraft(JSON.parse(JSON.stringify(fields)) as Record<string, unknown>)).toEqual(fields);
  });

  it('a draft of another shape starts afresh where it does not fit', () => {
    expect(readyFieldsOfDraft({ contacts: 'x', note: 7, roles: [{ role: 'Lead' }] })).toMatchObject({
      contacts: [],
      note: '',
      roles: [{ role: 'Lead' }],
    });
  });

  it('empty rows fall away; a row with a number and no name asks for one, at its box', () => {
    const fields = {
      ...emptyReadyFields(today),
      contacts: [
        { role: ' ', phone: '' },
        { role: '', phone: '01632 960001' },
      ],
      telling: [{ who: 'Shift lead', tells: '' }],
    };
    const read = readReadyPlan(fields, today);
    expect(read.ok ? [] : read.error.map(({ field }) => field)).toEqual([
      'contacts-1-role',
      'telling-0-tells',
    ]);
  });

  it('the day to look again lies ahead, or is left out', () => {
    const at = (reviewOn: string) => readReadyPlan({ ...emptyReadyFields(today), reviewOn }, today);
    expect(at('').ok).toBe(true);
    expect(at(formatDate(today)).ok).toBe(false);
    expect(at('some day').ok).toBe(false);
  });

  it('property: whatever is typed is kept word for word, or asked about; rows have ids of their own', () => {
    const text = fc.string({ maxLength: 60 });
    const rows = fc.array(fc.record({ role: text, phone: text, who: text, hours: text }), { maxLength: 12 });
    fc.assert(
      fc.property(rows, (contacts) => {
        const read = readReadyPlan({ ...emptyReadyFields(today), contacts }, today);
        const filled = contacts.filter((row) => Object.values(row).some((cell) => cell.trim() !== ''));
        if (!read.ok) {
          expect(filled.some(({ role }) => role.trim() === '')).toBe(true);
          return;
        }
        expect(read.value.contacts.map(({ role, phone }) => [role, phone])).toEqual(
          filled.map(({ role, phone }) => [role.trim(), phone.trim()]),
        );
        expect(new Set(read.value.contacts.map((row) => row.id)).size).toBe(filled.length);
      }),
    );
  });
});

it('the lines of the printed page grow with every row', () => {
  if (example === undefined) throw new Error('no example');
  expect(printLines(example)).toBeLessThan(linesOfOnePage);
  const many = {
    ...example,
    contacts: Array.from({ length: 30 }, (_row, index) => ({
      id: String(index),
      role: 'Out-of-hours social work and housing service of the council',
      who: '',
      phone: '',
      hours: '',
    })),
  };
  expect(printLines(many)).toBeGreaterThan(linesOfOnePage);
});

it('every column is a field of its list, and the first one is needed', () => {
  const shape = readyPlanKind.examples[0];
  for (const { list, columns } of readyParts) {
    const [row] = shape?.[list] ?? [];
    for (const { field } of columns) expect(Object.keys(row ?? {})).toContain(field);
  }
});
