import { ChevronDown } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cx } from './cx';
import styles from './field.module.css';
import { describedBy, FieldFrame, useFieldIds, type FieldWords } from './field-parts';
import { VisuallyHidden } from './Lists';
import overlay from './overlay.module.css';

export interface ComboBoxOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

export interface ComboBoxProps extends FieldWords {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly options: readonly ComboBoxOption[];
  readonly width?: 'medium' | 'full' | undefined;
  readonly autoFocus?: boolean | undefined;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): readonly string[] {
  return plain(text)
    .split(/[\s,'’-]+/)
    .filter((word) => word !== '');
}

/** True when each word that was typed begins a word of the option (label or detail). */
export function matches(option: ComboBoxOption, typed: string): boolean {
  const words = wordsOf(`${option.label} ${option.detail ?? ''}`);
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)));
}

/**
 * One of a long list: two letters and Enter pick the first match, arrows move, Escape puts back what was there.
 *
 * Not react-aria's ComboBox: while that one is open it hides the rest of the page from assistive technology but
 * leaves it in the Tab order, and its Enter picks nothing until an arrow key has been pressed. This is the
 * editable combobox of the ARIA practices guide.
 */
export function ComboBox(props: ComboBoxProps) {
  const { name, value, onChange, options, hint, width = 'full' } = props;
  const ids = useFieldIds(name);
  const listId = `${ids.input}-list`;
  const selected = options.find((option) => option.value === value);
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const hasError = props.error !== undefined && props.error !== '';
  const text = typed ?? selected?.label ?? '';
  const shown =
    typed === null || typed.trim() === '' ? options : options.filter((option) => matches(option, typed));
  const activeOption = isOpen ? shown[Math.min(active, shown.length - 1)] : undefined;
  const optionId = (option: ComboBoxOption): string => `${listId}-${option.value}`;

  useEffect(() => {
    if (!isOpen) return;
    list.current?.querySelector('[data-focused]')?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active, typed]);

  function pick(option: ComboBoxOption): void {
    setTyped(null);
    setOpen(false);
    if (option.value !== value) onChange(option.value);
  }
  function open(): void {
    setOpen(true);
    setActive(
      Math.max(
        0,
        shown.findIndex((option) => option.value === value),
      ),
    );
  }
  function close(): void {
    setTyped(null);
    setOpen(false);
  }
  function move(by: number): void {
    if (!isOpen) open();
    else if (shown.length > 0)
      setActive((at) => (Math.min(at, shown.length - 1) + by + shown.length) % shown.length);
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        move(1);
        break;
      case 'ArrowUp':
        event.preventDefault();
        move(-1);
        break;
      case 'Enter':
        if (activeOption === undefined) break;
        // Enter picks; the form is sent by the next one.
        event.preventDefault();
        pick(activeOption);
        break;
      case 'Tab':
        if (activeOption !== undefined && typed !== null && typed.trim() !== '') pick(activeOption);
        break;
      case 'Escape':
        if (!isOpen) break;
        event.preventDefault();
        event.stopPropagation();
        close();
        break;
    }
  }

  return (
    <FieldFrame {...props} ids={ids}>
      <span className={cx(styles.comboWrap, styles[width])}>
        <input
          ref={input}
          id={ids.input}
          name={name}
          type="text"
          role="combobox"
          autoComplete="off"
          autoFocus={props.autoFocus}
          spellCheck={false}
          className={styles.comboInput}
          value={text}
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeOption === undefined ? undefined : optionId(activeOption)}
          aria-invalid={hasError ? true : undefined}
          aria-describedby={describedBy(ids, { hint, error: hasError ? props.error : undefined })}
          onChange={(event) => {
            const next = event.target.value;
            setTyped(next);
            setOpen(true);
            setActive(0);
            if (next === '' && value !== null) onChange(null);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            // A name typed in full is a choice, whatever the list had marked.
            const exact = options.find(
              (option) => typed !== null && plain(option.label) === plain(typed.trim()),
            );
            if (exact === undefined) close();
            else pick(exact);
          }}
        />
        <button
          type="button"
          tabIndex={-1}
          className={styles.comboButton}
          aria-label="Show the list"
          aria-controls={listId}
          aria-expanded={isOpen}
          onPointerDown={(event) => {
            // The focus stays in the box.
            event.preventDefault();
          }}
          onClick={() => {
            input.current?.focus();
            if (isOpen) close();
            else open();
          }}
        >
          <ChevronDown aria-hidden="true" />
        </button>
        <ul
          ref={list}
          id={listId}
          role="listbox"
          aria-label={props.label}
          hidden={!isOpen || shown.length === 0}
          className={overlay.comboList}
        >
          {isOpen &&
            shown.map((option, index) => (
              <li
                key={option.value}
                id={optionId(option)}
                role="option"
                aria-selected={option.value === value}
                className={overlay.option}
                data-focused={option === activeOption ? true : undefined}
                data-selected={option.value === value ? true : undefined}
                onPointerDown={(event) => {
                  event.preventDefault();
                }}
                onPointerMove={() => {
                  setActive(index);
                }}
                onPointerUp={() => {
                  pick(option);
                }}
              >
                <span>{option.label}</span>
                {option.detail !== undefined && option.detail !== '' && (
                  <span className={overlay.optionDetail}>{option.detail}</span>
                )}
              </li>
            ))}
        </ul>
        {isOpen && shown.length === 0 && (
          <span className={cx(overlay.comboList, overlay.none)}>No matches. Try another name or a role.</span>
        )}
        <VisuallyHidden>
          <span role="status">
            {isOpen &&
              typed !== null &&
              (shown.length === 0 ? 'No matches' : `${String(shown.length)} in the list`)}
          </span>
        </VisuallyHidden>
      </span>
    </FieldFrame>
  );
}
