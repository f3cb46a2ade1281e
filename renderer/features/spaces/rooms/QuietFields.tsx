import { quietUseLabels, quietUses } from '@shared/records/site/site';
import { Checkbox, Chips, FormRow, Select, TextField } from '../../../ui';
import type { RoomFields } from './room-form';
import styles from './room.module.css';

const dayOptions = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label, index) => ({
  value: String(index + 1),
  label,
}));

/** When staff can settle there, and whether they do. */
export function QuietFields(props: {
  readonly fields: RoomFields;
  readonly set: (patch: Partial<RoomFields>) => void;
  readonly errorAt: (name: string) => string | undefined;
}) {
  const { fields, set, errorAt } = props;
  const text = (name: 'from' | 'to' | 'takenHours' | 'quietUse') => ({
    name,
    value: fields[name],
    error: errorAt(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  });
  return (
    <div className={styles.quiet}>
      <Checkbox
        name="isQuiet"
        isSelected={fields.isQuiet}
        onChange={(isQuiet) => {
          set({ isQuiet });
        }}
      >
        Staff can come here to settle
      </Checkbox>
      {fields.isQuiet && (
        <>
          <Chips
            label="Open on"
            name="days"
            value={fields.days}
            onChange={(days) => {
              set({ days });
            }}
            options={dayOptions}
          />
          <FormRow>
            <TextField {...text('from')} label="From" width="short" />
            <TextField {...text('to')} label="To" width="short" />
          </FormRow>
          <div className={styles.checks}>
            <Checkbox
              name="isBookable"
              isSelected={fields.isBookable}
              onChange={(isBookable) => {
                set({ isBookable });
              }}
            >
              It can be booked
            </Checkbox>
            <Checkbox
              name="isShared"
              isSelected={fields.isShared}
              onChange={(isShared) => {
                set({ isShared });
              }}
            >
              Shared with client work
            </Checkbox>
          </div>
          <FormRow>
            <TextField
              {...text('takenHours')}
              label="Used for something else"
              hint="Hours a week. Blank: nobody has counted"
              inputMode="decimal"
              width="short"
              unit="hours"
              isOptional
            />
            <Select
              {...text('quietUse')}
              label="Staff use it"
              options={quietUses.map((use) => ({ value: use, label: quietUseLabels[use] }))}
            />
          </FormRow>
        </>
      )}
    </div>
  );
}
