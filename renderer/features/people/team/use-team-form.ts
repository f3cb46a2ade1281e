/** What the forms of team life share: typed fields in a sealed draft, reading, saving with undo, and where to go then. */
import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { RecordValue } from '@shared/records/registry';
import { useFormFields, type FormFields, type FormState } from '../../../records/use-form-fields';
import { useSaveWithUndo, type Change } from '../../../records/use-save-with-undo';
import { useGo, type FormProblem } from '../../../ui';
import { newRecordId, type StoredRecord } from '../../../vault';

type TeamKind = 'conversation' | 'training-plan' | 'skill' | 'leader-briefing' | 'team-resource';

type TextName<F> = { [Name in keyof F]: F[Name] extends string ? Name : never }[keyof F] & string;

export interface Reading<V> {
  readonly value: V | null;
  readonly problems: readonly FormProblem[];
}

export interface TeamFormRequest<K extends TeamKind, F extends FormFields> {
  readonly kind: K;
  /** Null for a new one. */
  readonly record: StoredRecord<K> | null;
  readonly first: F;
  /** What the draft is called on Today. */
  readonly titleOf: (fields: F) => string;
  readonly read: (fields: F, before: RecordValue<K> | null) => Reading<RecordValue<K>>;
  /** Where it goes once it is saved. */
  readonly href: (id: RecordId) => string;
}

export interface TeamForm<F extends FormFields> {
  readonly form: FormState<F>;
  readonly problems: readonly FormProblem[];
  readonly isSaving: boolean;
  errorAt(name: string): string | undefined;
  /** For a field of text. */
  text(name: TextName<F>): {
    readonly name: string;
    readonly value: string;
    readonly error: string | undefined;
    readonly onChange: (value: string) => void;
  };
  onSave(): Promise<void>;
}

export function useTeamForm<K extends TeamKind, F extends FormFields>(
  request: TeamFormRequest<K, F>,
): TeamForm<F> {
  const { kind, read, href, titleOf } = request;
  // As it was opened: when it changes meanwhile, saving is refused.
  const [record] = useState(request.record);
  const go = useGo();
  const save = useSaveWithUndo();
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useFormFields<F>(kind, record?.id ?? null, request.first, (fields) =>
    titleOf(fields).slice(0, 200),
  );
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  return {
    form,
    problems,
    isSaving,
    errorAt,
    text: (name) => ({
      name,
      value: String(form.fields[name]),
      error: errorAt(name),
      onChange: (value) => {
        form.set({ [name]: value } as unknown as Partial<F>);
      },
    }),
    onSave: async () => {
      if (isSaving) return;
      const reading = read(form.fields, record === null ? null : record.value);
      setProblems(reading.problems);
      if (reading.value === null) return;
      const id = record?.id ?? newRecordId();
      setSaving(true);
      const problem = await save(
        [{ kind, id, value: reading.value, before: record } as unknown as Change],
        record === null ? 'Saved.' : 'Changes saved.',
        () => form.clear(),
      );
      setSaving(false);
      if (problem === null) go(href(id));
      else setProblems([{ field: '', message: problem }]);
    },
  };
}
