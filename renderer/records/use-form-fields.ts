/** The fields of one form as typed, kept in a sealed draft while they are typed and offered again when it was left. */
import { useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { RecordValue } from '@shared/records/registry';
import { useDraft, type StoredRecord } from '../vault';

export type FormFields = Record<string, string | boolean | readonly string[]>;

export interface FormState<F extends FormFields> {
  readonly fields: F;
  set(patch: Partial<F>): void;
  /** True when the fields come from a draft that was left: say so and offer to discard it. */
  readonly isRestored: boolean;
  /** Takes the draft away and goes back to the fields that the form opened with. */
  discard(): void;
  /** Before leaving after a save. */
  clear(): Promise<void>;
}

/** A draft may come from an older version of the form: a field counts when it still has the same shape. */
function likeInitial<F extends FormFields>(initial: F, draft: Record<string, unknown>): F {
  const fitting = Object.entries(initial).map(([key, value]): [string, unknown] => {
    const old = draft[key];
    const isList =
      Array.isArray(value) && Array.isArray(old) && old.every((item) => typeof item === 'string');
    const isSame = !Array.isArray(value) && typeof old === typeof value;
    return [key, isList || isSame ? old : value];
  });
  return Object.fromEntries(fitting) as F;
}

/**
 * `takeDraft` refuses a draft that is about someone else than the form was opened for. What it refuses stays stored
 * beside the draft of this form.
 */
export function useFormFields<F extends FormFields>(
  form: RecordValue<'draft'>['form'],
  recordId: RecordId | null,
  initial: F,
  titleOf: (fields: F) => string,
  takeDraft: (draft: F, record: StoredRecord<'draft'>) => boolean = () => true,
): FormState<F> {
  const [first] = useState(initial);
  const [fields, setFields] = useState(first);
  const [isOpen, setOpen] = useState(true);
  const draft = useDraft(form, recordId, titleOf(fields), fields, isOpen, (record) =>
    takeDraft(likeInitial(first, record.value.fields), record),
  );
  const [wasOffered, setOffered] = useState(false);
  const [isRestored, setRestored] = useState(false);
  if (!wasOffered) {
    // Before the first drawing is shown, so that no empty form flashes up.
    setOffered(true);
    if (draft.restored !== null) {
      setFields(likeInitial(first, draft.restored));
      setRestored(true);
    }
  }
  return {
    fields,
    set: (patch) => setFields((now) => ({ ...now, ...patch })),
    isRestored,
    discard: () => {
      setFields(first);
      setRestored(false);
      void draft.clear();
    },
    clear: async () => {
      setOpen(false);
      await draft.clear();
    },
  };
}
