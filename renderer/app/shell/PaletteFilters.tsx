import { SlidersHorizontal, X } from 'lucide-react';
import { useMemo } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { useNames } from '../../records/use-names';
import { useToday } from '../../platform';
import { Button, ComboBox, DateField, Select } from '../../ui';
import { useRecords, useVault } from '../../vault';
import styles from './palette-filters.module.css';
import { chipsOf, kindOptions, noFilter, themeOptions, type FilterFields } from './palette-filter';

export interface PaletteFiltersProps {
  readonly fields: FilterFields;
  readonly onChange: (fields: FilterFields) => void;
  readonly isOpen: boolean;
  /** Closing brings the focus back to the words. */
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Below the words: by what the search is narrowed, and on asking the fields to say so. */
export function PaletteFilters(props: PaletteFiltersProps) {
  const { fields, onChange, isOpen, onOpenChange } = props;
  const today = useToday();
  const nameOf = useNames();
  const chips = chipsOf(fields, today, nameOf);
  return (
    <section className={styles.filters} aria-label="Narrow the search">
      <div className={styles.bar}>
        <Button
          variant="quiet"
          size="small"
          icon={<SlidersHorizontal aria-hidden="true" />}
          aria-expanded={isOpen}
          onPress={() => {
            onOpenChange(!isOpen);
          }}
        >
          Narrow
        </Button>
        {!isOpen &&
          chips.map(({ field, words }) => (
            <button
              key={field}
              type="button"
              className={styles.chip}
              aria-label={`No longer narrow to: ${words}`}
              onClick={() => {
                onChange({ ...fields, [field]: noFilter[field] });
                onOpenChange(false);
              }}
            >
              {words}
              <X aria-hidden="true" />
            </button>
          ))}
      </div>
      {isOpen && (
        <div className={styles.panel}>
          <FilterPanel fields={fields} onChange={onChange} />
          <div className={styles.actions}>
            <Button
              size="small"
              onPress={() => {
                onOpenChange(false);
              }}
            >
              Done
            </Button>
            {chips.length > 0 && (
              <Button
                variant="quiet"
                size="small"
                onPress={() => {
                  onChange(noFilter);
                  onOpenChange(false);
                }}
              >
                Search everything
              </Button>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

function FilterPanel(props: Pick<PaletteFiltersProps, 'fields' | 'onChange'>) {
  const { fields, onChange } = props;
  const vault = useVault();
  const today = useToday();
  const people = useRecords('person');
  const kinds = useMemo(() => kindOptions((kind) => vault.records(kind).length), [vault]);
  const names = useMemo(
    () =>
      people
        .map(({ id, value }) => ({
          value: id,
          label: value.name,
          detail: [value.role, value.team].filter((part) => part !== '').join(', '),
        }))
        .sort((left, right) => left.label.localeCompare(right.label, 'en-GB')),
    [people],
  );
  return (
    <div className={styles.fields}>
      <Select
        name="kind"
        label="What"
        width="full"
        value={fields.kind}
        options={kinds}
        onChange={(value) => {
          onChange({ ...fields, kind: kinds.find((option) => option.value === value)?.value ?? '' });
        }}
      />
      <ComboBox
        name="person"
        label="About whom"
        value={fields.personId}
        options={names}
        onChange={(value) => {
          onChange({ ...fields, personId: value as RecordId | null });
        }}
      />
      <DateField
        name="from"
        label="From"
        value={fields.from}
        today={today}
        onChange={(from) => {
          onChange({ ...fields, from });
        }}
      />
      <DateField
        name="to"
        label="Until"
        value={fields.to}
        today={today}
        onChange={(to) => {
          onChange({ ...fields, to });
        }}
      />
      <Select
        name="theme"
        label="Theme"
        width="full"
        value={fields.theme}
        options={themeOptions}
        onChange={(value) => {
          onChange({ ...fields, theme: themeOptions.find((option) => option.value === value)?.value ?? '' });
        }}
      />
    </div>
  );
}
