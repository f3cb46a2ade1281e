import { ChevronDown, X } from 'lucide-react';
import {
  closenesses,
  closenessLabels,
  contactStatuses,
  contactStatusLabels,
  dutyLabels,
  dutyStates,
} from '@shared/records/event-plan/event-plan';
import { Button } from '../../ui';
import styles from './incidents.module.css';
import startStyles from './quick-start.module.css';
import type { AffectedChoice } from './new-plan-values';

type Choice = Omit<AffectedChoice, 'personId'>;

export interface AffectedRowProps {
  readonly name: string;
  readonly detail: string;
  readonly value: Choice;
  readonly hasSupport: boolean;
  readonly onChange: (change: Partial<Choice>) => void;
  readonly onRemove: () => void;
}

/** One who is affected: how close, on duty or off, and whether support was offered yet. */
export function AffectedRow(props: AffectedRowProps) {
  const { name, detail, value, hasSupport, onChange, onRemove } = props;
  return (
    <li>
      <span className={startStyles.chosenName}>
        <b>{name}</b>
        <span className={styles.small}>{detail}</span>
      </span>
      <Button variant="quiet" size="small" aria-label={`Take ${name} off the list`} onPress={onRemove}>
        <X aria-hidden="true" />
      </Button>
      <span className={startStyles.chosenChoices}>
        <SmallSelect
          label={`How close ${name} was`}
          shown="How close"
          value={value.closeness}
          options={closenesses}
          labels={closenessLabels}
          onChange={(closeness) => {
            onChange({ closeness });
          }}
        />
        <SmallSelect
          label={`On or off duty: ${name}`}
          shown="Duty"
          value={value.duty}
          options={dutyStates}
          labels={dutyLabels}
          onChange={(duty) => {
            onChange({ duty });
          }}
        />
        {hasSupport && (
          <SmallSelect
            label={`Support for ${name}`}
            shown="Support"
            value={value.support}
            options={contactStatuses}
            labels={contactStatusLabels}
            onChange={(support) => {
              onChange({ support });
            }}
          />
        )}
      </span>
    </li>
  );
}

interface SmallSelectProps<V extends string> {
  readonly label: string;
  readonly shown: string;
  readonly value: V;
  readonly options: readonly V[];
  readonly labels: Readonly<Record<V, string>>;
  readonly onChange: (value: V) => void;
}

/** A list within a row: its short label is for the eye, the full one names whom it is about. */
function SmallSelect<V extends string>(props: SmallSelectProps<V>) {
  const { label, shown, value, options, labels, onChange } = props;
  return (
    <span className={startStyles.smallSelect}>
      <span aria-hidden="true">{shown}</span>
      <span className={startStyles.closeness}>
        <select
          aria-label={label}
          value={value}
          onChange={(event) => {
            onChange(options.find((each) => each === event.target.value) ?? value);
          }}
        >
          {options.map((each) => (
            <option key={each} value={each}>
              {labels[each]}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden="true" />
      </span>
    </span>
  );
}
