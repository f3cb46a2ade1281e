/** The lines of "What we agreed", as typed, and the actions that they are. */
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type {
  AgreedAction,
  SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { readAgreedLine } from '@shared/supervision/agreed-line';

export interface LineFields {
  readonly lines: readonly string[];
  /** For each line the place of its action in the stored record, as digits; empty for a new one. */
  readonly lineOrigins: readonly string[];
  /** The line being typed: it counts when the form is saved. */
  readonly newLine: string;
  /** The origin of the line being typed, when it is a stored one that is being reworded. */
  readonly newLineOrigin: string;
}

/** A line of an action as one would type it. */
export function lineOfAction(action: AgreedAction): string {
  return [
    action.text,
    action.due === null ? '' : `@${formatDate(action.due)}`,
    action.owner === '' ? '' : `@${action.owner.replaceAll(' ', '-')}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The line being typed joins the others, with what it comes from. */
export function addLine(fields: LineFields): LineFields {
  if (fields.newLine.trim() === '') return fields;
  return {
    lines: [...fields.lines, fields.newLine.trim()],
    lineOrigins: [...originsOf(fields), fields.newLineOrigin],
    newLine: '',
    newLineOrigin: '',
  };
}

export function takeLineAway(fields: LineFields, index: number): LineFields {
  return {
    ...fields,
    lines: fields.lines.filter((_, each) => each !== index),
    lineOrigins: originsOf(fields).filter((_, each) => each !== index),
  };
}

/** The line goes back to where lines are typed and stays the same action; what stands there is added first. */
export function rewordLine(fields: LineFields, index: number): LineFields {
  return {
    ...takeLineAway(addLine(fields), index),
    newLine: fields.lines[index] ?? '',
    newLineOrigin: originsOf(fields)[index] ?? '',
  };
}

/** A draft of an older form has lines without origins. */
function originsOf({ lines, lineOrigins }: LineFields): readonly string[] {
  return lines.map((_, index) => lineOrigins[index] ?? '');
}

/** An action keeps the day it was done on by what it comes from: its words may change, or be those of another. */
export function actionsOf(
  fields: LineFields,
  context: {
    readonly today: LocalDate;
    readonly before: Pick<SupervisionSession, 'actions'> | null;
  },
): AgreedAction[] {
  const { lines, lineOrigins } = addLine(fields);
  return lines
    .map((line, index) => {
      const origin = lineOrigins[index] ?? '';
      const was = origin === '' ? undefined : context.before?.actions[Number(origin)];
      return {
        ...readAgreedLine(line, (text) => parseDateText(text, context.today)),
        doneOn: was?.doneOn ?? null,
        droppedOn: was?.droppedOn ?? null,
      };
    })
    .filter(({ text }) => text !== '');
}
