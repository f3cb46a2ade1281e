import { Check, Plus } from 'lucide-react';
import { use, type ReactNode } from 'react';
import styles from './choices.module.css';
import { FormScopeContext, GroupFrame, useFieldIds, type FieldWords } from './field-parts';

export interface ChoiceOption<V extends string = string> {
  readonly value: V;
  readonly label: string;
}

export interface SegmentedProps<V extends string = string> extends FieldWords {
  /** Empty when nothing is chosen yet. */
  readonly value: V | '';
  readonly onChange: (value: V) => void;
  readonly options: readonly ChoiceOption<V>[];
}

/** One of a few, all in sight: radio buttons drawn as joined buttons. Arrow keys move within. */
export function Segmented<V extends string>(props: SegmentedProps<V>) {
  const { name, value, onChange, options } = props;
  const ids = useFieldIds(name);
  // Within a form the browser keeps groups of one name apart; outside of one the name has to be unique.
  const groupName = use(FormScopeContext) === '' ? ids.input : name;
  return (
    <GroupFrame {...props} ids={ids} role="radiogroup">
      <span className={styles.joined}>
        {options.map((option, index) => (
          <label key={option.value}>
            <input
              type="radio"
              id={index === 0 ? ids.input : undefined}
              name={groupName}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </GroupFrame>
  );
}

export interface ChipsProps<V extends string = string> extends FieldWords {
  readonly value: readonly V[];
  readonly onChange: (value: V[]) => void;
  readonly options: readonly ChoiceOption<V>[];
}

/** Any number of a few: checkboxes drawn as chips. The order of the options is kept. */
export function Chips<V extends string>(props: ChipsProps<V>) {
  const { name, value, onChange, options } = props;
  const ids = useFieldIds(name);
  const hasError = props.error !== undefined && props.error !== '';
  return (
    <GroupFrame {...props} ids={ids} role="group">
      <span className={styles.chips}>
        {options.map((option, index) => {
          const isOn = value.includes(option.value);
          return (
            <label key={option.value} className={styles.chip}>
              <input
                type="checkbox"
                id={index === 0 ? ids.input : undefined}
                name={name}
                value={option.value}
                checked={isOn}
                aria-invalid={hasError ? true : undefined}
                onChange={() => {
                  onChange(
                    options
                      .map((each) => each.value)
                      .filter((each) => (each === option.value ? !isOn : value.includes(each))),
                  );
                }}
              />
              {isOn ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
              <span>{option.label}</span>
            </label>
          );
        })}
      </span>
    </GroupFrame>
  );
}

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly name?: string | undefined;
  readonly 'aria-label'?: string | undefined;
}

export function Checkbox(props: CheckboxProps) {
  const ids = useFieldIds(props.name ?? 'check');
  return (
    <label className={styles.checkbox}>
      <input
        type="checkbox"
        id={ids.input}
        name={props.name}
        checked={props.isSelected}
        aria-label={props['aria-label']}
        onChange={(event) => {
          props.onChange(event.target.checked);
        }}
      />
      <Check aria-hidden="true" />
      <span>{props.children}</span>
    </label>
  );
}
