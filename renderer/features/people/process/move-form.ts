/** The two dates of a move, read from the form. */
import { parseDateText } from '@shared/kernel/date-text';
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { processMoveSchema, type ProcessMove } from '@shared/records/process-move/process-move';
import type { FormProblem } from '../../../ui';

export type MoveFields = { readonly toldOn: string; readonly movedOn: string };

export function fieldsOfMove({ toldOn, movedOn }: ProcessMove): MoveFields {
  return { toldOn: formatDate(toldOn), movedOn: formatDate(movedOn) };
}

export function readMove(
  fields: MoveFields,
  personId: RecordId,
  today: LocalDate,
): { readonly move: ProcessMove | null; readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = [];
  const day = (field: keyof MoveFields, missing: string): LocalDate | null => {
    const read = parseDateText(fields[field], today);
    if (read === null) problems.push({ field, message: missing });
    else if (read > today) problems.push({ field, message: 'This day is still to come' });
    return read;
  };
  const toldOn = day('toldOn', 'Enter the day they were told: they have to know first');
  const movedOn = day('movedOn', 'Enter the day it moved');
  if (problems.length > 0) return { move: null, problems };
  const parsed = processMoveSchema.safeParse({ personId, movedOn, toldOn });
  return parsed.success
    ? { move: parsed.data, problems }
    : {
        move: null,
        problems: parsed.error.issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message })),
      };
}
