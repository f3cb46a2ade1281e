import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useErrorTitle } from './document-title';
import { fieldInputId, FormScopeContext } from './field-parts';
import styles from './form.module.css';

export interface FormProblem {
  /** The `name` of the field it belongs to; empty when it belongs to none. */
  readonly field: string;
  readonly message: string;
}

export interface FormProps {
  readonly onSubmit: () => void | Promise<void>;
  readonly errors: readonly FormProblem[];
  readonly children: ReactNode;
  readonly 'aria-label'?: string | undefined;
}

function focusField(scope: string, form: HTMLElement | null, field: string): void {
  const byId = document.getElementById(fieldInputId(scope, field));
  const target = byId ?? form?.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`) ?? null;
  // Of radio buttons the chosen one takes the focus; a text field may lie among them and is meant itself.
  const group = target?.matches('[type="radio"]') === true ? target.closest('[role="radiogroup"]') : null;
  const checked = group?.querySelector<HTMLElement>('input:checked');
  (checked ?? target)?.focus();
  target?.scrollIntoView({ block: 'center' });
}

/**
 * A form that is checked when it is sent, not while it is typed. What is wrong stands in a summary on top,
 * which takes the focus; each line leads to its field. Ctrl (or Cmd) and Enter sends it from anywhere.
 */
export function Form(props: FormProps) {
  const { errors, onSubmit, children } = props;
  const scope = `f${useId().replace(/[^A-Za-z0-9]/g, '')}-`;
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const isAwaitingFocus = useRef(false);
  const hasErrors = errors.length > 0;
  useErrorTitle(hasErrors);

  useEffect(() => {
    if (!hasErrors || !isAwaitingFocus.current) return;
    isAwaitingFocus.current = false;
    summary.current?.focus();
    summary.current?.scrollIntoView({ block: 'nearest' });
  }, [attempt, errors, hasErrors]);

  return (
    <FormScopeContext value={scope}>
      <form
        ref={form}
        noValidate
        className={styles.form}
        aria-label={props['aria-label']}
        onSubmit={(event) => {
          event.preventDefault();
          // React hands on the events of forms in dialogs; only this form's own count.
          if (event.target !== form.current) return;
          isAwaitingFocus.current = true;
          setAttempt((count) => count + 1);
          void onSubmit();
        }}
        onInput={() => {
          isAwaitingFocus.current = false;
        }}
        // Before the controls: a button would take Enter for a press, with or without Ctrl.
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          // Events of dialogs that a field has opened elsewhere in the page pass here too.
          if (!(event.target instanceof Node && form.current?.contains(event.target) === true)) return;
          event.preventDefault();
          event.stopPropagation();
          form.current.requestSubmit();
        }}
      >
        {hasErrors && (
          <div
            ref={summary}
            className={styles.summary}
            tabIndex={-1}
            role="group"
            aria-labelledby={`${scope}summary`}
          >
            <div role="alert">
              <h2 id={`${scope}summary`}>There is a problem</h2>
              <ul>
                {errors.map((problem) => (
                  <li key={`${problem.field}:${problem.message}`}>
                    {problem.field === '' ? (
                      problem.message
                    ) : (
                      <a
                        href={`#${fieldInputId(scope, problem.field)}`}
                        onClick={(event) => {
                          // The hash is the app's route: move the focus instead of the address.
                          event.preventDefault();
                          focusField(scope, form.current, problem.field);
                        }}
                      >
                        {problem.message}
                      </a>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        )}
        {children}
      </form>
    </FormScopeContext>
  );
}

/** Two fields side by side where there is room. */
export function FormRow(props: { readonly children: ReactNode }) {
  return <div className={styles.row}>{props.children}</div>;
}

/** The buttons at the foot of a form: the primary one first. */
export function FormActions(props: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{props.children}</div>;
}
