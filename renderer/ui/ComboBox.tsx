import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { cx } from './cx';
import styles from './field.module.css';
import { describedBy, FieldError, OptionalMark, useFieldIds, type FieldWords } from './field-parts';
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

/** True when each word that was typed begins a word of the option (label or detail). */
export function matches(option: ComboBoxOption, typed: string): boolean {
  const words = plain(`${option.label} ${option.detail ?? ''}`).split(/[\s,'-]+/);
  return plain(typed)
    .split(/[\s,'-]+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** One of a long list: two letters and Enter pick one. */
export function ComboBox(props: ComboBoxProps) {
  const { name, value, onChange, options, label, hint, isOptional, width = 'full' } = props;
  const ids = useFieldIds(name);
  const selected = options.find((option) => option.value === value);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? selected?.label ?? '';
  const hasError = props.error !== undefined && props.error !== '';
  const shown =
    typed === null || typed === selected?.label
      ? options
      : options.filter((option) => matches(option, typed));
  return (
    <AriaComboBox
      className={cx(styles.field, hasError && styles.hasError)}
      items={shown}
      inputValue={text}
      selectedKey={value}
      menuTrigger="input"
      allowsEmptyCollection
      allowsCustomValue={false}
      isInvalid={hasError}
      validationBehavior="aria"
      onInputChange={(next) => {
        setTyped(next);
        if (next === '' && value !== null) onChange(null);
      }}
      onSelectionChange={(key) => {
        if (key === null) return;
        setTyped(null);
        onChange(String(key));
      }}
      onBlur={() => {
        setTyped(null);
      }}
    >
      <Label className={styles.label ?? ''}>
        {label}
        <OptionalMark isOptional={isOptional} />
      </Label>
      {hint !== undefined && (
        <span className={styles.hint} id={ids.hint}>
          {hint}
        </span>
      )}
      <FieldError id={ids.error} error={props.error} />
      <div className={styles.control}>
        <span className={cx(styles.comboWrap, styles[width])}>
          <Input
            id={ids.input}
            name={name}
            autoFocus={props.autoFocus ?? false}
            className={styles.comboInput ?? ''}
            aria-describedby={describedBy(ids, { hint, error: hasError ? props.error : undefined })}
          />
          <AriaButton className={styles.comboButton ?? ''}>
            <ChevronDown aria-hidden="true" />
          </AriaButton>
        </span>
      </div>
      <Popover className={overlay.comboPopover ?? ''} offset={4}>
        <ListBox
          className={overlay.list ?? ''}
          renderEmptyState={() => <div className={overlay.none}>No matches. Try another name or a role.</div>}
        >
          {(option: ComboBoxOption) => (
            <ListBoxItem id={option.value} textValue={option.label} className={overlay.option ?? ''}>
              <Text slot="label">{option.label}</Text>
              {option.detail !== undefined && option.detail !== '' && (
                <Text slot="description" className={overlay.optionDetail ?? ''}>
                  {option.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
