/** "What we heard, what we will do", as typed, and what becomes of it. Pure. */
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { Action } from '@shared/records/action/action';
import { isOpen } from '@shared/records/action/action';
import { roundFeedbackSchema, type RoundFeedback } from '@shared/records/round-feedback/round-feedback';
import { heardSentences } from '@shared/wellbeing/feedback';
import type { RoundView } from '@shared/wellbeing/round-results';
import type { FormProblem } from '../../../ui';

export type HeardFields = {
  readonly heard: string;
  readonly willDo: string;
  readonly cannotDo: string;
};

/** What stands on the sheet for staff in somebody's own words: the round's name and group are typed too. */
export type SheetWords = HeardFields & { readonly label: string; readonly group: string };

export function sheetParts({
  label,
  group,
  heard,
  willDo,
  cannotDo,
}: SheetWords): readonly { readonly id: keyof SheetWords; readonly label: string; readonly text: string }[] {
  return [
    { id: 'label', label: 'The round', text: label },
    { id: 'group', label: 'Who was asked', text: group },
    { id: 'heard', label: 'What we heard', text: heard },
    { id: 'willDo', label: 'What we will do', text: willDo },
    { id: 'cannotDo', label: 'What we cannot do now', text: cannotDo },
  ];
}

/** A start: sentences about what is shown, and the actions that answer this round. */
export function firstFields(
  view: RoundView,
  compared: RoundView | null,
  actions: readonly Action[],
): HeardFields {
  return {
    heard: heardSentences(view, compared).join('\n'),
    willDo: actions
      .filter((action) => isOpen(action) || action.doneOn !== null)
      .map(({ what }) => `${what}.`)
      .join('\n'),
    cannotDo: '',
  };
}

export function fieldsOfFeedback({ heard, willDo, cannotDo }: RoundFeedback): HeardFields {
  return { heard, willDo, cannotDo };
}

export function readHeard(
  fields: HeardFields,
  waveId: string,
  toldOn: LocalDate | null,
): { readonly feedback: RoundFeedback | null; readonly problems: readonly FormProblem[] } {
  const id: RecordId | null = isRecordId(waveId) ? waveId : null;
  const problems: FormProblem[] = [];
  if (fields.heard.trim() === '') problems.push({ field: 'heard', message: 'Say what you heard' });
  if (fields.willDo.trim() === '')
    problems.push({ field: 'willDo', message: 'Say one thing that you will do' });
  if (problems.length > 0 || id === null) return { feedback: null, problems };
  const parsed = roundFeedbackSchema.safeParse({
    waveId: id,
    heard: fields.heard.trim(),
    willDo: fields.willDo.trim(),
    cannotDo: fields.cannotDo.trim(),
    toldOn,
  });
  return parsed.success
    ? { feedback: parsed.data, problems: [] }
    : {
        feedback: null,
        problems: parsed.error.issues.map(({ path, message }) => ({
          field: String(path[0] ?? ''),
          message,
        })),
      };
}

/** Lines of a long text: each stands as a paragraph on the sheet. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
