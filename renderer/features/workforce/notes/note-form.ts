/** Between the fields of a note, as typed, and the record. */
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { contextNoteSchema, type ContextNote } from '@shared/records/context-note/context-note';
import { noteDays } from '@shared/workforce/chart-notes';
import type { FormProblem } from '../../../ui';

export type NoteFields = {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  /** Empty: the whole service. */
  readonly team: string;
};

export function emptyNote(today: LocalDate): NoteFields {
  return { text: '', from: formatDate(today), to: '', team: '' };
}

export function fieldsOfNote({ text, from, to, team }: ContextNote): NoteFields {
  return { text, from: formatDate(from), to: to === null ? '' : formatDate(to), team: team ?? '' };
}

export type NoteReading =
  | { readonly note: ContextNote; readonly problems: readonly [] }
  | { readonly note: null; readonly problems: readonly FormProblem[] };

export function readNoteFields(fields: NoteFields, today: LocalDate): NoteReading {
  const problems: FormProblem[] = [];
  const day = (field: 'from' | 'to', words: string): LocalDate | null => {
    const read = parseDateText(fields[field], today);
    if (read === null) problems.push({ field, message: words });
    return read;
  };
  if (fields.text.trim() === '')
    problems.push({ field: 'text', message: 'Say what happened, in a few words' });
  const from = day('from', 'Enter the day, such as today or 24 nov');
  const to = fields.to.trim() === '' ? null : day('to', 'Enter the last day, or leave it blank');
  const parsed = contextNoteSchema.safeParse({
    text: fields.text,
    from,
    to: to === from ? null : to,
    team: fields.team.trim() === '' ? null : fields.team,
  });
  if (parsed.success && problems.length === 0) return { note: parsed.data, problems: [] };
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? '');
    if (!problems.some((problem) => problem.field === field))
      problems.push({ field, message: issue.message });
  }
  return { note: null, problems };
}

/** When it was, and whose it is. */
export function noteDetail(note: ContextNote): string {
  return `${noteDays(note)} · ${note.team ?? 'Whole service'}`;
}
