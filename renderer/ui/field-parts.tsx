/** What every field shares: ids that the error summary can find, label, hint, error, warning. */
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { createContext, use, useId, type ReactNode } from 'react';
import { cx } from './cx';
import styles from './field.module.css';

/** Set by Form, so that two forms on one page never share an id. */
export const FormScopeContext = createContext<string>('');

export interface FieldWords {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly name: string;
  readonly isOptional?: boolean | undefined;
}

export interface FieldIds {
  readonly input: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string;
  readonly extra: string;
}

export function fieldInputId(scope: string, name: string): string {
  return `${scope}field-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

export function useFieldIds(name: string): FieldIds {
  const scope = use(FormScopeContext);
  const own = useId();
  const input = fieldInputId(scope === '' ? own : scope, name);
  return {
    input,
    label: `${input}-label`,
    hint: `${input}-hint`,
    error: `${input}-error`,
    extra: `${input}-extra`,
  };
}

export function describedBy(
  ids: FieldIds,
  has: { hint?: unknown; error?: unknown; extra?: unknown },
): string | undefined {
  const parts = [
    has.hint === undefined ? '' : ids.hint,
    has.error === undefined ? '' : ids.error,
    has.extra === undefined || has.extra === false ? '' : ids.extra,
  ].filter((part) => part !== '');
  return parts.length === 0 ? undefined : parts.join(' ');
}

export function OptionalMark(props: { readonly isOptional?: boolean | undefined }) {
  return props.isOptional === true ? <span className={styles.optional}> Optional</span> : null;
}

export function FieldError(props: { readonly id: string; readonly error: string | undefined }) {
  if (props.error === undefined || props.error === '') return null;
  return (
    <span className={styles.error} id={props.id}>
      <CircleAlert aria-hidden="true" />
      <span>{props.error}</span>
    </span>
  );
}

export function FieldWarning(props: { readonly id: string; readonly warning: ReactNode }) {
  return (
    <span className={styles.warning} id={props.id} role="status">
      {props.warning !== undefined && props.warning !== '' && (
        <>
          <TriangleAlert aria-hidden="true" />
          <span>{props.warning}</span>
        </>
      )}
    </span>
  );
}

/** Label, hint and error around one control that is labelled by `htmlFor`. */
export function FieldFrame(
  props: FieldWords & { readonly ids: FieldIds; readonly children: ReactNode; readonly after?: ReactNode },
) {
  const { ids, label, hint, error, isOptional } = props;
  return (
    <div className={cx(styles.field, error !== undefined && error !== '' && styles.hasError)}>
      <label className={styles.label} htmlFor={ids.input} id={ids.label}>
        {label}
        <OptionalMark isOptional={isOptional} />
      </label>
      {hint !== undefined && (
        <span className={styles.hint} id={ids.hint}>
          {hint}
        </span>
      )}
      <FieldError id={ids.error} error={error} />
      <div className={styles.control}>{props.children}</div>
      {props.after}
    </div>
  );
}

/** Label, hint and error around a set of controls (radios, checkboxes). */
export function GroupFrame(
  props: FieldWords & {
    readonly ids: FieldIds;
    readonly role: 'radiogroup' | 'group';
    readonly children: ReactNode;
  },
) {
  const { ids, label, hint, error, isOptional, role } = props;
  const hasError = error !== undefined && error !== '';
  return (
    <div
      role={role}
      className={cx(styles.field, hasError && styles.hasError)}
      aria-labelledby={ids.label}
      aria-describedby={describedBy(ids, { hint, error: hasError ? error : undefined })}
      aria-invalid={role === 'radiogroup' && hasError ? true : undefined}
    >
      <span className={styles.label} id={ids.label}>
        {label}
        <OptionalMark isOptional={isOptional} />
      </span>
      {hint !== undefined && (
        <span className={styles.hint} id={ids.hint}>
          {hint}
        </span>
      )}
      <FieldError id={ids.error} error={error} />
      <div className={styles.control}>{props.children}</div>
    </div>
  );
}
