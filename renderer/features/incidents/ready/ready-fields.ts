/** The ready plan as it is typed, a draft of it read back, and what has to be right. */
import { parseDateText } from '@shared/kernel/date-text';
import { addMonths, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { err, ok, type Result } from '@shared/kernel/result';
import { z } from '@shared/kernel/zod';
import { readyPlanSchema, type ReadyPlan } from '@shared/records/ready-plan/ready-plan';
import type { FormProblem } from '../../../ui';

const rowSchema = z.record(z.string(), z.string());
const fieldsSchema = z.object({
  contacts: z.array(rowSchema).catch([]),
  onCall: z.array(rowSchema).catch([]),
  telling: z.array(rowSchema).catch([]),
  roles: z.array(rowSchema).catch([]),
  places: z.array(rowSchema).catch([]),
  note: z.string().catch(''),
  reviewOn: z.string().catch(''),
});
export type ReadyFields = z.infer<typeof fieldsSchema>;
export type ReadyList = 'contacts' | 'onCall' | 'telling' | 'roles' | 'places';
export type ReadyRow = Readonly<Record<string, string>>;

export interface ReadyColumn {
  readonly field: string;
  readonly label: string;
}

export interface ReadyPart {
  readonly list: ReadyList;
  readonly title: string;
  readonly hint: string;
  readonly add: string;
  /** What one row is called, for the buttons beside it. */
  readonly one: string;
  readonly max: number;
  /** The first has to be filled. */
  readonly columns: readonly [ReadyColumn, ...ReadyColumn[]];
}

/** In the order in which somebody needs them. */
export const readyParts: readonly ReadyPart[] = [
  {
    list: 'contacts',
    title: 'Whom to ring',
    hint: 'Crisis team, occupational health, your insurer, the regulator. 999 stands on the page already.',
    add: 'Add a contact',
    one: 'contact',
    max: 30,
    columns: [
      { field: 'role', label: 'For what' },
      { field: 'phone', label: 'Phone' },
      { field: 'who', label: 'Who answers' },
      { field: 'hours', label: 'When' },
    ],
  },
  {
    list: 'onCall',
    title: 'Who is on call',
    hint: 'Evenings, nights, weekends, holidays.',
    add: 'Add a time',
    one: 'time',
    max: 15,
    columns: [
      { field: 'when', label: 'When' },
      { field: 'phone', label: 'Phone' },
      { field: 'who', label: 'Who' },
    ],
  },
  {
    list: 'telling',
    title: 'Who tells whom',
    hint: 'Nobody should hear it from a message group.',
    add: 'Add a line',
    one: 'line',
    max: 15,
    columns: [
      { field: 'who', label: 'Who' },
      { field: 'tells', label: 'Tells' },
      { field: 'how', label: 'How' },
    ],
  },
  {
    list: 'roles',
    title: 'Roles',
    hint: 'Each with a stand-in: the first may be the one who is hit hardest.',
    add: 'Add a role',
    one: 'role',
    max: 15,
    columns: [
      { field: 'role', label: 'Role' },
      { field: 'does', label: 'Does what' },
      { field: 'who', label: 'Who' },
      { field: 'standIn', label: 'Stand-in' },
    ],
  },
  {
    list: 'places',
    title: 'Places',
    hint: 'A warm, private room. Where family is met. Who holds the key, never a door code.',
    add: 'Add a place',
    one: 'place',
    max: 15,
    columns: [
      { field: 'place', label: 'Place' },
      { field: 'use', label: 'For what' },
      { field: 'access', label: 'Who holds the key' },
    ],
  },
];

/** Two columns of `telling` have to be filled; of every other list only the first. */
const secondNeeded: Partial<Record<ReadyList, string>> = { telling: 'tells' };
const reviewMonths = 6;

/** Empty rows that say what belongs here, so that nobody starts from a blank page. */
export function emptyReadyFields(today: LocalDate): ReadyFields {
  return {
    contacts: [
      blank('contacts', { role: 'Crisis or out-of-hours team' }),
      blank('contacts', { role: 'Occupational health' }),
      blank('contacts', { role: 'Senior manager' }),
    ],
    onCall: [blank('onCall', { when: 'Evenings and weekends' })],
    telling: [blank('telling', { who: 'Shift lead', tells: 'On-call manager' })],
    roles: [
      blank('roles', { role: 'Shift lead', does: 'Safety first. Who takes over, who goes home with whom' }),
      blank('roles', { role: 'Event coordinator', does: 'Keeps the plan going until the anniversary' }),
      blank('roles', { role: 'Link for the family' }),
    ],
    places: [blank('places', {})],
    note: '',
    reviewOn: formatDate(addMonths(today, reviewMonths)),
  };
}

function blank(list: ReadyList, given: ReadyRow): Record<string, string> {
  const columns = readyParts.find((part) => part.list === list)?.columns ?? [];
  return { ...Object.fromEntries(columns.map(({ field }) => [field, ''])), ...given };
}

export function emptyRow(part: ReadyPart): ReadyRow {
  return blank(part.list, {});
}

export function fieldsOfReadyPlan(plan: ReadyPlan): ReadyFields {
  return {
    contacts: plan.contacts,
    onCall: plan.onCall,
    telling: plan.telling,
    roles: plan.roles,
    places: plan.places,
    note: plan.note,
    reviewOn: plan.reviewOn === null ? '' : formatDate(plan.reviewOn),
  };
}

export function readyFieldsOfDraft(draft: Record<string, unknown>): ReadyFields {
  return fieldsSchema.parse(draft);
}

/** The name of the box of one cell, for the error summary. */
export function cellName(list: ReadyList, index: number, field: string): string {
  return `${list}-${String(index)}-${field}`;
}

/** Rows in which nothing is typed fall away; a row with something needs its first box. */
export function readReadyPlan(
  fields: ReadyFields,
  today: LocalDate,
): Result<ReadyPlan, readonly FormProblem[]> {
  const problems: FormProblem[] = [];
  const listOf = (list: ReadyList): ReadyRow[] => {
    const part = readyParts.find((each) => each.list === list);
    if (part === undefined) return [];
    const needed = [part.columns[0].field, secondNeeded[list] ?? part.columns[0].field];
    return fields[list].flatMap((row, index) => {
      const cells = part.columns.map(({ field }): [string, string] => [field, (row[field] ?? '').trim()]);
      if (cells.every(([, text]) => text === '')) return [];
      for (const field of new Set(needed)) {
        const label = part.columns.find((column) => column.field === field)?.label ?? '';
        if ((row[field] ?? '').trim() === '')
          problems.push({
            field: cellName(list, index, field),
            message: `${part.title}: fill in “${label}”, or empty the row`,
          });
      }
      for (const [field, text] of cells)
        if (text.length > 200)
          problems.push({ field: cellName(list, index, field), message: 'Use 200 characters or fewer' });
      return [{ id: `${list}-${String(index + 1)}`, ...Object.fromEntries(cells) }];
    });
  };
  const lists = Object.fromEntries(readyParts.map(({ list }) => [list, listOf(list)]));
  const reviewOn = fields.reviewOn.trim() === '' ? null : parseDateText(fields.reviewOn, today);
  if (fields.reviewOn.trim() !== '' && reviewOn === null)
    problems.push({ field: 'reviewOn', message: 'Enter a day like 1 jun 2027, or leave it empty' });
  else if (reviewOn !== null && reviewOn <= today)
    problems.push({ field: 'reviewOn', message: 'Enter a day after today' });
  if (problems.length > 0) return err(problems);
  const parsed = readyPlanSchema.safeParse({ ...lists, note: fields.note, checkedOn: today, reviewOn });
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => ({
      field: issue.path.length > 1 ? issue.path.join('-') : String(issue.path[0] ?? ''),
      message: issue.message,
    })),
  );
}

/** Letters that fit into a line of a cell at the size of the printed page, by the number of columns. */
const lettersInCell = { 3: 32, 4: 24 } as const;
const lettersInNote = 105;

/** Lines that the printed page needs, so that it can be said beforehand when one page will not hold it. */
export function printLines(plan: ReadyPlan): number {
  const note = plan.note.trim();
  const noteLines = note
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / lettersInNote)), 0);
  return readyParts.reduce(
    (sum, { list, columns }) => {
      const rows: readonly ReadyRow[] = plan[list];
      const letters = columns.length === 3 ? lettersInCell[3] : lettersInCell[4];
      const lines = rows.map((row) =>
        Math.max(1, ...columns.map(({ field }) => Math.ceil((row[field] ?? '').length / letters))),
      );
      return sum + (rows.length === 0 ? 0 : linesOfHead) + lines.reduce((total, count) => total + count, 0);
    },
    note === '' ? 0 : linesOfHead + noteLines,
  );
}
/** The heading of a part and its column names. */
const linesOfHead = 2.5;
/** Measured on printed pages of A4: 41 of these lines still fit, 45 do not. */
export const linesOfOnePage = 40;
